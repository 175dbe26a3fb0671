/** A text's events with the layers under them, by the real readers; statements are made by hand from the case. */
import type { Actor } from '../../src/actor/actor.js';
import { actorReader, loadActors } from '../../src/actor/index.js';
import type { Event } from '../../src/event/event.js';
import type { Before } from '../../src/event/frame.js';
import { eventReader, loadEvents } from '../../src/event/index.js';
import type { Doc } from '../../src/language/doc.js';
import type { LogEntry } from '../../src/log.js';
import { loadPlaces, placeReader } from '../../src/place/index.js';
import type { Place } from '../../src/place/place.js';
import type { Statement } from '../../src/speech/statement.js';
import { loadTime, timeReader } from '../../src/time/index.js';
import { type DocOptions, docOf } from '../support/doc.js';

export interface EventCase extends DocOptions {
  /** The words that are somebody's, and whose: `["Iran attacked Oman", "The Omani minister"]`. */
  readonly said?: readonly [string, string];
}

export interface Read {
  readonly doc: Doc;
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
  readonly events: readonly Event[];
  readonly log: readonly LogEntry[];
}

export const data = loadEvents();
const readTimes = timeReader(loadTime());
const readPlaces = placeReader(loadPlaces());
const readActors = actorReader(loadActors());
const readEvents = eventReader(data);

/** The layers that events stand on. */
export async function layersOf(text: string, options: EventCase = {}): Promise<{ doc: Doc; before: Before }> {
  const doc = await docOf(text, { published: '2024-03-15', ...options });
  const times = readTimes(doc, {}).layer;
  const places = readPlaces(doc, { times }).layer;
  const actors = readActors(doc, { times, places }).layer;
  const statements = options.said ? [statementOf(text, actors, options.said)] : [];
  return { doc, before: { times, places, actors, statements } };
}

export async function eventsOf(text: string, options: EventCase = {}): Promise<Read> {
  const { doc, before } = await layersOf(text, options);
  const { layer, log } = readEvents(doc, before);
  return { doc, places: before.places, actors: before.actors, events: layer, log };
}

function statementOf(text: string, actors: readonly Actor[], said: readonly [string, string]): Statement {
  const [words, source] = said;
  const start = text.indexOf(words);
  const speaker = actors.find(({ mentions }) =>
    mentions.some((span) => text.slice(span.start, span.end) === source),
  );
  return {
    id: 's1',
    form: 'indirect',
    content: [{ start, end: start + words.length }],
    rule: 'test',
    ...(text.includes(source)
      ? { source: { start: text.indexOf(source), end: text.indexOf(source) + source.length } }
      : {}),
    ...(speaker ? { speaker: speaker.id } : {}),
  };
}
