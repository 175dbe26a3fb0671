/** The language an article is written in, seen from its text. */
import { detect } from 'tinyld';

/** UTF-16 code units of the body that are looked at: enough to be sure, few enough to be fast. */
const sampled = 400;

/** Fewer letters tell no language. */
const fewestLetters = 12;

/** More tags of regions and scripts than languages: `en-GB` is `en`. */
const primary = (tag: string): string | undefined =>
  /^[a-z]{2}(?=$|[-_])/iu.exec(tag.trim())?.[0].toLowerCase();

/**
 * ISO 639-1, or `und`. `hint` is what the metadata says: it decides only where the text is too short to.
 * In: words of the body, without addresses of pages.
 */
export function identifyLanguage(words: string, hint?: string): string {
  const sample = words.slice(0, sampled).replace(/https?:\/\/\S+/gu, ' ');
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const hinted = hint === undefined ? undefined : primary(hint);
  if (letters < fewestLetters) return hinted ?? 'und';
  const found = detect(sample);
  return /^[a-z]{2}$/u.test(found) ? found : (hinted ?? 'und');
}
