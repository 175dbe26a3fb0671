/** Where an act was: a place in a locative phrase of its clause. Never the dateline, which is in no clause. */

import type { Candidate } from './candidate.js';
import type { PloverType } from './event.js';
import type { Frame, Oblique, Phrase } from './frame.js';
import type { Rule } from './lexicon.js';
import type { EventData } from './load.js';

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
  let held = frame.kind === 'verb' && frame.object.some((phrase) => isElsewhere(data, rule, phrase));
  for (const { preposition, phrase, depth } of obliques) {
    if (!SAME_PLACE.has(preposition) && happens(data, phrase)) held = true;
    // "ahead of a summit in Japan": the place is the summit's. What comes before the act is not behind that noun.
    if (!isLocative(rule, preposition) || (held && depth > 0 && phrase.start > trigger.start)) continue;
    const place = placeOf(phrase);
    if (place !== undefined) return place;
  }
  return besidePlace(frame) ?? objectPlace(candidate, data);
}

const isLocative = ({ type }: Rule, preposition: string): boolean =>
  LOCATIVE.has(preposition) || DIRECTED[type]?.includes(preposition) === true;

/** Where troops go and marches lead is where they are. */
const DIRECTED: Readonly<Partial<Record<PloverType, readonly string[]>>> = {
  MOBILIZE: ['to', 'into', 'towards', 'toward'],
  PROTEST: ['through', 'to'],
};

/** "Police *in Beijing* arrested …". */
function besidePlace({ beside }: Frame): string | undefined {
  for (const { preposition, phrase } of beside)
    if (LOCATIVE.has(preposition) && phrase.actors.length === 0) return placeOf(phrase);
  return undefined;
}

/** "occupied *the Falkland Islands*", "blocked the harbour of *Callao*": where what is taken, hit or blocked is a place. */
function objectPlace({ rule, frame, verb, obliques }: Candidate, data: EventData): string | undefined {
  if (rule.type !== 'ASSAULT' && rule.type !== 'COERCE' && rule.mode !== 'obstruct') return undefined;
  const objects = verb?.voice === 'passive' ? frame.subject : frame.object;
  const things = objects.filter((phrase) => phrase.actors.length === 0 && !happens(data, phrase));
  const own = things.find(({ headPlace }) => headPlace !== undefined)?.headPlace;
  return (
    own ?? things.map((thing) => placeOf(behindOf(thing, obliques))).find((place) => place !== undefined)
  );
}

/** What the noun is of: `Callao` of "the harbour of Callao". */
const behindOf = (thing: Phrase, obliques: readonly Oblique[]): Phrase | undefined =>
  obliques.find(
    ({ preposition, depth, phrase }) => preposition === 'of' && depth === 1 && phrase.start > thing.start,
  )?.phrase;

/** "held an exercise in the bay": what the rule itself asks for as an object is no other act. */
const isElsewhere = (data: EventData, { objects }: Rule, phrase: Phrase): boolean =>
  happens(data, phrase) && objects?.has(phrase.lemma) !== true;

const placeOf = (phrase: Phrase | undefined): string | undefined => phrase?.headPlace ?? phrase?.places[0];

/** True for a noun that names something with a place of its own: "summit", "war". */
const happens = ({ lexicon, words }: EventData, { lemma, actors }: Phrase): boolean =>
  actors.length === 0 && (lexicon.nouns.has(lemma) || words.happenings.has(lemma));
