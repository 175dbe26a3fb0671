/** A candidate becomes an Event: is it real, when, where, on whose word, under which label. */
import type { Sentence } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Span } from '../span.js';
import type { Statement } from '../speech/statement.js';
import type { Candidate } from './candidate.js';
import { confidenceOf, type Grounds } from './confidence.js';
import { countsOf } from './count.js';
import type { Desk } from './desk.js';
import type { Event, Status } from './event.js';
import { evidenceOf } from './evidence.js';
import type { Frame, Phrase } from './frame.js';
import { labelsOf, modeOf } from './label.js';
import { type Setting, type Undated, undated } from './narrative.js';
import { foreignStates, isPublic, isSameSide, sidesOf } from './party.js';
import { pathBetween } from './path.js';
import { cameoWith, codeOf, needsRecipient, scoreOf, splitLabel } from './plover.js';
import { type Reality, realityOf } from './status.js';
import { type Source, sourceAt, sourceOf, statementAround, voucherOf } from './voucher.js';
import { contradicts, earlierTime, isFuture, isHistory, openingTime, ownTime, whenOf } from './when.js';
import { whereOf } from './where.js';

/** The event, or why there is none. */
export function eventOf(
  desk: Desk,
  sentence: Sentence,
  candidate: Candidate,
  inner: Candidate | undefined,
  triggers: readonly Span[],
  setting: Setting,
): Event | LogEntry {
  const { data, doc, calendar } = desk;
  const { rule, trigger } = candidate;
  const words = wordsAt(desk, candidate);
  const statement = statementAround(desk.said, trigger);
  const reality = realityAt(desk, sentence, candidate, statement);
  if ('absent' in reality) return entry(reality.absent, absentMessage(words, reality), trigger);
  if (candidate.problem !== undefined)
    return entry(candidate.problem, `'${words}' lacks a party that ${rule.id} needs.`, trigger);
  const aimed = aimedAt(candidate, reality, desk);
  const where = whereOf(candidate, data);
  const recipients = aimed ?? onGround(desk, candidate, where);
  if (!isPublic(desk.parties, candidate.actors) && (rule.host || !isPublic(desk.parties, recipients)))
    return entry('private', `'${words}' is of nobody in public life.`, trigger);
  const past = candidate.verb?.form === 'finite' && candidate.verb.tense === 'past';
  const own = ownTime(doc, calendar, candidate, triggers);
  const time =
    own && !contradicts(calendar, own, past)
      ? own
      : inSubordinate(candidate)
        ? undefined
        : otherTime(desk, candidate, past);
  const threat = isThreat(desk, candidate, reality, statement);
  const status = threat ? 'occurred' : moved(reality.status, time !== undefined && isFuture(calendar, time));
  const { label, cameo, contexts, goldstein } = labelsOf(data, candidate, inner, threat);
  const code = codeOf(data.ontology, label, status);
  // A promise of aid needs nobody who gets it.
  if (
    needsRecipient(data.ontology, splitLabel(code).type) &&
    recipients.length === 0 &&
    !((rule.reciprocal || candidate.frame.mutual) && sidesOf(desk.parties, candidate.actors) > 1)
  )
    return entry('no-recipient', `'${words}' is ${code}, which needs a recipient.`, trigger);
  const history = isBackground(desk, candidate, time, reality.claimed);
  // A time that contradicts the tense is still no reason to take the week of the report.
  const told: Undated =
    time || (own && !isOfContent(candidate)) || history || !isNews(desk, candidate, reality, statement)
      ? {}
      : undated(calendar, setting, status, candidate.verb);
  const background = history || told.background === true;
  const when = time ? whenOf(time, time === own ? 'time' : 'clause') : told.when;
  const counts = countsOf(doc, candidate);
  return {
    id: '',
    type: label.type,
    ...modeOf(label.mode),
    contexts: [...contexts],
    code,
    cameo: cameoWith(data.ontology, label.type, cameo, status),
    intensity: { plover: scoreOf(data.ontology, label), ...(goldstein === undefined ? {} : { goldstein }) },
    actors: [...candidate.actors],
    recipients: [...recipients],
    ...(when ? { when } : {}),
    ...(where === undefined ? {} : { where }),
    status,
    background,
    trigger,
    cite: { start: sentence.start, end: sentence.end },
    ...(counts.length > 0 ? { counts } : {}),
    ...(statement && !threat ? { via: statement.id } : {}),
    voucher: voucherOf(desk, threat ? undefined : vouching(desk, reality, statement), [
      ...candidate.actors,
      ...recipients,
    ]),
    rule: rule.id,
    confidence: confidenceOf(groundsOf(desk, candidate, reality, recipients), data.calibration),
  };
}

