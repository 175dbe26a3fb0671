/**
 * The reader of events: each word that may name an act is held against the lexicon; what is real becomes an Event.
 * Log: `event/no-actor`, `event/no-recipient`, `event/no-pair` (an act without those it needs), `event/negated`,
 * `event/embedded`, `event/unanchored` (nothing says that it's real), `event/absorbed` (part of another act),
 * `event/duplicate` (the headline's, told again in the body).
 */
import type { Doc, Sentence } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Reader } from '../reader.js';
import type { Span } from '../span.js';
import { makeParse } from './clause.js';
import { withoutRepeats } from './dedupe.js';
import type { Event, Status } from './event.js';
import type { Before, Syntax } from './frame.js';
import type { Rule } from './lexicon.js';
import type { EventData } from './load.js';
import { type Candidate, match } from './match.js';
import { type Parties, partiesOf } from './party.js';
import { absorb, codeOf, type Label, needsRecipient, scoreOf } from './plover.js';
import { retag } from './retag.js';
import { type Reality, realityOf } from './status.js';
import { type Said, saidOf, statementAround, voucherOf } from './voucher.js';
import {
  type Calendar,
  calendarOf,
  contradicts,
  isFuture,
  isHistory,
  newsTime,
  openingTime,
  ownTime,
  whenOf,
} from './when.js';
import { whereOf } from './where.js';

/** All that one report is read with. */
interface Desk {
  readonly data: EventData;
  readonly doc: Doc;
  readonly syntax: Syntax;
  readonly parties: Parties;
  readonly calendar: Calendar;
  readonly said: readonly Said[];
}

export function eventReader(data: EventData): Reader<Before, Event> {
  const parse = makeParse(data.words);
  return (given, before) => {
    const doc = retag(given, data.forms);
    const desk: Desk = {
      data,
      doc,
      syntax: parse(doc, before),
      parties: partiesOf(before),
      calendar: calendarOf(doc.article, before.times, data.lexicon.background),
      said: saidOf(before.statements),
    };
    const log: LogEntry[] = [];
    const events = doc.sentences.flatMap((sentence) => readSentence(desk, sentence, log));
    const kept = withoutRepeats(doc, events, log);
    return { layer: kept.map((event, nth) => ({ ...event, id: `e${nth + 1}` })), log };
  };
}

function readSentence(desk: Desk, sentence: Sentence, log: LogEntry[]): Event[] {
  const candidates = candidatesIn(desk, sentence);
  if (candidates.length === 0) return [];
  const inner = new Map<Candidate, Candidate>();
  const absorbed = new Set<Candidate>();
  for (const candidate of candidates) {
    const outer = outerOf(candidate, candidates);
    if (!outer) continue;
    absorbed.add(candidate);
    if (!inner.has(outer)) inner.set(outer, candidate);
  }
  const triggers = candidates.map(({ trigger }) => trigger);
  return candidates.flatMap((candidate) => {
    if (absorbed.has(candidate)) {
      log.push(
        entry(
          'absorbed',
          `'${wordsAt(desk, candidate)}' is part of the act that governs it.`,
          candidate.trigger,
        ),
      );
      return [];
    }
    const event = eventOf(
      desk,
      sentence,
      withInner(candidate, inner.get(candidate)),
      inner.get(candidate),
      triggers,
    );
    if ('code' in event && 'stage' in event) {
      log.push(event);
      return [];
    }
    return [event];
  });
}

/** The first rule of the lexicon that each word fits. */
function candidatesIn({ data, doc, syntax, parties }: Desk, sentence: Sentence): Candidate[] {
  const ground = { syntax, parties, lexicon: data.lexicon };
  const found: Candidate[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = doc.tokens[at];
    if (!token) continue;
    const lemma = token.lemma.toLowerCase();
    const verbs = data.lexicon.verbs.get(lemma);
    const nouns = data.lexicon.nouns.get(lemma);
    if (!verbs && !nouns) continue;
    const frame = syntax.frame(at);
    const rules: readonly Rule[] = (frame?.kind === 'verb' ? verbs : nouns) ?? [];
    if (!frame) continue;
    const fits = rules.flatMap((rule) => match(rule, frame, ground) ?? []);
    const best = fits.find(({ problem }) => problem === undefined) ?? fits[0];
    if (best) found.push(best);
  }
  return withoutLightVerbs(found);
}

/** "staged a protest" is one act, whether its verb or its noun names it: the noun's reading wins. */
function withoutLightVerbs(found: readonly Candidate[]): Candidate[] {
  const light = new Set(found.map((candidate) => candidate.light));
  return found.filter(({ rule, frame }) => rule.kind === 'noun' || !light.has(frame.head));
}

/** How far up an act looks for the act that it's part of: "called on Iran to agree to meet". */
const UPWARD = 2;

function outerOf(candidate: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  for (const governor of candidate.governors.slice(0, UPWARD)) {
    if (governor.link === 'clause' || governor.link === 'sentence' || governor.link === 'participle')
      return undefined;
    const outer = candidates.find(
      (other) =>
        other !== candidate && other.rule.absorbs && other.frame.head === governor.token && !other.problem,
    );
    if (outer) return FOLLOWS.has(governor.link) ? undefined : outer;
  }
  return undefined;
}

/** What hangs on by these is another act, not what the outer one is about. */
const FOLLOWS: ReadonlySet<string> = new Set([
  'after',
  'before',
  'during',
  'following',
  'ahead of',
  'prior to',
  'amid',
  'by',
  'despite',
  'because of',
  'since',
]);

