/** Which sentence has the words that were searched, and where in it. PostgreSQL knows their stems. */
import { sql } from 'kysely';
import type { Span } from '../../span.js';
import type { Db } from '../store/database.js';

export interface Passage {
  /** What it belongs to: the best of each is wanted. */
  readonly of: string;
  readonly text: string;
  readonly span: Span;
}

export interface BestPassage {
  readonly sentence: string;
  readonly span: Span;
  readonly marks: readonly Span[];
}

/** Characters that no report has: control characters are dropped when it is read. */
const [OPEN, CLOSE] = ['\u0002', '\u0003'];

export async function bestSentences(
  db: Db,
  words: string,
  passages: readonly Passage[],
): Promise<Map<string, BestPassage>> {
  if (passages.length === 0) return new Map();
  // A report may have the words in several sentences: any of them counts here, those that must be absent do not.
  const { rows } = await sql<{ at: number; marked: string }>`
    with query as (select replace(querytree(websearch_to_tsquery('english', ${words})), '&', '|')::tsquery as any_word),
    ranked as (
      select distinct on (part.of collate "C") part.at, part.text
      from unnest(${passages.map(({ of }) => of)}::text[], ${passages.map(({ text }) => text)}::text[])
        with ordinality as part (of, text, at), query
      where to_tsvector('english', part.text) @@ query.any_word
      order by part.of collate "C", ts_rank(to_tsvector('english', part.text), query.any_word) desc, part.at)
    select ranked.at::integer as at, ts_headline('english', ranked.text, query.any_word,
      ${`HighlightAll=true, StartSel=${OPEN}, StopSel=${CLOSE}`}) as marked
    from ranked, query`.execute(db);
  return new Map(
    rows.flatMap(({ at, marked }) => {
      const passage = passages[at - 1];
      if (passage === undefined) return [];
      const { of, text, span } = passage;
      const sentence = text.replace(/\s+/gu, ' ').trim();
      return [[of, { sentence, span, marks: marksOf(marked, text, span.start) }] as const];
    }),
  );
}

/** None where the database has changed more than it marked, as it does with what looks like a tag. */
function marksOf(marked: string, text: string, start: number): Span[] {
  if (marked.replaceAll(OPEN, '').replaceAll(CLOSE, '') !== text) return [];
  const marks: Span[] = [];
  let at = start;
  let open = start;
  for (const letter of marked) {
    if (letter === OPEN) open = at;
    else if (letter === CLOSE) marks.push({ start: open, end: at });
    else at += letter.length;
  }
  return marks;
}
