/** Deciding: a list of candidates in, fewer out. Each refiner does one thing; they run in the order below. */
import { overlaps, type Span } from '../span.js';
import type { Candidate, Found } from './find.js';
import { capital, type Lexeme } from './lexeme.js';

export interface Surroundings {
  readonly lexemes: readonly Lexeme[];
  readonly shielded: readonly Span[];
  readonly counted: ReadonlySet<string>;
}

type Refiner = (candidates: readonly Candidate[], around: Surroundings) => readonly Candidate[];

/** By start, no overlaps. */
export function refine(found: Found, lexemes: readonly Lexeme[], counted: ReadonlySet<string>): Candidate[] {
  const around = { lexemes, shielded: found.shielded, counted };
  return [...refiners.reduce((left, refiner) => refiner(left, around), found.candidates)];
}

/** What data/time/not-time.yaml covers is no time, unless the expression is the longer: "last fall" in "last fall in". */
const withoutShielded: Refiner = (candidates, { shielded }) => {
  const shields = [...shielded].sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of shields) reach.push(Math.max(reach.at(-1) ?? 0, end));
  return candidates.filter((candidate) => {
    for (let at = startingBefore(shields, candidate.end) - 1; (reach[at] ?? 0) > candidate.start; at--) {
      const shield = shields[at];
      if (shield && covers(shield, candidate)) return false;
    }
    return true;
  });
};

const covers = (shield: Span, candidate: Span): boolean =>
  overlaps(shield, candidate) && shield.end - shield.start >= candidate.end - candidate.start;

/** How many of the spans, which are by start, start before `end`. */
function startingBefore(spans: readonly Span[], end: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? end) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "2000 people", "the 1500 troops": four figures alone that count something are no year. */
const withoutQuantities: Refiner = (candidates, { lexemes, counted }) =>
  candidates.filter(({ from, to }) => {
    const first = lexemes[from];
    const next = lexemes[to];
    if (to !== from + 1 || !first?.figures || first.form.length !== 4) return true;
    if (next === undefined || (!next.apart && next.lower !== '-')) return true;
    const noun = next.lower === '-' ? lexemes[to + 1] : next;
    return !counted.has(noun?.lower ?? '') && !thousands(lexemes, from);
  });

/** Part of a list of numbers in columns, or after "nearly" and the like: "nearly 2000 were killed". */
const QUANTIFIERS: ReadonlySet<string> = new Set([
  'nearly',
  'almost',
  'some',
  'than',
  'least',
  'about',
  'approximately',
  'roughly',
  'another',
  'only',
  'over',
  'under',
]);
const thousands = (lexemes: readonly Lexeme[], from: number): boolean =>
  QUANTIFIERS.has(lexemes[from - 1]?.lower ?? '');

/** "April Glaspie", "Judge June Smith": a month alone between two names is a person's. */
const withoutNames: Refiner = (candidates, { lexemes }) =>
  candidates.filter(({ from, to, rule }) => {
    const next = lexemes[to];
    if (rule.id !== 'time/month' && rule.id !== 'time/weekday') return true;
    const hyphen = lexemes[from - 1]?.lower === '-' && lexemes[from]?.apart === false;
    const firstName = rule.id === 'time/month' && capital(next) && next?.apart === true && from === 0;
    return !hyphen && !firstName;
  });

/** "The Nightly News", "Coast Today": how often and today, printed with a capital beside another, are names. */
const withoutTitles: Refiner = (candidates, { lexemes }) =>
  candidates.filter(({ from, to, rule }) => {
    if (!capital(lexemes[from])) return true;
    if (rule.id === 'time/often') return !capital(lexemes[from - 1]) && !capital(lexemes[to]);
    return rule.id !== 'time/today' || !capital(lexemes[from - 1]);
  });

/** The longest at each place, from the left; of two as long the one with more context, then the higher rule. */
const longest: Refiner = (candidates) => {
  const sorted = [...candidates].sort(
    (a, b) => a.start - b.start || b.end - a.end || b.context - a.context || a.rule.order - b.rule.order,
  );
  const kept: Candidate[] = [];
  let end = -1;
  for (const candidate of sorted)
    if (candidate.start >= end) {
      kept.push(candidate);
      end = candidate.end;
    }
  return kept;
};

const refiners: readonly Refiner[] = [
  withoutShielded,
  withoutQuantities,
  withoutNames,
  withoutTitles,
  longest,
];
