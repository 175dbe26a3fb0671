/** `search`: words in reports and in what was said, the best first, each with its sentence. */
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Span } from '../../span.js';
import type { Db } from '../store/database.js';
import type { Party } from '../store/tables.js';
import { candidates, PHRASE_WINDOWS, RANKED, WINDOWS } from './candidates.js';
import { type Source, sourceColumns, sourceOf } from './cite.js';
import { type Filter, onlyWith } from './filter.js';
import { bestSentences, type Passage } from './passage.js';
import { dayConditions, nameConditions, newestFirst } from './report-where.js';
import { wordingsOf } from './statements.js';
import { wantedOf } from './wanted.js';
import { type Condition, commonConditions, sortDay, throughBranches } from './where.js';

export interface Hit extends Source {
  readonly in: 'report' | 'statement';
  /** The saying, of a statement. */
  readonly saying?: string;
  /** Of a statement; empty where it is not told who said it. */
  readonly speakers?: readonly Party[];
  readonly rank: number;
  /** The sentence that has most of the words. */
  readonly sentence: string;
  /** UTF-16 code units into the article's text: the sentence, and the words found. */
  readonly span: Span;
  readonly marks: readonly Span[];
}

export interface SearchOptions {
  /** Default 20. */
  readonly limit?: number;
  readonly only?: 'report' | 'statement';
}

export const searchFields = [
  'actor',
  'country',
  'since',
  'until',
] as const satisfies readonly (keyof Filter)[];

/**
 * @param words As websearch_to_tsquery takes them: `"peace treaty" -fishing`, `treaty or accord`.
 * @throws AskError where the filter names what is not known.
 */
