/** What reports claim of a happening, by what it is about: which values there are, and who gives which. */
import { dayWords, whenWords } from '../../../../src/record/dossier/words.js';
import type { Evidence, OneHappening } from '../../api/types.js';
import { disagreementWords, statusWords } from '../../words/codes.js';

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
  /** The record holds that they cannot all be right. */
  readonly isDisputed: boolean;
}

type Contradictions = OneHappening['contradictions'];

export function claimsOf({ happening, contradictions }: OneHappening): Aspect[] {
  const evidence = (happening.evidence ?? []).filter(({ rejected }) => !rejected);
  const kinds = new Set(contradictions.map(({ kind }) => kind));
  const told = (
    label: string,
    key: 'date' | 'place' | 'status',
    wordsOf: (each: Evidence) => string | undefined,
  ) => aspect({ key, label, isDisputed: kinds.has(key), values: grouped(evidence, wordsOf) });
  return [
    ...told('Day', 'date', ({ when }) => when && whenWords(when)),
    ...told('Place', 'place', ({ where }) => where),
    ...told('Status', 'status', ({ status }) => statusWords[status] ?? status),
    ...disputedAspects(evidence, contradictions),
    ...happening.counts
      .filter(({ of }) => !contradictions.some((each) => each.kind === 'count' && each.of === of))
      .map(({ of, value }) => ({
        key: `count ${of}`,
        label: capital(of),
        isDisputed: false,
        values: [{ words: value.toLocaleString('en'), reports: [], isTakenBack: false }],
      })),
  ];
}

const aspect = (found: Aspect): Aspect[] => (found.values.length === 0 ? [] : [found]);

function grouped(evidence: readonly Evidence[], wordsOf: (each: Evidence) => string | undefined): Value[] {
  const values = new Map<string, Evidence[]>();
  for (const each of evidence) {
    const words = wordsOf(each);
    if (words !== undefined) values.set(words, [...(values.get(words) ?? []), each]);
  }
  return [...values].map(([words, reports]) => ({ words, reports, isTakenBack: reports.every(isTakenBack) }));
}

const isTakenBack = ({ corrected }: Evidence): boolean => corrected !== undefined;

/** Numbers and offices: each of the two claims and the report that makes it. */
function disputedAspects(evidence: readonly Evidence[], contradictions: Contradictions): Aspect[] {
  const byEvent = new Map(evidence.map((each) => [each.event, each]));
  const found = new Map<
    string,
    { kind: 'title' | 'count'; of: string; claims: Map<string, Set<string>>; settled: Set<string> }
  >();
  for (const { kind, of, a, b, claim_a, claim_b, settled } of contradictions) {
    if (kind !== 'title' && kind !== 'count') continue;
    const key = `${kind} ${of}`;
    const entry = found.get(key) ?? { kind, of, claims: new Map(), settled: new Set() };
    found.set(key, entry);
    for (const [claim, event] of [[claim_a, a] as const, [claim_b, b] as const]) {
      entry.claims.set(claim, (entry.claims.get(claim) ?? new Set()).add(event));
    }
    if (settled !== null) entry.settled.add(settled);
  }
  return [...found].map(([key, { kind, of, claims, settled }]) => ({
    key,
    label: kind === 'count' ? capital(of) : of === '' ? 'Office' : `Office of ${capital(of)}`,
    isDisputed: true,
    values: [...claims].map(([words, events]) => ({
      words,
      reports: [...events].flatMap((event) => byEvent.get(event) ?? []),
      isTakenBack: [...events].every((event) => settled.has(event)),
    })),
  }));
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const claimWords = (claim: string): string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(claim) ? dayWords(claim) : claim;

export const whatDiffers = (contradictions: Contradictions): string[] => [
  ...new Set(contradictions.map(({ kind }) => disagreementWords[kind])),
];
