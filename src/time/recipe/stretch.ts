/** Stretches longer than a month: seasons, quarters, halves, decades, centuries, fiscal years; holidays and periods. */
import { dayNamed, dayValue, openValue, realDay, weekValue, yearValue } from '../calendar.js';
import { holidayIn } from '../holiday.js';
import type { Slots } from '../match.js';
import type { Edge } from '../names.js';
import { nearestYear } from './nearest.js';
import { type Context, knownTo, modOf, numberIn, type Recipe, type Resolved, wordIn } from './recipe.js';

/** First months of the seasons; the winter of a year is the one that begins in it. */
const SEASON_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function twoFigureYear(slots: Slots, context: Context): number | undefined {
  const two = numberIn(slots, 'yy');
  if (two === undefined) return numberIn(slots, 'year');
  const now = context.report?.day.year ?? 2000;
  return Math.abs(now - 1900 - two) < Math.abs(now - 2000 - two) ? 1900 + two : 2000 + two;
}

/** season, year?, offset?: "last fall", "the summer of 1998". */
export const season: Recipe = (slots, context) => {
  const name = wordIn(slots, 'season') ?? '';
  const month = SEASON_MONTH[name];
  if (month === undefined) return undefined;
  const stated = twoFigureYear(slots, context);
  if (stated !== undefined) return { type: 'DATE', value: `${yearValue(stated)}-${name}`, ...modOf(slots) };
  const offset = numberIn(slots, 'offset');
  const past = offset === undefined ? context.past : undefined;
  if (past?.precision === 'year')
    return { type: 'DATE', value: `${yearValue(past.day.year)}-${name}`, ...modOf(slots), anchor: past.id };
  const anchor = past ?? context.report;
  if (!knownTo(anchor, 'month'))
    return { type: 'DATE', value: `XXXX-${name}`, ...modOf(slots), unanchored: true };
  const tense = past ? 'future' : context.direction;
  const direction = offset === -1 ? 'past' : offset === 1 ? 'future' : tense;
  // "Last fall" said in September is the fall before, so it's looked for from the months before this season.
  const from = offset === -1 ? anchor.day.subtract({ months: 3 }) : anchor.day;
  const find = (year: number) => realDay(year, month, 1);
  const year =
    offset === 0 ? anchor.day.year : nearestYear(from, direction, find, { strict: offset !== undefined });
  return {
    type: 'DATE',
    value: `${yearValue(year ?? anchor.day.year)}-${name}`,
    ...modOf(slots),
    anchor: anchor.id,
  };
};

/** quarter | half, year?, offset?. */
export const quarter: Recipe = (slots, context) => {
  const [nth, half] = [numberIn(slots, 'quarter'), numberIn(slots, 'half')];
  const part = nth === undefined ? `H${half}` : `Q${nth}`;
  if ((nth ?? 1) > 4 || (half ?? 1) > 2) return undefined;
  const stated = twoFigureYear(slots, context);
  if (stated !== undefined) return { type: 'DATE', value: `${yearValue(stated)}-${part}` };
  const anchor = context.report;
  if (!knownTo(anchor, 'month')) return { type: 'DATE', value: `XXXX-${part}`, unanchored: true };
  const month = nth === undefined ? 6 * (half ?? 1) - 5 : 3 * nth - 2;
  const offset = numberIn(slots, 'offset');
  const find = (year: number) => realDay(year, month, 1);
  const year =
    offset === undefined && nth !== undefined
      ? (nearestYear(anchor.day, context.direction, find) ?? anchor.day.year)
      : anchor.day.year + (offset ?? 0);
  return { type: 'DATE', value: `${yearValue(year)}-${part}`, anchor: anchor.id };
};

/** decade: its first year, or the year of its century ("the nineties"), mod?. */
export const decade: Recipe = (slots, context) => {
  const first = numberIn(slots, 'decade');
  if (first === undefined || first % 10 !== 0) return undefined;
  const now = context.report?.day.year ?? 2016;
  const full =
    first >= 1000 ? first : [2000, 1900, 1800].map((base) => base + first).find((year) => year <= now);
  return full === undefined
    ? undefined
    : { type: 'DATE', value: yearValue(full).slice(0, -1), ...modOf(slots) };
};

/** century: its number; the 19th is `18`. */
export const century: Recipe = (slots) => {
  const nth = numberIn(slots, 'century') ?? 0;
  if (nth < 1 || nth > 30) return undefined;
  return { type: 'DATE', value: String(nth - 1).padStart(2, '0'), ...modOf(slots) };
};

/** A fiscal year begins on another day in every state and company: no days are given. */
export const fiscal: Recipe = (slots, context) => {
  const year = twoFigureYear(slots, context);
  return year === undefined ? undefined : { type: 'DATE', value: `FY${yearValue(year)}` };
};

export const beforechrist: Recipe = (slots) => {
  const year = numberIn(slots, 'bc') ?? 0;
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  return { type: 'DATE', value: `BC${yearValue(year)}` };
};

/** holiday, year?, offset?. */
export const holiday: Recipe = (slots, context) => {
  const rule = context.names.holidays.get(wordIn(slots, 'holiday') ?? '');
  if (!rule) return undefined;
  const find = (year: number) => holidayIn(rule, year);
  const stated = numberIn(slots, 'year');
  if (stated !== undefined) return dated(find(stated));
  const anchor = context.report;
  if (!knownTo(anchor, 'day')) return { type: 'DATE', value: 'XXXX-XX-XX', unanchored: true };
  const offset = numberIn(slots, 'offset');
  const direction = offset === -1 ? 'past' : offset === 1 ? 'future' : context.direction;
  const from = offset === -1 || offset === 1 ? anchor.day.add({ days: offset }) : anchor.day;
  const year =
    offset === 0
      ? anchor.day.year
      : nearestYear(from, direction, find, {
          strict: offset !== undefined || direction === 'past',
        });
  const found = dated(year === undefined ? undefined : find(year));
  return found && { ...found, anchor: anchor.id };
};

/** The ISO week that the holiday lies in. */
export const holidayweek: Recipe = (slots, context) => {
  const found = holiday(slots, context);
  if (!found) return undefined;
  const here = dayNamed(found.value);
  return { ...found, value: here ? weekValue(here) : openValue('week') };
};

const dated = (day: ReturnType<typeof holidayIn>): Resolved | undefined =>
  day && { type: 'DATE', value: dayValue(day) };

/** period, edge?: `start` or `end` of it, else all of it. */
export const period: Recipe = (slots, context) => {
  const found = context.names.periods.get(wordIn(slots, 'period') ?? '');
  if (!found) return undefined;
  const edge: Edge =
    slots.edge === 'end'
      ? found.end
      : slots.edge === 'start'
        ? found.start
        : { value: `${found.from}/${found.to}`, from: found.from, to: found.to };
  const after = dayNamed(edge.to)?.add({ days: 1 });
  return {
    type: 'DATE',
    value: edge.value,
    ...(after ? { interval: { from: edge.from, to: dayValue(after) } } : {}),
  };
};
