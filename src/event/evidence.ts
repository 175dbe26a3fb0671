/** What each piece of an act was taken from: the word that names a party, by which role, and the way to it. */

import type { Candidate } from './candidate.js';
import type { Desk } from './desk.js';
import type { Frame, Phrase } from './frame.js';
import { named } from './party.js';
import { pathBetween, type Step } from './path.js';

export interface Evidence {
  /** Index in `doc.tokens` of the head of the phrase that names the party. */
  readonly token: number;
  /** `subject`, `object`, `owner`, or a preposition. */
  readonly role: string;
  readonly path: readonly Step[];
}

/** The nearest phrase that names the actor, of all that belong to the act; undefined for what another word gave. */
export function evidenceOf(
  { doc, parties, syntax }: Desk,
  candidate: Candidate,
  id: string,
): Evidence | undefined {
  const { frame, obliques, light, verb } = candidate;
  const outer = light === undefined ? undefined : syntax.frame(light);
  const passive = verb?.voice === 'passive';
  const frames = [frame, ...(outer ? [outer] : [])];
  const phrases: [role: string, phrase: Phrase][] = [
    ...frames.flatMap(({ subject }) => tagged(passive ? 'object' : 'subject', subject)),
    ...frames.flatMap(({ object }) => tagged('object', object)),
    ...[...obliques]
      .sort((a, b) => a.depth - b.depth)
      .map(({ preposition, phrase }): [string, Phrase] => [preposition, phrase]),
    ...tagged('complement', frame.complementSubject),
  ];
  const found =
    phrases.find(([, phrase]) => phrase.actors.includes(id)) ??
    phrases.find(([, phrase]) => named(parties, [phrase], true).includes(id)) ??
    owned(phrases, frame, id);
  if (!found) return undefined;
  const [role, phrase] = found;
  return { token: phrase.head, role, path: pathBetween(doc, frame.head, phrase.head) };
}

const tagged = (role: string, phrases: readonly Phrase[]): [string, Phrase][] =>
  phrases.map((phrase) => [role, phrase]);

/** Whose the act or one of its phrases is. */
function owned(
  phrases: readonly [string, Phrase][],
  frame: Frame,
  id: string,
): [string, Pick<Phrase, 'head'>] | undefined {
  if (frame.owners.includes(id)) return ['owner', frame];
  const found = phrases.find(([, phrase]) => phrase.owners.includes(id));
  return found && [`${found[0]}.owner`, found[1]];
}
