/** Where the headline of a page stands in its body, and which part of the page is the article. */
import type { Page, PageElement } from '../page.js';
import { type Ground, namesOf } from './blocks.js';

const MAX_HEADINGS = 200;

/** An article has at least so much text; a smaller part is the article's head. */
const ARTICLE = 600;

export interface HeadlinePlace extends Ground {
  readonly element: PageElement | undefined;
  /** Its words. */
  readonly text: string;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The heading that says what title or metadata say; else the first heading of the first level. */
export function headlinePlace(
  page: Page,
  titles: readonly string[],
  articleWords: readonly string[],
): HeadlinePlace {
  const wanted = titles.map(plain).filter((title) => title.length > 5);
  let first: PageElement | undefined;
  let same: PageElement | undefined;
  let seen = 0;
  for (const heading of page.querySelectorAll('h1, h2, h3')) {
    if (++seen > MAX_HEADINGS || same) break;
    const text = plain((heading.textContent ?? '').slice(0, 500));
    if (text.length < 3) continue;
    if (heading.localName === 'h1') first ??= heading;
    if (wanted.some((title) => title === text || (text.length > 12 && title.startsWith(text))))
      same = heading;
  }
  const element = same ?? first;
  const holders = new Set<PageElement>();
  for (let up: PageElement | null = element ?? null; up; up = up.parentElement) holders.add(up);
  const text = (element?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
  return { element, text, holders, article: articlePart([...holders], articleWords) };
}

/** The smallest part around the headline that is called an article and long enough to be one, else the largest. */
function articlePart(holders: readonly PageElement[], words: readonly string[]): PageElement | undefined {
  const parts = holders.filter(
    (holder) =>
      !/^(?:body|html|h[1-6]|header)$/.test(holder.localName) &&
      (holder.localName === 'article' || namesOf(holder).some((name) => words.includes(name))),
  );
  return parts.find((part) => (part.textContent ?? '').trim().length >= ARTICLE) ?? parts.at(-1);
}
