/** Reports that take back what an earlier one of their outlet said. */
import { z } from 'zod';
import type { Article } from '../../article/article.js';
import { checkedData } from '../../data-file.js';

const CorrectionsFile = z.strictObject({ headline: z.array(z.string()), text: z.array(z.string()) });

export type IsCorrection = (article: Article) => boolean;

/** @throws Error naming file and entry. */
export function loadCorrections(): IsCorrection {
  const { headline, text } = checkedData('record', 'corrections.yaml', CorrectionsFile);
  const patterns = (sources: readonly string[]): RegExp[] =>
    sources.map((source) => new RegExp(source, 'isu'));
  const [headlines, texts] = [patterns(headline), patterns(text)];
  return (article) =>
    headlines.some((pattern) => pattern.test(article.headline)) ||
    texts.some((pattern) => pattern.test(article.text));
}
