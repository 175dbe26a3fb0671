/** The language an article is written in, seen from its text. */
import type * as Eld from 'eld/small';
import { z } from 'zod';
import { checkedData } from '../data-file.js';
import { onDemand } from '../on-demand.js';

const eld = onDemand<typeof Eld>('eld/small');

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
  /** Share of the best language's score from which English is meant, if one of the words is there. */
  readonly close: number;
}

const EnglishRows = z.strictObject({
  words: z.array(z.string().regex(/^[a-z]+$/)).min(1),
  share: z.number().min(0).max(1),
  different: z.int().positive(),
  close: z.number().min(0).max(1),
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
  // Marks of direction are no letters.
  const sample = words.slice(0, sampled).replace(/https?:\/\/\S+|\p{Cf}/gu, ' ');
  const all: readonly string[] = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const known = all.filter((word) => english.words.has(word));
  if (known.length >= all.length * english.share && new Set(known).size >= english.different) return 'en';
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const hinted = hint === undefined ? undefined : primary(hint);
  if (letters < fewestLetters) return hinted ?? 'und';
  const answer = eld().eld.detect(sample);
  const found = answer.language;
  if (known.length > 0 && isClose(answer.getScores(), found, english)) return 'en';
  return /^[a-z]{2}$/u.test(found) ? found : (hinted ?? 'und');
}

/** "Japan sends two envoys to Madagascar": names pull a line to other languages, but never far. */
const isClose = (scores: Record<string, number>, best: string, { close }: EnglishData): boolean =>
  (scores.en ?? 0) > 0 && (scores.en ?? 0) >= (scores[best] ?? 0) * close;
