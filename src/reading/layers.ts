/** The readers in their order: the table of contents of the program. */
import type { Actor } from '../actor/actor.js';
import { actorReader, loadActors, withoutIdle } from '../actor/index.js';
import type { Article } from '../article/article.js';
import type { Dispute } from '../dispute/dispute.js';
import { disputeReader, loadDisputes } from '../dispute/index.js';
import type { Event } from '../event/event.js';
import { eventReader, loadEvents } from '../event/index.js';
import type { Doc } from '../language/doc.js';
import { loadLanguage, makeDoc } from '../language/index.js';
import type { LogEntry, Note } from '../log.js';
import { loadNotes, noteReader } from '../note/index.js';
import { loadPlaces, placeReader } from '../place/index.js';
import type { Place } from '../place/place.js';
import type { Layer } from '../reader.js';
import type { Span } from '../span.js';
import { loadSpeech, speechReader } from '../speech/index.js';
import type { Statement } from '../speech/statement.js';
import { loadTime, timeReader } from '../time/index.js';
import type { Time } from '../time/timex3.js';
import { readTables, type Tables } from './tables.js';

export interface Layers {
  readonly sentences: readonly Span[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly disputes: readonly Dispute[];
  readonly notes: readonly Note[];
  readonly log: readonly LogEntry[];
}

/** What events stand on. */
export interface Ground {
  readonly doc: Doc;
  readonly times: Layer<Time>;
  readonly places: Layer<Place>;
  readonly actors: Layer<Actor>;
  readonly statements: Layer<Statement>;
}

/** The readers before the one of events. */
export function loadGround(tables: Tables = readTables({})): (article: Article) => Promise<Ground> {
  const docOf = makeDoc(loadLanguage());
  const readTimes = timeReader(loadTime());
  const readPlaces = placeReader(loadPlaces());
  const readActors = actorReader(loadActors(tables.actors));
  const readSpeech = speechReader(loadSpeech());

  return async (article) => {
    const doc = await docOf(article);
    const times = readTimes(doc, {});
    const places = readPlaces(doc, { times: times.layer });
    const actors = readActors(doc, { times: times.layer, places: places.layer });
    const before = { times: times.layer, places: places.layer, actors: actors.layer };
    return { doc, times, places, actors, statements: readSpeech(doc, before) };
  };
}

/** What a ground holds, as readers take it. */
export const beforeOf = ({ times, places, actors, statements }: Ground) => ({
  times: times.layer,
  places: places.layer,
  actors: actors.layer,
  statements: statements.layer,
});

/** Loads the data of all readers once; what comes back is a pure function of the article. */
export function loadLayers(tables: Tables = readTables({})): (article: Article) => Promise<Layers> {
  const groundOf = loadGround(tables);
  const readEvents = eventReader(loadEvents(tables.lexicon));
  const readDisputes = disputeReader(loadDisputes());
  const notice = noteReader(loadNotes());

  return async (article) => {
    const ground = await groundOf(article);
    const { doc, times, places, actors, statements } = ground;
    const before = beforeOf(ground);
    const events = readEvents(doc, before);

    const disputes = readDisputes(doc, { ...before, events: events.layer });

    const inOrder: readonly Layer<unknown>[] = [times, places, actors, statements, events, disputes];
    const notes = inOrder.flatMap((layer) => layer.notes ?? []);
    return {
      sentences: doc.sentences.map(({ start, end }) => ({ start, end })),
      ...before,
      actors: withoutIdle(actors.layer, usedBy(events.layer, disputes.layer)),
      events: events.layer,
      disputes: disputes.layer,
      notes: [...notes, ...notice({ doc, ...before, events: events.layer }, notes)],
      log: [...doc.log, ...inOrder.flatMap((layer) => layer.log)],
    };
  };
}

/** Actor ids. */
const usedBy = (events: readonly Event[], disputes: readonly Dispute[]): ReadonlySet<string> =>
  new Set([
    ...events.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
    ...disputes.flatMap(({ parties, object }) => [
      ...parties,
      ...object.names.flatMap(({ usedBy }) => usedBy ?? []),
    ]),
  ]);

/** What is read of a report whose language the readers don't know: nothing. */
export const noLayers: Layers = {
  sentences: [],
  times: [],
  places: [],
  actors: [],
  statements: [],
  events: [],
  disputes: [],
  notes: [],
  log: [],
};