/** An act without a recipient is aimed at those of the act that it governs: "threatened to attack Israel". */
function withInner(candidate: Candidate, inner: Candidate | undefined): Candidate {
  if (!inner || candidate.recipients.length > 0) return candidate;
  const recipients = [...inner.actors, ...inner.recipients].filter((id) => !candidate.actors.includes(id));
  return candidate.rule.recipientRoles.length === 0
    ? candidate
    : { ...candidate, recipients: [...new Set(recipients)] };
}

function eventOf(
  desk: Desk,
  sentence: Sentence,
  candidate: Candidate,
  inner: Candidate | undefined,
  triggers: readonly Span[],
): Event | LogEntry {
  const { data, doc, parties, calendar } = desk;
  const { rule, trigger } = candidate;
  const words = wordsAt(desk, candidate);
  const statement = statementAround(desk.said, trigger);
  const reality = realityOf(data.lexicon, candidate, isHeadline(sentence), statement !== undefined);
  if ('absent' in reality) return entry(reality.absent, absentMessage(words, reality), trigger);
  if (candidate.problem !== undefined)
    return entry(candidate.problem, `'${words}' lacks a party that ${rule.id} needs.`, trigger);
  const aimed = aimedAt(candidate, reality, desk);
  const recipients = aimed ?? candidate.recipients;
  if (needsRecipient(data.ontology, rule.type) && recipients.length === 0 && candidate.actors.length < 2)
    return entry('no-recipient', `'${words}' is ${rule.type}, which needs a recipient.`, trigger);
  const past = candidate.verb?.form === 'finite' && candidate.verb.tense === 'past';
  const own = ownTime(doc, calendar, candidate, triggers);
  const time = own && !contradicts(calendar, own, past) ? own : openingTime(doc, calendar, candidate);
  const status = moved(reality.status, time !== undefined && isFuture(calendar, time));
  const background = isBackground(desk, candidate, time);
  const label: Label = inner
    ? absorb(data.ontology, rule, inner.rule)
    : { type: rule.type, ...modeOf(rule.mode) };
  const when = time
    ? whenOf(time, time === own ? 'time' : 'clause')
    : newsTime(calendar, status, background, reality.claimed);
  const where = whereOf(candidate);
  const goldstein = data.ontology.cameo.get(rule.cameo)?.goldstein;
  return {
    id: '',
    type: label.type,
    ...modeOf(label.mode),
    contexts: [...rule.allContexts],
    code: codeOf(data.ontology, label, status),
    cameo: rule.cameo,
    intensity: { plover: scoreOf(data.ontology, label), ...(goldstein === undefined ? {} : { goldstein }) },
    actors: [...candidate.actors],
    recipients: [...recipients],
    ...(when ? { when } : {}),
    ...(where === undefined ? {} : { where }),
    status,
    background,
    trigger,
    cite: { start: sentence.start, end: sentence.end },
    ...(statement ? { via: statement.id } : {}),
    voucher: voucherOf(statement, reality.claimed, parties, [...candidate.actors, ...recipients]),
    rule: rule.id,
    confidence: confidenceOf(candidate, reality, recipients.length > 0),
  };
}

const isHeadline = (sentence: Sentence): boolean =>
  sentence.kind === 'headline' || sentence.kind === 'heading';

const modeOf = (mode: string | undefined): { mode?: string } => (mode === undefined ? {} : { mode });

/** An act that was real at a time still to come is planned. */
const moved = (status: Status, future: boolean): Status =>
  future && (status === 'occurred' || status === 'ongoing') ? 'scheduled' : status;

/** "Russia prompted protests from Japan": the governing verb's subject is who the protest is aimed at. */
function aimedAt(
  { recipients, actors }: Candidate,
  reality: Reality,
  { syntax }: Desk,
): string[] | undefined {
  if (
    'absent' in reality ||
    recipients.length > 0 ||
    reality.row?.recipient !== 'subject' ||
    !reality.governor
  )
    return undefined;
  const subject = syntax.frame(reality.governor.token)?.subject ?? [];
  const ids = subject.flatMap((phrase) => phrase.actors).filter((id) => !actors.includes(id));
  return ids.length > 0 ? ids : undefined;
}

function isBackground(
  { data, doc, calendar }: Desk,
  { verb, clause }: Candidate,
  time: Parameters<typeof isHistory>[1],
): boolean {
  if (time) return isHistory(calendar, time);
  if (verb?.tense === 'past' && verb.aspect === 'perfect') return true;
  const text = doc.text.slice(clause.start, clause.end).toLowerCase();
  return data.lexicon.background.words.some((word) => text.includes(word));
}

/**
 * prior of the rule × 0.9 when a governing word decided its status × 0.9 for a noun without a light verb
 * × 0.9 without a recipient, to two decimals. An estimate until issue 4 calibrates it.
 */
function confidenceOf({ rule, verb }: Candidate, reality: Reality, aimed: boolean): number {
  const governed = 'row' in reality && reality.row !== undefined;
  const factor =
    (governed ? 0.9 : 1) * (verb ? 1 : 0.9) * (aimed || rule.recipientRoles.length === 0 ? 1 : 0.9);
  return Math.round(rule.prior * factor * 100) / 100;
}

const wordsAt = ({ doc }: Desk, { trigger }: Candidate): string => doc.text.slice(trigger.start, trigger.end);

function absentMessage(words: string, { absent, word }: Extract<Reality, { absent: string }>): string {
  const over = word === undefined || word === '' ? '' : ` ('${word}' stands over it)`;
  if (absent === 'negated') return `'${words}' is said not to have happened${over}.`;
  return `Nothing says that '${words}' happened or will${over}.`;
}

const entry = (what: string, message: string, span: Span): LogEntry => ({
  code: `event/${what}`,
  stage: 'event',
  message,
  span: { start: span.start, end: span.end },
});
