/** A rule held against a frame: who did it, to whom, and whether all that the rule asks for is there. */
import { cover } from '../span.js';
import type { Candidate, Ground, Misfit } from './candidate.js';
import { contentOf, rowOf } from './content.js';
import { effectOf } from './effect.js';
import type { Frame } from './frame.js';
import type { Rule } from './lexicon.js';
import { foreignStates, named, type Parties, sidesOf } from './party.js';
import {
  allAre,
  hasAfter,
  hasDoer,
  hasObject,
  isExcepted,
  isLight,
  isOf,
  takesComplement,
} from './requirement.js';
import { innerOf, near, phrasesAt, type Roles, rolesOf, union } from './roles.js';
import { firstOf, implied, isOwn, isPlaced, placesIn, withOwners } from './sides.js';

/** What the rule reads in the frame, or why it reads nothing. */
export function match(rule: Rule, frame: Frame, ground: Ground): Candidate | Misfit {
  return rule.kind === 'verb' ? matchVerb(rule, frame, ground) : matchNoun(rule, frame, ground);
}

function matchVerb(rule: Rule, frame: Frame, ground: Ground): Candidate | Misfit {
  if (!takesComplement(rule, frame, ground.syntax)) return 'complement';
  if (rule.plan && frame.complementIs) return 'plan';
  if (rule.result && !rule.result.includes(frame.result ?? '')) return 'result';
  if (rule.particle && !rule.particle.includes(frame.particle ?? '')) return 'particle';
  const roles = { ...rolesOf(frame, rule.particle ?? []), inner: innerOf(rule, frame, ground.syntax) };
  if (rule.prep && !rule.prep.some((preposition) => frame.prepositions.includes(preposition))) return 'prep';
  if (!hasObject(rule, roles, frame.complement)) return 'object';
  // "attackers *with machetes* killed".
  const tools = frame.beside.filter(({ preposition }) => preposition === 'with');
  if (!hasAfter(rule, [...roles.obliques, ...tools])) return 'after';
  if (!hasDoer(rule, roles.subject)) return 'doer';
  if (isExcepted(rule, roles)) return 'except';
  const phrasal = rule.particle && frame.particleEnd !== undefined;
  return settle(rule, roles, ground, {
    ...standingOf(frame),
    ...(frame.verb ? { verb: frame.verb } : {}),
    obliques: roles.obliques,
    trigger: phrasal ? { start: frame.trigger.start, end: frame.particleEnd } : frame.trigger,
  });
}

type Settled = Omit<Candidate, 'rule' | 'actors' | 'recipients' | 'content' | 'problem'>;

/** What a candidate has from its word's frame when nothing else lends it more. */
const standingOf = (frame: Frame): Settled => ({
  frame,
  governors: frame.governors,
  qualifiers: frame.qualifiers,
  obliques: frame.obliques,
  trigger: frame.trigger,
  clause: frame.clause,
  earlier: frame.earlier,
});

function matchNoun(rule: Rule, frame: Frame, ground: Ground): Candidate | Misfit {
  if (rule.modifier && !frame.modifiers.some((word) => rule.modifier?.includes(word))) return 'modifier';
  const { ofs } = rule;
  if (ofs && !frame.obliques.some(({ preposition, phrase }) => preposition === 'of' && isOf(ofs, phrase)))
    return 'of';
  const governor = frame.governors[0];
  const light = governor && isLight(rule, governor) ? ground.syntax.frame(governor.token) : undefined;
  if (light) return withLight(rule, frame, light, ground);
  const { being } = frame;
  if (being && rule.light?.includes(`be ${being.preposition}`))
    return settle(rule, nounRoles(frame, { subject: being.subject }), ground, {
      ...standingOf(frame),
      verb: being.verb,
    });
  if (rule.needs.includes('light')) return 'light';
  if (!hasAfter(rule, frame.obliques)) return 'after';
  return settle(rule, nounRoles(frame), ground, standingOf(frame));
}

