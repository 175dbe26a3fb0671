/** Days of the filter as months of the bars, and back. */

export const firstDayOf = (month: string | undefined): string | undefined =>
  month === undefined ? undefined : `${month}-01`;

export function lastDayIn(month: string | undefined): string | undefined {
  const [year, number] = (month ?? '').split('-').map(Number);
  if (year === undefined || number === undefined) return undefined;
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The months in which a part of time begins and ends. */
export const monthPart = (since: string | undefined, until: string | undefined) => ({
  ...(since === undefined ? {} : { since: since.slice(0, 7) }),
  ...(until === undefined ? {} : { until: until.slice(0, 7) }),
});
