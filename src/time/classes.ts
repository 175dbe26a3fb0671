/** The classes that patterns name in braces: the word lists of data/time/words.yaml, and figures. */
import { capital, type Lexeme, lexemes } from './lexeme.js';
import { type Classes, type ClassMatch, NO_SECOND, type SlotValue, type WordClass } from './match.js';
import { figuresClass, type NumberWords, numberClass, ordinalClass } from './number.js';

export interface WordList {
  /** Printed with a capital: a weekday, a month. */
  readonly capital: boolean;
  readonly words: ReadonlyMap<string, SlotValue>;
}

interface Entry {
  readonly lexemes: readonly Lexeme[];
  readonly value: SlotValue;
}

/** Figures by what they may mean. */
const FIGURES: readonly (readonly [string, WordClass])[] = [
  ['day', figuresClass([1, 2], [1, 31], 'maybe')],
  ['nth', figuresClass([1, 2], [1, 31], 'must')],
  ['year', figuresClass([4, 4], [1000, 2199])],
  ['modernyear', figuresClass([4, 4], [1850, 2100])],
  ['dd13', figuresClass([2, 2], [13, 31])],
  ['years', figuresClass([4, 4], [1000, 2190])],
  ['yy', figuresClass([2, 2], [0, 99])],
  ['m', figuresClass([1, 2], [1, 12])],
  ['mm', figuresClass([2, 2], [1, 12])],
  ['dd', figuresClass([2, 2], [1, 31])],
  ['hour', figuresClass([1, 2], [0, 24])],
  ['minute', figuresClass([2, 2], [0, 59])],
  ['hhmm', figuresClass([4, 4], [0, 2400])],
  ['figure', figuresClass([1, 1], [1, 9])],
];

export function makeClasses(lists: ReadonlyMap<string, WordList>, numbers: NumberWords): Classes {
  const classes = new Map<string, WordClass>(FIGURES);
  classes.set('number', numberClass(numbers));
  classes.set('ordinal', ordinalClass(numbers));
  for (const [name, list] of lists) classes.set(name, listClass(list));
  return new Map([...classes].map(([name, read]) => [name, rememberingLast(read)]));
}

/** The rules that begin alike are tried one after the other: what one has read there, the next need not. */
function rememberingLast(words: WordClass): WordClass {
  let last: { readonly text: readonly Lexeme[]; readonly at: number; readonly found: readonly ClassMatch[] } =
    {
      text: [],
      at: -1,
      found: [],
    };
  return {
    ...words,
    read(text, at) {
      if (last.text !== text || last.at !== at) last = { text, at, found: words.read(text, at) };
      return last.found;
    },
  };
}

function listClass({ words, capital: mustBeCapital }: WordList): WordClass {
  const byFirst = new Map<string, Entry[]>();
  for (const [word, value] of words) {
    const entry = { lexemes: lexemes(word, { start: 0, end: word.length }), value };
    const first = entry.lexemes[0]?.lower ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  const seconds = [...byFirst.values()].flat().flatMap(({ lexemes: [, second] }) => second?.lower ?? []);
  return {
    first: new Set(byFirst.keys()),
    second: { ...NO_SECOND, word: new Set(seconds) },
    read(text, at) {
      const entries = byFirst.get(text[at]?.lower ?? '');
      if (!entries || (mustBeCapital && !capital(text[at]))) return NONE;
      const found: ClassMatch[] = [];
      for (const { lexemes: words, value } of entries)
        if (standsAt(words, text, at)) found.push({ next: at + words.length, value });
      return found;
    },
  };
}

const NONE: readonly never[] = [];

/** The rest of the words, as far apart as in the list; the first is known to be there. */
function standsAt(words: readonly Lexeme[], text: readonly Lexeme[], at: number): boolean {
  for (let nth = 1; nth < words.length; nth++) {
    const [word, found] = [words[nth], text[at + nth]];
    if (found?.lower !== word?.lower || found?.apart !== word?.apart) return false;
  }
  return true;
}
