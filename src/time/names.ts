/** What the recipes look up: holidays, periods and the lengths of units, as loaded from data/time. */

/** How the day of a holiday is found in a year. Weekdays: 1 Monday … 7 Sunday. */
export type HolidayDate =
  | { readonly month: number; readonly day: number }
  | { readonly nth: number; readonly weekday: number; readonly month: number }
  | { readonly easter: number }
  | { readonly orthodox: number };

/** A TIMEX3 value with its first and last ISO day. */
export interface Edge {
  readonly value: string;
  readonly from: string;
  readonly to: string;
}

export interface Period {
  readonly from: string;
  readonly to: string;
  readonly start: Edge;
  readonly end: Edge;
}

export interface Names {
  readonly holidays: ReadonlyMap<string, HolidayDate>;
  readonly periods: ReadonlyMap<string, Period>;
  /** Unit → how many of which letter of an ISO 8601 duration. */
  readonly durations: ReadonlyMap<string, readonly [number, string]>;
}
