/** What of a listing is new: jobs where a feed holds the report itself, pages to be read where it does not. */
import type { Report } from '../input/index.js';
import { feedJob, hasFullText } from './item.js';
import type { Look } from './looked.js';
import { seenFrom } from './seen.js';
import type { Source, SourceState, Waiting } from './state.js';

/** Is a page read already, from another source? */
export type IsRead = (url: string) => boolean | Promise<boolean>;

/** UTF-16 code units kept of what a feed says of a page, in case that the page can't be read. */
const longestTeaser = 20_000;

export interface Fresh {
  readonly found: number;
  readonly jobs: readonly Report[];
  readonly waiting: readonly Waiting[];
  readonly seen: string[];
}

export async function freshIn(
  looked: Look,
  source: Source,
  state: SourceState,
  isRead: IsRead | undefined,
): Promise<Fresh> {
  const seen = seenFrom(state.seen);
  const jobs: Report[] = [];
  const waiting: Waiting[] = [];
  if (looked.kind !== 'ok') return { found: 0, jobs, waiting, seen: state.seen };
  let found = 0;
  for (const item of looked.noted) seen.add(item);
  for (const item of looked.items) {
    const isOld = seen.has(item);
    const isPageOld = seen.hasPage(item);
    seen.add(item);
    if (isOld) continue;
    found++;
    const { url } = item;
    if (url !== undefined && (await isRead?.(url))) continue;
    if (url === undefined || hasFullText(item)) jobs.push(feedJob(item, source.url));
    else if (!isPageOld)
      waiting.push({ item: { ...item, url, content: item.content?.slice(0, longestTeaser) }, tries: 0 });
  }
  return { found, jobs, waiting, seen: seen.keys() };
}
