/** Each stage of reading as something to time: the layers before it are made first and not counted. */
import { actorReader, loadActors } from '../../src/actor/index.js';
import type { Article } from '../../src/article/article.js';
import { loadArticles, readArticles } from '../../src/article/index.js';
import { eventReader, loadEvents } from '../../src/event/index.js';
import type { Doc } from '../../src/language/doc.js';
import { loadLanguage, makeDoc } from '../../src/language/index.js';
import { loadPlaces, placeReader } from '../../src/place/index.js';
import { createReader } from '../../src/reading/index.js';
import { loadSpeech, speechReader } from '../../src/speech/index.js';
import { loadTime, timeReader } from '../../src/time/index.js';

/** Does its work on all reports once and gives back how many it did. */
export type Pass = () => number | Promise<number>;

/** Each prepares its input from the reports' bytes and gives the pass to time. */
export const stages = {
  article: (reports) => {
    const data = loadArticles();
    return () =>
      reports.reduce((n, bytes) => n + [...readArticles(bytes, { from: 'bench' }, data)].length, 0);
  },
  language: (reports) => {
    const docOf = makeDoc(loadLanguage());
    const articles = articlesOf(reports);
    return async () => {
      for (const article of articles) await docOf(article);
      return articles.length;
    };
  },
  time: async (reports) => {
    const { docs } = await layersOf(reports);
    const read = timeReader(loadTime());
    return forEach(docs, ({ doc }) => read(doc, {}));
  },
  place: async (reports) => {
    const { docs } = await layersOf(reports);
    const read = placeReader(loadPlaces());
    return forEach(docs, ({ doc, times }) => read(doc, { times }));
  },
  actor: async (reports) => {
    const { docs } = await layersOf(reports);
    const read = actorReader(loadActors());
    return forEach(docs, ({ doc, times, places }) => read(doc, { times, places }));
  },
  speech: async (reports) => {
    const { docs } = await layersOf(reports);
    const read = speechReader(loadSpeech());
    return forEach(docs, ({ doc, times, actors }) => read(doc, { times, actors }));
  },
  event: async (reports) => {
    const { docs } = await layersOf(reports);
    const read = eventReader(loadEvents());
    return forEach(docs, ({ doc, events: _, ...before }) => read(doc, before));
  },
  /** All but the model: what the rules take. */
  rules: async (reports) => {
    const { docs, read } = await layersOf(reports);
    const data = loadArticles();
    return () => {
      for (const bytes of reports) for (const _ of readArticles(bytes, { from: 'bench' }, data));
      for (const { doc } of docs) read(doc);
      return docs.length;
    };
  },
  whole: (reports) => {
    const reader = createReader();
    return async () => {
      let done = 0;
      for (const bytes of reports) for await (const _ of reader.read(bytes, { from: 'bench' })) done++;
      return done;
    };
  },
} satisfies Record<string, (reports: readonly Uint8Array[]) => Pass | Promise<Pass>>;

export type StageName = keyof typeof stages;

function forEach<T>(items: readonly T[], read: (item: T) => unknown): Pass {
  return () => {
    for (const item of items) read(item);
    return items.length;
  };
}

function articlesOf(reports: readonly Uint8Array[]): Article[] {
  const data = loadArticles();
  return reports.flatMap((bytes) =>
    [...readArticles(bytes, { from: 'bench', published: '2016-12-03' }, data)].flatMap((outcome) =>
      outcome.ok ? [outcome.article] : [],
    ),
  );
}

async function layersOf(reports: readonly Uint8Array[]) {
  const docOf = makeDoc(loadLanguage());
  const readTimes = timeReader(loadTime());
  const readPlaces = placeReader(loadPlaces());
  const readActors = actorReader(loadActors());
  const readSpeech = speechReader(loadSpeech());
  const readEvents = eventReader(loadEvents());
  const read = (doc: Doc) => {
    const times = readTimes(doc, {}).layer;
    const places = readPlaces(doc, { times }).layer;
    const actors = readActors(doc, { times, places }).layer;
    const statements = readSpeech(doc, { times, actors }).layer;
    const events = readEvents(doc, { times, places, actors, statements }).layer;
    return { doc, times, places, actors, statements, events };
  };
  const docs = [];
  for (const article of articlesOf(reports)) docs.push(read(await docOf(article)));
  return { docs, read };
}
