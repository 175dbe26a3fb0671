/** What each report claims of a happening, where the claims cannot all be right, and which were taken back. */
import type { Insertable } from 'kysely';
import type { ContradictionTable } from '../../store/tables.js';
import { kilometres } from '../kilometres.js';
import type { Merging } from '../merging.js';
import { dayText, type Telling } from './telling.js';

type Kind = ContradictionTable['kind'];
export type Contradiction = Omit<Insertable<ContradictionTable>, 'happening'>;

interface Claim {
  readonly kind: Kind;
  /** What it is a claim about, where a kind has several: `killed`, a person. */
  readonly of: string;
  /** In words for people. */
  readonly value: string;
  readonly telling: Telling;
  /** Can both be right? */
  meets(other: Claim): boolean;
}

/** By id of the event whose claims were taken back: the article that did so. */
export function takenBack(tellings: readonly Telling[], merging: Merging): Map<string, string> {
  const back = new Map<string, string>();
  for (const { id, row } of tellings) if (row.superseded !== null) back.set(id, row.superseded);
  for (const correction of tellings.filter(({ row }) => row.correction)) {
    for (const telling of tellings) {
      if (!isEarlierOf(telling, correction)) continue;
      const differ = clashes([telling, correction], merging).length > 0;
      if (differ) back.set(telling.id, correction.row.article);
    }
  }
  return back;
}

const isEarlierOf = ({ row: a }: Telling, { row: b }: Telling): boolean =>
  !a.correction && a.outlet !== null && a.outlet === b.outlet && (a.day ?? '') <= (b.day ?? '');

/** Each pair of claims that clash, told once by the first report of either; one that was taken back is settled. */
export function contradictionsOf(
  tellings: readonly Telling[],
  back: ReadonlyMap<string, string>,
  merging: Merging,
): Contradiction[] {
  const found = new Map<string, Contradiction>();
  for (const [a, b] of clashes(tellings, merging)) {
    const key = [a.kind, a.of, ...[a.value, b.value].sort()].join('\n');
    const settled = back.has(a.telling.id) ? a : back.has(b.telling.id) ? b : undefined;
    const before = found.get(key);
    // One that stands open says more than one that is settled.
    if (before !== undefined && (before.settled === null || settled !== undefined)) continue;
    found.set(key, {
      kind: a.kind,
      of: a.of,
      a: a.telling.id,
      b: b.telling.id,
      claim_a: a.value,
      claim_b: b.value,
      settled: settled?.telling.id ?? null,
    });
  }
  return [...found.values()];
}

function clashes(tellings: readonly Telling[], merging: Merging): [Claim, Claim][] {
  const claims = tellings.flatMap((telling) => claimsOf(telling, merging));
  return claims.flatMap((a, at) =>
    claims
      .slice(at + 1)
      .filter((b) => isRival(a, b) && !a.meets(b) && !makesBoth(a, b, claims) && !makesBoth(b, a, claims))
      .map((b): [Claim, Claim] => [a, b]),
  );
}

/** Of two reports, on one thing. */
const isRival = (a: Claim, b: Claim): boolean =>
  a.kind === b.kind && a.of === b.of && a.telling.row.article !== b.telling.row.article;

/** A report that tells of both ("in one town on Friday, in the next the day after") speaks against neither. */
const makesBoth = (one: Claim, other: Claim, claims: readonly Claim[]): boolean =>
  (one.kind === 'date' || one.kind === 'place') &&
  claims.some(
    (each) =>
      each.telling.row.article === one.telling.row.article && isRival(each, other) && each.meets(other),
  );

const claimsOf = (telling: Telling, merging: Merging): Claim[] => [
  ...dateClaim(telling),
  ...placeClaim(telling, merging),
  ...countClaims(telling),
  ...titleClaims(telling),
  statusClaim(telling),
];

function dateClaim(telling: Telling): Claim[] {
  const { days, row } = telling;
  // Only what the report itself dates is its claim: the week of printing is ours.
  if (days === undefined || row.basis !== 'time' || days.to - days.from > 1) return [];
  const value = dayText(days.from);
  return [{ kind: 'date', of: '', value, telling, meets: (other) => other.value === value }];
}

function placeClaim(telling: Telling, { far }: Merging): Claim[] {
  const { place, lat, lon, country } = telling.row;
  if (place === null || lat === null || lon === null) return [];
  const meets = ({ telling: { row: other } }: Claim): boolean =>
    other.lat !== null && other.lon !== null && other.country === country
      ? kilometres([lat, lon], [other.lat, other.lon]) <= far
      : other.country === country || other.country === null || country === null;
  return [{ kind: 'place', of: '', value: place, telling, meets }];
}

const countClaims = (telling: Telling): Claim[] =>
  telling.counts.map(({ of, value }) => ({
    kind: 'count',
    of,
    value: `${value} ${of}`,
    telling,
    meets: (other) => other.value === `${value} ${of}`,
  }));

/** `foreign minister` against `defence minister` of one person; `leader` says nothing against either. */
function titleClaims(telling: Telling): Claim[] {
  return [...telling.actors, ...telling.recipients].flatMap(({ kind, name, title }) => {
    if (kind !== 'person' || title === undefined || !title.includes(' ')) return [];
    const office = title.toLowerCase();
    const of = name.toLowerCase().split(/\s+/u).at(-1) ?? '';
    const claim: Claim = {
      kind: 'title',
      of,
      value: `${title} ${name}`,
      telling,
      meets: ({ value }) => {
        const other = value.toLowerCase();
        const last = office.split(/\s+/u).at(-1) ?? '';
        return other.includes(office) || !other.includes(` ${last} `) || office.includes(other);
      },
    };
    return [claim];
  });
}

const statusClaim = (telling: Telling): Claim => {
  const { status } = telling.row;
  const value = status === 'denied' ? 'denied' : PLANNED.has(status) ? 'only planned' : 'done';
  return {
    kind: 'status',
    of: '',
    value,
    telling,
    meets: (other) => other.value === value || telling.realis !== 'done',
  };
};

const PLANNED: ReadonlySet<string> = new Set(['scheduled', 'intended', 'requested', 'conditional']);
