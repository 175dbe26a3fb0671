/** `search`: words in reports and in what was said, the best first, each with its sentence. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Span } from '../../span.js';
import type { Db } from '../store/database.js';
import { type Source, sourceColumns, sourceOf } from './cite.js';
import { type Filter, onlyWith } from './filter.js';
import { bestSentences, type Passage } from './passage.js';
import { areRare } from './rarity.js';
import { wordingsOf } from './statements.js';
import { wantedOf } from './wanted.js';
import { type Condition, commonConditions, sortDay, throughBranches } from './where.js';

export interface Hit extends Source {
  readonly in: 'report' | 'statement';
  /** The saying, of a statement. */
  readonly saying?: string;
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

/** Of words that are not rare the newest so many are ranked: ranking a million texts would take minutes. */
const RANKED = 400;

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
    ...(options.only === 'statement' ? [] : await inReports(db, words, reportConditions(wanted), limit)),
    ...(options.only === 'report' ? [] : await inStatements(db, words, wanted, limit)),
  ];
  return hits
    .sort((a, b) => b.rank - a.rank || compare(a.article, b.article) || a.span.start - b.span.start)
    .slice(0, limit);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Wanted = Awaited<ReturnType<typeof wantedOf>>;

/** Of a report since and until mean its day of publication; actor and country whom it names. */
function reportConditions({ actors, countries, since, filter }: Wanted): Condition[] {
  const names = (condition: Condition) =>
    sql<boolean>`exists (select 1 from naming n join form f on f.id = n.form where n.article = a.id and ${condition})`;
  return [
    ...(actors === undefined ? [] : [names(sql<boolean>`n.form = any(${actors.who}::text[])`)]),
    ...countries.map((country) => names(sql<boolean>`f.country = ${country}`)),
    ...(since === undefined ? [] : [sql<boolean>`a.day >= ${since}::date`]),
    ...(filter.until === undefined ? [] : [sql<boolean>`a.day <= ${filter.until}::date`]),
  ];
}

const Sentences = z.array(z.object({ start: z.int(), end: z.int() }));

async function inReports(
  db: Db,
  words: string,
  conditions: readonly Condition[],
  limit: number,
): Promise<Hit[]> {
  const query = sql`websearch_to_tsquery('english', ${words})`;
  let newest = db
    .selectFrom('article as a')
    .select(['a.id', 'a.day'])
    .select(sql<number>`ts_rank(a.words, ${query}, 1)`.as('rank'))
    .where(sql<boolean>`a.words @@ ${query}`);
  for (const condition of conditions) newest = newest.where(condition);
  const rare = await areRare(db, 'article', words);
  const newestFirst = sql`coalesce(a.day, '-infinity'::date) desc, a.id collate "C" desc`;
  const rows = await db
    .with('newest', () => (rare ? newest : newest.orderBy(newestFirst).limit(RANKED)))
    .selectFrom(
      sql<{
        id: string;
        rank: number;
      }>`(select id, rank from newest order by rank desc, id collate "C" limit ${limit})`.as('best'),
    )
    .innerJoin('article as a', 'a.id', 'best.id')
    .select(['best.rank', 'a.text', sql<unknown>`a.reading->'sentences'`.as('sentences'), ...sourceColumns])
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
      : [{ in: 'report' as const, ...sourceOf(row), rank: row.rank, ...passage }];
  });
}

async function inStatements(db: Db, words: string, wanted: Wanted, limit: number): Promise<Hit[]> {
  const query = sql`websearch_to_tsquery('english', ${words})`;
  const rare = await areRare(db, 'saying', words);
  const newest = await throughBranches(wanted, rare ? Number.POSITIVE_INFINITY : RANKED, (days, most) => {
    let found = db
      .selectFrom('saying as h')
      .select('h.id')
      .select(sql<number>`ts_rank(h.words, ${query}, 1)`.as('rank'));
    for (const condition of [days, sql<boolean>`h.words @@ ${query}`, ...commonConditions(wanted)])
      found = found.where(condition);
    if (!rare) found = found.orderBy(sql`${sortDay} desc, h.id collate "C" desc`).limit(most);
    return found.execute();
  });
  const rows = newest.sort((a, b) => b.rank - a.rank || compare(a.id, b.id)).slice(0, limit);
  const wordings = await wordingsOf(
    db,
    rows.map(({ id }) => id),
  );
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
    return [{ ...source, in: 'statement' as const, saying: id, rank, ...passage }];
  });
}
