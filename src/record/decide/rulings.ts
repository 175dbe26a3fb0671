/** What all standing decisions come to, in their order: later ones outweigh earlier ones. A pure function of them. */
import type { Anchor, DecisionTable } from '../store/tables.js';
import type { Found } from './anchors.js';

export interface Standing {
  readonly id: number;
  readonly kind: DecisionTable['kind'];
  readonly subjects: readonly Anchor[];
  readonly value: string | null;
}

export interface Ruled {
  /** By `a b` with a < b: one happening, or two. */
  readonly pairs: ReadonlyMap<string, boolean>;
  readonly given: ReadonlyMap<string, { readonly title: string; readonly decision: number }>;
  readonly rejected: ReadonlySet<string>;
}

/** @param found Of each decision's subjects, by the decision's id. */
export function ruledBy(decisions: readonly Standing[], found: ReadonlyMap<number, Found>): Ruled {
  const pairs = new Map<string, boolean>();
  const given = new Map<string, { title: string; decision: number }>();
  const rejected = new Set<string>();
  for (const { id, kind, subjects, value } of [...decisions].sort((a, b) => a.id - b.id)) {
    const sides = sidesOf(subjects, found.get(id) ?? new Map());
    const all = sides.flat();
    if (kind === 'reject') for (const event of all) rejected.add(event);
    if (kind === 'rename' && value !== null)
      for (const event of all) given.set(event, { title: value, decision: id });
    if (kind === 'merge') for (const [a, b] of pairsIn(all)) pairs.set(keyOf(a, b), true);
    if (kind === 'split') {
      for (const a of sides[0] ?? [])
        for (const b of sides[1] ?? []) if (a !== b) pairs.set(keyOf(a, b), false);
    }
  }
  return { pairs, given, rejected };
}

function sidesOf(subjects: readonly Anchor[], found: Found): string[][] {
  const sides: string[][] = [[], []];
  subjects.forEach(({ side = 0 }, at) => {
    sides[side]?.push(...(found.get(at) ?? []));
  });
  return sides;
}

const pairsIn = (all: readonly string[]): [string, string][] =>
  all.flatMap((a, at) => all.slice(at + 1).flatMap((b): [string, string][] => (a === b ? [] : [[a, b]])));

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
