/** Where the headline of a page stands in its body. */
import type { Page, PageElement } from '../page.js';

const MAX_HEADINGS = 200;

export interface HeadlinePlace {
  readonly element: PageElement | undefined;
  /** The headline and all that it stands in. */
  readonly holders: ReadonlySet<PageElement>;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The heading that says what title or metadata say; else the first heading of the first level. */
export function headlinePlace(page: Page, titles: readonly string[]): HeadlinePlace {
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
  return { element, holders };
}
