/** "The shoal", "the islands": the last thing of that kind that the report named before. */
import type { Token } from '../language/doc.js';
import { hasRelation } from '../language/tree.js';
import { type Ground, lemmaOf } from './ground.js';
import type { Called, Sighting } from './sighting.js';
import { type Thing, thingAt } from './thing.js';

/** A longer description says which one it means. */
const SHORT = 2;

/** Sightings of things that are only described get the name that the report gave them before. */
export function withAntecedents(ground: Ground, sightings: readonly Sighting[]): Sighting[] {
  const named = namedByKind(ground);
  const resolved = ({ thing, ...by }: Called): Called => {
    const before = thing.kind !== undefined && isShort(thing) ? named.get(thing.kind) : undefined;
    const found = before && lastBefore(before, thing.head.index);
    return { thing: found ?? thing, ...by };
  };
  return sightings.map((sighting) => ({ ...sighting, things: sighting.things.map(resolved) }));
}

const isShort = ({ named, name }: Thing): boolean => !named && name.split(' ').length <= SHORT;

/** Things with a name, by their kind, in the order of the text. */
function namedByKind(ground: Ground): Map<string, Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const token of ground.doc.tokens) {
    if (!ground.words.kinds.has(lemmaOf(token))) continue;
    const thing = thingAt(ground, headOf(ground, token));
    if (!thing?.named) continue;
    const kind = lemmaOf(token);
    const same = found.get(kind);
    if (same) same.push(thing);
    else found.set(kind, [thing]);
  }
  return found;
}

/** `Sabina` heads "Sabina Shoal" where the parse makes the name flat. */
const headOf = ({ doc }: Ground, token: Token): Token =>
  hasRelation(token, 'flat') ? (doc.tokens[token.head] ?? token) : token;

function lastBefore(things: readonly Thing[], index: number): Thing | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.head.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return things[low - 1];
}
