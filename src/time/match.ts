/** Patterns at work: from a place in the lexemes, the longest way a pattern can be read. */
import type { Span } from '../span.js';
import { keyOf, type Lexeme } from './lexeme.js';
import type { Pattern } from './pattern.js';

export type SlotValue = number | string;
export type Slots = Readonly<Record<string, SlotValue>>;

/** A way to read a class at a place: up to which lexeme, and as what. */
export interface ClassMatch {
  readonly next: number;
  readonly value: SlotValue;
}

/** Keys of second lexemes, after a word and after figures. */
export interface Seconds {
  readonly word: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
}

export interface WordClass {
  /** Keys of the lexemes that it may start with. */
  readonly first: ReadonlySet<string>;
  /** Keys of what may be its second lexeme, where it has more than one. */
  readonly second: Seconds;
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

/** One attempt at a place: what was read on the way to where it stands. */
interface Attempt {
  readonly lexemes: readonly Lexeme[];
  readonly from: number;
  readonly slots: [string, SlotValue][];
  /** Lexeme and number of slots read, at each « and ». */
  readonly marks: [number, number][];
  best: PatternMatch | undefined;
}

/** Matches the rest of a pattern from a lexeme on, in every way that it can. */
type Step = (attempt: Attempt, at: number, gap: Gap) => void;

export interface Matcher {
  /** Keys of what the first lexeme of a match may be. */
  readonly first: ReadonlySet<string>;
  /** Keys of what the second may be, or the one after a hyphen; undefined when there need be none. */
  readonly second: Seconds | undefined;
  /** The longest match that starts at lexeme `at`. */
  match(lexemes: readonly Lexeme[], at: number): PatternMatch | undefined;
}

/** Throws an Error when a class is unknown or the pattern could match nothing. */
export function makeMatcher(pattern: Pattern, classes: Classes): Matcher {
  const start = compile(pattern, classes, keepLongest);
  const { empty, single, first, second } = edgesOf(pattern, classes);
  if (empty) throw new Error('the pattern can match nothing at all');
  return {
    first,
    second: single ? undefined : second,
    match(lexemes, at) {
      const attempt: Attempt = { lexemes, from: at, slots: [], marks: [], best: undefined };
      start(attempt, at, 'any');
      return attempt.best;
    },
  };
}

function keepLongest(attempt: Attempt, next: number): void {
  if (attempt.best === undefined || next > attempt.best.next)
    attempt.best = { next, parts: partsOf(attempt, next) };
}

function partsOf({ from, slots, marks }: Attempt, next: number): Part[] {
  if (marks.length === 0) return [{ from, to: next, slots: Object.fromEntries(slots) }];
  const parts: Part[] = [];
  for (let nth = 0; nth + 1 < marks.length; nth += 2) {
    const [start, first] = marks[nth] ?? [from, 0];
    const [end, last] = marks[nth + 1] ?? [next, slots.length];
    parts.push({ from: start, to: end, slots: Object.fromEntries(slots.slice(first, last)) });
  }
  return parts;
}

/** Whether the next thing may start at that lexeme. */
const startsAt = (lexemes: readonly Lexeme[], at: number, gap: Gap): boolean =>
  gap !== 'tight' || lexemes[at]?.apart !== true;

/** Whether a hyphen that joins two words stands there, for a blank to pass over. */
const hyphenAt = (lexemes: readonly Lexeme[], at: number, gap: Gap): boolean =>
  gap === 'blank' && lexemes[at]?.lower === '-' && !lexemes[at].apart && lexemes[at + 1]?.apart === false;

/** The pattern and, after it, `then`: known when compiled, so that nothing is made while matching. */
function compile(pattern: Pattern, classes: Classes, then: Step): Step {
  switch (pattern.kind) {
    case 'blank':
      return (attempt, at, gap) => then(attempt, at, gap === 'any' ? 'any' : 'blank');
    case 'word':
      return compileWord(pattern.word, then);
    case 'class':
      return compileClass(pattern, classes, then);
    case 'open':
    case 'close':
      return compileMark(pattern.kind, then);
    case 'either': {
      const options = pattern.options.map((option) => compile(option, classes, then));
      return (attempt, at, gap) => {
        for (const option of options) option(attempt, at, gap);
      };
    }
    case 'all':
      return pattern.parts.reduceRight<Step>((rest, part) => compile(part, classes, rest), then);
  }
}

function compileWord(word: string, then: Step): Step {
  return (attempt, at, gap) => {
    const { lexemes } = attempt;
    if (lexemes[at]?.lower === word && startsAt(lexemes, at, gap)) then(attempt, at + 1, 'tight');
    if (hyphenAt(lexemes, at, gap) && lexemes[at + 1]?.lower === word) then(attempt, at + 2, 'tight');
  };
}

function compileClass({ name, as }: { name: string; as: string }, classes: Classes, then: Step): Step {
  const words = classes.get(name);
  if (!words) throw new Error(`no class {${name}}`);
  function readAt(attempt: Attempt, at: number): void {
    const lexeme = attempt.lexemes[at];
    if (lexeme === undefined || !words?.first.has(lexeme.key)) return;
    for (const { next, value } of words.read(attempt.lexemes, at)) {
      attempt.slots.push([as, value]);
      then(attempt, next, 'tight');
      attempt.slots.pop();
    }
  }
  return (attempt, at, gap) => {
    if (startsAt(attempt.lexemes, at, gap)) readAt(attempt, at);
    if (hyphenAt(attempt.lexemes, at, gap)) readAt(attempt, at + 1);
  };
}

function compileMark(kind: 'open' | 'close', then: Step): Step {
  return (attempt, at, gap) => {
    const { lexemes, slots, marks } = attempt;
    marks.push([at, slots.length]);
    then(attempt, at, gap);
    marks.pop();
    if (kind === 'close' || !hyphenAt(lexemes, at, gap)) return;
    marks.push([at + 1, slots.length]);
    then(attempt, at + 1, 'tight');
    marks.pop();
  };
}

/** What a pattern may begin with, so that it's tried only where it could match. */
interface Edges {
  /** It may match nothing; it may match one lexeme alone. */
  readonly empty: boolean;
  readonly single: boolean;
  /** Keys of its first and second lexeme. */
  readonly first: ReadonlySet<string>;
  readonly second: Seconds;
}

const NO_KEYS: ReadonlySet<string> = new Set();
export const NO_SECOND: Seconds = { word: NO_KEYS, figures: NO_KEYS };
const NOTHING: Edges = { empty: true, single: false, first: NO_KEYS, second: NO_SECOND };

function edgesOf(pattern: Pattern, classes: Classes): Edges {
  switch (pattern.kind) {
    case 'word':
      return { empty: false, single: true, first: new Set([keyOf(pattern.word)]), second: NO_SECOND };
    case 'class': {
      const found = classes.get(pattern.name);
      if (!found) throw new Error(`no class {${pattern.name}}`);
      return { empty: false, single: true, first: found.first, second: found.second };
    }
    case 'either':
      return pattern.options.map((option) => edgesOf(option, classes)).reduce(eitherOf);
    case 'all':
      return pattern.parts.map((part) => edgesOf(part, classes)).reduce(inOrder, NOTHING);
    default:
      return NOTHING;
  }
}

function union(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const full = sets.filter(({ size }) => size > 0);
  return full.length > 1 ? new Set(full.flatMap((set) => [...set])) : (full[0] ?? NO_KEYS);
}

const eitherOf = (a: Edges, b: Edges): Edges => ({
  empty: a.empty || b.empty,
  single: a.single || b.single,
  first: union(a.first, b.first),
  second: eachOf((of) => union(a.second[of], b.second[of])),
});

const inOrder = (a: Edges, b: Edges): Edges => ({
  empty: a.empty && b.empty,
  single: (a.single && b.empty) || (a.empty && b.single),
  first: a.empty ? union(a.first, b.first) : a.first,
  second: eachOf((of) => union(a.second[of], a.single ? b.first : NO_KEYS, a.empty ? b.second[of] : NO_KEYS)),
});

const eachOf = (make: (of: keyof Seconds) => ReadonlySet<string>): Seconds => ({
  word: make('word'),
  figures: make('figures'),
});

/** The characters of a part. */
export function spanOf(lexemes: readonly Lexeme[], { from, to }: Pick<Part, 'from' | 'to'>): Span {
  return { start: lexemes[from]?.start ?? 0, end: lexemes[to - 1]?.end ?? 0 };
}
