/**
 * The door of note/: oddities of a report that show only where its layers are compared. It comes after all of them;
 * what one reader sees by itself it notes itself (`place/two-spellings`).
 * Notes: `note/two-offices`, `note/two-spellings`, `note/visit-elsewhere`, `note/two-places`, `note/two-dates`,
 * `note/sum`, `note/two-counts`, `note/no-such-day`, `note/wrong-weekday`: docs/reading.md has an example of each.
 */
import type { Actor } from '../actor/actor.js';
import type { Event } from '../event/event.js';
import type { Doc } from '../language/doc.js';
import type { Note } from '../log.js';
import type { Place } from '../place/place.js';
import { overlaps } from '../span.js';
import type { Time } from '../time/timex3.js';
import { countNotes } from './counts.js';
import { dayNotes } from './days.js';
import { meetingNotes } from './meetings.js';
import { officeNotes } from './offices.js';
import { spellingNotes } from './spellings.js';
import { visitNotes } from './visits.js';
import type { NoteWords } from './words.js';

export { loadNotes, type NoteWords } from './words.js';

export interface Read {
  readonly doc: Doc;
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
  readonly events: readonly Event[];
}

export type Noticing = (read: Read, words: NoteWords) => readonly Note[];

const ALL: readonly Noticing[] = [officeNotes, spellingNotes, visitNotes, meetingNotes, countNotes, dayNotes];

/** Notes on the report that no reader has made before: `known` are those. */
export const noteReader =
  (words: NoteWords) =>
  (read: Read, known: readonly Note[]): Note[] =>
    ALL.flatMap((notice) => notice(read, words)).filter((note) => !known.some((one) => isSame(one, note)));

/** About the same words, each of them. */
const isSame = (a: Note, b: Note): boolean =>
  a.spans.length > 1 && b.spans.every((span) => a.spans.some((other) => overlaps(span, other)));
