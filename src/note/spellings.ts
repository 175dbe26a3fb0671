/** One name in two spellings: "Fumio Kishda" beside "Fumio Kishida", "Kutasi" beside "Kutaisi". */
import type { Doc, Name } from '../language/doc.js';
import type { Note } from '../log.js';
import { folded, loadStates, type States } from '../place/index.js';
import type { Place } from '../place/place.js';
import type { Span } from '../span.js';
import { editDistance } from './distance.js';
import type { Noticing } from './index.js';

/** Shorter words are too often other words. */
const SHORTEST = 5;
/** From this length on two letters may differ. */
const LONG = 9;
/** So many names are compared, at most. */
const MAX_NAMES = 300;

interface Spelled {
  readonly words: readonly string[];
  readonly spans: readonly Span[];
  readonly type: Name['type'];
}

export const spellingNotes: Noticing = ({ doc, places }) => {
  const names = namesOf(doc);
  const known = knownNames(places, loadStates());
  return names.flatMap((odd) => {
    const meant = names.find((name) => isMeant(odd, name, names, known));
    const [oddSpan, meantSpan] = [odd.spans[0], meant?.spans[0]];
    if (!oddSpan || !meantSpan || !meant) return [];
    const message = `The report writes '${odd.words.join(' ')}' as well as '${meant.words.join(' ')}'.`;
    return [{ kind: 'note/two-spellings', message, spans: [oddSpan, meantSpan] } satisfies Note];
  });
};

/** Each name once, with where it stands. */
function namesOf({ names, text }: Doc): Spelled[] {
  const found = new Map<string, { words: readonly string[]; spans: Span[]; type: Name['type'] }>();
  for (const { type, start, end } of names) {
    if (!['PERSON', 'GPE', 'LOC', 'FAC', 'ORG'].includes(type)) continue;
    const name = folded(text.slice(start, end)).replaceAll(/\s+/gu, ' ');
    const same = found.get(name);
    if (same) same.spans.push({ start, end });
    else if (found.size < MAX_NAMES)
      found.set(name, { words: name.split(' '), spans: [{ start, end }], type });
  }
  return [...found.values()];
}

/** Names that are right as they are: states, their adjectives, and places that were found. */
function knownNames(
  places: readonly Place[],
  { names, demonyms, people }: States,
): (name: string) => boolean {
  const found = new Set(
    places.flatMap(({ name, geonames, kind }) =>
      geonames !== undefined || kind === 'country' ? [folded(name)] : [],
    ),
  );
  return (name) =>
    found.has(name) || [names, demonyms, people].some((table) => table.get(name) !== undefined);
}

/** `name` is what `odd` was meant to be: written more often or known, all but one of the words the same. */
function isMeant(
  odd: Spelled,
  name: Spelled,
  all: readonly Spelled[],
  isKnown: (name: string) => boolean,
): boolean {
  if (odd === name || isKnown(odd.words.join(' '))) return false;
  const [wrong, right] = differing(odd, name);
  if (wrong === undefined || right === undefined || !isSlip(wrong, right)) return false;
  // An unknown surname alone may be taken for a body's name.
  if (name.type === 'ORG' || (odd.type === 'ORG' && (name.type !== 'PERSON' || odd.words.length > 1)))
    return false;
  if (odd.type !== 'PERSON' && name.type !== 'PERSON')
    return isKnown(name.words.join(' ')) || name.spans.length > odd.spans.length;
  // A person by the surname alone is one whom the report has introduced; who has another first name is another.
  const introduced = (word: string): boolean =>
    all.some(({ words }) => words.length > 1 && words.at(-1) === word);
  if (odd.words.length === 1 && introduced(wrong)) return false;
  const often = occurrences(all, right) > occurrences(all, wrong);
  return often || (odd.words.length === 1 && name.words.length > 1);
}

const occurrences = (all: readonly Spelled[], word: string): number =>
  all.reduce((sum, { words, spans }) => sum + (words.includes(word) ? spans.length : 0), 0);

/** The one word that differs; of a surname alone, that and the surname of the other. */
function differing(odd: Spelled, name: Spelled): readonly [string?, string?] {
  if (odd.words.length === 1 && name.words.length > 1) return [odd.words[0], name.words.at(-1)];
  if (odd.words.length !== name.words.length) return [];
  const at = odd.words.flatMap((word, place) => (word === name.words[place] ? [] : [place]));
  const [only] = at;
  return at.length === 1 && only !== undefined ? [odd.words[only], name.words[only]] : [];
}

/** A letter or two wrong, not an ending more: Russia and Russian, Ivanov and Ivanova, Latino and Latina are two words. */
function isSlip(wrong: string, right: string): boolean {
  const length = Math.min(wrong.length, right.length);
  if (length < SHORTEST || wrong[0] !== right[0]) return false;
  if (wrong.startsWith(right) || right.startsWith(wrong)) return false;
  if (wrong.slice(0, -1) === right.slice(0, -1)) return false;
  return editDistance(wrong, right, length >= LONG ? 2 : 1) <= (length >= LONG ? 2 : 1);
}
