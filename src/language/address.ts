/** Web and mail addresses and file names, which stay in one piece. */
import type { Chunk } from './tokenise.js';

const URL = /(?:https?:\/\/|ftp:\/\/|www\.|mailto:)[^\s<>"“”«»|]+/iuy;
const MAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/uy;
const DOMAIN =
  /(?:[\p{L}\p{N}][\w-]{0,62}\.){1,8}(?:com|org|net|edu|gov|mil|int|info|biz|eu|uk|de|fr|jp|ru|cn|io|tv|me|au|ca|ch|docx?|xlsx?|pptx?|pdf|html?|txt|jpg|png|url)(?![\p{L}\p{N}-])(?:\/[^\s<>"“”]*)?/iuy;
const NEWSGROUP = /(?:[a-z][a-z0-9-]{0,30}\.){2,8}[a-z]{2,30}(?![\p{L}\p{N}.])/uy;
const TRAILING = /[.,;:!?)\]}'’»*…]/u;
/** An address may start at the start of a chunk and after these. */
const BEFORE = /[\s([{<"“'‘«:;,/|>]/u;

/** Where the address that starts at `at` ends; undefined when none does. */
export function addressAt({ text, start, end: chunkEnd }: Chunk, at: number): number | undefined {
  const head = text.slice(at, Math.min(chunkEnd, at + 8));
  if (/^(?:https?:|ftp:|www\.|mailto:)/iu.test(head)) return matchEnd(URL, text, at, chunkEnd);
  if (at > start && !BEFORE.test(text.charAt(at - 1))) return undefined;
  const near = text.slice(at, Math.min(chunkEnd, at + 128));
  if (near.includes('@')) return matchEnd(MAIL, text, at, chunkEnd);
  if (!near.includes('.')) return undefined;
  return matchEnd(DOMAIN, text, at, chunkEnd) ?? matchEnd(NEWSGROUP, text, at, chunkEnd);
}

function matchEnd(pattern: RegExp, text: string, at: number, chunkEnd: number): number | undefined {
  pattern.lastIndex = at;
  if (!pattern.test(text)) return undefined;
  let end = Math.min(pattern.lastIndex, chunkEnd);
  while (end > at + 1 && TRAILING.test(text.charAt(end - 1))) end--;
  return end;
}
