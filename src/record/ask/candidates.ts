/**
 * Which of the matches are ranked: ranking all that have a common word would take minutes, looking through all for a rare
 * one as long. So the newest rows are looked through first, and the index of words is asked when they have too few.
 */

interface Window {
  /** So many of the newest rows are looked through. */
  readonly newest: number;
  /** They are the answer when so many match, and as many as are wanted. */
  readonly enough: number;
}

const WINDOWS: readonly Window[] = [
  { newest: 2000, enough: 200 },
  { newest: 10_000, enough: 1 },
];

/** Of all rows that match, when few of the newest do, so many are ranked. */
export const RANKED = 2000;

/** @param ask Matches among the newest so many, or the newest `RANKED` matches of all. */
export async function candidates<Row>(
  limit: number,
  ask: (newest: number | undefined) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  for (const { newest, enough } of WINDOWS) {
    const rows = await ask(newest);
    if (rows.length >= Math.max(enough, limit)) return rows;
  }
  return ask(undefined);
}
