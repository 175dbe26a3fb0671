/** Names that are nearly one that is known: one that the report has spelled right elsewhere, or a large town. */

import { differByOne } from '../spelling.js';
import type { Entry } from './gazetteer.js';
import type { Mention, PlaceTables } from './mention.js';

/** Shorter names are too often other names. */
const MIN_LENGTH = 6;
/** So many names at most are compared, so that a text of names alone costs no more. */
const MAX_NAMES = 200;
/** The gazetteer is asked for so many names of one report. */
const MAX_ASKED = 30;
/** A town that a misspelling may be taken for; smaller ones are too many. */
const LARGE = 500_000;

export interface Meant {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** The mention that has the right spelling; none where it is the gazetteer's. */
  readonly mention?: Mention;
}

/** Asks for what unknown names may mean, each name once. */
export function spellingOf(
  { gazetteer }: PlaceTables,
  used: readonly Mention[],
): (unknown: Mention) => Meant | undefined {
  const known = distinctNames(used);
  const asked = new Map<string, Meant | undefined>();
  return ({ name }) => {
    if (name.length < MIN_LENGTH || asked.has(name)) return asked.get(name);
    const mention = known.find((each) => each.name !== name && differByOne(each.name, name));
    const meant = mention
      ? { name: mention.name, entries: mention.entries, mention }
      : asked.size < MAX_ASKED
        ? largeTown(name, (each) => gazetteer.get(each))
        : undefined;
    asked.set(name, meant);
    return meant;
  };
}

/** The only large town whose name is one letter away. */
function largeTown(name: string, entriesOf: (name: string) => readonly Entry[]): Meant | undefined {
  const found = new Map<number, Meant>();
  for (const other of spellingsNear(name)) {
    const entries = entriesOf(other).filter(({ kind, population }) => kind === 'city' && population >= LARGE);
    for (const entry of entries) found.set(entry.geonames ?? 0, { name: other, entries: [entry] });
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One letter other, one more, one less, or two that changed places. The first letter is right. */
function* spellingsNear(name: string): Generator<string> {
  for (let at = 1; at <= name.length; at++) {
    const left = name.slice(0, at);
    const right = name.slice(at + 1);
    for (const letter of LETTERS) {
      yield left + letter + name.slice(at);
      if (at < name.length) yield left + letter + right;
    }
    if (at < name.length) yield left + right;
    if (at + 1 < name.length) yield left + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  }
}

/** One mention for each name. */
function distinctNames(mentions: readonly Mention[]): Mention[] {
  const byName = new Map<string, Mention>();
  for (const mention of mentions) {
    if (byName.size >= MAX_NAMES) break;
    if (mention.entries.length > 0 && !byName.has(mention.name)) byName.set(mention.name, mention);
  }
  return [...byName.values()];
}
