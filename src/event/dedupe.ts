/** One act told twice in a report: the headline's and the lead's are one event, which cites the body. */
import type { Actor } from '../actor/actor.js';
import type { Doc } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Event, When } from './event.js';
import type { Parties } from './party.js';

/** Acts of one kind that a headline is held against. */
const MOST_ALIKE = 20;

/**
 * A headline's act is left out when the body tells it; within a sentence the same act by the same rule is one, and so it is
 * where a sentence is printed again, as passages that pages repeat are.
 */
export function withoutRepeats(
  doc: Doc,
  parties: Parties,
  events: readonly Event[],
  log: LogEntry[],
): Event[] {
  const seen = new Set<string>();
  const body = new Map<string, Event[]>();
  const headlines = headlineStarts(doc);
  for (const event of events) {
    if (headlines.has(event.cite.start)) continue;
    const key = looseKey(event);
    const same = body.get(key);
    if (!same) body.set(key, [event]);
    else if (same.length < MOST_ALIKE) same.push(event);
  }
  return events.filter((event) => {
    const inSentence = exactKey(event, doc.text);
    const repeated = headlines.has(event.cite.start)
      ? body.get(looseKey(event))?.some((other) => alike(event, other, parties)) === true
      : seen.has(inSentence);
    seen.add(inSentence);
    if (repeated) log.push(duplicate(event));
    return !repeated;
  });
}

function headlineStarts(doc: Doc): Set<number> {
  return new Set(
    doc.sentences
      .filter(({ kind }) => kind === 'headline' || kind === 'dek' || kind === 'heading')
      .map(({ start }) => start),
  );
}

const exactKey = (
  { cite, rule, type, mode, actors, recipients, status, when }: Event,
  text: string,
): string =>
  [
    text.slice(cite.start, cite.end),
    rule,
    type,
    mode ?? '',
    [...actors].sort(),
    [...recipients].sort(),
    status,
    when?.from,
  ].join('|');

/** A meeting's sides are one set: "Japan's minister meets Mr Bell" and "the minister and Mr Bell met". */
const isMutual = ({ type }: Event): boolean => type === 'CONSULT' || type === 'AGREE';

const looseKey = ({ type, mode, status }: Event): string => [type, mode ?? '', status].join('|');

/** The same time and the same sides: a headline says "Japan" where the body says "the Japanese prime minister". */
function alike(a: Event, b: Event, parties: Parties): boolean {
  if (!compatible(a.when, b.when)) return false;
  const within = (ids: readonly string[], others: readonly string[]): boolean =>
    ids.every((id) => others.some((other) => canBeSame(parties, id, other)));
  if (isMutual(a)) return within([...a.actors, ...a.recipients], [...b.actors, ...b.recipients]);
  return within(a.actors, b.actors) && within(a.recipients, b.recipients);
}

/** The same actor, or two names of which one may be a title, a state or somebody whose country isn't told. */
function canBeSame(parties: Parties, a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [parties.actor.get(a), parties.actor.get(b)];
  if (!one || !other || (isNamed(one) && isNamed(other))) return false;
  if (one.country !== undefined && other.country !== undefined) return one.country === other.country;
  return one.kind === 'person' && other.kind === 'person';
}

/** A person known by name, and not by a title alone ("the Japanese foreign minister"). */
const isNamed = ({ kind, name }: Actor): boolean =>
  kind === 'person' && !/(?:^|\s)(?!of\b|al\b|bin\b|de\b|van\b|von\b)\p{Ll}/u.test(name);

const compatible = (a: When | undefined, b: When | undefined): boolean =>
  !a || !b || (a.from < b.to && b.from < a.to);

const duplicate = (event: Event): LogEntry => ({
  code: 'event/duplicate',
  stage: 'event',
  message: `This ${event.type} is the one that another sentence of the report tells.`,
  span: { start: event.trigger.start, end: event.trigger.end },
});
