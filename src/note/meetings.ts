/** "The talks in Kutaisi", "the meeting on Saturday", where the report has told that they are elsewhere or on another day. */
import type { Event } from '../event/event.js';
import type { Token } from '../language/doc.js';
import { feature, treeOf } from '../language/tree.js';
import type { Note } from '../log.js';
import { contains, type Span } from '../span.js';
import type { Time } from '../time/timex3.js';
import type { Noticing, Read } from './index.js';
import { cityOf, isSamePlace, MAX_MEETINGS } from './visits.js';
import type { NoteWords } from './words.js';

export const meetingNotes: Noticing = (read, words) => {
  const meetings = read.events
    .filter(({ type, background }) => type === 'CONSULT' && !background)
    .slice(0, MAX_MEETINGS);
  if (meetings.length === 0) return [];
  return read.doc.tokens
    .filter((token) => isTheMeeting(read, token, words))
    .slice(0, MAX_MEETINGS)
    .flatMap((token) => {
      const paragraph = paragraphOf(read, token);
      const before = meetings.findLast(
        ({ trigger }) =>
          trigger.end <= token.start && paragraph !== undefined && trigger.start >= paragraph.start,
      );
      return before
        ? [...otherPlace(read, token, before, meetings), ...otherDay(read, token, before, meetings)]
        : [];
    });
};

/** "The talks" are those that its paragraph tells of; further away they may be others. */
const paragraphOf = ({ doc }: Read, { sentence }: Token): Span | undefined =>
  doc.paragraphs[doc.sentences[sentence]?.paragraph ?? -1];

/** With "the" or "their": one that was told of. */
function isTheMeeting({ doc }: Read, token: Token, { meetings }: NoteWords): boolean {
  if (token.upos !== 'NOUN' || !meetings.has(token.form.toLowerCase())) return false;
  const before = treeOf(doc).childrenBy(token.index, 'det', 'nmod:poss');
  return before.some((word) => feature(word, 'Definite') === 'Def' || word.form.toLowerCase() === 'their');
}

function otherPlace(read: Read, token: Token, before: Event, all: readonly Event[]): Note[] {
  const place = ofPhrase(read, token, read.places, ({ span }) => span);
  const known = cityOf(read, before);
  if (!place || !known || place.kind === 'country' || isSamePlace(place, known)) return [];
  const told = all.flatMap((event) =>
    event.trigger.start === token.start ? [] : (cityOf(read, event) ?? []),
  );
  if (place.kind !== 'city' || told.some((city) => isSamePlace(city, place))) return [];
  return [
    {
      kind: 'note/two-places',
      message: `The report has the ${token.form} in ${place.name} as well as in ${known.name}.`,
      spans: [known.span, place.span],
    },
  ];
}

function otherDay(read: Read, token: Token, before: Event, all: readonly Event[]): Note[] {
  const time = ofPhrase(read, token, read.times, ({ span }) => span);
  const known = timeOf(read, before);
  if (!isDay(time) || !isDay(known) || time.value === known.value) return [];
  const told = all.some(
    ({ trigger, when }) => trigger.start !== token.start && when?.from === time.from && when?.to === time.to,
  );
  if (told) return [];
  return [
    {
      kind: 'note/two-dates',
      message: `The report has the ${token.form} on ${time.text} as well as on ${known.text}.`,
      spans: [known.span, time.span],
    },
  ];
}

const isDay = (time: Time | undefined): time is Time =>
  time !== undefined && /^-?\d{4}-\d{2}-\d{2}$/u.test(time.value);

/** An event's own time expression. */
const timeOf = ({ times }: Read, { when }: Event): Time | undefined =>
  when?.basis.startsWith('time:') ? times.find(({ id }) => when.basis === `time:${id}`) : undefined;

/** What stands in the words that hang on a noun, right behind it. */
function ofPhrase<T>(
  { doc }: Read,
  token: Token,
  items: readonly T[],
  spanOf: (item: T) => { readonly start: number; readonly end: number },
): T | undefined {
  const children = treeOf(doc)
    .childrenBy(token.index, 'nmod', 'obl')
    .filter(({ index }) => index > token.index);
  const [child] = children;
  if (!child || child.index > token.index + 4) return undefined;
  return items.find((item) => contains(spanOf(item), child));
}
