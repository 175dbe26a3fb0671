/** Finding: every way that a rule can be read, in any place. Deciding between them is left to refine.ts. */
import type { Span } from '../span.js';
import type { Rule, Shield, TimeData } from './data.js';
import type { Lexeme } from './lexeme.js';
import { FIGURES, type Part, type Slots, type SlotValue, spanOf } from './match.js';

export interface Candidate extends Span {
  readonly rule: Rule;
  /** Which of the rule's expressions it is. */
  readonly nth: number;
  /** Lexemes, half open. */
  readonly from: number;
  readonly to: number;
  /** Characters that the rule matched in all: of two expressions as long, the one with more context wins. */
  readonly context: number;
  readonly slots: Slots;
  /** The other end, when the rule reads both ends of one stretch. */
  readonly match: object;
}

export interface Found {
  readonly candidates: readonly Candidate[];
  /** Stretches that are no time. */
  readonly shielded: readonly Span[];
}

export type Finder = (lexemes: readonly Lexeme[]) => Found;

/** Gives the entries that could match at a lexeme, by that lexeme and the next. */
type Index<T> = (lexeme: Lexeme, next: Lexeme | undefined) => readonly T[];

const NONE: readonly never[] = [];
/** Stands for every word that no pattern has in second place. */
const OTHER = ' ';

const keyOf = (lexeme: Lexeme): string => (lexeme.figures ? FIGURES : lexeme.lower);

function makeIndex<T extends Rule | Shield>(entries: readonly T[]): Index<T> {
  const byFirst = new Map<string, T[]>();
  for (const entry of entries)
    for (const word of entry.matcher.first) {
      const known = byFirst.get(word);
      if (known) known.push(entry);
      else byFirst.set(word, [entry]);
    }
  const seconds = new Set(entries.flatMap(({ matcher }) => [...(matcher.second ?? [])]));
  const byBoth = new Map<string, Map<string, readonly T[]>>();
  return (lexeme, next) => {
    const first = keyOf(lexeme);
    const starting = byFirst.get(first);
    if (!starting) return NONE;
    const known = next === undefined ? OTHER : keyOf(next);
    const second = known === '-' || seconds.has(known) ? known : OTHER;
    const bySecond = byBoth.get(first) ?? new Map<string, readonly T[]>();
    const fitting = bySecond.get(second) ?? starting.filter((entry) => mayFollow(entry, second));
    byBoth.set(first, bySecond.set(second, fitting));
    return fitting;
  };
}

const mayFollow = ({ matcher }: Rule | Shield, second: string): boolean =>
  matcher.second === undefined || second === '-' || matcher.second.has(second);

export function makeFinder({ rules, shields }: TimeData): Finder {
  const rulesAt = makeIndex(rules);
  const shieldsAt = makeIndex(shields);
  return (lexemes) => {
    const candidates: Candidate[] = [];
    const shielded: Span[] = [];
    lexemes.forEach((lexeme, at) => {
      const next = lexemes[at + 1];
      for (const rule of rulesAt(lexeme, next)) candidates.push(...candidatesOf(rule, lexemes, at));
      for (const { matcher } of shieldsAt(lexeme, next)) {
        const match = matcher.match(lexemes, at);
        if (match) shielded.push(spanOf(lexemes, { from: at, to: match.next, slots: {} }));
      }
    });
    return { candidates, shielded };
  };
}

function candidatesOf(rule: Rule, lexemes: readonly Lexeme[], at: number): Candidate[] {
  const match = rule.matcher.match(lexemes, at);
  if (!match || splitsWord(lexemes, at, match.next)) return [];
  const whole = spanOf(lexemes, { from: at, to: match.next, slots: {} });
  return match.parts.map((part, nth) => ({
    ...spanOf(lexemes, part),
    rule,
    nth,
    from: part.from,
    to: part.to,
    context: whole.end - whole.start,
    slots: slotsOf(rule, match.parts, part, nth),
    match,
  }));
}

function slotsOf(rule: Rule, parts: readonly Part[], part: Part, nth: number): Slots {
  const fixed = rule.readings[nth]?.slots ?? rule.readings[0]?.slots ?? {};
  if (!rule.share) return { ...fixed, ...part.slots };
  const lent: Record<string, SlotValue> = {};
  for (const { slots } of parts)
    for (const name of LENT) if (slots[name] !== undefined) lent[name] = slots[name];
  return { ...fixed, ...lent, ...part.slots };
}

/** What an expression may have from the one that it's joined to. */
const LENT = ['year', 'yy', 'month'] as const;

/** Figures next to figures or letters, without white space: a part of an id, a price or a longer number. */
function splitsWord(lexemes: readonly Lexeme[], from: number, to: number): boolean {
  const [before, first, last, after] = [lexemes[from - 1], lexemes[from], lexemes[to - 1], lexemes[to]];
  if (first && before && !first.apart && gluesBefore(before, lexemes[from - 2], first)) return true;
  return (
    after !== undefined && last !== undefined && !after.apart && gluesAfter(last, after, lexemes[to + 1])
  );
}

const isWord = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined && (lexeme.figures || /\p{L}/u.test(lexeme.form));

function gluesBefore(before: Lexeme, previous: Lexeme | undefined, first: Lexeme): boolean {
  if (isWord(before)) return true;
  if (!first.figures) return false;
  if (/[$€£¥#@/\\=_+]/u.test(before.form)) return true;
  if (before.apart || previous === undefined) return false;
  if (before.lower === '-' && /^\p{Lu}+$/u.test(previous.form)) return true;
  return /[.,:-]/u.test(before.lower) && previous.figures;
}

function gluesAfter(last: Lexeme, after: Lexeme, next: Lexeme | undefined): boolean {
  if (isWord(after)) return last.figures || isWord(last);
  if (!last.figures) return false;
  if (/[%@\\=_°]/u.test(after.form)) return true;
  const joined = next?.apart === false;
  return joined && next.figures && /[.,:/-]/u.test(after.lower);
}
