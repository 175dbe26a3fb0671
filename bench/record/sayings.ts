/** What generated reports carry of one saying is one saying. */
import type { Selectable } from 'kysely';
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

export function sayingsOf(reports: readonly Report[], marked: boolean): Said {
  const rules = loadSayingRules();
  const carried = new Map<Story, Selectable<StatementTable>[]>();
  for (const { statements } of reports)
    for (const { story, row } of statements) carried.set(story, [...(carried.get(story) ?? []), row]);
  // All carry the same words of the same speaker: one wording.
  const groups = [...carried.values()].map((rows) => {
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
      sources: rows.length,
      first_day: first.from,
    })),
    marks: marked
      ? groups.flatMap(({ wording }) =>
          utteranceMarks(utteranceOf(wording, rules), rules).map((mark) => ({ mark, node: wording.id })),
        )
      : [],
  };
}