/** Nothing but what hangs on the noun, and what is lent to it. */
const nounRoles = (frame: Frame, lent: Partial<Roles> = {}): Roles => ({
  subject: [],
  object: [],
  obliques: frame.obliques,
  owners: frame.owners,
  complement: frame.complementSubject,
  ...lent,
});

/** "*held* talks": the verb lends subject, tense and phrases. */
function withLight(rule: Rule, frame: Frame, light: Frame, ground: Ground): Candidate | Misfit {
  const { subject, obliques, object } = rolesOf(light, []);
  const all = union(frame.obliques, obliques);
  if (!hasAfter(rule, all)) return 'after';
  const others = object.filter((phrase) => phrase.head !== frame.head);
  return settle(rule, nounRoles(frame, { subject, object: others, obliques: all }), ground, {
    frame,
    ...(light.verb ? { verb: light.verb } : {}),
    governors: light.governors,
    qualifiers: [...frame.qualifiers, ...light.qualifiers],
    obliques: all,
    light: light.head,
    trigger: light.head < frame.head ? cover(light.trigger, frame.trigger) : frame.trigger,
    clause: [...light.clause, ...frame.clause],
    earlier: light.earlier,
  });
}

function settle(rule: Rule, roles: Roles, ground: Ground, settled: Settled): Candidate | Misfit {
  const { parties } = ground;
  const { frame } = settled;
  const { actors, recipients } = sidesIn(rule, roles, ground, frame);
  const sorts = rule.subject ?? rule.party;
  // "*Kenyan* riots": a people's name is its state's.
  const people = rule.kind === 'noun' && sorts?.includes('civil') && isOwner(roles, actors);
  if (sorts && !people && !allAre(actors, sorts, parties)) return 'subject';
  const alone = rule.crowd && actors.some((id) => parties.actor.get(id)?.kind === 'person');
  if (alone && !isStatesPlan(rule, frame, ground, recipients)) return 'crowd';
  if (rule.target && !allAre(recipients, rule.target, parties)) return 'target';
  const placed = rule.host && isPlaced(rule, roles);
  const sides = Math.max(sidesOf(parties, actors), areSeveral(rule, roles, actors, parties) ? 2 : 0);
  const aimed = recipients.length > 0 || placed || (frame.mutual && sides > 1);
  const alonePutOff = isCancelledBy(rule, frame, ground, actors);
  const others = aimed ? Math.max(1, recipients.length) : 0;
  const problem = problemOf(rule, sides, alonePutOff ? Math.max(1, others) : others, frame);
  const content = TELLING.has(rule.type)
    ? contentOf(frame, roles.object, roles.obliques, ground.syntax)
    : undefined;
  if (rule.needs.includes('content') && !(content && rowOf(ground.lexicon, rule, content))) return 'content';
  if (rule.refuses && !isOwn(named(parties, roles.complement, false), actors, parties)) return 'complement';
  return {
    ...settled,
    rule,
    actors,
    recipients,
    ...(content ? { content } : {}),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** "The president *plans to attack* Iran" is told of an army; "the president attacked Iran" may be of words. */
const isStatesPlan = (
  rule: Rule,
  { governors: [governor] }: Frame,
  { lexicon, parties }: Ground,
  recipients: readonly string[],
): boolean =>
  governor?.link === 'to' &&
  effectOf(lexicon, governor, { kind: 'verb', type: rule.type })?.effect === 'intended' &&
  recipients.length > 0 &&
  recipients.every((id) => parties.actor.get(id)?.kind === 'state');

/** "The *ministers* met": officials who are several meet each other, whoever they are. */
const areSeveral = (rule: Rule, { subject }: Roles, actors: readonly string[], parties: Parties): boolean =>
  rule.reciprocal &&
  rule.prep === undefined &&
  allAre(actors, ['official'], parties) &&
  subject.some((phrase) => phrase.plural && phrase.actors.some((id) => actors.includes(id)));

const isOwner = ({ owners }: Roles, actors: readonly string[]): boolean =>
  actors.length > 0 && actors.every((id) => owners.includes(id));

type Sides = Pick<Candidate, 'actors' | 'recipients'>;

function sidesIn(rule: Rule, roles: Roles, ground: Ground, frame: Frame): Sides {
  const actors = actorsIn(rule, roles, ground);
  const recipients = recipientsIn(rule, roles, ground, actors);
  const sides = joined(rule, roles, ground, frame, { actors, recipients });
  // "accused each other": who does it is whom it's done to.
  const others = frame.mutual ? [] : sides.recipients.filter((id) => !sides.actors.includes(id));
  return { actors: sides.actors, recipients: others };
}

function actorsIn(rule: Rule, roles: Roles, ground: Ground): readonly string[] {
  const host = rule.recipientRoles.includes('subject');
  const fromSubject = rule.kind === 'noun' && !host ? named(ground.parties, roles.subject, false) : [];
  return fromSubject.length > 0 ? fromSubject : firstOf(rule.actorRoles, roles, ground, false);
}

function recipientsIn(rule: Rule, roles: Roles, ground: Ground, actors: readonly string[]): string[] {
  const wanted = withOwners(rule.recipientRoles);
  const nearest = firstOf(wanted, near(roles), ground, rule.host);
  const recipients = nearest.length > 0 ? nearest : firstOf(wanted, roles, ground, rule.host);
  if (recipients.length > 0 || rule.host) return recipients;
  return foreignStates(ground.parties, actors, placesIn(rule.recipientRoles, roles));
}

/** Both sides of a reciprocal noun are its actors ("talks between A and B"); an act that names nobody may be the governing verb's subject's. */
function joined(rule: Rule, roles: Roles, ground: Ground, frame: Frame, sides: Sides): Sides {
  if (!rule.reciprocal || rule.kind !== 'noun')
    return sides.actors.length > 0 ? sides : { ...sides, actors: implied(rule, frame, ground) };
  const between = named(ground.parties, phrasesAt('between', roles), false);
  const all = distinct([...between, ...sides.actors, ...sides.recipients]);
  const cancelled = isCancelled(rule, frame, ground);
  const other = all.length === 1 || (all.length === 0 && cancelled) ? implied(rule, frame, ground) : [];
  // "called off the exercise with Japan", "called off the exercise": one of them did.
  if (other.length > 0 && cancelled) return { actors: other, recipients: all };
  return { actors: distinct([...other, ...all]), recipients: [] };
}

/** "Chad cancelled *the meeting*": who does so for his state needs no other, the report has named him before. */
const isCancelledBy = (rule: Rule, frame: Frame, ground: Ground, actors: readonly string[]): boolean =>
  rule.reciprocal &&
  rule.kind === 'noun' &&
  actors.length > 0 &&
  isCancelled(rule, frame, ground) &&
  allAre(actors, ['official'], ground.parties);

const isCancelled = ({ type }: Rule, { governors }: Frame, { lexicon }: Ground): boolean =>
  governors[0] !== undefined &&
  effectOf(lexicon, governors[0], { kind: 'noun', type })?.effect === 'cancelled';

/** Types whose mode is the mode of what they are about. */
const TELLING: ReadonlySet<string> = new Set(['REQUEST', 'REJECT', 'THREATEN']);

function problemOf(rule: Rule, actors: number, recipients: number, frame: Frame): Candidate['problem'] {
  if (actors === 0) return 'no-actor';
  // First what tells that the words are of another act: who lacks only a recipient may still have acts under it.
  if (rule.needs.includes('complement') && !frame.complement) return 'no-complement';
  if (rule.needs.includes('recipient') && recipients === 0) return 'no-recipient';
  if (rule.needs.includes('pair') && actors + recipients < 2) return 'no-pair';
  return undefined;
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
