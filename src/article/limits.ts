/** How much one input and one article may hold. News reports are a thousandth of it. */

/** Bytes of one input: a file, a page, a feed. JSON lines as a stream have no limit but that of a line. */
export const largestInput = 32 * 1024 * 1024;

/** UTF-16 code units of one article's text. */
export const longestArticle = 2_000_000;

/** Articles taken from one feed. */
export const mostItems = 10_000;

/** `2,000,000`. */
export const grouped = (count: number): string => count.toLocaleString('en-US');
