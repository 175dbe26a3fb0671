/** The merge test set read and filed as a user's reports are, and what the record made of it. */

import { createReader } from '../../src/reading/index.js';
import type { Reading } from '../../src/reading/reading.js';
import { batchOf } from '../../src/record/add/intake.js';
import { articleKey } from '../../src/record/filing/ids.js';
import { openRecord, type Record } from '../../src/record/record.js';
import { inMemory } from '../../src/record/store/database.js';
import type { Span } from '../../src/span.js';
import { type MergingReport, type MergingSet, readMerging, type Telling } from './merging-read.js';
import { eventAt, mergingRows, scoreLineages, scoreMerging } from './merging-score.js';
import type { Row } from './row.js';

export interface MergingFigures {
  readonly rows: readonly Row[];
  /** `+` wrongly joined, `-` wrongly kept apart, both by their reports. */
  readonly misses: readonly string[];
}

export async function evaluateMerging(folder: string): Promise<MergingFigures> {
  const set = readMerging(folder);
  const readings = new Map<string, Reading>();
  for await (const [id, reading] of readAll(set)) readings.set(id, reading);
  const record = await openRecord(inMemory, { create: true });
  try {
    await record.file(batchOf([...readings.values()]));
    return await figuresOf(set, readings, record);
  } finally {
    await record.close();
  }
}

async function* readAll({ reports }: MergingSet): AsyncGenerator<[string, Reading]> {
  const reader = createReader();
  for (const [at, report] of reports.entries()) {
    const outcome = await reader.readJsonLine(lineOf(report), { from: report.id, line: at + 1 });
    if (!outcome.ok) throw new Error(`gold/merging, ${report.id}: ${outcome.error.message}`);
    yield [report.id, outcome.reading];
  }
}

const lineOf = ({ id, outlet, url, published, text }: MergingReport): string =>
  JSON.stringify({ id, outlet, url, published, text });

async function figuresOf(
  set: MergingSet,
  readings: ReadonlyMap<string, Reading>,
  { db }: Record,
): Promise<MergingFigures> {
  const events = await db
    .selectFrom('event')
    .select(['article', 'trigger_start', 'type', 'happening'])
    .execute();
  const articles = await db.selectFrom('article').select(['id', 'lineage']).execute();
  const placed = (telling: Telling, place: Span): string | undefined => {
    const reading = readings.get(telling.report);
    const event = reading && eventAt(reading.events, telling, place);
    if (event === undefined) return undefined;
    const article = articleKey(reading?.article.id ?? '');
    return (
      events.find(
        (row) =>
          row.article === article && row.trigger_start === event.trigger.start && row.type === event.type,
      )?.happening ?? undefined
    );
  };
  const scores = scoreMerging(set, placed);
  const lineages = scoreLineages(set, (report) => {
    const article = articleKey(readings.get(report)?.article.id ?? '');
    return articles.find(({ id }) => id === article)?.lineage ?? undefined;
  });
  const said =
    (sign: string) =>
    ([a, b]: readonly [Telling, Telling]) =>
      `${sign} ${a.happening} ${a.report} · ${b.happening} ${b.report}`;
  return {
    rows: [
      ...mergingRows(scores),
      ...(['precision', 'recall'] as const).flatMap((measure) => {
        const { part, whole } = lineages[measure];
        return whole === 0
          ? []
          : [{ corpus: 'gold/merging', measure: `lineages ${measure}`, value: part / whole, n: whole }];
      }),
    ],
    misses: [...scores.wrong.map(said('+')), ...scores.apart.map(said('-'))],
  };
}
