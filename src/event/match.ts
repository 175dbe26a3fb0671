/** A rule held against a frame: who did it, to whom, and whether all that the rule asks for is there. */
import type { Span } from '../span.js';
import { cover } from '../span.js';
import type { Frame, Governor, Oblique, Phrase, Syntax, VerbForm } from './frame.js';
import type { ActorSort, Rule } from './lexicon.js';
import { named, owners, type Parties, sortOf } from './party.js';

/** An act as the rule reads it, before anything is known of whether it's real. */
export interface Candidate {
  readonly rule: Rule;
  readonly frame: Frame;
  /** The verb that carries tense: the frame's own, or the light verb's. */
  readonly verb?: VerbForm;
  readonly governors: readonly Governor[];
  readonly obliques: readonly Oblique[];
  readonly trigger: Span;
  readonly clause: Span;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** Why it can't stand on its own; it may still be what another act is about. */
  readonly problem?: 'no-actor' | 'no-recipient' | 'no-pair' | 'no-complement';
}

interface Roles {
  readonly subject: readonly Phrase[];
  readonly object: readonly Phrase[];
  readonly obliques: readonly Oblique[];
  readonly owners: readonly string[];
}

/** What the rule reads in the frame; undefined when the rule isn't about these words. */
export function match(rule: Rule, frame: Frame, syntax: Syntax, parties: Parties): Candidate | undefined {
  return rule.kind === 'verb' ? matchVerb(rule, frame, parties) : matchNoun(rule, frame, syntax, parties);
}

function matchVerb(rule: Rule, frame: Frame, parties: Parties): Candidate | undefined {
  if (rule.particle && !rule.particle.includes(frame.particle ?? '')) return undefined;
  const roles = rolesOf(frame, rule.particle ?? []);
  if (
    rule.prep &&
    !rule.prep.some((preposition) => roles.obliques.some((oblique) => oblique.preposition === preposition))
  )
    return undefined;
  if (!hasObject(rule, roles)) return undefined;
  const verb = frame.verb;
  return settle(rule, roles, parties, {
    frame,
    ...(verb ? { verb } : {}),
    governors: frame.governors,
    obliques: roles.obliques,
    trigger: frame.trigger,
    clause: frame.clause,
  });
}

/** Passive undone; a particle's noun ("laid *down* their arms") is the object. */
function rolesOf(frame: Frame, particles: readonly string[]): Roles {
  const moved = frame.obliques.filter(({ preposition }) => particles.includes(preposition));
  const object = [...frame.object, ...moved.map(({ phrase }) => phrase)];
  const obliques = frame.obliques.filter((oblique) => !moved.includes(oblique));
  if (frame.verb?.voice !== 'passive')
    return { subject: frame.subject, object, obliques, owners: frame.owners };
  const agents = obliques.filter(({ preposition }) => preposition === 'by').map(({ phrase }) => phrase);
  return { subject: agents, object: [...frame.subject, ...object], obliques, owners: frame.owners };
}

function hasObject(rule: Rule, { object }: Roles): boolean {
  const { objects } = rule;
  if (!objects) {
    const asks = rule.recipientRoles[0]?.startsWith('object') === true;
    return rule.intransitive || rule.reciprocal || rule.prep !== undefined || !asks || object.length > 0;
  }
  if (objects.has('none') && object.length === 0) return true;
  return object.some((phrase) => isOf(objects, phrase));
}

const isOf = (objects: ReadonlySet<string>, phrase: Phrase): boolean =>
  objects.has(phrase.lemma) ||
  objects.has(phrase.compound) ||
  (objects.has('actor') && phrase.actors.length > 0) ||
  (objects.has('place') && phrase.places.length > 0);

function matchNoun(rule: Rule, frame: Frame, syntax: Syntax, parties: Parties): Candidate | undefined {
  if (rule.modifier && !rule.modifier.includes(frame.modifier ?? '')) return undefined;
  const { ofs } = rule;
  if (ofs && !frame.obliques.some(({ preposition, phrase }) => preposition === 'of' && isOf(ofs, phrase)))
    return undefined;
  const governor = frame.governors[0];
  const light = governor && isLight(rule, governor) ? syntax.frame(governor.token) : undefined;
  if (light?.verb) {
    const { subject, obliques, object } = rolesOf(light, []);
    const own = object.filter((phrase) => phrase.head !== frame.head);
    const all = union(frame.obliques, obliques);
    return settle(rule, { subject, object: own, obliques: all, owners: frame.owners }, parties, {
      frame,
      verb: light.verb,
      governors: light.governors,
      obliques: all,
      trigger: cover(light.trigger, frame.trigger),
      clause: cover(light.clause, frame.clause),
    });
  }
  if (rule.needs.includes('light')) return undefined;
  return settle(rule, { subject: [], object: [], obliques: frame.obliques, owners: frame.owners }, parties, {
    frame,
    governors: frame.governors,
    obliques: frame.obliques,
    trigger: frame.trigger,
    clause: frame.clause,
  });
}