/** "The United States said it *would bomb* the bases if …": who says what he would do to others threatens. */
function isThreat(
  { data, parties, syntax }: Desk,
  { rule, actors }: Candidate,
  reality: Reality,
  statement: Statement | undefined,
): boolean {
  if ('absent' in reality || reality.status !== 'conditional') return false;
  if (!data.ontology.plover.threats.includes(rule.type)) return false;
  const governor = reality.word ?? (reality.row?.effect === 'conditional' ? reality.governor : undefined);
  const subject = governor?.verb
    ? syntax.frame(governor.token)?.subject.flatMap((phrase) => phrase.actors)
    : [];
  const speakers = [...(statement?.speaker === undefined ? [] : [statement.speaker]), ...(subject ?? [])];
  return speakers.some((id) => actors.some((actor) => isSameSide(parties, id, actor)));
}

/** Whether it is real: under a statement, it is somebody's word. */
export const realityAt = (
  { data, said }: Desk,
  sentence: Sentence,
  candidate: Candidate,
  statement = statementAround(said, candidate.trigger),
): Reality => realityOf(data.lexicon, candidate, isHeadline(sentence), statement !== undefined);

/** Is it said to have been, or to be yet? */
export const isReal = (desk: Desk, sentence: Sentence, candidate: Candidate): boolean =>
  !('absent' in realityAt(desk, sentence, candidate));

/** A denial is the denier's word, whoever tells of it; else it is his who says it, or nobody's ("is said to have …"). */
function vouching(desk: Desk, reality: Reality, statement: Statement | undefined): Source | undefined {
  if ('absent' in reality) return undefined;
  const { word, claimed, status } = reality;
  if (word && status === 'denied') return sourceAt(desk, word);
  if (statement) return sourceOf(desk, statement);
  if (word) return sourceAt(desk, word);
  return claimed || status === 'reported' ? { words: '' } : undefined;
}

/** The time of a clause that it shares its subject with, else the one that opens the sentence. */
function otherTime({ doc, calendar }: Desk, candidate: Candidate, past: boolean) {
  const earlier = earlierTime(doc, calendar, candidate);
  return earlier && !contradicts(calendar, earlier, past) ? earlier : openingTime(doc, calendar, candidate);
}

/** "has threatened to strike *on May 1*": a day to come is that of what is threatened, asked for or promised. */
const isOfContent = ({ rule, frame }: Candidate): boolean => rule.absorbs && frame.complement;

/**
 * Told as of now: in a main clause, in the reporter's voice. What another clause or a "condemned" takes for granted may
 * be of any time, and so may what somebody tells, unless it is what he himself agreed to: "he said they agreed".
 */
function isNews(
  { data }: Desk,
  candidate: Candidate,
  reality: Reality,
  statement: Statement | undefined,
): boolean {
  const { actors, rule } = candidate;
  if (inSubordinate(candidate) || 'absent' in reality) return false;
  // "said after talks with Putin": he who speaks comes from them.
  if (reality.row?.effect === 'factive' && reality.row.party !== 'subject') return false;
  const own = statement?.speaker !== undefined && actors.includes(statement.speaker);
  return !reality.claimed || (own && data.ontology.plover.types[rule.type].quad === 1);
}

/** In a clause of its own under another: when it was is not when the news was. */
export const inSubordinate = ({ governors }: Candidate): boolean =>
  governors[0]?.link === 'clause' || governors[0]?.link === 'relative';

const isHeadline = (sentence: Sentence): boolean =>
  sentence.kind === 'headline' || sentence.kind === 'heading';

/** An act that was real at a time still to come is planned. */
const moved = (status: Status, future: boolean): Status =>
  future && (status === 'occurred' || status === 'ongoing') ? 'scheduled' : status;

