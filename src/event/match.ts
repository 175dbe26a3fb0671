/** A rule held against a frame: who did it, to whom, and whether all that the rule asks for is there. */
import type { Span } from '../span.js';
import { cover } from '../span.js';
import { type Content, complementOf, contentOf, rowOf } from './content.js';
import { effectOf } from './effect.js';
import type { Frame, Governor, Oblique, Phrase, Syntax, VerbForm } from './frame.js';
import type { ActorSort, Lexicon, Rule } from './lexicon.js';
import { foreignStates, isOfSort, isSameSide, named, owners, type Parties, sidesOf } from './party.js';

/** An act as the rule reads it, before anything is known of whether it's real. */
export interface Candidate {
  readonly rule: Rule;
  readonly frame: Frame;
  /** Index of the light verb in `doc.tokens`. */
  readonly light?: number;
  /** The verb that carries tense: the frame's own, or the light verb's. */
  readonly verb?: VerbForm;
  readonly governors: readonly Governor[];
  readonly qualifiers: readonly Governor[];
  readonly obliques: readonly Oblique[];
  readonly trigger: Span;
  readonly clause: readonly Span[];
  /** The clauses whose time is its too. */
  readonly earlier: readonly (readonly Span[])[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** What is told beside it of the same act: "opened fire, *killing* seven". */
  readonly result?: Candidate;
  /** What it's about; only of acts that are told by what they ask, refuse or threaten. */
  readonly content?: Content;
  /** Why it can't stand on its own; it may still be what another act is about. */
  readonly problem?: 'no-actor' | 'no-recipient' | 'no-pair' | 'no-complement';
}

/** What a rule is held against, beside the frame. */
export interface Ground {
  readonly syntax: Syntax;
  readonly parties: Parties;
  readonly lexicon: Lexicon;
}

interface Roles {
  readonly subject: readonly Phrase[];
  readonly object: readonly Phrase[];
  readonly obliques: readonly Oblique[];
  readonly owners: readonly string[];
  readonly complement: readonly Phrase[];
  readonly inner?: readonly Phrase[];
}

/** The field of a rule's row that the words don't meet: the rule isn't about them. */
export type Misfit =
  | 'complement'
  | 'plan'
  | 'result'
  | 'particle'
  | 'prep'
  | 'object'
  | 'after'
  | 'doer'
  | 'except'
  | 'modifier'
  | 'of'
  | 'light'
  | 'subject'
  | 'crowd'
  | 'target'
  | 'content';

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
  const verb = frame.verb;
  return settle(rule, roles, ground, {
    frame,
    ...(verb ? { verb } : {}),
    governors: frame.governors,
    qualifiers: frame.qualifiers,
    obliques: roles.obliques,
    trigger:
      rule.particle && frame.particleEnd !== undefined
        ? { start: frame.trigger.start, end: frame.particleEnd }
        : frame.trigger,
    clause: frame.clause,
    earlier: frame.earlier,
  });
}

/** The verb that it governs is one that the rule is about. */
function takesComplement(
  { unless, only, modal, infinitive, refuses }: Rule,
  frame: Frame,
  syntax: Syntax,
): boolean {
  if (unless?.includes(frame.complementVerb ?? '')) return false;
  if (only && !only.includes(frame.complementVerb ?? '')) return false;
  if (!modal && !infinitive && !refuses) return true;
  const inner = complementOf(frame, syntax)?.verb;
  const open = inner?.tense === 'future' || inner?.modal === 'would' || inner?.form === 'infinitive';
  if (refuses && !(inner?.negated && open)) return false;
  if (infinitive && inner?.form !== 'infinitive') return false;
  return !modal || modal.includes(inner?.modal ?? '');
}

/** Objects of the verb that it governs, where the rule asks for them. */
const innerOf = ({ recipientRoles }: Rule, frame: Frame, syntax: Syntax): readonly Phrase[] =>
  recipientRoles.some((role) => role.startsWith('inner')) ? (complementOf(frame, syntax)?.object ?? []) : [];

