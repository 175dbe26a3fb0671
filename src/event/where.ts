/** Where an act was: a place in a locative phrase of its clause. Never the dateline, which is in no clause. */
import type { Phrase } from './frame.js';
import type { EventData } from './load.js';
import type { Candidate } from './match.js';

const LOCATIVE: ReadonlySet<string> = new Set([
  'in',
  'at',
  'on',
  'near',
  'off',
  'outside',
  'inside',
  'around',
  'across',
  'along',
  'over',
  'within',
  'throughout',
]);

/** What the place of another act is the place of this one after: "met *for* talks in Moscow". */
const SAME_PLACE: ReadonlySet<string> = new Set(['for', 'at', 'during', 'in', 'on', 'of']);

/** Place id. For a visit, the place that is visited. */
export function whereOf(candidate: Candidate, data: EventData): string | undefined {
  const { rule, frame, obliques, trigger } = candidate;
  const placed = obliques.filter(({ phrase }) => phrase.places.length > 0);
  const after = placed.filter(({ phrase }) => phrase.start > trigger.start);
  if (rule.host && rule.type === 'CONSULT') {
    const visited = after.find(({ preposition }) => preposition === 'to' || preposition === 'in');
    return placeOf(visited?.phrase) ?? placeOf(frame.object.find(({ places }) => places.length > 0));
  }
  const elsewhere = frame.kind === 'verb' && frame.object.some((phrase) => happens(data, phrase));
  let held = elsewhere;
  for (const [nth, { preposition, phrase }] of obliques.entries()) {
    if (!SAME_PLACE.has(preposition) && happens(data, phrase)) held = true;
    // "ahead of a summit in Japan": the place is the summit's. What comes before the act is not behind that noun.
    if (!LOCATIVE.has(preposition) || (held && phrase.start > trigger.start)) continue;
    const next = obliques[nth + 1];
    // "in the city of Yamaguchi", "in the Black Sea resort of Sochi": known or not, the name after "of" is the place.
    const of = next?.preposition === 'of' && phrase.actors.length === 0 ? next.phrase : undefined;
    const place = phrase.headPlace ?? (of && of.actors.length === 0 ? placeOf(of) : placeOf(phrase));
    if (place !== undefined) return place;
  }
  return undefined;
}

const placeOf = (phrase: Phrase | undefined): string | undefined => phrase?.headPlace ?? phrase?.places[0];

/** True for a noun that names something with a place of its own: "summit", "war". */
const happens = ({ lexicon, words }: EventData, { lemma, actors }: Phrase): boolean =>
  actors.length === 0 && (lexicon.nouns.has(lemma) || words.happenings.has(lemma));
