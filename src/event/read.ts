/**
 * The reader of events: each word that may name an act is held against the lexicon; what is real becomes an Event.
 * Log: `event/no-actor`, `event/no-recipient`, `event/no-pair` (an act without those it needs), `event/negated`,
 * `event/private` (of nobody in public life), `event/embedded`, `event/unanchored` (nothing says that it's real), `event/habit` (what is always so), `event/absorbed` (part of another act), `event/beside` (of less weight than another of its sentence),
 * `event/duplicate` (the headline's, told again in the body).
 */
import type { Doc } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Reader } from '../reader.js';
import { withoutRepeats } from './dedupe.js';
import type { Desk } from './desk.js';
import type { Event } from './event.js';
import type { Before } from './frame.js';
import type { EventData } from './load.js';
import { settings } from './narrative.js';
import { partiesOf } from './party.js';
import { readSentence } from './sentence.js';
import { makeParse } from './syntax/index.js';
import { saidOf } from './voucher.js';
import { calendarOf } from './when.js';

export function eventReader(data: EventData): Reader<Before, Event> {
  const deskOf = makeDesk(data);
  return (doc, before) => {
    const desk = deskOf(doc, before);
    const log: LogEntry[] = [];
    const settingOf = settings({ ...desk, background: data.lexicon.background });
    const events = doc.sentences.flatMap((sentence) =>
      readSentence(desk, sentence, settingOf(sentence), log),
    );
    const kept = withoutRepeats(doc, desk.parties, events, log);
    return { layer: kept.map((event, nth) => ({ ...event, id: `e${nth + 1}` })), log };
  };
}

/** What a report is read with, and explained. */
export function makeDesk(data: EventData): (doc: Doc, before: Before) => Desk {
  const parse = makeParse(data.words);
  return (doc, before) => ({
    data,
    doc,
    syntax: parse(doc, before),
    parties: partiesOf(before),
    calendar: calendarOf(doc.article, before.times, data.lexicon.background),
    said: saidOf(before.statements),
  });
}
