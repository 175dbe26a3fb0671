/** iCalendar by RFC 5545: whole days, and for what has no date no entry. */
import ical, { foldLines, type ICalCalendar, ICalEventStatus } from 'ical-generator';
import type { Happening } from '../ask/index.js';
import type { Chunk } from './chunk.js';
import { citedText, countText, moment, outcomeText, webAddress } from './words.js';

const END = 'END:VCALENDAR';

/** @param skipped Called with how many rows have no date. */
export async function* toICalendar(
  rows: AsyncIterable<Happening>,
  title: string,
  skipped: (count: number) => void,
): AsyncGenerator<Chunk, void, undefined> {
  const calendar = ical({
    name: title,
    prodId: { company: 'Demarche', product: 'Demarche', language: 'EN' },
  });
  const empty = calendar.toString();
  yield empty.slice(0, empty.indexOf(END));
  let without = 0;
  for await (const row of rows) {
    const event = eventOf(calendar, row);
    if (event === undefined) without++;
    else yield event;
  }
  yield `${END}\r\n`;
  if (without > 0) skipped(without);
}

/** One VEVENT; the calendar does not keep it. */
function eventOf(calendar: ICalCalendar, row: Happening): string | undefined {
  const { when, where, firstDay, cite } = row;
  if (when === undefined) return undefined;
  const url = webAddress(cite?.url);
  const event = calendar.createEvent({
    id: `${row.id}@demarche`,
    // When the record's word on it was printed: the same record gives the same file.
    stamp: moment(firstDay ?? when.from),
    start: moment(when.from),
    end: moment(when.to),
    allDay: true,
    summary: row.title,
    description: [citedText(row), countText(row), outcomeText(row)].filter(Boolean).join('\n'),
    status: statusOf(row.status),
    categories: [{ name: row.type }],
    ...(url === undefined ? {} : { url }),
    ...(where === undefined ? {} : { location: locationOf(where) }),
  });
  const text = foldLines(event.toString());
  calendar.clear();
  return text.endsWith('\r\n') ? text : `${text}\r\n`;
}

const locationOf = ({ name, lat, lon }: NonNullable<Happening['where']>) =>
  lat === undefined || lon === undefined ? { title: name } : { title: name, geo: { lat, lon } };

function statusOf(status: string): ICalEventStatus {
  if (status === 'cancelled') return ICalEventStatus.CANCELLED;
  return ['occurred', 'ongoing', 'scheduled', 'reported'].includes(status)
    ? ICalEventStatus.CONFIRMED
    : ICalEventStatus.TENTATIVE;
}
