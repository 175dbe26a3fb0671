/** Every line of a record cites its sentence: does the sentence stand where the line says? */
import { sql } from 'kysely';
import { articleId } from '../../article/index.js';
import { articleKey } from '../filing/ids.js';
import { batchesOf } from '../store/batches.js';
import type { Tx } from '../store/database.js';
import { type Finding, Tally } from './finding.js';

interface Text {
  readonly id: string;
  readonly text: string;
  /** The Reading is of this text. */
  readonly same: boolean;
}

/** A row that cites its report. */
interface Citing {
  readonly table: 'event' | 'statement' | 'dispute';
  readonly id: string;
  readonly article: string;
  readonly sentence: string;
  readonly cite_start: number;
  readonly cite_end: number;
  /** What its id is made from. */
  readonly start: number;
  readonly end: number;
}

/** Reports at a time; one has some kilobytes. */
const SIZE = 200;

export async function checkTexts(tx: Tx, onArticles: (more: number) => void): Promise<Finding[]> {
  const look = looking();
  const select = sql`select id, text, coalesce(reading -> 'article' ->> 'text' = text, false) as same from article`;
  for await (const batch of batchesOf<Text>(tx, 'articles', select, SIZE)) {
    const texts = new Map(batch.map((article) => [article.id, article.text]));
    for (const article of batch) look.at(article);
    for (const row of await citingIn(tx, [...texts.keys()])) look.row(row, texts.get(row.article) ?? '');
    onArticles(batch.length);
  }
  return look.findings();
}

async function citingIn(tx: Tx, articles: readonly string[]): Promise<Citing[]> {
  const wanted = sql`article = any(${[...articles]}::text[])`;
  const columns = sql.raw('id, article, sentence, cite_start, cite_end');
  const { rows } = await sql<Citing>`
    select 'event' as table, ${columns}, trigger_start as start, trigger_end as end from event where ${wanted}
    union all
    select 'statement', ${columns}, content_start, content_end from statement where ${wanted}
    union all
    select 'dispute', ${columns}, cite_start, cite_end from dispute where ${wanted}`.execute(tx);
  return rows;
}

function looking() {
  const digest = new Tally('article/id', "a report's id is the digest of its text");
  const reading = new Tally('article/reading', "a report's Reading is of its text");
  const ids = new Tally('citation/id', 'ids say where in the report an event, statement or dispute stands');
  const spans = new Tally('citation/span', 'every span lies in its report');
  const sentences = new Tally('citation/sentence', 'every sentence is the one that stands there');
  return {
    at({ id, text, same }: Text): void {
      const now = articleKey(articleId(text));
      if (now !== id) digest.wrong(`${id}: its text gives ${now}`);
      if (!same) reading.wrong(id);
    },
    row(row: Citing, text: string): void {
      const { table, id, article, start, end, cite_start, cite_end, sentence } = row;
      const stem = `${article}-${table.charAt(0)}${start}`;
      if (id !== stem && !(id.startsWith(`${stem}.`) && /^\d+$/u.test(id.slice(stem.length + 1)))) {
        ids.wrong(`${id} stands at ${start} in ${article}`);
      }
      const fits = isWithin(start, end, text) && isWithin(cite_start, cite_end, text);
      if (!fits) spans.wrong(`${id}: ${start}–${end}, ${cite_start}–${cite_end} of ${text.length}`);
      else if (inOneLine(text.slice(cite_start, cite_end)) !== sentence) sentences.wrong(id);
    },
    findings: () => [digest, reading, ids, spans, sentences].map((tally) => tally.finding()),
  };
}

const isWithin = (start: number, end: number, { length }: string): boolean =>
  start >= 0 && start <= end && end <= length;

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
