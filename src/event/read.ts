/**
 * The reader of events: each word that may name an act is held against the lexicon; what is real becomes an Event.
 * Log: `event/no-actor`, `event/no-recipient`, `event/no-pair` (an act without those it needs), `event/negated`,
 * `event/embedded`, `event/unanchored` (nothing says that it's real), `event/habit` (what is always so), `event/absorbed` (part of another act), `event/beside` (of less weight than another of its sentence),
 * `event/duplicate` (the headline's, told again in the body).
 */
import type { Sentence } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Reader } from '../reader.js';
import type { Span } from '../span.js';
import { candidatesIn, partsOf, resultsOf } from './candidates.js';
import { withoutRepeats } from './dedupe.js';
import type { Desk } from './desk.js';
import type { Event } from './event.js';
import type { Before } from './frame.js';
import type { EventData } from './load.js';
import { entry, eventOf, inSubordinate, isReal, wordsAt } from './make-event.js';
import type { Candidate } from './match.js';
import { type Setting, settings } from './narrative.js';
import { partiesOf } from './party.js';
import { makeParse } from './syntax/index.js';
import { saidOf } from './voucher.js';
import { calendarOf } from './when.js';

export function eventReader(data: EventData): Reader<Before, Event> {
  const parse = makeParse(data.words);
  return (doc, before) => {
    const desk: Desk = {
      data,
      doc,
      syntax: parse(doc, before),
      parties: partiesOf(before),
      calendar: calendarOf(doc.article, before.times, data.lexicon.background),
      said: saidOf(before.statements),
    };
    const log: LogEntry[] = [];
    const settingOf = settings({ ...desk, background: data.lexicon.background });
    const events = doc.sentences.flatMap((sentence) =>
      readSentence(desk, sentence, settingOf(sentence), log),
    );
    const kept = withoutRepeats(doc, desk.parties, events, log);
    return { layer: kept.map((event, nth) => ({ ...event, id: `e${nth + 1}` })), log };
  };
}

function readSentence(desk: Desk, sentence: Sentence, setting: Setting, log: LogEntry[]): Event[] {
  const found = candidatesIn(desk, sentence);
  if (found.length === 0) return [];
  const results = resultsOf(desk, found);
  const candidates = withResults(found, results);
  const parts = partsOf(candidates);
  const absorbed = (candidate: Candidate): LogEntry =>
    entry('absorbed', `'${wordsAt(desk, candidate)}' is part of another act.`, candidate.trigger);
  log.push(...[...results.keys()].map(absorbed), ...[...parts.keys()].map(absorbed));
  const inner = new Map<Candidate, Candidate>();
  for (const [part, outer] of parts) if (!inner.has(outer)) inner.set(outer, part);
  const triggers = triggersOf(desk, sentence, candidates);
  const events: Event[] = [];
  let dated: Event | undefined;
  for (const candidate of candidates) {
    if (parts.has(candidate)) continue;
    const part = inner.get(candidate);
    // "is ready to visit Peru": the visit tells more.
    if (candidate.rule.state && candidates.some((other) => isUnder(other, candidate))) continue;
    // "warned that rain is coming": without an act of its own in it, it's only talk.
    if (!part && candidate.rule.needs.includes('act')) continue;
    const made = eventOf(desk, sentence, withInner(candidate, part), part, triggers, setting);
    if ('stage' in made) {
      log.push(made);
      continue;
    }
    const event = inSubordinate(candidate) ? datedBy(made, dated) : made;
    if (event.when?.basis.startsWith('time:')) dated = event;
    events.push(event);
  }
  return withoutLesser(desk, events, log);
}

/** Those that are one act with another go; the other knows of them, and of whom it was done to by them. */
function withResults(
  found: readonly Candidate[],
  results: ReadonlyMap<Candidate, Candidate>,
): readonly Candidate[] {
  if (results.size === 0) return found;
  const of = new Map([...results].map(([inner, outer]) => [outer, inner]));
  return found
    .filter((candidate) => !results.has(candidate))
    .map((candidate) => {
      const result = of.get(candidate);
      return result ? completed(candidate, result) : candidate;
    });
}

function completed(outer: Candidate, result: Candidate): Candidate {
  if (outer.rule.type !== result.rule.type || outer.recipients.length > 0) return { ...outer, result };
  const recipients = result.recipients.filter((id) => !outer.actors.includes(id));
  const { problem, ...rest } = { ...outer, result, recipients };
  return recipients.length === 0 && problem !== undefined ? { ...rest, problem } : dropped(rest, problem);
}

/** Somebody that it was done to is what it lacked, or not. */
const dropped = (candidate: Candidate, problem: Candidate['problem']): Candidate =>
  problem === undefined || problem === 'no-recipient' ? candidate : { ...candidate, problem };

/** Where the acts that are real stand: a time belongs to the nearest of them. */
const triggersOf = (desk: Desk, sentence: Sentence, candidates: readonly Candidate[]): Span[] =>
  candidates
    .filter((candidate) => candidate.problem === undefined && isReal(desk, sentence, candidate))
    .map(({ trigger }) => trigger)
    .sort((a, b) => a.start - b.start);

/** "seized the islands in 1945 *after Japan surrendered*": what is told beside history is history. */
function datedBy(event: Event, dated: Event | undefined): Event {
  if (event.when || !dated?.when || !dated.background) return event;
  return {
    ...event,
    background: true,
    when: { ...dated.when, basis: dated.when.basis.replace('time:', 'clause:') },
  };
}

/**
 * "threatened to attack Israel": by some rules an act is aimed at whom the act is aimed at that it governs. Never by
 * way of a clause: in "agreed that Putin would visit Japan" nobody agreed with Japan.
 */
function withInner(candidate: Candidate, inner: Candidate | undefined): Candidate {
  if (!inner || candidate.recipients.length > 0 || !candidate.rule.through) return candidate;
  if (inner.governors[0]?.link === 'that') return candidate;
  const recipients = [...inner.actors, ...inner.recipients].filter((id) => !candidate.actors.includes(id));
  return { ...candidate, recipients: [...new Set(recipients)] };
}

/** What is told beside an act that has the word. */
function withoutLesser({ data }: Desk, events: readonly Event[], log: LogEntry[]): Event[] {
  const { beside } = data.ontology.plover;
  const done = new Set(
    events.flatMap(({ type, status }) => (status === 'occurred' || status === 'ongoing' ? [type] : [])),
  );
  return events.filter((event) => {
    const row = beside.find(({ type, drops }) => drops === event.type && done.has(type));
    if (row)
      log.push(
        entry('beside', `${event.type} is part of the news of the ${row.type} beside it.`, event.trigger),
      );
    return row === undefined;
  });
}

const isUnder = ({ governors, problem }: Candidate, { frame }: Candidate): boolean =>
  problem === undefined && governors[0]?.token === frame.head;
