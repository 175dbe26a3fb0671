/** Against whom one acts near a thing that it has its own name for: "fired at a Philippine boat near X, which Beijing calls Y". */
import type { PloverType } from '../event/event.js';
import { contains } from '../span.js';
import type { Ground } from './ground.js';
import { type Party, partyOf } from './party.js';
import type { Sighting } from './sighting.js';

/** PLOVER's quads of conflict, in words and deeds. */
const CONFLICT: ReadonlySet<PloverType> = new Set([
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]);

/** Parties to an act of conflict told in the sentence that names the thing, if a user of the name is one of them. */
export function opponents(ground: Ground, { at, parties }: Sighting): Party[] {
  const sentence = ground.doc.sentences[at.sentence];
  if (!sentence) return [];
  const users = new Set(parties.map(({ key }) => key));
  return ground.before.events
    .filter(({ type, trigger }) => CONFLICT.has(type) && contains(sentence, trigger))
    .flatMap(({ actors, recipients }) => {
      const all = [...actors, ...recipients].flatMap((id) => {
        const actor = ground.actorById.get(id);
        return actor ? partyOf(ground, actor) : [];
      });
      return all.some(({ key }) => users.has(key)) ? all : [];
    });
}