/** Whom it is done to, else the state on whose ground it is done. */
function onGround(
  { data, parties }: Desk,
  { recipients, actors, rule, obliques, frame }: Candidate,
  where: string | undefined,
): readonly string[] {
  const counts = rule.abroad || data.ontology.plover.ground.includes(rule.type);
  if (recipients.length > 0 || where === undefined || !counts) return recipients;
  if (isShipOff(data, { frame, obliques }, where)) return recipients;
  return foreignStates(parties, actors, [where]);
}

/** "seized the ship *off Gibraltar*": not on its ground, as islands off a coast are. */
function isShipOff(
  { words }: Desk['data'],
  { frame, obliques }: Pick<Candidate, 'frame' | 'obliques'>,
  where: string,
): boolean {
  const off = obliques.some(
    ({ preposition, phrase }) => preposition === 'off' && phrase.places.includes(where),
  );
  return off && [...frame.subject, ...frame.object].some(({ lemma }) => words.vessels.has(lemma));
}

/** "Russia prompted protests from Japan": the governing verb's subject is who the protest is aimed at; by what it did, Japan is. */
function aimedAt(
  { recipients, actors }: Candidate,
  reality: Reality,
  { syntax }: Desk,
): string[] | undefined {
  if (
    'absent' in reality ||
    recipients.length > 0 ||
    reality.row?.recipient === undefined ||
    !reality.governor
  )
    return undefined;
  const frame = syntax.frame(reality.governor.token);
  const phrases = reality.row.recipient === 'subject' ? frame?.subject : frame && affected(frame);
  const ids = (phrases ?? []).flatMap(whoseOf).filter((id) => !actors.includes(id));
  return ids.length > 0 ? ids : undefined;
}

/** "prompted *protests from Japan*": the object, and from whom it is. */
const affected = ({ object, obliques }: Frame): Phrase[] => [
  ...object,
  ...obliques.filter(({ preposition }) => preposition === 'from').map(({ phrase }) => phrase),
];

const whoseOf = ({ actors, owners }: Phrase): readonly string[] => (actors.length > 0 ? actors : owners);

function isBackground(
  { data, doc, calendar }: Desk,
  { verb, clause }: Candidate,
  time: Parameters<typeof isHistory>[1],
  claimed: boolean,
): boolean {
  if (time) return isHistory(calendar, time);
  // Under "said", the past perfect is a past that was shifted back, and no history.
  if (verb?.tense === 'past' && verb.aspect === 'perfect' && !claimed) return true;
  const text = clause.map(({ start, end }) => doc.text.slice(start, end).toLowerCase()).join(' ');
  return data.lexicon.background.words.some((word) => text.includes(word));
}

/** What its confidence is made of. */
export function groundsOf(
  desk: Desk,
  candidate: Candidate,
  reality: Reality,
  recipients: readonly string[],
): Grounds {
  const { rule, verb, frame, light } = candidate;
  const decider = 'absent' in reality ? undefined : reality.governor;
  const ways = [
    ...[...candidate.actors, ...recipients].map((id) => evidenceOf(desk, candidate, id)?.path ?? []),
    ...[light, decider?.token].map((token) =>
      token === undefined ? [] : pathBetween(desk.doc, frame.head, token),
    ),
  ];
  const relations = new Map(ways.flat().map(({ lower, probability }) => [lower, probability]));
  return {
    prior: rule.prior,
    relations: [...relations.values()],
    governed: 'row' in reality && reality.row !== undefined,
    bare: verb === undefined,
    unaimed: recipients.length === 0 && rule.recipientRoles.length > 0,
  };
}

export const wordsAt = ({ doc }: Desk, { trigger }: Candidate): string =>
  doc.text.slice(trigger.start, trigger.end);

function absentMessage(words: string, { absent, word }: Extract<Reality, { absent: string }>): string {
  const over = word === undefined || word === '' ? '' : ` ('${word}' stands over it)`;
  if (absent === 'negated') return `'${words}' is said not to have happened${over}.`;
  if (absent === 'habit') return `'${words}' is told as what is always so.`;
  return `Nothing says that '${words}' happened or will${over}.`;
}

export const entry = (what: string, message: string, span: Span): LogEntry => ({
  code: `event/${what}`,
  stage: 'event',
  message,
  span: { start: span.start, end: span.end },
});
