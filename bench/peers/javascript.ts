/** Readability alone and compromise's quotations beside our reading, on the same scorers. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { DirectFinder } from '../eval/polnear.js';
import type { TextExtractor } from '../eval/zyte.js';

/** Readability on linkedom's document: the text of the element it finds. */
export const readabilityText: TextExtractor = (pages) =>
  new Map(
    [...pages].map(([id, html]) => {
      const { document } = parseHTML(html);
      return [id, new Readability(document).parse()?.textContent ?? ''];
    }),
  );

type Compromise = (text: string) => {
  quotations(): { json(options: { offset: boolean }): readonly Quotation[] };
};
interface Quotation {
  readonly offset: { readonly start: number; readonly length: number };
}

/** `folder`: where `npm install compromise` was run. */
export async function compromiseQuotes(folder: string): Promise<DirectFinder> {
  const locate = createRequire(join(folder, 'package.json')).resolve;
  const module = (await import(pathToFileURL(locate('compromise')).href)) as { default: Compromise };
  return (text) =>
    module
      .default(text)
      .quotations()
      .json({ offset: true })
      // Its offset begins behind the opening mark.
      .map(({ offset }) => ({ start: offset.start - 1, end: offset.start + offset.length }));
}

/** What everybody writes first: whatever stands in a pair of double marks within a line. */
export const pairsOfMarks: DirectFinder = (text) =>
  [...text.matchAll(/"[^"\n]+"|“[^”\n]+”/gu)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
