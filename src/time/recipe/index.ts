/** The recipes that rules in data/time name. */
import { clock } from './clock.js';
import { date, dates, dayof, weekdayof, weekof, years } from './date.js';
import { duration, set } from './duration.js';
import type { Recipe } from './recipe.js';
import { calendar, named, ref, shift, weekend } from './relative.js';
import {
  beforechrist,
  century,
  decade,
  fiscal,
  holiday,
  holidayweek,
  period,
  quarter,
  season,
} from './stretch.js';

export const recipes: ReadonlyMap<string, Recipe> = new Map(
  Object.entries({
    beforechrist,
    calendar,
    century,
    clock,
    date,
    dates,
    dayof,
    decade,
    duration,
    fiscal,
    holiday,
    holidayweek,
    named,
    period,
    quarter,
    ref,
    season,
    set,
    shift,
    weekdayof,
    weekend,
    weekof,
    years,
  }),
);
