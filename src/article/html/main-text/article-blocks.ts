/** The blocks of a page that are its article, as Readability finds it, with the quotations it drops. */
import { Readability } from '@mozilla/readability';
import type { Page, PageElement } from '../page.js';
import { type Block, blocksOf } from './blocks.js';
import { isProse } from './prose.js';

/** Survives what Readability does to an element (new tag, new parent, parsing it again). */
const MARK = 'data-n';

/** In: a copy of the page; Readability takes it apart. Out: its blocks that belong to the article. */
export function articleBlocks(copy: Page): Block[] {
  const blocks = blocksOf(copy.body);
  for (const [nth, { elements }] of blocks.entries())
    for (const element of elements) element.setAttribute(MARK, String(nth));
  // Read again only now: lines of one paragraph stand in the same element, which bears the last one's mark.
  const marks = blocks.map(({ elements }) => new Set(elements.map((element) => element.getAttribute(MARK))));
  const found = marksIn(articleElement(copy));
  const kept = marks.map((own) => [...own].some((mark) => found.has(mark)));
  return kept.includes(true) ? withQuoted(blocks, kept) : blocks;
}

function articleElement(copy: Page): PageElement | null | undefined {
  const document: unknown = copy;
  const found = new Readability<PageElement>(document as ConstructorParameters<typeof Readability>[0], {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: unknown) => node as PageElement,
  }).parse();
  return found?.content;
}

function marksIn(root: PageElement | null | undefined): Set<string | null> {
  if (!root) return new Set();
  const marks = new Set<string | null>([root.getAttribute(MARK)]);
  for (const element of root.querySelectorAll(`[${MARK}]`)) marks.add(element.getAttribute(MARK));
  marks.delete(null);
  return marks;
}

/**
 * Readability drops quoted posts and letters when they hold a link or an odd name. Other paragraphs that it
 * drops stay out: between the article's own, they are as often a teaser of another one.
 */
function withQuoted(blocks: readonly Block[], kept: readonly boolean[]): Block[] {
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  return blocks.filter(
    (block, nth) => kept[nth] || (nth > first && nth < last && block.quoted && isProse(block)),
  );
}
