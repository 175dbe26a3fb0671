/** One act told twice in a report: the headline's and the lead's are one event, which cites the body. */
import type { Doc } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Event, When } from './event.js';

/** A headline's act is left out when the body tells it; within a sentence the same act by the same rule is one. */
export function withoutRepeats(doc: Doc, events: readonly Event[], log: LogEntry[]): Event[] {
  const seen = new Set<string>();
  const body = new Map<string, Event[]>();
  const headlines = headlineStarts(doc);
  for (const event of events) {
    if (headlines.has(event.cite.start)) continue;
    const key = actKey(event);
    const same = body.get(key);
    if (same) same.push(event);
    else body.set(key, [event]);
  }
  return events.filter((event) => {
    const key = actKey(event);
    const inSentence = `${event.cite.start}|${event.rule}|${key}`;
    const repeated = headlines.has(event.cite.start)
      ? body.get(key)?.some((other) => compatible(event.when, other.when)) === true
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

const actKey = ({ type, mode, actors, recipients, status, background }: Event): string =>
  [type, mode ?? '', [...actors].sort(), [...recipients].sort(), status, background].join('|');

const compatible = (a: When | undefined, b: When | undefined): boolean =>
  !a || !b || (a.from < b.to && b.from < a.to);

const duplicate = (event: Event): LogEntry => ({
  code: 'event/duplicate',
  stage: 'event',
  message: `This ${event.type} is the one that another sentence of the report tells.`,
  span: { start: event.trigger.start, end: event.trigger.end },
});
