/** Who and what stands in which role about a word. */
import { complementOf } from './content.js';
import type { Frame, Oblique, Phrase, Syntax } from './frame.js';
import type { Rule } from './lexicon.js';

/** The phrases that stand in each role, passive undone. */
export interface Roles {
  readonly subject: readonly Phrase[];
  readonly object: readonly Phrase[];
  readonly obliques: readonly Oblique[];
  readonly owners: readonly string[];
  readonly complement: readonly Phrase[];
  readonly inner?: readonly Phrase[];
}

/** Objects of the verb that it governs ("to help *Peru*", "to help *Peru* rebuild"), where the rule asks for them. */
export function innerOf({ recipientRoles }: Rule, frame: Frame, syntax: Syntax): readonly Phrase[] {
  if (!recipientRoles.some((role) => role.startsWith('inner'))) return [];
  const inner = complementOf(frame, syntax);
  return inner ? [...inner.object, ...inner.complementSubject] : [];
}

/** Passive undone; a particle's noun ("laid *down* their arms") is the object. */
export function rolesOf(frame: Frame, particles: readonly string[]): Roles {
  const moved = frame.obliques.filter(({ preposition }) => particles.includes(preposition));
  const object = [...frame.object, ...moved.map(({ phrase }) => phrase)];
  const obliques = frame.obliques.filter((oblique) => !moved.includes(oblique));
  if (frame.verb?.voice !== 'passive')
    return {
      subject: frame.subject,
      object,
      obliques,
      owners: frame.owners,
      complement: frame.complementSubject,
    };
  // Not "were held *by video link*".
  const isAgent = ({ preposition, depth, phrase }: Oblique): boolean =>
    preposition === 'by' && depth === 0 && (phrase.actors.length > 0 || phrase.owners.length > 0);
  return {
    subject: obliques.filter(isAgent).map(({ phrase }) => phrase),
    object: [...frame.subject, ...object],
    obliques: obliques.filter((oblique) => !isAgent(oblique)),
    owners: frame.owners,
    complement: frame.complementSubject,
  };
}

/** Phrases of a noun, and of the light verb that it stands with. */
export const union = (own: readonly Oblique[], outer: readonly Oblique[]): Oblique[] => [
  ...own,
  ...outer.filter(({ phrase }) => !own.some((oblique) => oblique.phrase.head === phrase.head)),
];

/** "shared intelligence about smugglers *with Morocco*": the parse hangs a phrase on a noun that stands nearer; not on any. */
const DEEPEST = 2;

/** Without what hangs so deep: "agreed to American mediation in talks *with Iran*" is no agreement with Iran. */
export const near = (roles: Roles): Roles => ({
  ...roles,
  obliques: roles.obliques.filter(({ depth }) => depth < DEEPEST),
});

export function phrasesAt(role: string, roles: Roles): readonly Phrase[] {
  if (role === 'subject') return roles.subject;
  if (role === 'complement') return roles.complement;
  if (role === 'inner') return roles.inner ?? [];
  if (role === 'object' || role === 'light-object') return roles.object;
  const own = roles.obliques.filter(({ preposition, depth }) => preposition === role && depth <= DEEPEST);
  const nearest = Math.min(...own.map(({ depth }) => depth));
  return own.filter(({ depth }) => depth === nearest).map(({ phrase }) => phrase);
}
