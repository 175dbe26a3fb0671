/**
 * Is an event of confidence 0.8 right in eight of ten cases? Each event that is given on the gold set and on PLOVER's gold records,
 * with its confidence and whether it is right: of the gold set code, actors and recipients; of a record type and countries,
 * where an event that the record doesn't code counts as wrong. The map from the program's own product to a confidence is
 * fitted on four fifths of the texts and measured on the fifth, for each fifth.
 */
import type { Article } from '../../src/article/article.js';
import { loadArticles, readArticles } from '../../src/article/index.js';
import { type Calibration, calibrated, UNCALIBRATED } from '../../src/event/confidence.js';
import type { Event } from '../../src/event/event.js';
import { eventReader, loadEvents } from '../../src/event/index.js';
import { packageFile } from '../../src/package-root.js';
import { beforeOf, type Ground, loadGround } from '../../src/reading/layers.js';
import { articleOf } from './gold.js';
import { type GoldItem, readGold } from './gold-read.js';
import { rightEvents } from './gold-score.js';
import { fitted, type Scored } from './platt.js';
import { isRight, readRecords, recordArticle } from './plover-gsr.js';
import type { Corpus, Row } from './row.js';

export interface Judged extends Scored {
  /** `gold/sentences`, `gold/reports`, `plover-gsr`. */
  readonly source: string;
  /** Number of its text: events of one text are in one fold. */
  readonly text: number;
}

/** `folder` holds plover-gsr.json. */
export async function judgedEvents(folder: string): Promise<Judged[]> {
  const read = makeRead();
  const judged: Judged[] = [];
  let text = 0;
  const add = (source: string, events: readonly Event[], right: (event: Event) => boolean): void => {
    text++;
    judged.push(...events.map((event) => ({ source, text, raw: event.confidence, right: right(event) })));
  };
  for (const item of readGold(packageFile('gold'))) {
    const { ground, events } = await read(goldArticle(item));
    const right = rightEvents(item, ground.doc.text, { actors: ground.actors.layer, events });
    add(item.kind === 'report' ? 'gold/reports' : 'gold/sentences', events, (event) => right.has(event));
  }
  for (const record of readRecords(folder)) {
    const { ground, events } = await read(recordArticle(record));
    const actors = new Map(ground.actors.layer.map((actor) => [actor.id, actor]));
    add('plover-gsr', events, (event) => isRight(record, event, actors));
  }
  return judged;
}

/** Events with their confidence as it is before it is calibrated. */
function makeRead(): (article: Article) => Promise<{ ground: Ground; events: readonly Event[] }> {
  const groundOf = loadGround();
  const readEvents = eventReader({ ...loadEvents(), calibration: UNCALIBRATED });
  return async (article) => {
    const ground = await groundOf(article);
    return { ground, events: readEvents(ground.doc, beforeOf(ground)).layer };
  };
}

const articles = loadArticles();

function goldArticle(item: GoldItem): Article {
  if (item.kind !== 'report') return articleOf(item, item.kind);
  const bytes = new TextEncoder().encode(item.text);
  for (const outcome of readArticles(bytes, { from: item.id, published: item.published }, articles))
    if (outcome.ok) return outcome.article;
  throw new Error(`${item.id}: there is no report in it.`);
}

const FOLDS = 5;

/** Each event with a confidence by a map that was fitted without its text. */
export function heldOut(judged: readonly Judged[]): Confident[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const inFold = (one: Judged): boolean => one.text % FOLDS === fold;
    const map = fitted(judged.filter((one) => !inFold(one)));
    return confident(judged.filter(inFold), map);
  });
}

export interface Confident {
  readonly confidence: number;
  readonly right: boolean;
  readonly source: string;
}

const confident = (judged: readonly Judged[], map: Calibration): Confident[] =>
  judged.map(({ raw, right, source }) => ({ confidence: calibrated(raw, map), right, source }));

export interface Bin {
  readonly from: number;
  readonly n: number;
  /** Mean. */
  readonly confidence: number;
  /** Share. */
  readonly right: number;
}

const BINS = 10;

/** Bins of equal width that hold events. */
export function binsOf(events: readonly Confident[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const own = events.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    return {
      from: bin / BINS,
      n: own.length,
      confidence: mean(own.map(({ confidence }) => confidence)),
      right: mean(own.map(({ right }) => (right ? 1 : 0))),
    };
  }).filter(({ n }) => n > 0);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Expected calibration error: how far confidence and share right are apart, over all bins by their size. */
export const calibrationError = (events: readonly Confident[]): number =>
  binsOf(events).reduce((sum, { n, confidence, right }) => sum + n * Math.abs(confidence - right), 0) /
  Math.max(1, events.length);

export const reliability: Corpus = {
  name: 'events/reliability',
  folder: 'events',
  async evaluate(path) {
    const judged = await judgedEvents(path);
    const held = heldOut(judged);
    const shipped = confident(judged, loadEvents().calibration);
    const row = (measure: string, value: number, n: number): Row => ({
      corpus: reliability.name,
      measure,
      value,
      n,
    });
    return [
      ...binsOf(held).flatMap(({ from, n, confidence, right }) => {
        const name = `${from.toFixed(1)}–${(from + 1 / BINS).toFixed(1)}`;
        return [row(`${name}: mean confidence`, confidence, n), row(`${name}: right`, right, n)];
      }),
      row('calibration error, held out', calibrationError(held), held.length),
      row('calibration error, as shipped', calibrationError(shipped), shipped.length),
      row('calibration error, before', calibrationError(confident(judged, UNCALIBRATED)), judged.length),
      ...[...new Set(judged.map(({ source }) => source))].flatMap((source) => {
        const own = held.filter((one) => one.source === source);
        return [
          row(`${source}: mean confidence`, mean(own.map(({ confidence }) => confidence)), own.length),
          row(`${source}: right`, mean(own.map(({ right }) => (right ? 1 : 0))), own.length),
        ];
      }),
    ];
  },
};
