/** Whom the roles of a rule name: who did it and to whom. */
import type { Ground } from './candidate.js';
import { effectOf } from './effect.js';
import type { Frame } from './frame.js';
import type { Rule } from './lexicon.js';
import { isSameSide, named, owners, type Parties } from './party.js';
import { phrasesAt, type Roles } from './roles.js';

/** The first role that names somebody. */
export function firstOf(names: readonly string[], roles: Roles, ground: Ground, host: boolean): string[] {
  // "recalled *its ambassador to Israel*": who is recalled is not where from.
  const doers = named(ground.parties, roles.subject, false);
  const things = named(ground.parties, roles.object, false).filter((id) =>
    isOwn([id], doers, ground.parties),
  );
  for (const name of names) {
    const moved = /^(?:object|subject|light-object)/u.test(name) ? [] : things;
    const ids = atRole(name, roles, ground, host).filter((id) => !moved.includes(id));
    if (ids.length > 0) return ids;
  }
  return [];
}

/** Where no role names a recipient, it is he whose the things in those roles are: "fired rockets at *an Iraqi base*". */
export const withOwners = (names: readonly string[]): string[] => [
  ...names,
  ...names.filter((name) => !name.includes('.') && name !== 'owner').map((name) => `${name}.owner`),
];

function atRole(name: string, roles: Roles, { parties, lexicon }: Ground, host: boolean): string[] {
  const isAct = (lemma: string): boolean => lexicon.nouns.has(lemma);
  if (name === 'owner') return [...roles.owners];
  const [role = '', part] = name.split('.');
  const phrases = phrasesAt(role, roles);
  return part === 'owner' ? owners(phrases, isAct) : named(parties, phrases, host);
}

/** "The minister said *Greece* would not attend": he speaks for it. */
export const isOwn = (ids: readonly string[], actors: readonly string[], parties: Parties): boolean =>
  ids.every((id) => actors.some((actor) => isSameSide(parties, id, actor)));

/**
 * "said *after talks with Putin*", "*proposed* talks with Iran": the subject of the governing verb takes part; "*denied* any arrest",
 * "*planned* an attack on Iran": it is who did it or would.
 */
export function implied(rule: Rule, frame: Frame, { lexicon, parties, syntax }: Ground): string[] {
  const governor = frame.governors[0];
  if (frame.kind !== 'noun' || !governor || frame.owned || frame.owners.length > 0) return [];
  const row = effectOf(lexicon, governor, { kind: 'noun', type: rule.type });
  const takesPart =
    row?.actor === 'subject' || ((rule.type === 'CONSULT' || rule.reciprocal) && row?.party === 'subject');
  if (!takesPart) return [];
  // "Syria's *denial* of any arrest": a noun that governs has an owner for subject.
  const owners = governor.verb ? [] : (syntax.frame(governor.token)?.owners ?? []);
  return owners.length > 0 ? [...owners] : named(parties, frame.subject, false);
}

/** A visit to a place whose state the report doesn't name has no recipient, but a place. */
export const isPlaced = (rule: Rule, roles: Roles): boolean =>
  rule.recipientRoles.some((role) => phrasesAt(role, roles).some(({ places }) => places.length > 0));

/** Places that stand where a recipient would: "invaded *South Ossetia*", "fired rockets at *Haifa*". */
export const placesIn = (names: readonly string[], roles: Roles): string[] =>
  names.flatMap((name) =>
    phrasesAt(name, roles).flatMap(({ actors, headPlace }) =>
      actors.length === 0 && headPlace !== undefined ? [headPlace] : [],
    ),
  );
