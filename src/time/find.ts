/** Finding: every way that a rule can be read, in any place. Deciding between them is left to refine.ts. */
import type { Span } from '../span.js';
import type { Rule, Shield, TimeData } from './data.js';
import type { Lexeme } from './lexeme.js';
import { type Part, type Slots, spanOf } from './match.js';

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

interface Index<T> {
  readonly byWord: ReadonlyMap<string, readonly T[]>;
  readonly byFigures: readonly T[];
}

export type Finder = (lexemes: readonly Lexeme[]) => Found;

function indexed<T extends Rule | Shield>(entries: readonly T[]): Index<T> {
  const byWord = new Map<string, T[]>();
  for (const entry of entries)
    for (const word of entry.matcher.first) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
  return { byWord, byFigures: entries.filter(({ matcher }) => matcher.figures) };
}

const startingAt = <T>({ byWord, byFigures }: Index<T>, lexeme: Lexeme): readonly T[] =>
  lexeme.figures ? byFigures : (byWord.get(lexeme.lower) ?? []);

export function makeFinder({ rules, shields }: TimeData): Finder {
  const ruleIndex = indexed(rules);
  const shieldIndex = indexed(shields);
  return (lexemes) => {
    const candidates: Candidate[] = [];
    const shielded: Span[] = [];
    lexemes.forEach((lexeme, at) => {
      for (const rule of startingAt(ruleIndex, lexeme)) candidates.push(...candidatesOf(rule, lexemes, at));
      for (const { matcher } of startingAt(shieldIndex, lexeme)) {
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
  const lent = rule.share ? Object.assign({}, ...parts.map(({ slots }) => slots)) : {};
  return { ...fixed, ...lent, ...part.slots };
}

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
  return /[.,:-]/u.test(before.lower) && !before.apart && previous?.figures === true;
}

function gluesAfter(last: Lexeme, after: Lexeme, next: Lexeme | undefined): boolean {
  if (isWord(after)) return last.figures || isWord(last);
  if (!last.figures) return false;
  if (/[%@\\=_°]/u.test(after.form)) return true;
  const joined = next?.apart === false;
  return joined && next.figures && /[.,:/-]/u.test(after.lower);
}
