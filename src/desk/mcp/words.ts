/** Strings of reports on one line of an answer, where nothing in them can pass for a line of ours. */

/** What would break a line, hide words or turn their order round. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** As it is, on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** On one line, without what is not seen. */
const plain = (text: string): string => text.replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();

/** Between « and », which therefore cannot stand within. */
export const quoted = (text: string): string => `«${plain(text).replaceAll('«', '‹').replaceAll('»', '›')}»`;

/** Names and headlines are short; one that is not says nothing more at its end. */
export function clipped(text: string, most = 200): string {
  const line = plain(text).replaceAll('«', '‹').replaceAll('»', '›');
  return line.length <= most ? line : `${line.slice(0, most).toWellFormed().trimEnd()}…`;
}

/** Parts that there are, in one line. */
export const joined = (parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' | ');
