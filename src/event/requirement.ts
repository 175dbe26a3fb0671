/** What a row asks for beside its word: objects, prepositions, what hangs on it, what sort of party. */
import { complementOf } from './content.js';
import type { Frame, Governor, Oblique, Phrase, Syntax } from './frame.js';
import type { ActorSort, Rule } from './lexicon.js';
import { isOfSort, type Parties } from './party.js';
import type { Roles } from './roles.js';

/** The verb that it governs is one that the rule is about. */
export function takesComplement(
  { unless, only, modal, infinitive, refuses, abouts }: Rule,
  frame: Frame,
  syntax: Syntax,
): boolean {
  if (unless?.includes(frame.complementVerb ?? '')) return false;
  if (only && !only.includes(frame.complementVerb ?? '')) return false;
  if (!modal && !infinitive && !refuses && !abouts) return true;
  const governed = complementOf(frame, syntax);
  if (abouts && !isAbout(abouts, governed)) return false;
  const inner = governed?.verb;
  const open = inner?.tense === 'future' || inner?.modal === 'would' || inner?.form === 'infinitive';
  if (refuses && !(inner?.negated && open)) return false;
  if (infinitive && inner?.form !== 'infinitive') return false;
  return !modal || modal.includes(inner?.modal ?? '');
}

/** "failed to reach *agreement*", "refused to respond to a *demand*". */
const isAbout = (abouts: ReadonlySet<string>, governed: Frame | undefined): boolean =>
  governed !== undefined &&
  [...governed.object, ...governed.obliques.map(({ phrase }) => phrase)].some((phrase) =>
    isOf(abouts, phrase),
  );

/** It has the object that the row asks for, or one at all where its recipient is one. */
export function hasObject(rule: Rule, { object }: Roles, complement: boolean): boolean {
  const { objects } = rule;
  if (!objects) {
    const asks = rule.recipientRoles[0]?.startsWith('object') === true;
    return (
      complement ||
      rule.intransitive ||
      rule.reciprocal ||
      rule.prep !== undefined ||
      !asks ||
      object.length > 0
    );
  }
  if (objects.has('none') && object.length === 0) return true;
  return object.some((phrase) => isOf(objects, phrase));
}

export const isOf = (objects: ReadonlySet<string>, phrase: Phrase): boolean =>
  objects.has(phrase.lemma) ||
  objects.has(phrase.compound) ||
  (phrase.counting !== undefined && objects.has(phrase.counting)) ||
  objects.has(`${phrase.lemma} of ${phrase.of ?? ''}`) ||
  (objects.has('number') && /^\d/u.test(phrase.lemma)) ||
  (objects.has('actor') && phrase.actors.length > 0) ||
  (objects.has('place') && phrase.places.length > 0);

/** What hangs deeper is of something else: 0 on the word itself, 1 on its object. */
const NEAR = 1;

/** "put its troops *on alert*": a noun of the class after one of the prepositions. */
export const hasAfter = ({ kind, afters, prep }: Rule, obliques: readonly Oblique[]): boolean =>
  (afters === undefined &&
    (kind === 'verb' ||
      prep === undefined ||
      obliques.some(({ preposition }) => prep.includes(preposition)))) ||
  obliques.some(
    ({ preposition, phrase, depth }) =>
      depth <= NEAR &&
      afters !== undefined &&
      (prep === undefined || prep.includes(preposition)) &&
      isOf(afters, phrase),
  );

export const isExcepted = ({ excepts }: Rule, { subject, object, obliques }: Roles): boolean =>
  excepts !== undefined &&
  [...subject, ...object, ...obliques.map(({ phrase }) => phrase)].some((phrase) => isOf(excepts, phrase));

export const hasDoer = ({ doers }: Rule, subject: readonly Phrase[]): boolean =>
  doers === undefined || subject.some((phrase) => isOf(doers, phrase));

/** "*held* talks": the verb that governs the noun lends it subject and tense. */
export function isLight(rule: Rule, governor: Governor): boolean {
  const object = governor.link === 'object' || governor.link === governor.particle;
  const { light = [] } = rule;
  return (object && light.includes(governor.lemma)) || light.includes(`${governor.lemma} ${governor.link}`);
}

/** All are of one of the sorts. */
export const allAre = (ids: readonly string[], sorts: readonly ActorSort[], parties: Parties): boolean =>
  ids.every((id) => {
    const actor = parties.actor.get(id);
    return actor !== undefined && sorts.some((sort) => isOfSort(actor, sort));
  });
