/** A page, or a piece of HTML out of a mail, a feed or a record, becomes an Article. */
import type { LogEntry } from '../../log.js';
import type { Stamp } from '../article.js';
import type { ArticleData } from '../data.js';
import type { Draft } from '../finish.js';
import { type Stated, statedNotes, withStated } from '../stated.js';
import { arrange } from '../text/arrange.js';
import { edgeMark } from '../text/mark.js';
import { plain } from '../text/phrases.js';
import type { Piece } from '../text/piece.js';
import { blocksOf } from './main-text/blocks.js';
import { mainText, type TextBlock } from './main-text.js';
import { type PageMetadata, pageMetadata } from './metadata.js';
import { type Page, parsePage } from './page.js';

/**
 * The text is headline, dek and body blocks, one empty line between them. `stated`: what is said beside the
 * page, trusted before what it says itself; where they differ a note says so.
 */
export function htmlDraft(
  html: string,
  data: ArticleData,
  stated: Stated = {},
  log: readonly LogEntry[] = [],
): Draft {
  const page = parsePage(html);
  return isWholePage(html) ? pageDraft(page, data, stated, log) : fragmentDraft(page, data, stated, log);
}

/** Only a whole page has boilerplate around its text, and metadata. */
const isWholePage = (html: string): boolean =>
  /<(?:html|body|head|article|main|nav|header|footer)[\s>]/iu.test(html.slice(0, 200_000));

function pageDraft(page: Page, data: ArticleData, stated: Stated, log: readonly LogEntry[]): Draft {
  const main = mainText(page, data.mainText);
  const meta = pageMetadata(page, data.metadata, stated.url === undefined ? {} : { url: stated.url });
  const said = { ...(main.dek === undefined ? {} : { dek: main.dek }), ...saidBy(meta) };
  const whole = { ...said, ...stated };
  const { text, pieces } = composed(whole, main.blocks, data);
  const draft = withStated(text, arrange(pieces, data), whole, [
    ...log,
    ...page.log,
    ...main.log,
    ...meta.log,
  ]);
  return { ...draft, notes: [...meta.notes, ...statedNotes(stated, said), ...draft.notes] };
}

function fragmentDraft(page: Page, data: ArticleData, stated: Stated, log: readonly LogEntry[]): Draft {
  const blocks = blocksOf(page.body).map(
    ({ form, text }): TextBlock => ({ kind: form === 'heading' ? 'heading' : 'body', text }),
  );
  const { text, pieces } = composed(stated, blocks, data);
  return withStated(text, arrange(pieces, data), stated, [...log, ...page.log]);
}

function saidBy(meta: PageMetadata): Stated {
  const words = ['headline', 'dek', 'outlet', 'byline', 'agency', 'language'] as const;
  const stamp = (found: PageMetadata['published']): Stamp | undefined =>
    found && { value: found.value, text: found.text };
  const { canonical } = meta;
  return Object.fromEntries(
    [
      ...words.map((name) => [name, meta[name]?.value] as const),
      ['url', canonical?.value] as const,
      ['published', stamp(meta.published)] as const,
      ['updated', stamp(meta.updated)] as const,
    ].filter(([, value]) => value !== undefined),
  );
}

const gap = '\n\n';

/** Blocks at both ends that may be lines of credit, date or sharing. */
const edge = 4;

function composed(
  { headline, dek }: Stated,
  blocks: readonly TextBlock[],
  data: ArticleData,
): { text: string; pieces: Piece[] } {
  const body = blocks.filter(({ text }) => !(headline !== undefined && isSame(text, headline)));
  const shown = dek !== undefined && isNew(dek, headline, body) ? dek : undefined;
  const parts: Pick<Piece, 'text' | 'hint'>[] = [
    ...(headline === undefined ? [] : [{ text: oneLine(headline), hint: 'headline' as const }]),
    ...(shown === undefined ? [] : [{ text: oneLine(shown), hint: 'dek' as const }]),
    ...body.map((block, at) => ({
      text: block.text,
      ...(mayBeEdge(block, at, body.length, data)
        ? {}
        : { hint: isDek(block, at, dek) ? ('dek' as const) : block.kind }),
    })),
  ];
  let start = 0;
  const pieces = parts.map((part): Piece => {
    const piece = { ...part, start, end: start + part.text.length, lines: 1 };
    start = piece.end + gap.length;
    return piece;
  });
  return { text: parts.map(({ text }) => text).join(gap), pieces };
}

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

const isSame = (a: string, b: string): boolean => Math.abs(a.length - b.length) < 20 && plain(a) === plain(b);

/** A description that the body, or the headline, has anyway is no dek of its own. */
function isNew(dek: string, headline: string | undefined, body: readonly TextBlock[]): boolean {
  const words = plain(dek);
  if (words === '' || (headline !== undefined && plain(headline).includes(words))) return false;
  return !body.some(({ text }) =>
    plain(text.slice(0, words.length * 2 + 100)).startsWith(words.replace(/[.…]+$/u, '')),
  );
}

/** The block right under the headline that the page's metadata calls its dek. */
const isDek = ({ text }: TextBlock, at: number, dek: string | undefined): boolean =>
  at === 0 && dek !== undefined && isSame(text, dek);

/** Its place and its words let it be no part of the body. */
function mayBeEdge({ text, kind }: TextBlock, at: number, length: number, data: ArticleData): boolean {
  if (kind === 'heading' || length < 2 || (at >= edge && at < length - edge)) return false;
  const mark = edgeMark({ text, start: 0, end: text.length, lines: 1 }, data.text, data.stamps);
  return mark !== undefined && !(mark.is === 'credit' && !mark.credits.certain);
}
