/** Sightings of one dispute become one: by the names of what is disputed, by its kind, or as the one just told of. */
import { foldedLower } from '../place/index.js';
import { type Ground, lemmaOf } from './ground.js';
import type { Party } from './party.js';
import type { Called, Sighting } from './sighting.js';
import type { Thing } from './thing.js';

export interface Group {
  readonly sightings: Sighting[];
  readonly called: Called[];
  readonly parties: Map<string, Party>;
}

/** More disputes than that are no report; it bounds the comparing. */
const MAX_GROUPS = 50;

/** Groups by their first sighting. */
export function merged(ground: Ground, sightings: readonly Sighting[]): Group[] {
  const groups: Group[] = [];
  const named = sightings.filter(({ things }) => things.some(({ thing }) => thing.named));
  const described = sightings.filter((one) => one.things.length > 0 && !named.includes(one));
  for (const one of named) into(groups, one, byName(ground, groups, one));
  for (const one of described) into(groups, one, byKind(groups, one));
  for (const one of sightings)
    if (one.things.length === 0) into(groups, one, nearest(groups, one), one.sort !== 'back');
  return groups;
}

function into(groups: Group[], one: Sighting, known: Group | undefined, opens = true): void {
  if (!known && (!opens || groups.length >= MAX_GROUPS)) return;
  const group: Group = known ?? { sightings: [], called: [], parties: new Map() };
  if (!known) groups.push(group);
  group.sightings.push(one);
  group.called.push(...one.things);
  for (const party of one.parties) if (!group.parties.has(party.key)) group.parties.set(party.key, party);
}

const byName = (ground: Ground, groups: readonly Group[], one: Sighting): Group | undefined =>
  groups.find(({ called }) =>
    called.some((known) => one.things.some(({ thing }) => sameName(ground, known.thing, thing))),
  );

/** "Falklands" and "Falkland Islands": the words of one, without its kind, are among those of the other. */
export function sameName(ground: Ground, a: Thing, b: Thing): boolean {
  if (!a.named || !b.named) return foldedLower(a.name) === foldedLower(b.name);
  const [few, many] = [keysOf(ground, a), keysOf(ground, b)].sort((one, other) => one.length - other.length);
  return few !== undefined && few.length > 0 && few.every((key) => many?.includes(key));
}

function keysOf({ doc, words }: Ground, { span, head }: Thing): string[] {
  const found: string[] = [];
  for (let at = head.index; (doc.tokens[at]?.start ?? -1) >= span.start; at--) push(at);
  for (let at = head.index + 1; (doc.tokens[at]?.end ?? Infinity) <= span.end; at++) push(at);
  return found;

  function push(at: number): void {
    const token = doc.tokens[at];
    if (token && /^\p{Lu}/u.test(token.form) && !words.kinds.has(lemmaOf(token)))
      found.push(foldedLower(token.form).replace(/s$/u, ''));
  }
}

/** Several things of a kind may be disputed: the one told of last, by parties that fit. A name may not tell its kind. */
function byKind(groups: readonly Group[], one: Sighting): Group | undefined {
  const kinds = one.things.flatMap(({ thing }) => thing.kind ?? []);
  const same = groups.filter(({ called }) => called.some(({ thing }) => isSameKind(thing, one)));
  if (same.length > 0 || kinds.length === 0) return nearest(same, one);
  return nearest(
    groups.filter(({ called }) => called.every(({ thing }) => thing.named && thing.kind === undefined)),
    one,
  );
}

const isSameKind = (known: Thing, one: Sighting): boolean =>
  one.things.some(({ thing }) =>
    thing.kind === undefined
      ? foldedLower(known.name) === foldedLower(thing.name)
      : known.kind === thing.kind,
  );

/** The group told of last before `one`, else the first after it, among those that its parties may belong to. */
function nearest(groups: readonly Group[], one: Sighting): Group | undefined {
  let best: { readonly group: Group; readonly away: number } | undefined;
  for (const group of groups) {
    if (!fits(group, one)) continue;
    for (const { at } of group.sightings) {
      const before = one.at.index - at.index;
      // One that comes later is further away than any that came before.
      const away = before >= 0 ? before : 1_000_000_000 - before;
      if (!best || away < best.away) best = { group, away };
    }
  }
  return best?.group;
}

const fits = ({ parties }: Group, one: Sighting): boolean =>
  parties.size < 2 || one.parties.length === 0 || one.parties.some(({ key }) => parties.has(key));
