/** Web and mail addresses, which stay in one piece. */
import type { Chunk } from './tokenise.js';

const URL = /(?:https?:\/\/|ftp:\/\/|www\.)[^<>"“”«»|]+/iuy;
const MAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/uy;
const DOMAIN =
  /(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:com|org|net|edu|gov|mil|int|info|biz|eu|uk|de|fr|jp|ru|cn|io|tv|me|au|ca|ch|pdf|doc|xls|html?|txt|jpg|png)(?![\p{L}\p{N}-])(?:\/[^\s<>"“”]*)?/iuy;
const TRAILING = /[.,;:!?)\]}'’»*…]/u;

/** Where the address that starts at `at` ends; undefined when none does. */
export function addressAt(chunk: Chunk, at: number): number | undefined {
  const raw = chunk.text.slice(at, Math.min(chunk.end, at + 12));
  if (!/[.@:/]/u.test(chunk.text.slice(at, Math.min(chunk.end, at + 640)))) return undefined;
  for (const pattern of /^(?:https?:|ftp:|www\.)/iu.test(raw) ? [URL] : [MAIL, DOMAIN]) {
    pattern.lastIndex = at;
    if (!pattern.test(chunk.text)) continue;
    let end = Math.min(pattern.lastIndex, chunk.end);
    while (end > at + 1 && TRAILING.test(chunk.text.charAt(end - 1))) end--;
    return end;
  }
  return undefined;
}
