/** An item of a feed, in whatever format it came, becomes an Article. */
import type { LogEntry } from '../../log.js';
import type { ArticleData } from '../data.js';
import { type Draft, finished } from '../finish.js';
import { htmlDraft } from '../html/article.js';
import { wellFormed } from '../input/decode.js';
import { grouped, mostItems } from '../limits.js';
import { type ArticleOutcome, type ArticleSource, failed } from '../outcome.js';
import { stampOf } from '../stamp.js';
import type { Stated } from '../stated.js';
import { piecesOf } from '../text/piece.js';
import { plainDraft } from '../text/plain.js';

export interface FeedItem {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** HTML or text: feeds do not say which. */
  readonly content?: string | undefined;
  /** What a feed says beside the content: taken as the dek where the content does not begin with it. */
  readonly summary?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly byline?: string | undefined;
  /** The feed's title, or the source that an item of a collected feed names. */
  readonly outlet?: string | undefined;
  readonly language?: string | undefined;
}

/** The items after the last that is read. */
export const tooMany = (from: string): ArticleOutcome =>
  failed(
    'input/too-large',
    from,
    `The feed has more than ${grouped(mostItems)} items; the rest was not read.`,
  );

/** `nth` from 1. */
export function itemArticle(
  item: FeedItem,
  nth: number,
  source: ArticleSource,
  data: ArticleData,
): ArticleOutcome {
  const place = `item ${nth}`;
  const { stated, log } = statedIn(item, source);
  const content = wellFormed(item.content ?? '');
  const draft = /<[a-z!/][^<>]*>|&(?:#\d{1,6}|[a-z]{2,8});/iu.test(content)
    ? htmlDraft(content, data, stated, log)
    : textDraft(content, data, stated, log);
  const from = item.url ?? item.id ?? `${source.from}, ${place}`;
  const outcome = finished(draft, { ...source, from }, data, place);
  return outcome.ok ? outcome : { ok: false, error: { ...outcome.error, from: source.from } };
}

/** Title and content of an item as one text, so that both can be cited. */
export function textDraft(
  content: string,
  data: ArticleData,
  stated: Stated,
  log: readonly LogEntry[],
): Draft {
  const { headline } = stated;
  if (headline === undefined) return plainDraft(content, data, stated, undefined, log);
  const text = content.trim() === '' ? headline : `${headline}\n\n${content}`;
  const pieces = piecesOf(text).map((piece) =>
    piece.start === 0 ? { ...piece, hint: 'headline' as const } : piece,
  );
  return plainDraft(text, data, stated, pieces, log);
}

function statedIn(item: FeedItem, source: ArticleSource): { stated: Stated; log: LogEntry[] } {
  const log: LogEntry[] = [];
  const date = (name: string, value: string | undefined) => {
    const stamp = value === undefined ? undefined : stampOf(value);
    if (value !== undefined && value.trim() !== '' && !stamp)
      log.push({
        code: 'article/bad-date',
        stage: 'article',
        message: `The feed's date of ${name} '${wellFormed(value.slice(0, 60))}' can't be read and was left out.`,
      });
    return stamp;
  };
  const url = absolute(item.url, source.url);
  const stated = {
    headline: line(item.title),
    dek: summaryOf(item),
    url,
    outlet: line(item.outlet),
    byline: line(item.byline),
    language: line(item.language),
    published: date('publication', item.published),
    updated: date('update', item.updated),
  };
  return {
    stated: Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    log,
  };
}

/** A summary that a machine cut short is no dek. */
function summaryOf({ content, summary }: FeedItem): string | undefined {
  const words = content === summary ? undefined : line(summary);
  return words === undefined || words.length > 400 || /(?:…|\.\.\.|\])$/u.test(words) ? undefined : words;
}

/** Titles are text, but many feeds write them as HTML. */
function line(words: string | undefined): string | undefined {
  const clean = wellFormed(words ?? '')
    .slice(0, 1000)
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean === '' ? undefined : clean;
}

function absolute(url: string | undefined, base: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  try {
    const { href, protocol } = new URL(url.trim(), base);
    return /^https?:$/u.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
