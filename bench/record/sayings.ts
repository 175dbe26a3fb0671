/** What generated reports carry of one saying is one saying. */
import type { Selectable } from 'kysely';
import { byText } from '../../src/record/merge/grouped.js';
import { utteranceMarks } from '../../src/record/merge/saying/marks.js';
import { loadSayingRules } from '../../src/record/merge/saying/saying-rules.js';
import { utteranceOf, wordingOf } from '../../src/record/merge/saying/utterance.js';
import type { StatementTable } from '../../src/record/store/tables.js';
import type { Report } from './report.js';
import type { Story } from './story.js';

interface Said {
  readonly statement: readonly object[];
  readonly wording: readonly object[];
  readonly saying: readonly object[];
  /** Where other wordings look for them. */
  readonly marks: readonly { readonly mark: string; readonly node: string }[];
}

/** @param lineages Of copies, by article: the article that they copy. */
export function sayingsOf(
  reports: readonly Report[],
  marked: boolean,
  lineages: ReadonlyMap<string, string>,
): Said {
  const rules = loadSayingRules();
  const carried = new Map<Story, Selectable<StatementTable>[]>();
  for (const { statements } of reports)
    for (const { story, row } of statements) carried.set(story, [...(carried.get(story) ?? []), row]);
  const days = new Map(reports.map(({ article }) => [article.id, article.day ?? '9999']));
  const byTime = (a: Selectable<StatementTable>, b: Selectable<StatementTable>): number =>
    byText(days.get(a.article) ?? '', days.get(b.article) ?? '') ||
    byText(a.article, b.article) ||
    byText(a.id, b.id);
  // All carry the same words of the same speaker: one wording.
  const groups = [...carried.values()].map((told) => {
    const rows = told.sort(byTime);
    const [first] = rows as [Selectable<StatementTable>];
    return { rows, first, saying: `s${first.id}`, wording: wordingOf(first, first.from, rules) };
  });
  return {
    statement: groups.flatMap(({ rows, saying, wording }) =>
      rows.map((row) => ({ ...row, saying, wording: wording.id })),
    ),
    wording: groups.map(({ wording, saying }) => ({ ...wording, saying })),
    saying: groups.map(({ rows, first, saying }) => ({
      ...first,
      id: saying,
      best: first.id,
      wordings: 1,
      reports: rows.length,
      sources: new Set(rows.map(({ article }) => lineages.get(article) ?? article)).size,
      first_day: first.from,
    })),
    marks: marked
      ? groups.flatMap(({ wording }) =>
          utteranceMarks(utteranceOf(wording, rules), rules).map((mark) => ({ mark, node: wording.id })),
        )
      : [],
  };
}
