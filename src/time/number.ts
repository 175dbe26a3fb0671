/** Numbers in words and figures: `14`, `1,500`, `5 1/2`, `2.5`, `twenty-five`, `two hundred`, `first`, `3rd`. */
import { FIGURES, FRACTION, type Lexeme } from './lexeme.js';
import { type ClassMatch, NO_SECOND, type WordClass } from './match.js';

export interface NumberWords {
  readonly cardinal: ReadonlyMap<string, number>;
  readonly ordinal: ReadonlyMap<string, number>;
  /** `hundred`, `thousand`, … */
  readonly scale: ReadonlyMap<string, number>;
}

const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
/** More words than any number in a date needs, and more thousands commas. */
const LONGEST = 8;
const MOST_GROUPS = 3;
/** Figures of an ordinal. */
const LONGEST_ORDINAL = 3;

/** Figures at `at`, with thousands commas and a decimal part or fraction. */
function figuresAt(lexemes: readonly Lexeme[], at: number): ClassMatch | undefined {
  const first = lexemes[at];
  if (!first?.figures || first.form.length > 6) return undefined;
  let next = at + 1;
  let digits = first.form;
  const glued = (from: number, mark: string): string | undefined => {
    const [middle, after] = [lexemes[from], lexemes[from + 1]];
    const joined = middle?.lower === mark && !middle.apart && after?.figures && !after.apart;
    return joined ? after.form : undefined;
  };
  for (let group = glued(next, ','); group?.length === 3; group = glued(next, ',')) {
    if (next > at + 2 * MOST_GROUPS) return undefined;
    digits += group;
    next += 2;
  }
  const decimals = glued(next, '.');
  if (decimals !== undefined && decimals.length <= 2)
    return { next: next + 2, value: Number(`${digits}.${decimals}`) };
  const below = lexemes[next]?.apart && lexemes[next]?.figures ? glued(next + 1, '/') : undefined;
  const above = lexemes[next]?.form;
  if (below !== undefined && Number(below) > Number(above))
    return { next: next + 3, value: Number(digits) + Number(above) / Number(below) };
  return { next, value: Number(digits) };
}

/** Number words from `at`: `forty-one`, `two hundred and ten`, `fifty`. */
function wordsAt(words: NumberWords, lexemes: readonly Lexeme[], at: number): ClassMatch | undefined {
  let total = 0;
  let part: number | undefined;
  let next = at;
  for (let place = at; place < at + LONGEST; place++) {
    const lexeme = lexemes[place];
    if (lexeme === undefined) break;
    const value = words.cardinal.get(lexeme.lower);
    const scale = words.scale.get(lexeme.lower);
    if (value !== undefined && (part === undefined || fits(part, value))) {
      part = (part ?? 0) + value;
      next = place + 1;
    } else if (scale !== undefined && (part !== undefined || place > at)) {
      if (scale > 100) {
        total += (part ?? 1) * scale;
        part = 0;
      } else part = (part ?? 1) * scale;
      next = place + 1;
    } else if (!joins(lexeme, lexemes[place - 1], place, next)) break;
  }
  return next === at ? undefined : { next, value: total + (part ?? 0) };
}

/** `twenty` takes `five`, `hundred` takes `ten`; `five` takes nothing. */
const fits = (part: number, value: number): boolean =>
  (part % 100 === 0 && part > 0 && value < 100) || (part % 10 === 0 && part % 100 >= 20 && value < 10);

/** A hyphen or `and` between two words of a number. */
const joins = (lexeme: Lexeme, previous: Lexeme | undefined, place: number, next: number): boolean =>
  place === next && previous !== undefined && (lexeme.lower === '-' ? !lexeme.apart : lexeme.lower === 'and');

export function numberClass(words: NumberWords): WordClass {
  return {
    first: new Set([...words.cardinal.keys(), ...FIGURES]),
    second: {
      word: new Set([...words.cardinal.keys(), ...words.scale.keys(), '-', 'and']),
      figures: new Set([',', '.', FRACTION]),
    },
    read(lexemes, at) {
      const found = figuresAt(lexemes, at) ?? wordsAt(words, lexemes, at);
      return found ? [found] : [];
    },
  };
}

export function ordinalClass(words: NumberWords): WordClass {
  return {
    first: new Set([...words.ordinal.keys(), ...words.cardinal.keys(), ...FIGURES.slice(0, LONGEST_ORDINAL)]),
    second: { word: new Set(['-']), figures: ORDINAL_ENDINGS },
    read(lexemes, at) {
      const lexeme = lexemes[at];
      if (lexeme === undefined) return [];
      const value = words.ordinal.get(lexeme.lower);
      if (value !== undefined) return [{ next: at + 1, value }];
      return lexeme.figures ? figureOrdinal(lexemes, at, LONGEST_ORDINAL) : tensOrdinal(words, lexemes, at);
    },
  };
}

/** `twenty-first`. */
function tensOrdinal(words: NumberWords, lexemes: readonly Lexeme[], at: number): ClassMatch[] {
  const tens = words.cardinal.get(lexemes[at]?.lower ?? '') ?? 0;
  const ones = words.ordinal.get(lexemes[at + 2]?.lower ?? '') ?? 0;
  const joined = lexemes[at + 1]?.lower === '-';
  return joined && tens >= 20 && ones > 0 && ones < 10 ? [{ next: at + 3, value: tens + ones }] : [];
}

/** `3rd`, `21st`. */
function figureOrdinal(lexemes: readonly Lexeme[], at: number, longest: number): ClassMatch[] {
  const [figures, ending] = [lexemes[at], lexemes[at + 1]];
  if (!figures?.figures || figures.form.length > longest || !ending || ending.apart) return [];
  return ORDINAL_ENDINGS.has(ending.lower) ? [{ next: at + 2, value: Number(figures.form) }] : [];
}

/** Figures, `digits` long and from `least` to `most`; `ending`: whether `st`, `nd`, `rd`, `th` may or must follow. */
export function figuresClass(
  digits: readonly [number, number],
  [least, most]: readonly [number, number],
  ending: 'none' | 'maybe' | 'must' = 'none',
): WordClass {
  return {
    first: new Set(FIGURES.slice(digits[0] - 1, digits[1])),
    second: ending === 'none' ? NO_SECOND : { ...NO_SECOND, figures: ORDINAL_ENDINGS },
    read(lexemes, at) {
      const lexeme = lexemes[at];
      if (!lexeme?.figures) return [];
      const { length } = lexeme.form;
      const value = Number(lexeme.form);
      if (length < digits[0] || length > digits[1] || value < least || value > most) return [];
      const plain = { next: at + 1, value };
      if (ending === 'none') return [plain];
      const ordinal = figureOrdinal(lexemes, at, digits[1]);
      return ending === 'must' ? ordinal : [...ordinal, plain];
    },
  };
}
