/** Finding: every way that a rule can be read, in any place. Deciding between them is left to refine.ts. */
import type { Span } from '../span.js';
import type { Rule, Shield, TimeData } from './data.js';
import { FRACTION, type Lexeme } from './lexeme.js';
import { type Part, type Seconds, type Slots, type SlotValue, spanOf } from './match.js';

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

/** What could match at a lexeme. */
interface Entries {
  readonly rules: readonly Rule[];
  readonly shields: readonly Shield[];
}

/** Gives the entries that could match at a place. */
type Index = (lexemes: readonly Lexeme[], at: number) => Entries | undefined;

/** Stands for every second word that no entry needs. */
const OTHER = ' ';

function makeIndex({ rules, shields }: Entries): Index {
  const byFirst = new Map<string, { rules: Rule[]; shields: Shield[] }>();
  const at = (key: string) => {
    const known = byFirst.get(key) ?? { rules: [], shields: [] };
    byFirst.set(key, known);
    return known;
  };
  for (const rule of rules) for (const key of rule.matcher.first) at(key).rules.push(rule);
  for (const shield of shields) for (const key of shield.matcher.first) at(key).shields.push(shield);
  // Most words never stand in a report: what follows them is looked at when they do.
  const bySecond = new Map<string, Index>();
  return (lexemes, place) => {
    const first = lexemes[place];
    const starting = first && byFirst.get(first.key);
    if (!starting) return undefined;
    const goingOn = bySecond.get(first.key) ?? makeSecondIndex(starting, first.figures ? 'figures' : 'word');
    bySecond.set(first.key, goingOn);
    return goingOn(lexemes, place + 1);
  };
}

/** Among the entries that start alike, those that may go on with what stands at a place, or after a hyphen there. */
function makeSecondIndex({ rules, shields }: Entries, after: keyof Seconds): Index {
  const known = new Map<string, Map<string, Entries>>();
  const seconds = new Set<string>(['-']);
  for (const { matcher } of [...rules, ...shields])
    for (const key of matcher.second?.[after] ?? []) seconds.add(key);
  const keyAt = (lexemes: readonly Lexeme[], at: number): string => {
    const lexeme = lexemes[at];
    if (lexeme === undefined) return OTHER;
    if (lexeme.figures && lexemes[at + 1]?.lower === '/' && seconds.has(FRACTION)) return FRACTION;
    return seconds.has(lexeme.key) ? lexeme.key : OTHER;
  };
  const goingOn = (second: string, third: string): Entries => {
    const goesOn = ({ matcher: { second: keys } }: Rule | Shield): boolean =>
      keys === undefined || keys[after].has(second) || keys[after].has(third);
    return { rules: rules.filter(goesOn), shields: shields.filter(goesOn) };
  };
  return (lexemes, at) => {
    const second = keyAt(lexemes, at);
    const third = second === '-' ? keyAt(lexemes, at + 1) : OTHER;
    const byThird = known.get(second) ?? new Map<string, Entries>();
    const entries = byThird.get(third) ?? goingOn(second, third);
    known.set(second, byThird.set(third, entries));
    return entries;
  };
}

export function makeFinder(data: TimeData): Finder {
  const entriesAt = makeIndex(data);
  return (lexemes) => {
    const candidates: Candidate[] = [];
    const shielded: Span[] = [];
    for (let at = 0; at < lexemes.length; at++) {
      const entries = entriesAt(lexemes, at);
      if (!entries) continue;
      for (const rule of entries.rules) addCandidates(candidates, rule, lexemes, at);
      for (const { matcher } of entries.shields) {
        const match = matcher.match(lexemes, at);
        if (match) shielded.push(spanOf(lexemes, { from: at, to: match.next }));
      }
    }
    return { candidates, shielded };
  };
}

function addCandidates(found: Candidate[], rule: Rule, lexemes: readonly Lexeme[], at: number): void {
  const match = rule.matcher.match(lexemes, at);
  if (!match || splitsWord(lexemes, at, match.next)) return;
  const { start, end } = spanOf(lexemes, { from: at, to: match.next });
  match.parts.forEach((part, nth) => {
    const slots = slotsOf(rule, match.parts, part, nth);
    const { from, to } = part;
    const span = spanOf(lexemes, part);
    const context = end - start;
    found.push({ start: span.start, end: span.end, rule, nth, from, to, context, slots, match });
  });
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
