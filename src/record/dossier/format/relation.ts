/** Cooperation and conflict by month. */
import { countryName } from '../country-name.js';
import type { DossierPage } from '../page.js';
import type { Month, Relation } from '../relations.js';
import { counted, listed, monthWords } from '../words.js';
import { none, type Part, type Section } from './outline.js';

const HOW =
  "Goldstein's scale, from -10 (conflict) to 10 (cooperation), over happenings: each counts once, however many report it. Background, plans and denials do not count. 'Read' is how many articles of the record were printed in the month, on whatever subject; where none was, there is a gap, not a quiet month. 'Undated': those of the happenings that no report gives a day, counted in the month they were printed as news. The last two columns are for each hundred articles read.";

export const relationSection = ({ relations }: DossierPage): Section => ({
  id: 'relations',
  title: 'How relations moved',
  intro: relations.length === 0 ? [] : [[{ faint: HOW }]],
  parts: relations.length === 0 ? [{ lines: [none] }] : relations.map(partOf),
});

const columns = [
  'Month',
  'Read',
  'Happenings',
  'Undated',
  'Cooperation',
  'Conflict',
  'Sum',
  'Mean',
  'Happenings / 100',
  'Sum / 100',
];

function partOf(relation: Relation): Part {
  const { pair, months, undated } = relation;
  return {
    title: listed(pair.map(countryName)),
    lines: [],
    ...(months.length === 0 ? {} : { chart: relation, table: { columns, rows: runsOf(months).map(rowOf) } }),
    ...(undated === 0
      ? {}
      : {
          note: `${counted(undated, 'happening')} left out: no report tells the month, or when it was printed.`,
        }),
  };
}

/** Months that nobody read and in which nothing is known to have happened are one row. */
function runsOf(months: readonly Month[]): Month[][] {
  const runs: Month[][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (isGap(month) && last?.[0] !== undefined && isGap(last[0])) last.push(month);
    else runs.push([month]);
  }
  return runs;
}

export const isGap = ({ read, happenings }: Month): boolean => read === 0 && happenings === 0;

function rowOf(run: readonly Month[]): string[] {
  const [first, last] = [run[0], run.at(-1)] as [Month, Month];
  if (isGap(first)) {
    const span =
      first === last ? monthWords(first.month) : `${monthWords(first.month)} – ${monthWords(last.month)}`;
    return [span, 'none'];
  }
  const { month, read, happenings, byPrinting, cooperation, conflict, sum, mean, per100 } = first;
  const values =
    happenings === 0 ? ['–', '–', '–', '–'] : [cooperation, conflict, sum, mean ?? 0].map(number);
  return [
    monthWords(month),
    String(read),
    String(happenings),
    String(byPrinting),
    ...values,
    ...(per100 === undefined ? ['–', '–'] : [number(per100.happenings), number(per100.sum)]),
  ];
}

const number = (value: number): string => value.toFixed(1).replace('-', '−');
