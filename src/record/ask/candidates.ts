/**
 * Which of the matches are ranked: ranking all that have a common word would take minutes, looking through all for a rare
 * one as long. So the newest rows are looked through first, and the index of words is asked when they have too few.
 */

export interface Window {
  /** So many of the newest rows are looked through. */
  readonly newest: number;
  /** They are the answer when so many match, and as many as are wanted. */
  readonly enough: number;
}

export const WINDOWS: readonly Window[] = [
  { newest: 2000, enough: 200 },
  { newest: 10_000, enough: 1 },
];

/** Of a phrase the index knows only which rows have its words: each of these must be read. */
export const PHRASE_WINDOWS: readonly Window[] = [
  { newest: 5000, enough: 1 },
  { newest: 50_000, enough: 1 },
  { newest: 200_000, enough: 1 },
];

/** Of all rows that match, when few of the newest do, so many are ranked. */
export const RANKED = 2000;

/** @param ask Matches among the newest so many, or the newest `RANKED` matches of all. */
export async function candidates<Row>(
  limit: number,
  windows: readonly Window[],
  ask: (newest: number | undefined) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  let before: { readonly newest: number; readonly matched: number } | undefined;
  for (const { newest, enough } of windows) {
    const wanted = Math.max(enough, limit);
    // Twice as many in each stretch would still be too few: it is not worth looking through.
    if (before !== undefined && (2 * before.matched * newest) / before.newest < wanted) break;
    const rows = await ask(newest);
    if (rows.length >= wanted) return rows;
    before = { newest, matched: rows.length };
  }
  return ask(undefined);
}
