/**
 * How relations moved: cooperation and conflict between two parties by month, in Goldstein's scale (-10 to 10) over
 * happenings, each counted once however many report it. Source of the scale: Goldstein 1992, by CAMEO code.
 */

import { grouped } from '../merge/grouped.js';

/** What is asked of a happening. */
export interface Weighed {
  readonly status: string;
  readonly background: boolean;
  readonly goldstein?: number;
  /** Half open. */
  readonly when?: { readonly from: string; readonly to: string };
  /** First printed. */
  readonly firstDay?: string;
  readonly dyads: readonly string[];
}

export interface Relation {
  /** ISO codes. */
  readonly pair: readonly [string, string];
  /** From the first to the last month with a happening between them or a report of the dossier. */
  readonly months: readonly Month[];
  /** Left out: told by the year, or of no known day at all. */
  readonly undated: number;
}

export interface Month {
  /** `2016-12` */
  readonly month: string;
  /** Articles of the record that were printed in it, whatever they tell. None: a gap, not a quiet month. */
  readonly read: number;
  readonly happenings: number;
  /** How many of them are of this month only because they were printed in it as news, without a day. */
  readonly byPrinting: number;
  /** Sums of what is above and of what is below zero. */
  readonly cooperation: number;
  readonly conflict: number;
  readonly sum: number;
  /** Absent where nothing happened. */
  readonly mean?: number;
  /** For each hundred articles that were read; absent where none was. */
  readonly per100?: { readonly happenings: number; readonly sum: number };
}

const DONE: ReadonlySet<string> = new Set(['occurred', 'ongoing', 'reported']);

/**
 * @param read Articles read, by month. @param parties ISO codes; every two of them are a pair, those with happenings are
 * told. @param reported Days on which the dossier's own reports were printed.
 */
export function relationsOf(
  happenings: readonly Weighed[],
  read: ReadonlyMap<string, number>,
  parties: readonly string[],
  reported: readonly string[],
): Relation[] {
  const counted = happenings.filter(
    ({ status, background, goldstein }) => DONE.has(status) && !background && goldstein !== undefined,
  );
  return pairsOf(parties).flatMap(([a, b]) => {
    const between = counted.filter(({ dyads }) => dyads.includes(`${a}>${b}`) || dyads.includes(`${b}>${a}`));
    if (between.length === 0) return [];
    const byMonth = grouped(between, monthOf);
    const undated = byMonth.get(undefined) ?? [];
    const months = monthsBetween([
      ...reported.map((day) => day.slice(0, 7)),
      ...[...byMonth.keys()].flatMap((month) => month ?? []),
    ]);
    return {
      pair: [a, b] as const,
      months: months.map((month) => monthRow(month, read.get(month) ?? 0, byMonth.get(month) ?? [])),
      undated: undated.length,
    };
  });
}

const pairsOf = (parties: readonly string[]): [string, string][] =>
  parties.flatMap((a, at) => parties.slice(at + 1).map((b): [string, string] => [a, b]));

function monthRow(month: string, read: number, happenings: readonly Weighed[]): Month {
  const values = happenings.map(({ goldstein = 0 }) => goldstein);
  const [cooperation, conflict] = [
    total(values.filter((value) => value > 0)),
    total(values.filter((value) => value < 0)),
  ];
  const sum = rounded(cooperation + conflict);
  return {
    month,
    read,
    happenings: values.length,
    byPrinting: happenings.filter(({ when }) => when === undefined).length,
    cooperation,
    conflict,
    sum,
    ...(values.length === 0 ? {} : { mean: rounded(sum / values.length) }),
    ...(read === 0
      ? {}
      : { per100: { happenings: rounded((100 * values.length) / read), sum: rounded((100 * sum) / read) } }),
  };
}

/** The one month that it lies in, or in which it was news; what is told by the year, or goes over a month's end, lies in none. */
function monthOf({ when, firstDay }: Weighed): string | undefined {
  if (when === undefined) return firstDay?.slice(0, 7);
  const [first, last] = [when.from.slice(0, 7), dayBefore(when.to).slice(0, 7)];
  // A week that begins in one month is of the month that it ends in: news of a day is dated so.
  const isWeek = Date.parse(when.to) - Date.parse(when.from) <= 7 * DAY;
  return first === last || isWeek ? last : undefined;
}

const DAY = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);

/** Every month from the first to the last. */
function monthsBetween(months: readonly string[]): string[] {
  const sorted = [...months].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const all: string[] = [];
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = next(month)) {
    all.push(month);
  }
  return all;
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

const total = (values: readonly number[]): number => rounded(values.reduce((sum, value) => sum + value, 0));
const rounded = (value: number): number => Math.round(value * 100) / 100;