/** Passive undone; a particle's noun ("laid *down* their arms") is the object. */
function rolesOf(frame: Frame, particles: readonly string[]): Roles {
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

function hasObject(rule: Rule, { object }: Roles, complement: boolean): boolean {
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

const isOf = (objects: ReadonlySet<string>, phrase: Phrase): boolean =>
  objects.has(phrase.lemma) ||
  objects.has(phrase.compound) ||
  objects.has(`${phrase.lemma} of ${phrase.of ?? ''}`) ||
  (objects.has('number') && /^\d/u.test(phrase.lemma)) ||
  (objects.has('actor') && phrase.actors.length > 0) ||
  (objects.has('place') && phrase.places.length > 0);

/** What hangs deeper is of something else: 0 on the word itself, 1 on its object. */
const NEAR = 1;

/** "put its troops *on alert*": a noun of the class after one of the prepositions. */
const hasAfter = ({ kind, afters, prep }: Rule, obliques: readonly Oblique[]): boolean =>
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

const isExcepted = ({ excepts }: Rule, { subject, object, obliques }: Roles): boolean =>
  excepts !== undefined &&
  [...subject, ...object, ...obliques.map(({ phrase }) => phrase)].some((phrase) => isOf(excepts, phrase));

const hasDoer = ({ doers }: Rule, subject: readonly Phrase[]): boolean =>
  doers === undefined || subject.some((phrase) => isOf(doers, phrase));

function matchNoun(rule: Rule, frame: Frame, ground: Ground): Candidate | Misfit {
  if (rule.modifier && !frame.modifiers.some((word) => rule.modifier?.includes(word))) return 'modifier';
  const { ofs } = rule;
  if (ofs && !frame.obliques.some(({ preposition, phrase }) => preposition === 'of' && isOf(ofs, phrase)))
    return 'of';
  const governor = frame.governors[0];
  const light = governor && isLight(rule, governor) ? ground.syntax.frame(governor.token) : undefined;
  if (light?.verb) {
    const { subject, obliques, object } = rolesOf(light, []);
    const own = object.filter((phrase) => phrase.head !== frame.head);
    const all = union(frame.obliques, obliques);
    if (!hasAfter(rule, all)) return 'after';
    return settle(
      rule,
      { subject, object: own, obliques: all, owners: frame.owners, complement: frame.complementSubject },
      ground,
      {
        frame,
        verb: light.verb,
        governors: light.governors,
        qualifiers: [...frame.qualifiers, ...light.qualifiers],
        obliques: all,
        light: light.head,
        trigger: light.head < frame.head ? cover(light.trigger, frame.trigger) : frame.trigger,
        clause: [...light.clause, ...frame.clause],
        earlier: light.earlier,
      },
    );
  }
  if (frame.being && rule.light?.includes(`be ${frame.being.preposition}`))
    return settle(
      rule,
      {
        subject: frame.being.subject,
        object: [],
        obliques: frame.obliques,
        owners: frame.owners,
        complement: frame.complementSubject,
      },
      ground,
      {
        frame,
        verb: frame.being.verb,
        governors: frame.governors,
        qualifiers: frame.qualifiers,
        obliques: frame.obliques,
        trigger: frame.trigger,
        clause: frame.clause,
        earlier: frame.earlier,
      },
    );
  if (rule.needs.includes('light')) return 'light';
  if (!hasAfter(rule, frame.obliques)) return 'after';
  return settle(
    rule,
    {
      subject: [],
      object: [],
      obliques: frame.obliques,
      owners: frame.owners,
      complement: frame.complementSubject,
    },
    ground,
    {
      frame,
      governors: frame.governors,
      qualifiers: frame.qualifiers,
      obliques: frame.obliques,
      trigger: frame.trigger,
      clause: frame.clause,
      earlier: frame.earlier,
    },
  );
}

function isLight(rule: Rule, governor: Governor): boolean {
  const object = governor.link === 'object' || governor.link === governor.particle;
  const { light = [] } = rule;
  return (object && light.includes(governor.lemma)) || light.includes(`${governor.lemma} ${governor.link}`);
}

const union = (own: readonly Oblique[], outer: readonly Oblique[]): Oblique[] => [
  ...own,
  ...outer.filter(({ phrase }) => !own.some((oblique) => oblique.phrase.head === phrase.head)),
];

type Settled = Omit<Candidate, 'rule' | 'actors' | 'recipients' | 'content' | 'problem'>;

function settle(rule: Rule, roles: Roles, ground: Ground, settled: Settled): Candidate | Misfit {
  const { parties } = ground;
  const host = rule.recipientRoles.includes('subject');
  const fromSubject = rule.kind === 'noun' && !host ? named(parties, roles.subject, false) : [];
  let actors = fromSubject.length > 0 ? fromSubject : firstOf(rule.actorRoles, roles, ground, false);
  const wanted = withOwners(rule.recipientRoles);
  let recipients = firstOf(wanted, near(roles), ground, rule.host);
  if (recipients.length === 0) recipients = firstOf(wanted, roles, ground, rule.host);
  if (recipients.length === 0 && !rule.host)
    recipients = foreignStates(parties, actors, placesIn(rule.recipientRoles, roles));
  if (rule.reciprocal && rule.kind === 'noun') {
    const between = named(parties, phrasesAt('between', roles), false);
    actors = distinct([...between, ...actors, ...recipients]);
    if (actors.length === 1) actors = distinct([...implied(rule, settled.frame, ground), ...actors]);
    recipients = [];
  } else if (actors.length === 0) actors = implied(rule, settled.frame, ground);
  // "accused each other": who does it is whom it's done to.
  if (settled.frame.mutual) recipients = [];
  recipients = recipients.filter((id) => !actors.includes(id));
  const sorts = rule.subject ?? rule.party;
  if (sorts && !allAre(actors, sorts, parties)) return 'subject';
  if (rule.crowd && actors.some((id) => parties.actor.get(id)?.kind === 'person')) return 'crowd';
  if (rule.target && !allAre(recipients, rule.target, parties)) return 'target';
  const placed = rule.host && isPlaced(rule, roles);
  const sides = sidesOf(parties, actors);
  const aimed = recipients.length > 0 || placed || (settled.frame.mutual && sides > 1);
  const problem = problemOf(rule, sides, aimed ? Math.max(1, recipients.length) : 0, settled.frame);
  const content = TELLING.has(rule.type)
    ? contentOf(settled.frame, roles.object, roles.obliques, ground.syntax)
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

/** "The minister said *Greece* would not attend": he speaks for it. */
const isOwn = (ids: readonly string[], actors: readonly string[], parties: Parties): boolean =>
  ids.every((id) => actors.some((actor) => isSameSide(parties, id, actor)));

/** Types whose mode is the mode of what they are about. */
const TELLING: ReadonlySet<string> = new Set(['REQUEST', 'REJECT', 'THREATEN']);

/**
 * "said *after talks with Putin*", "*proposed* talks with Iran": the subject of the governing verb takes part; "*denied* any arrest",
 * "*planned* an attack on Iran": it is who did it or would.
 */
function implied(rule: Rule, frame: Frame, { lexicon, parties, syntax }: Ground): string[] {
  const governor = frame.governors[0];
  if (frame.kind !== 'noun' || !governor || frame.owned || frame.owners.length > 0) return [];
  const row = effectOf(lexicon, governor, { kind: 'noun', type: rule.type });
  const takesPart = row?.actor === 'subject' || (rule.type === 'CONSULT' && row?.party === 'subject');
  if (!takesPart) return [];
  // "Syria's *denial* of any arrest": a noun that governs has an owner for subject.
  const owners = governor.verb ? [] : (syntax.frame(governor.token)?.owners ?? []);
  return owners.length > 0 ? [...owners] : named(parties, frame.subject, false);
}

/** A visit to a place whose state the report doesn't name has no recipient, but a place. */
const isPlaced = (rule: Rule, roles: Roles): boolean =>
  rule.recipientRoles.some((role) => phrasesAt(role, roles).some(({ places }) => places.length > 0));

function problemOf(rule: Rule, actors: number, recipients: number, frame: Frame): Candidate['problem'] {
  if (actors === 0) return 'no-actor';
  if (rule.needs.includes('recipient') && recipients === 0) return 'no-recipient';
  if (rule.needs.includes('pair') && actors + recipients < 2) return 'no-pair';
  if (rule.needs.includes('complement') && !frame.complement) return 'no-complement';
  return undefined;
}

const allAre = (ids: readonly string[], sorts: readonly ActorSort[], parties: Parties): boolean =>
  ids.every((id) => {
    const actor = parties.actor.get(id);
    return actor !== undefined && sorts.some((sort) => isOfSort(actor, sort));
  });

/** Places that stand where a recipient would: "invaded *South Ossetia*", "fired rockets at *Haifa*". */
const placesIn = (names: readonly string[], roles: Roles): string[] =>
  names.flatMap((name) =>
    phrasesAt(name, roles).flatMap(({ actors, headPlace }) =>
      actors.length === 0 && headPlace !== undefined ? [headPlace] : [],
    ),
  );

/** The first role that names somebody. */
function firstOf(names: readonly string[], roles: Roles, ground: Ground, host: boolean): string[] {
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
const withOwners = (names: readonly string[]): string[] => [
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

/** "shared intelligence about smugglers *with Morocco*": the parse hangs a phrase on a noun that stands nearer; not on any. */
const DEEPEST = 2;

/** Without what hangs so deep: "agreed to American mediation in talks *with Iran*" is no agreement with Iran. */
const near = (roles: Roles): Roles => ({
  ...roles,
  obliques: roles.obliques.filter(({ depth }) => depth < DEEPEST),
});

function phrasesAt(role: string, roles: Roles): readonly Phrase[] {
  if (role === 'subject') return roles.subject;
  if (role === 'complement') return roles.complement;
  if (role === 'inner') return roles.inner ?? [];
  if (role === 'object' || role === 'light-object') return roles.object;
  const own = roles.obliques.filter(({ preposition, depth }) => preposition === role && depth <= DEEPEST);
  const nearest = Math.min(...own.map(({ depth }) => depth));
  return own.filter(({ depth }) => depth === nearest).map(({ phrase }) => phrase);
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
