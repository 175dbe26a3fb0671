/** Patterns at work: from a place in the lexemes, the longest way a pattern can be read. */
import type { Span } from '../span.js';
import type { Lexeme } from './lexeme.js';
import type { Pattern } from './pattern.js';

export type SlotValue = number | string;
export type Slots = Readonly<Record<string, SlotValue>>;

/** A way to read a class at a place: up to which lexeme, and as what. */
export interface ClassMatch {
  readonly next: number;
  readonly value: SlotValue;
}

export interface WordClass {
  /** Lower-case words that it may start with. */
  readonly first: ReadonlySet<string>;
  /** Whether it may start with figures. */
  readonly figures: boolean;
  read(lexemes: readonly Lexeme[], at: number): readonly ClassMatch[];
}

export type Classes = ReadonlyMap<string, WordClass>;

/** An expression inside a match: its lexemes (half open) and the slots that were read in it. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly slots: Slots;
}

export interface PatternMatch {
  /** First lexeme after the match, context included. */
  readonly next: number;
  readonly parts: readonly Part[];
}

/** How the next lexeme may stand to the one before: `any` at the start. */
type Gap = 'any' | 'tight' | 'blank';
type Then = (at: number, gap: Gap) => void;
interface Trail {
  readonly slots: [string, SlotValue][];
  /** Lexeme and number of slots read, at each « and ». */
  readonly marks: [number, number][];
}
type Step = (lexemes: readonly Lexeme[], at: number, gap: Gap, trail: Trail, then: Then) => void;

export interface Matcher {
  readonly first: ReadonlySet<string>;
  readonly figures: boolean;
  /** The longest match that starts at lexeme `at`. */
  match(lexemes: readonly Lexeme[], at: number): PatternMatch | undefined;
}

/** Throws an Error when a class is unknown or the pattern could match nothing. */
export function makeMatcher(pattern: Pattern, classes: Classes): Matcher {
  const step = compile(pattern, classes);
  const first = new Set<string>();
  const starts = firsts(pattern, classes, first);
  if (starts.empty) throw new Error('the pattern can match nothing at all');
  return {
    first,
    figures: starts.figures,
    match(lexemes, at) {
      let best: PatternMatch | undefined;
      const trail: Trail = { slots: [], marks: [] };
      step(lexemes, at, 'any', trail, (next) => {
        if (best === undefined || next > best.next) best = { next, parts: partsOf(at, next, trail) };
      });
      return best;
    },
  };
}

function partsOf(at: number, next: number, { slots, marks }: Trail): Part[] {
  if (marks.length === 0) return [{ from: at, to: next, slots: Object.fromEntries(slots) }];
  const parts: Part[] = [];
  for (let nth = 0; nth + 1 < marks.length; nth += 2) {
    const [from, first] = marks[nth] ?? [at, 0];
    const [to, last] = marks[nth + 1] ?? [next, slots.length];
    parts.push({ from, to, slots: Object.fromEntries(slots.slice(first, last)) });
  }
  return parts;
}

/** Places where the next thing may start: here, and after a hyphen that joins two words. */
function* places(lexemes: readonly Lexeme[], at: number, gap: Gap): Generator<number> {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return;
  if (gap === 'tight' && lexeme.apart) return;
  yield at;
  if (gap === 'blank' && lexeme.lower === '-' && !lexeme.apart && lexemes[at + 1]?.apart === false)
    yield at + 1;
}

function compile(pattern: Pattern, classes: Classes): Step {
  switch (pattern.kind) {
    case 'blank':
      return (_lexemes, at, gap, _trail, then) => then(at, gap === 'any' ? 'any' : 'blank');
    case 'word':
      return (lexemes, at, gap, _trail, then) => {
        for (const place of places(lexemes, at, gap))
          if (lexemes[place]?.lower === pattern.word) then(place + 1, 'tight');
      };
    case 'class':
      return compileClass(pattern, classes);
    case 'open':
    case 'close':
      return compileMark(pattern.kind);
    case 'either': {
      const options = pattern.options.map((option) => compile(option, classes));
      return (lexemes, at, gap, trail, then) => {
        for (const option of options) option(lexemes, at, gap, trail, then);
      };
    }
    case 'all':
      return compileAll(pattern.parts.map((part) => compile(part, classes)));
  }
}

function compileClass({ name, as }: { name: string; as: string }, classes: Classes): Step {
  const words = classes.get(name);
  if (!words) throw new Error(`no class {${name}}`);
  return (lexemes, at, gap, trail, then) => {
    for (const place of places(lexemes, at, gap))
      for (const { next, value } of words.read(lexemes, place)) {
        trail.slots.push([as, value]);
        then(next, 'tight');
        trail.slots.pop();
      }
  };
}

function compileMark(kind: 'open' | 'close'): Step {
  return (lexemes, at, gap, trail, then) => {
    const starts = kind === 'close' ? [at] : places(lexemes, at, gap);
    for (const place of starts) {
      trail.marks.push([place, trail.slots.length]);
      then(place, kind === 'close' || place === at ? gap : 'tight');
      trail.marks.pop();
    }
  };
}

function compileAll(steps: readonly Step[]): Step {
  return (lexemes, at, gap, trail, then) => {
    const run = (nth: number, place: number, next: Gap): void => {
      const step = steps[nth];
      if (step === undefined) then(place, next);
      else step(lexemes, place, next, trail, (after, afterGap) => run(nth + 1, after, afterGap));
    };
    run(0, at, gap);
  };
}

/** Fills `words` with what the pattern may start with. `empty`: it may match nothing. */
function firsts(
  pattern: Pattern,
  classes: Classes,
  words: Set<string>,
): { readonly empty: boolean; readonly figures: boolean } {
  switch (pattern.kind) {
    case 'word':
      words.add(pattern.word);
      return { empty: false, figures: /^\d/.test(pattern.word) };
    case 'class': {
      const found = classes.get(pattern.name);
      if (!found) throw new Error(`no class {${pattern.name}}`);
      for (const word of found.first) words.add(word);
      return { empty: false, figures: found.figures };
    }
    case 'either': {
      const all = pattern.options.map((option) => firsts(option, classes, words));
      return { empty: all.some(({ empty }) => empty), figures: all.some(({ figures }) => figures) };
    }
    case 'all': {
      let figures = false;
      for (const part of pattern.parts) {
        const found = firsts(part, classes, words);
        figures ||= found.figures;
        if (!found.empty) return { empty: false, figures };
      }
      return { empty: true, figures };
    }
    default:
      return { empty: true, figures: false };
  }
}

/** The characters of a part. */
export function spanOf(lexemes: readonly Lexeme[], { from, to }: Part): Span {
  return { start: lexemes[from]?.start ?? 0, end: lexemes[to - 1]?.end ?? 0 };
}