function isLight(rule: Rule, governor: Governor): boolean {
  const object = governor.link === 'object' || governor.link === governor.particle;
  return object && rule.light?.includes(governor.lemma) === true;
}

const union = (own: readonly Oblique[], outer: readonly Oblique[]): Oblique[] => [
  ...own,
  ...outer.filter(({ phrase }) => !own.some((oblique) => oblique.phrase.head === phrase.head)),
];

type Settled = Omit<Candidate, 'rule' | 'actors' | 'recipients' | 'problem'>;

function settle(rule: Rule, roles: Roles, parties: Parties, settled: Settled): Candidate | undefined {
  const fromSubject = rule.kind === 'noun' ? named(parties, roles.subject, false) : [];
  let actors = fromSubject.length > 0 ? fromSubject : firstOf(rule.actorRoles, roles, parties, false);
  let recipients = firstOf(rule.recipientRoles, roles, parties, rule.host);
  if (rule.reciprocal && rule.kind === 'noun') {
    const between = named(parties, phrasesAt('between', roles), false);
    actors = distinct([...between, ...actors, ...recipients, ...implied(rule, settled.frame, parties)]);
    recipients = [];
  } else if (actors.length === 0) actors = implied(rule, settled.frame, parties);
  recipients = recipients.filter((id) => !actors.includes(id));
  const sorts = rule.subject ?? rule.party;
  if (sorts && !allAre(actors, sorts, parties)) return undefined;
  if (rule.target && !allAre(recipients, rule.target, parties)) return undefined;
  const problem = problemOf(rule, actors, recipients, settled.frame);
  return { ...settled, rule, actors, recipients, ...(problem === undefined ? {} : { problem }) };
}

/** "said *after talks with Putin*": the subject of the main clause took part. */
function implied(rule: Rule, frame: Frame, parties: Parties): string[] {
  if (rule.type !== 'CONSULT' || frame.kind !== 'noun') return [];
  const link = frame.governors[0]?.link ?? '';
  return ADJUNCTS.has(link) && frame.owners.length === 0 ? named(parties, frame.subject, false) : [];
}

const ADJUNCTS: ReadonlySet<string> = new Set([
  'after',
  'ahead of',
  'before',
  'during',
  'following',
  'prior to',
  'in',
  'at',
]);

function problemOf(
  rule: Rule,
  actors: readonly string[],
  recipients: readonly string[],
  frame: Frame,
): Candidate['problem'] {
  if (actors.length === 0) return 'no-actor';
  if (rule.needs.includes('recipient') && recipients.length === 0) return 'no-recipient';
  if (rule.needs.includes('pair') && actors.length + recipients.length < 2) return 'no-pair';
  if (rule.needs.includes('complement') && !frame.complement) return 'no-complement';
  return undefined;
}

const allAre = (ids: readonly string[], sorts: readonly ActorSort[], parties: Parties): boolean =>
  ids.every((id) => {
    const actor = parties.actor.get(id);
    return actor !== undefined && sorts.includes(sortOf(actor));
  });

/** The first role that names somebody. */
function firstOf(names: readonly string[], roles: Roles, parties: Parties, host: boolean): string[] {
  for (const name of names) {
    const ids = atRole(name, roles, parties, host);
    if (ids.length > 0) return ids;
  }
  return [];
}

function atRole(name: string, roles: Roles, parties: Parties, host: boolean): string[] {
  if (name === 'owner') return [...roles.owners];
  const [role = '', part] = name.split('.');
  const phrases = phrasesAt(role, roles);
  return part === 'owner' ? owners(phrases) : named(parties, phrases, host);
}

function phrasesAt(role: string, roles: Roles): readonly Phrase[] {
  if (role === 'subject') return roles.subject;
  if (role === 'object' || role === 'light-object') return roles.object;
  return roles.obliques.filter(({ preposition }) => preposition === role).map(({ phrase }) => phrase);
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
