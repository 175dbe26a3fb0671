/**
 * Whom a promise, a refusal or a threat is aimed at by what is promised: "offered to hand two nationals over *to Britain*", "agreed to
 * lift the sanctions *on Iran*", whether the lexicon knows that act or not.
 */
import type { Candidate } from './candidate.js';
import { complementOf } from './content.js';
import type { Desk } from './desk.js';
import type { Frame } from './frame.js';
import { foreignStates, isSameSide, sidesOf } from './party.js';
import { near, rolesOf } from './roles.js';
import { firstOf, placesIn, withOwners } from './sides.js';
import { whereOf } from './where.js';

/** The first that names somebody: to whom and for whom something is done before what it is done with. */
const ROLES = ['to', 'object', 'for', 'with', 'against', 'on', 'upon', 'of', 'from', 'into'] as const;

/** "willing to *send* material to *help defend* Oman": no more verbs below one another are asked. */
const DEEPEST = 3;

export function aimedThrough(desk: Desk, candidate: Candidate, inner: Candidate | undefined): Candidate {
  const { rule, actors, recipients, problem } = candidate;
  // Whoever agrees with one another agrees with nobody else.
  const alone = rule.type !== 'AGREE' || sidesOf(desk.parties, actors) === 1;
  if (!(rule.through || rule.type === 'PROTEST') || recipients.length > 0 || !alone) return candidate;
  const aimed = firstFound(
    () => (inner ? ofAct(desk, candidate, inner) : []),
    () => ofWords(desk, candidate, inner),
    () => ofNouns(desk, candidate),
    () => ofCondition(desk, candidate),
  );
  if (aimed.length === 0) return candidate;
  const { problem: _, ...rest } = candidate;
  return {
    ...rest,
    recipients: aimed,
    ...(problem === undefined || problem === 'no-recipient' ? {} : { problem }),
  };
}

function firstFound(...ways: readonly (() => string[])[]): string[] {
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The parties of the act that it governs, or the state on whose ground that is. Not by way of a clause about others: in "agreed that
 * Putin would visit Japan" nobody agreed with Japan.
 */
function ofAct(desk: Desk, { actors }: Candidate, inner: Candidate): string[] {
  const { parties, data } = desk;
  if (inner.governors[0]?.link === 'that' && !isOwn(desk, inner.actors, actors)) return [];
  const others = foreign(desk, [...inner.actors, ...inner.recipients], actors);
  if (others.length > 0) return others;
  const where = data.ontology.plover.ground.includes(inner.rule.type) ? whereOf(inner, data) : undefined;
  return where === undefined ? [] : foreignStates(parties, actors, [where]);
}

/** Whom the verbs name that it governs. What is sent, brought or set up is not to whom. */
function ofWords(desk: Desk, { frame, actors }: Candidate, inner: Candidate | undefined): string[] {
  const ground = { ...desk, lexicon: desk.data.lexicon };
  let at: Frame | undefined = complementOf(frame, desk.syntax);
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    const roles = near(rolesOf(at, at.particle === undefined ? [] : [at.particle]));
    const speakers = roles.subject.flatMap((phrase) => phrase.actors);
    if (!isOwn(desk, speakers, actors)) return [];
    const moves = at.head === inner?.frame.head && !inner.rule.recipientRoles.includes('object');
    const made = desk.data.words.creates.has(at.lemma);
    const names = moves || made ? ROLES.filter((role) => role !== 'object') : ROLES;
    const named = foreign(desk, firstOf(withOwners(names), roles, ground, false), actors);
    // "declined to talk to reporters", "agreed to accept mediators": some people are what it is about.
    const states = named.filter((id) => isPower(desk, id));
    if (states.length > 0) return states;
    const owning = foreignStates(desk.parties, actors, placesIn(names, roles));
    if (owning.length > 0) return owning;
    at = complementOf(at, desk.syntax);
  }
  return [];
}

/** Roles of the nouns that are asked for or promised. */
const OF_NOUNS = [
  'for.owner',
  'object.owner',
  'to.owner',
  'from',
  'by',
  'with',
  'against',
  'on',
  'of',
] as const;

/** "called for *Syria's* withdrawal", "demanded independence *from Denmark*". */
function ofNouns(desk: Desk, { frame, actors, rule }: Candidate): string[] {
  if (rule.type !== 'REQUEST' || frame.complement) return [];
  const ground = { ...desk, lexicon: desk.data.lexicon };
  const named = firstOf(OF_NOUNS, near(rolesOf(frame, [])), ground, false);
  return foreign(desk, named, actors).filter((id) => isPower(desk, id));
}

/** A condition may stand this many words behind the threat. */
const REACH = 32;

/** "threatened to end the talks if *Chad* attacked": who is to heed it. */
function ofCondition({ data, doc, parties, syntax }: Desk, { frame, actors, rule }: Candidate): string[] {
  if (rule.type !== 'THREATEN') return [];
  for (let at = frame.head + 1; at < frame.head + REACH; at++) {
    if (doc.tokens[at]?.sentence !== frame.sentence) break;
    const clause = syntax.frame(at);
    const mark = clause?.governors[0];
    if (!clause || mark?.link !== 'clause' || !data.words.conditions.has(mark.lemma)) continue;
    const ids = clause.subject.flatMap((phrase) => phrase.actors);
    return ids.filter((id) => !actors.some((actor) => isSameSide(parties, id, actor)));
  }
  return [];
}

/** Somebody of a state, or a body of several. */
const isPower = ({ parties }: Desk, id: string): boolean => {
  const actor = parties.actor.get(id);
  if (actor === undefined) return false;
  const { country, countries, kind } = actor;
  // A state of the user's own dictionary need not be one of ISO's.
  return country !== undefined || countries !== undefined || kind === 'organization' || kind === 'state';
};

const isOwn = ({ parties }: Desk, ids: readonly string[], actors: readonly string[]): boolean =>
  ids.every((id) => actors.some((actor) => isSameSide(parties, id, actor)));

const foreign = ({ parties }: Desk, ids: readonly string[], actors: readonly string[]): string[] => [
  ...new Set(ids.filter((id) => !actors.some((actor) => isSameSide(parties, id, actor)))),
];
