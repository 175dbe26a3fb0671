/** The names of a report that are used as places: by their position, as a dateline, in an address, or as used elsewhere in it. */
import { treeOf } from '../language/tree.js';
import { isNamedWithin } from './container.js';
import { isDateline } from './dateline.js';
import type { Mention, PlaceTables } from './mention.js';
import type { Scan } from './scan.js';
import { standsForGovernment, type Use, type UseContext, useOf } from './use.js';

export interface Used {
  readonly mention: Mention;
  /** It only says where the report was written. */
  readonly dateline: boolean;
}

/** A town of so many people is known by its bare name. */
const WELL_KNOWN = 500_000;

export function usedAsPlaces(scan: Scan, tables: PlaceTables, all: readonly Mention[]): Used[] {
  const found = oneSense(all);
  const byWord = new Map<number, Mention>();
  for (const mention of found) for (let at = mention.from; at < mention.to; at++) byWord.set(at, mention);
  const context: UseContext = {
    scan,
    tables,
    tree: treeOf(scan.doc),
    mentionAt: (token) => byWord.get(token),
  };
  const uses = new Map<Mention, Use>();
  const elsewhere = new Set<string>();
  const datelines = new Set<Mention>();
  let before: Mention | undefined;
  for (const mention of found) {
    const dateline = isDateline(scan, mention, before, datelines);
    if (dateline) datelines.add(mention);
    const addressed = before !== undefined && isNamedWithin(scan, tables, before, mention);
    const use = dateline || addressed ? 'place' : useOf(context, mention);
    uses.set(mention, use);
    // `Paris, Texas`: the town is a place because of what follows it.
    if (addressed && before !== undefined) uses.set(before, 'place');
    before = mention;
  }
  for (const [mention, use] of uses) if (use === 'place') elsewhere.add(mention.name);
  return found
    .filter((mention) => {
      const use = uses.get(mention);
      if (use !== 'weak') return use === 'place';
      if (standsForGovernment(mention)) return false;
      return elsewhere.has(mention.name) || isWellKnown(mention);
    })
    .map((mention) => ({ mention, dateline: datelines.has(mention) }));
}

/** What the model takes for a place mostly is not a person or a company now and then. */
function oneSense(all: readonly Mention[]): Mention[] {
  const balance = new Map<string, number>();
  for (const { name, type } of all)
    if (type !== undefined) balance.set(name, (balance.get(name) ?? 0) + (isPlaceType(type) ? 1 : -1));
  return all.map((mention) => {
    if (mention.venue || mention.type === undefined || isPlaceType(mention.type)) return mention;
    return (balance.get(mention.name) ?? 0) < 0 ? mention : { ...mention, type: 'GPE' };
  });
}

const isPlaceType = (type: Mention['type']): boolean => type === 'GPE' || type === 'LOC' || type === 'FAC';

const isWellKnown = ({ entries, part }: Mention): boolean =>
  part || entries.some((entry) => entry.kind !== 'city' || entry.population >= WELL_KNOWN);
