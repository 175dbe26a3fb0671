/** What generated reports carry of one saying is one saying. */
import type { Selectable } from 'kysely';
import type { StatementTable } from '../../src/record/store/tables.js';
import type { Report } from './report.js';
import type { Story } from './story.js';

export function sayingsOf(reports: readonly Report[]): { statement: object[]; saying: object[] } {
  const carried = new Map<Story, Selectable<StatementTable>[]>();
  for (const { statements } of reports)
    for (const { story, row } of statements) carried.set(story, [...(carried.get(story) ?? []), row]);
  const groups = [...carried.values()];
  return {
    statement: groups.flatMap((group) => group.map((row) => ({ ...row, saying: idOf(group) }))),
    saying: groups.map((group) => {
      const [
        { speakers, form, content, from, to, countries, who, id } = group[0] as Selectable<StatementTable>,
      ] = group;
      return {
        id: idOf(group),
        speakers,
        form,
        content,
        from,
        to,
        countries,
        who,
        best: id,
        wordings: group.length,
        reports: group.length,
        sources: group.length,
        first_day: from,
      };
    }),
  };
}

const idOf = (group: readonly Selectable<StatementTable>[]): string => `s${group[0]?.id}`;
