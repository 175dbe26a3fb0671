/** What all standing decisions come to, in their order: later ones outweigh earlier ones. A pure function of them. */
import type { Anchor, DecisionTable } from '../store/tables.js';

export interface Standing {
  readonly id: number;
  readonly kind: DecisionTable['kind'];
  readonly subjects: readonly Anchor[];
  readonly value: string | null;
}

/** The rows that a decision's anchors find now, one list for each anchor. */
export type Found = readonly (readonly string[])[];

export interface Ruled {
  /** By `pairKey`: one happening, saying or actor, or two. */
  readonly pairs: ReadonlyMap<string, boolean>;
  readonly given: ReadonlyMap<string, { readonly title: string; readonly decision: number }>;
  readonly rejected: ReadonlySet<string>;
  /** Forms taken out of their actor, and the last decision that did. */
  readonly apart: ReadonlyMap<string, number>;
}

/** Of two rows in any order. Ids of forms have blanks in them, none has a line's end. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

export const pairOf = (key: string): [a: string, b: string] => key.split('\n') as [string, string];

/** @param found Of each decision, by its id: of statements their wordings, but where they are rejected themselves. */
export function ruledBy(decisions: readonly Standing[], found: ReadonlyMap<number, Found>): Ruled {
  const ruled = {
    pairs: new Map<string, boolean>(),
    given: new Map<string, { title: string; decision: number }>(),
    rejected: new Set<string>(),
    apart: new Map<string, number>(),
  };
  for (const decision of [...decisions].sort((a, b) => a.id - b.id)) {
    const sides = sidesOf(decision.subjects, found.get(decision.id) ?? []);
    apply(decision, sides, ruled);
  }
  return ruled;
}

interface Ruling {
  readonly pairs: Map<string, boolean>;
  readonly given: Map<string, { title: string; decision: number }>;
  readonly rejected: Set<string>;
  readonly apart: Map<string, number>;
}

type Sides = readonly [out: readonly string[], rest: readonly string[]];

function apply({ id, kind, value }: Standing, sides: Sides, ruling: Ruling): void {
  const all = sides.flat();
  switch (kind) {
    case 'reject':
      for (const row of all) ruling.rejected.add(row);
      break;
    case 'rename':
      for (const row of all) ruling.given.set(row, { title: value ?? '', decision: id });
      break;
    case 'merge':
      merge(all, ruling);
      break;
    case 'split':
      split(id, sides, ruling);
  }
}

/** What was taken apart is back where it meets again what it was taken from. */
function merge(all: readonly string[], { pairs, apart }: Ruling): void {
  for (const key of pairsIn(all)) {
    if (pairs.get(key) === false) for (const row of pairOf(key)) apart.delete(row);
    pairs.set(key, true);
  }
}

/** What is taken out stays together. */
function split(id: number, [out, rest]: Sides, { pairs, apart }: Ruling): void {
  const left = rest.filter((row) => !out.includes(row));
  for (const key of pairsIn(out)) pairs.set(key, true);
  for (const row of out) if (isForm(row)) apart.set(row, id);
  for (const a of out) for (const b of left) pairs.set(pairKey(a, b), false);
}

/** `person|sergei lavrov|RUS`: no other id has such a line in it. */
export const isForm = (row: string): boolean => row.includes('|');

function sidesOf(subjects: readonly Anchor[], found: Found): Sides {
  const sides = [new Set<string>(), new Set<string>()] as const;
  subjects.forEach(({ side = 0 }, at) => {
    for (const row of found[at] ?? []) sides[side === 1 ? 1 : 0].add(row);
  });
  return [[...sides[0]], [...sides[1]]];
}

const pairsIn = (all: readonly string[]): string[] =>
  all.flatMap((a, at) => all.slice(at + 1).map((b) => pairKey(a, b)));