export async function search(
  db: Db,
  words: string,
  filter: Filter = {},
  options: SearchOptions = {},
): Promise<Hit[]> {
  onlyWith('search', filter, searchFields);
  const limit = Math.min(Math.max(1, options.limit ?? 20), 200);
  const wanted = await wantedOf(db, filter);
  const hits = [
    ...(options.only === 'statement' ? [] : await inReports(db, words, wanted, limit)),
    ...(options.only === 'report' ? [] : await inStatements(db, words, wanted, limit)),
  ];
  return hits
    .sort((a, b) => b.rank - a.rank || compare(a.article, b.article) || a.span.start - b.span.start)
    .slice(0, limit);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Wanted = Awaited<ReturnType<typeof wantedOf>>;

const allOf = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`${sql.join([sql`true`, ...conditions], sql` and `)}`;

interface Ranked {
  readonly id: string;
  readonly rank: number;
}

/** The ranking comes first, else what has the smaller id: the same on all databases. */
const bestOf = (rows: readonly Ranked[], limit: number): Ranked[] =>
  [...rows].sort((a, b) => b.rank - a.rank || compare(a.id, b.id)).slice(0, limit);

async function reportsWith(db: Db, words: string, wanted: Wanted, limit: number): Promise<Ranked[]> {
  const query = sql`websearch_to_tsquery('english', ${words})`;
  const days = allOf(dayConditions(wanted));
  const matches = allOf([sql<boolean>`a.words @@ ${query}`, ...nameConditions(wanted)]);
  const ranked = async (found: RawBuilder<unknown>) =>
    (await sql<Ranked>`select a.id, ts_rank(a.words, ${query}, 1) as rank from ${found}`.execute(db)).rows;
  // `offset` keeps finding and putting in order apart: else the order's index would be walked for rare words.
  const ofAll = sql`(select id, words from article where id in (select id from
      (select a.id, a.day from article a where ${days} and ${matches} offset 0) as a
      order by ${newestFirst} limit ${RANKED})) as a`;
  const ofNewest = (newest: number) =>
    sql`(select a.id, a.words, a.named from article a where ${days} order by ${newestFirst} limit ${newest}) as a
      where ${matches}`;
  if (!words.includes('"')) {
    const rows = await candidates(limit, WINDOWS, (newest) =>
      ranked(newest === undefined ? ofAll : ofNewest(newest)),
    );
    return bestOf(rows, limit);
  }
  const rows = await candidates(limit, PHRASE_WINDOWS, async (newest) => {
    if (newest === undefined) return ranked(ofAll);
    const since = await dayOfNth(db, days, newest);
    // Fewer reports than that: all are looked through next.
    if (since === undefined) return [];
    return ranked(sql`article a where ${days} and a.day >= ${since}::date and ${matches}`);
  });
  return bestOf(rows, limit);
}

/** When the nth of the newest was published; undefined where there are fewer. */
async function dayOfNth(db: Db, days: Condition, nth: number): Promise<string | undefined> {
  const nthNewest = sql<{ day: string }>`select a.day from article a where a.day is not null and ${days}
    order by a.day desc offset ${nth - 1} limit 1`;
  return (await nthNewest.execute(db)).rows[0]?.day;
}

const Sentences = z.array(z.object({ start: z.int(), end: z.int() }));

async function inReports(db: Db, words: string, wanted: Wanted, limit: number): Promise<Hit[]> {
  const found = await reportsWith(db, words, wanted, limit);
  const rankOf = new Map(found.map(({ id, rank }) => [id, rank]));
  const rows = await db
    .selectFrom('article as a')
    .select(['a.text', sql<unknown>`a.reading->'sentences'`.as('sentences'), ...sourceColumns])
    .where(sql<boolean>`a.id = any(${[...rankOf.keys()]}::text[])`)
    .execute();
  const passages = rows.flatMap(({ article, text, sentences }) =>
    Sentences.parse(sentences).map(
      (span): Passage => ({ of: article, text: text.slice(span.start, span.end), span }),
    ),
  );
  const best = await bestSentences(db, words, passages);
  return rows.flatMap((row) => {
    const passage = best.get(row.article);
    return passage === undefined
      ? []
      : [{ in: 'report' as const, ...sourceOf(row), rank: rankOf.get(row.article) ?? 0, ...passage }];
  });
}

async function sayingsWith(db: Db, words: string, wanted: Wanted, limit: number): Promise<Ranked[]> {
  const query = sql`websearch_to_tsquery('english', ${words})`;
  const matches = allOf([sql<boolean>`h.words @@ ${query}`, ...commonConditions(wanted)]);
  const order = sql`${sortDay} desc, h.id collate "C" desc`;
  const rows = await candidates(limit, WINDOWS, (newest) =>
    throughBranches(wanted, newest ?? RANKED, async (days, most) => {
      const found =
        newest === undefined
          ? sql`(select id, words from saying where id in (select id from
              (select h.id, h."from", h.first_day from saying h where ${days} and ${matches} offset 0) as h
              order by ${order} limit ${most})) as h`
          : sql`(select * from saying h where ${days} order by ${order} limit ${most}) as h where ${matches}`;
      const ranked = sql<Ranked>`select h.id, ts_rank(h.words, ${query}, 1) as rank from ${found}`;
      return (await ranked.execute(db)).rows;
    }),
  );
  return bestOf(rows, limit);
}

async function inStatements(db: Db, words: string, wanted: Wanted, limit: number): Promise<Hit[]> {
  const rows = await sayingsWith(db, words, wanted, limit);
  const ids = rows.map(({ id }) => id);
  const wordings = await wordingsOf(db, ids);
  const speakers = await speakersOf(db, ids);
  const said = rows.flatMap(({ id, rank }) =>
    // The first to carry it.
    (wordings.get(id) ?? []).slice(0, 1).map((wording) => ({ id, rank, wording })),
  );
  const best = await bestSentences(
    db,
    words,
    said.map(({ id, wording: { sentence, span } }) => ({ of: id, text: sentence, span })),
  );
  return said.flatMap(({ id, rank, wording }) => {
    const passage = best.get(id) ?? { sentence: wording.sentence, span: wording.span, marks: [] };
    const {
      statement: _,
      form: _form,
      content: _content,
      said: _said,
      language: _language,
      ...source
    } = wording;
    const by = speakers.get(id) ?? [];
    return [{ ...source, in: 'statement' as const, saying: id, speakers: by, rank, ...passage }];
  });
}

async function speakersOf(db: Db, sayings: readonly string[]): Promise<Map<string, readonly Party[]>> {
  const rows = await db
    .selectFrom('saying')
    .select(['id', 'speakers'])
    .where(sql<boolean>`id = any(${sayings}::text[])`)
    .execute();
  return new Map(rows.map(({ id, speakers }) => [id, speakers]));
}
