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
  /** What may be its second lexeme, where it has more than one: lower-case words, or `FIGURES`. */
  readonly second: ReadonlySet<string>;
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

/** Stands for any lexeme of figures. */
export const FIGURES = '0';
const keyOf = (word: string): string => (/^\d/.test(word) ? FIGURES : word);

export interface Matcher {
  /** What the first lexeme of a match may be: lower-case words, or `FIGURES`. */
  readonly first: ReadonlySet<string>;
  /** What the second may be; undefined when there need be none. A hyphen may always follow. */
  readonly second: ReadonlySet<string> | undefined;
  /** The longest match that starts at lexeme `at`. */
  match(lexemes: readonly Lexeme[], at: number): PatternMatch | undefined;
}

/** Throws an Error when a class is unknown or the pattern could match nothing. */
export function makeMatcher(pattern: Pattern, classes: Classes): Matcher {
  const step = compile(pattern, classes);
  const { empty, single, first, second } = edgesOf(pattern, classes);
  if (empty) throw new Error('the pattern can match nothing at all');
  return {
    first,
    second: single ? undefined : second,
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

/** Whether the next thing may start at that lexeme. */
const startsAt = (lexemes: readonly Lexeme[], at: number, gap: Gap): boolean =>
  gap !== 'tight' || lexemes[at]?.apart !== true;

/** Whether a hyphen that joins two words stands there, for a blank to pass over. */
const hyphenAt = (lexemes: readonly Lexeme[], at: number, gap: Gap): boolean =>
  gap === 'blank' && lexemes[at]?.lower === '-' && !lexemes[at].apart && lexemes[at + 1]?.apart === false;

function compile(pattern: Pattern, classes: Classes): Step {
  switch (pattern.kind) {
    case 'blank':
      return (_lexemes, at, gap, _trail, then) => then(at, gap === 'any' ? 'any' : 'blank');
    case 'word':
      return (lexemes, at, gap, _trail, then) => {
        if (lexemes[at]?.lower === pattern.word && startsAt(lexemes, at, gap)) then(at + 1, 'tight');
        if (hyphenAt(lexemes, at, gap) && lexemes[at + 1]?.lower === pattern.word) then(at + 2, 'tight');
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
  const readAt: Step = (lexemes, at, _gap, trail, then) => {
    const lexeme = lexemes[at];
    if (lexeme === undefined) return;
    if (!(lexeme.figures ? words.figures : words.first.has(lexeme.lower))) return;
    for (const { next, value } of words.read(lexemes, at)) {
      trail.slots.push([as, value]);
      then(next, 'tight');
      trail.slots.pop();
    }
  };
  return (lexemes, at, gap, trail, then) => {
    if (startsAt(lexemes, at, gap)) readAt(lexemes, at, gap, trail, then);
    if (hyphenAt(lexemes, at, gap)) readAt(lexemes, at + 1, gap, trail, then);
  };
}

function compileMark(kind: 'open' | 'close'): Step {
  return (lexemes, at, gap, trail, then) => {
    trail.marks.push([at, trail.slots.length]);
    then(at, gap);
    trail.marks.pop();
    if (kind === 'close' || !hyphenAt(lexemes, at, gap)) return;
    trail.marks.push([at + 1, trail.slots.length]);
    then(at + 1, 'tight');
    trail.marks.pop();
  };
}

function compileAll(steps: readonly Step[]): Step {
  return steps.reduceRight<Step>(
    (rest, step) => (lexemes, at, gap, trail, then) =>
      step(lexemes, at, gap, trail, (next, nextGap) => rest(lexemes, next, nextGap, trail, then)),
    (_lexemes, at, gap, _trail, then) => then(at, gap),
  );
}

/** What a pattern may begin with, so that it's tried only where it could match. */
interface Edges {
  /** It may match nothing; it may match one lexeme alone. */
  readonly empty: boolean;
  readonly single: boolean;
  /** Its first and second lexeme: lower-case words, or `FIGURES`. */
  readonly first: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
}

const NO_WORDS: ReadonlySet<string> = new Set();
const NOTHING: Edges = { empty: true, single: false, first: NO_WORDS, second: NO_WORDS };

function edgesOf(pattern: Pattern, classes: Classes): Edges {
  switch (pattern.kind) {
    case 'word':
      return { empty: false, single: true, first: new Set([keyOf(pattern.word)]), second: NO_WORDS };
    case 'class': {
      const found = classes.get(pattern.name);
      if (!found) throw new Error(`no class {${pattern.name}}`);
      const first = found.figures ? new Set([...found.first, FIGURES]) : found.first;
      return { empty: false, single: true, first, second: found.second };
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
  return full.length > 1 ? new Set(full.flatMap((set) => [...set])) : (full[0] ?? NO_WORDS);
}

const eitherOf = (a: Edges, b: Edges): Edges => ({
  empty: a.empty || b.empty,
  single: a.single || b.single,
  first: union(a.first, b.first),
  second: union(a.second, b.second),
});

const inOrder = (a: Edges, b: Edges): Edges => ({
  empty: a.empty && b.empty,
  single: (a.single && b.empty) || (a.empty && b.single),
  first: a.empty ? union(a.first, b.first) : a.first,
  second: union(a.second, a.single ? b.first : NO_WORDS, a.empty ? b.second : NO_WORDS),
});

/** The characters of a part. */
export function spanOf(lexemes: readonly Lexeme[], { from, to }: Part): Span {
  return { start: lexemes[from]?.start ?? 0, end: lexemes[to - 1]?.end ?? 0 };
}
