/**
 * The article's own text out of a page: paragraphs and headings in reading order, without captions, share
 * bars, related links and the like.
 *
 * In three steps: the page is copied without what its markup calls something else; Readability finds the
 * element that holds the article; its blocks are chosen by their words and their place.
 */
import type { LogEntry } from '../../log.js';
import { articleBlocks } from './main-text/article-blocks.js';
import { type Block, normalised } from './main-text/blocks.js';
import { chosen } from './main-text/choose.js';
import { copyWithout } from './main-text/copy.js';
import type { MainTextData } from './main-text/data.js';
import { leftOut } from './main-text/left-out.js';
import { statedBody } from './main-text/stated-body.js';
import type { Page } from './page.js';

export { loadMainText, type MainTextData } from './main-text/data.js';

export interface TextBlock {
  readonly kind: 'body' | 'heading';
  /** White space normalised: one line. */
  readonly text: string;
}

export interface MainText {
  readonly blocks: readonly TextBlock[];
  /** What stands under the headline and is marked as such, where there is one such sentence. */
  readonly dek?: string;
  /**
   * `article/left-out`, one for each rule that left something out; `article/stated-body` when the text comes
   * from JSON-LD; `article/no-text`.
   */
  readonly log: readonly LogEntry[];
}

/** The page is not changed. The headline is not among the blocks. */
export function mainText(page: Page, data: MainTextData): MainText {
  const left = new LeftOut();
  const out = leftOut(page, data);
  for (const [element, { id }] of out) left.add(id, element.textContent ?? '');
  const shown = chosen(articleBlocks(copyWithout(page, out)), data.text, titlesOf(page), left.add);
  const dek = dekOf(out);
  const stated = statedBody(page);
  if (lengthOf(stated) > 2 * lengthOf(shown.map(({ text }) => text)))
    return { blocks: stated.map((text) => ({ kind: 'body', text })), log: [STATED] };
  const log = shown.length > 0 ? left.log() : [...left.log(), NO_TEXT];
  return { blocks: shown.map(textBlock), log, ...(dek === undefined ? {} : { dek }) };
}

const DEK = 'main-text/dek';
/** Fewer words are a label over the headline. */
const DEK_WORDS = 5;

/** Several are those of other reports that the page leads to. */
function dekOf(out: ReturnType<typeof leftOut>): string | undefined {
  const deks = [...out]
    .filter(([, { id }]) => id === DEK)
    .map(([element]) => normalised(element.textContent ?? ''))
    .filter((text) => text.split(' ').length >= DEK_WORDS);
  return deks.length === 1 ? deks[0] : undefined;
}

const STATED: LogEntry = {
  code: 'article/stated-body',
  stage: 'article',
  message: 'The page shows less than half of the text that its JSON-LD states; the text is read from there.',
};
const NO_TEXT: LogEntry = {
  code: 'article/no-text',
  stage: 'article',
  message: 'The page has no running text.',
};

const textBlock = ({ form, text }: Block): TextBlock => ({
  kind: form === 'heading' ? 'heading' : 'body',
  text,
});

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

/** More h1 than this are headings of sections. */
const H1_MOST = 3;

function titlesOf(page: Page): string[] {
  const headings = [...page.querySelectorAll('h1')].map(({ textContent }) => textContent ?? '');
  const stated = ['og:title', 'twitter:title'].map(
    (name) =>
      page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? '',
  );
  return [...stated, page.title, ...(headings.length <= H1_MOST ? headings : [])];
}

/** What was left out, by rule. */
class LeftOut {
  private readonly byRule = new Map<string, { count: number; first: string }>();

  readonly add = (rule: string, text: string): void => {
    if (text.trim() === '') return;
    const known = this.byRule.get(rule);
    if (known) known.count++;
    else
      this.byRule.set(rule, { count: 1, first: normalised(text.slice(0, 300)).slice(0, 80).toWellFormed() });
  };

  log(): LogEntry[] {
    return [...this.byRule].map(([rule, { count, first }]) => ({
      code: 'article/left-out',
      stage: 'article',
      message: `${rule} left out ${count} ${count === 1 ? 'block' : 'blocks'}, the first: “${first}”.`,
    }));
  }
}
