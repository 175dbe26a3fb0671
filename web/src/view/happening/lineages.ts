/** Evidence by source: reports that copy each other are one. */
import type { Evidence } from '../../api/types.js';

export interface Lineage {
  readonly key: string;
  /** The first to print it. */
  readonly first: Evidence;
  /** Other sentences of the same report, then copies. */
  readonly own: readonly Evidence[];
  readonly copies: readonly Evidence[];
}

/** @param evidence By day of publication. */
export function lineagesOf(evidence: readonly Evidence[]): Lineage[] {
  const byLineage = new Map<string, Evidence[]>();
  for (const each of evidence) {
    const key = each.lineage ?? each.article;
    byLineage.set(key, [...(byLineage.get(key) ?? []), each]);
  }
  return [...byLineage].flatMap(([key, all]) => {
    const first = all.find(({ rejected }) => !rejected) ?? all[0];
    if (first === undefined) return [];
    const rest = all.filter((each) => each !== first);
    return [
      {
        key,
        first,
        own: rest.filter(({ article }) => article === first.article),
        copies: rest.filter(({ article }) => article !== first.article),
      },
    ];
  });
}
