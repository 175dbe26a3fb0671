/** The language an article is written in, seen from its text. */
import type * as Tinyld from 'tinyld';
import { z } from 'zod';
import { checkedData } from '../data-file.js';
import { onDemand } from '../on-demand.js';

const tinyld = onDemand<typeof Tinyld>('tinyld');

/** UTF-16 code units of the body that are looked at: enough to be sure, few enough to be fast. */
const sampled = 400;

/** Fewer letters tell no language. */
const fewestLetters = 12;

/** What makes a text English without further question. */
export interface EnglishData {
  readonly words: ReadonlySet<string>;
  /** 0…1 of all words. */
  readonly share: number;
  readonly different: number;
}

const EnglishRows = z.strictObject({
  words: z.array(z.string().regex(/^[a-z]+$/)).min(1),
  share: z.number().min(0).max(1),
  different: z.int().positive(),
  example: z.string(),
});

/** Reads data/article/english.yaml; throws an Error when it is damaged. */
export function loadEnglish(): EnglishData {
  const rows = checkedData('article', 'english.yaml', EnglishRows);
  return { ...rows, words: new Set(rows.words) };
}

/** Of `en-GB`, `en`. */
const primary = (tag: string): string | undefined =>
  /^[a-z]{2}(?=$|[-_])/iu.exec(tag.trim())?.[0].toLowerCase();

/**
 * ISO 639-1, or `und`. `hint` is what the metadata says: it decides only where the text is too short to.
 * In: words of the body.
 */
export function identifyLanguage(words: string, english: EnglishData, hint?: string): string {
  // Marks of direction are no letters, but the library takes a text with one for Arabic.
  const sample = words.slice(0, sampled).replace(/https?:\/\/\S+|\p{Cf}/gu, ' ');
  if (isEnglish(sample, english)) return 'en';
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const hinted = hint === undefined ? undefined : primary(hint);
  if (letters < fewestLetters) return hinted ?? 'und';
  const found = tinyld().detect(sample);
  return /^[a-z]{2}$/u.test(found) ? found : (hinted ?? 'und');
}

function isEnglish(sample: string, { words, share, different }: EnglishData): boolean {
  const all = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const known = all.filter((word) => words.has(word));
  return known.length >= all.length * share && new Set(known).size >= different;
}
