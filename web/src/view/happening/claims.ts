/** What reports claim of a happening, by what it is about: which values there are, and who gives which. */
import { whenWords } from '../../../../src/record/dossier/words.js';
import type { Evidence, OneHappening } from '../../api/types.js';
import { claimWords } from '../../words/claim.js';
import { statusWords } from '../../words/codes.js';

export interface Value {
  readonly words: string;
  readonly reports: readonly Evidence[];
  /** Every report that gives it has taken it back. */
  readonly isTakenBack: boolean;
}

export interface Aspect {
  readonly key: string;
  readonly label: string;
  readonly values: readonly Value[];
  /** The record holds that they cannot all be right; settled where whoever was wrong has said so. */
  readonly dispute?: 'open' | 'settled';
}

type Contradictions = OneHappening['contradictions'];

export function claimsOf({ happening, contradictions }: OneHappening): Aspect[] {
  const evidence = (happening.evidence ?? []).filter(({ rejected }) => !rejected);
  const told = (label: string, key: string, wordsOf: (each: Evidence) => string | undefined): Aspect => ({
    key,
    label,
    values: valuesOf(evidence, wordsOf),
    ...disputeOf(contradictions.filter(({ kind }) => kind === key)),
  });
  const disputed = grouped(
    contradictions.filter(({ kind }) => kind === 'title' || kind === 'count'),
    ({ kind, of }) => `${kind} ${of}`,
  );
  const agreed = happening.counts.filter(({ of }) => !disputed.has(`count ${of}`));
  return [
    told('Day', 'date', ({ when }) => when && whenWords(when)),
    told('Place', 'place', ({ where }) => where),
    told('Status', 'status', ({ status }) => statusWords[status] ?? status),
    ...[...disputed].map(([key, same]) => disputedAspect(key, same, evidence)),
    ...agreed.map(({ of, value }) => ({
      key: `count ${of}`,
      label: capital(of),
      values: [{ words: value.toLocaleString('en'), reports: [], isTakenBack: false }],
    })),
  ].filter(({ values }) => values.length > 0);
}

function disputeOf(contradictions: Contradictions): Pick<Aspect, 'dispute'> {
  if (contradictions.length === 0) return {};
  return { dispute: contradictions.every(({ settled }) => settled !== null) ? 'settled' : 'open' };
}

function valuesOf(evidence: readonly Evidence[], wordsOf: (each: Evidence) => string | undefined): Value[] {
  const told = evidence.filter((each) => wordsOf(each) !== undefined);
  return [...grouped(told, (each) => wordsOf(each) ?? '')].map(([words, reports]) => ({
    words,
    reports,
    isTakenBack: reports.every(({ corrected }) => corrected !== undefined),
  }));
}

/** Numbers and offices: the claims that the record compares, each with the events that make it. */
function disputedAspect(key: string, same: Contradictions, evidence: readonly Evidence[]): Aspect {
  const [{ kind, of } = { kind: 'count', of: '' }] = same;
  const claims = same.flatMap(({ a, b, claim_a, claim_b }) => [
    { words: claim_a, event: a },
    { words: claim_b, event: b },
  ]);
  const settled = new Set(same.map((each) => each.settled));
  return {
    key,
    label: kind === 'count' ? capital(of) : of === '' ? 'Office' : `Office of ${capital(of)}`,
    values: [...grouped(claims, ({ words }) => words)].map(([words, makers]) => ({
      words: claimWords(words),
      reports: evidence.filter(({ event }) => makers.some((each) => each.event === event)),
      isTakenBack: makers.every(({ event }) => settled.has(event)),
    })),
    ...disputeOf(same),
  };
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
