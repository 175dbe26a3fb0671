/** One sentence: each word that may name an act is held against the lexicon; acts that are one are joined; what is real is an Event. */
import type { Sentence } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Span } from '../span.js';
import type { Candidate } from './candidate.js';
import { candidatesIn, type OnMisfit, partsOf, resultsOf } from './candidates.js';
import type { Desk } from './desk.js';
import type { Event } from './event.js';
import { entry, eventOf, inSubordinate, isReal, wordsAt } from './make-event.js';
import type { Setting } from './narrative.js';
import { isSameSide } from './party.js';
import { aimedThrough } from './through.js';

/** Is told what became of each candidate, and which rules didn't fit: for whoever explains a sentence. */
export interface Witness {
  readonly onMisfit: OnMisfit;
  readonly onMade: (candidate: Candidate, made: Event | LogEntry) => void;
}

export function readSentence(
  desk: Desk,
  sentence: Sentence,
  setting: Setting,
  log: LogEntry[],
  witness?: Witness,
): Event[] {
  const found = candidatesIn(desk, sentence, witness?.onMisfit);
  if (found.length === 0) return [];
  const results = resultsOf(desk, found);
  // "marched to demand *the resignation* of": what a part is about goes with it.
  const within = [...partsOf(found)].filter(([, outer]) => results.has(outer)).map(([part]) => part);
  const candidates = withResults(found, results).filter((candidate) => !within.includes(candidate));
  const parts = partsOf(candidates);
  const absorbed = (candidate: Candidate): LogEntry =>
    entry('absorbed', `'${wordsAt(desk, candidate)}' is part of another act.`, candidate.trigger);
  for (const candidate of [...results.keys(), ...parts.keys()]) {
    const left = absorbed(candidate);
    witness?.onMade(candidate, left);
    log.push(left);
  }
  const inner = innerOf(parts);
  const triggers = triggersOf(desk, sentence, candidates);
  const events: Event[] = [];
  let dated: Event | undefined;
  for (const candidate of candidates) {
    if (parts.has(candidate)) continue;
    const part = inner.get(candidate);
    // "is ready to visit Peru": the visit tells more; but "wants Peru to free him" is a demand.
    const stands =
      candidate.rule.state && !candidate.rule.absorbs
        ? candidates.find((other) => other.problem === undefined && isUnder(other, candidate))
        : undefined;
    // "warned that rain is coming": without an act of its own in it, it's only talk.
    const talk = !part && candidate.rule.needs.includes('act');
    if (stands || talk) {
      witness?.onMade(candidate, idle(desk, candidate, stands));
      continue;
    }
    const whole = aimedThrough(desk, candidate, part);
    const made = eventOf(desk, sentence, whole, part, triggers, setting);
    witness?.onMade(whole, made);
    if ('stage' in made) {
      log.push(made);
      continue;
    }
    const placed = placedBy(made, candidate.earlier.length > 0 ? events.at(-1) : undefined);
    const event = inSubordinate(candidate) ? datedBy(placed, dated) : placed;
    if (event.when?.basis.startsWith('time:')) dated = event;
    events.push(event);
  }
  return withoutLesser(desk, events, log);
}

/** The act that each of the others is about: the one right under it, else the first. */
function innerOf(parts: ReadonlyMap<Candidate, Candidate>): Map<Candidate, Candidate> {
  const inner = new Map<Candidate, Candidate>();
  for (const [part, outer] of parts) {
    const known = inner.get(outer);
    if (!known || (!isUnder(known, outer) && isUnder(part, outer))) inner.set(outer, part);
  }
  return inner;
}

/** For the witness alone: nothing is lost with it that a Reading would have to tell. */
const idle = (desk: Desk, candidate: Candidate, stands: Candidate | undefined): LogEntry =>
  stands
    ? entry('state', `'${wordsAt(desk, stands)}' under it tells more.`, candidate.trigger)
    : entry(
        'no-act',
        `'${wordsAt(desk, candidate)}' governs no act that the lexicon knows.`,
        candidate.trigger,
      );

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
  // "struck to demand reforms of the government": who is asked is whom the strike is against.
  const shared = outer.rule.type === result.rule.type || outer.rule.type === 'PROTEST';
  if (!shared || outer.recipients.length > 0) return { ...outer, result };
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

/** "met Putin *in Sochi* and gave him a letter": the same two, in one breath, in one place. */
function placedBy(event: Event, earlier: Event | undefined): Event {
  if (event.where !== undefined || earlier?.where === undefined) return event;
  const same =
    event.type === earlier.type &&
    event.status === earlier.status &&
    sameIds(event.actors, earlier.actors) &&
    sameIds(event.recipients, earlier.recipients);
  return same ? { ...event, where: earlier.where } : event;
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** What is told beside an act that has the word. */
function withoutLesser({ data, parties }: Desk, events: readonly Event[], log: LogEntry[]): Event[] {
  const { beside } = data.ontology.plover;
  const done = events.filter(({ status }) => status === 'occurred' || status === 'ongoing');
  return events.filter((event) => {
    // "Chad deployed troops *after rebels had burned* a post": others did that.
    const row = beside.find(
      ({ type, drops }) =>
        drops === event.type &&
        done.some((other) => other.type === type && !isApartFrom(parties, other.actors, event.actors)),
    );
    if (row)
      log.push(
        entry('beside', `${event.type} is part of the news of the ${row.type} beside it.`, event.trigger),
      );
    return row === undefined;
  });
}

/** None of the one are of the side of any of the others. */
const isApartFrom = (parties: Desk['parties'], ones: readonly string[], others: readonly string[]): boolean =>
  !ones.some((one) => others.some((other) => isSameSide(parties, one, other)));

const isUnder = ({ governors }: Candidate, { frame }: Candidate): boolean =>
  governors[0]?.token === frame.head;
