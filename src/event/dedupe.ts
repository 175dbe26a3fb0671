/** One act told twice in a report: the headline's and the lead's are one event, which cites the body. */
import type { Doc } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Event, When } from './event.js';
import type { Parties } from './party.js';

/** Acts of one kind by one country that a headline is held against. */
const MOST_ALIKE = 20;

/** A headline's act is left out when the body tells it; within a sentence the same act by the same rule is one. */
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
    const key = looseKey(event, parties);
    const same = body.get(key);
    if (!same) body.set(key, [event]);
    else if (same.length < MOST_ALIKE) same.push(event);
  }
  return events.filter((event) => {
    const inSentence = exactKey(event);
    const repeated = headlines.has(event.cite.start)
      ? body.get(looseKey(event, parties))?.some((other) => alike(event, other, parties)) === true
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

const exactKey = ({ cite, rule, type, mode, actors, recipients, status, when }: Event): string =>
  [cite.start, rule, type, mode ?? '', [...actors].sort(), [...recipients].sort(), status, when?.from].join(
    '|',
  );

/** A meeting's sides are one set: "Japan's minister meets Mr Bell" and "the minister and Mr Bell met". */
const isMutual = ({ type }: Event): boolean => type === 'CONSULT' || type === 'AGREE';

/** Type, status and countries: a headline says "Japan" where the body says "the Japanese prime minister". */
function looseKey(event: Event, parties: Parties): string {
  const countries = (ids: readonly string[]): string[] =>
    [...new Set(ids.map((id) => parties.actor.get(id)?.country ?? id))].sort();
  const sides = isMutual(event)
    ? [countries([...event.actors, ...event.recipients])]
    : [countries(event.actors), countries(event.recipients)];
  return [event.type, event.mode ?? '', event.status, ...sides.map((side) => side.join('+'))].join('|');
}

/** The same time, and nobody who is named on one side is somebody else on the other. */
function alike(a: Event, b: Event, parties: Parties): boolean {
  const names = (event: Event): string[] =>
    [...event.actors, ...event.recipients].filter((id) => isNamed(parties, id));
  const others = names(b);
  const countryOf = (id: string): string | undefined => parties.actor.get(id)?.country;
  const clash = names(a).some(
    (id) => !others.includes(id) && others.some((other) => countryOf(other) === countryOf(id)),
  );
  return !clash && compatible(a.when, b.when);
}

/** A person known by name, and not by a title alone ("the Japanese foreign minister"). */
const isNamed = (parties: Parties, id: string): boolean => {
  const actor = parties.actor.get(id);
  return actor?.kind === 'person' && !/(?:^|\s)\p{Ll}/u.test(actor.name);
};

const compatible = (a: When | undefined, b: When | undefined): boolean =>
  !a || !b || (a.from < b.to && b.from < a.to);

const duplicate = (event: Event): LogEntry => ({
  code: 'event/duplicate',
  stage: 'event',
  message: `This ${event.type} is the one that another sentence of the report tells.`,
  span: { start: event.trigger.start, end: event.trigger.end },
});
