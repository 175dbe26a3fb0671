/** Days of publication of pages: the same day is right, another is wrong, none is unknown. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage } from '../../src/article/html/page.js';
import { loadPublished, publishedOf } from '../../src/article/html/published.js';
import { decodeBytes } from '../../src/article/input/decode.js';
import type { Corpus, Row } from './row.js';

type Entries = Readonly<Record<string, { readonly file: string; readonly date: string | null }>>;

export interface DatedPage {
  readonly url: string;
  readonly html: string;
  /** Day, or null where the source has none. */
  readonly date: string | null;
}

const LISTS = ['eval_default.json', 'eval_mediacloud_2020.json'];
const FOLDERS = ['eval', 'cache', 'test_set'];

/** Gives the day a page was published (ISO 8601), where it finds one. */
export type DateFinder = (page: DatedPage) => string | undefined;

export const htmldate: Corpus = {
  name: 'article/htmldate',
  folder: 'article/htmldate',
  evaluate: async (path) => evaluateDates(path, ourFinder()),
};

export function readPages(path: string): DatedPage[] {
  const tests = join(path, 'tests');
  return LISTS.filter((list) => existsSync(join(tests, list))).flatMap((list) => {
    const entries = JSON.parse(readFileSync(join(tests, list), 'utf8')) as Entries;
    return Object.entries(entries).map(([url, { file, date }]) => {
      const folder = FOLDERS.find((name) => existsSync(join(tests, name, file)));
      if (!folder) throw new Error(`${file} of ${list} is in none of ${FOLDERS.join(', ')}.`);
      const decoded = decodeBytes(readFileSync(join(tests, folder, file)));
      return { url, html: decoded.ok ? decoded.text : '', date };
    });
  });
}

function ourFinder(): DateFinder {
  const data = loadPublished();
  return ({ url, html }) => publishedOf(parsePage(html), data, { url }).published?.value.slice(0, 10);
}

/** Scores a finder on all pages of the folder. */
export function evaluateDates(path: string, finder: DateFinder): Row[] {
  const pages = readPages(path);
  const count = { right: 0, wrong: 0, unknown: 0 };
  for (const page of pages) {
    const found = finder(page);
    // Where the source has no day its own scorer counts no answer as right.
    if ((found ?? null) === page.date) count.right++;
    else if (found) count.wrong++;
    else count.unknown++;
  }
  const row = { corpus: 'article/htmldate', n: pages.length };
  return [
    { ...row, measure: 'right day', value: count.right / pages.length, floor: 0.83, aim: 0.91 },
    { ...row, measure: 'wrong day', value: count.wrong / pages.length },
    { ...row, measure: 'unknown', value: count.unknown / pages.length },
  ];
}
