/** Lists of feeds (OPML) become sources. */
import type * as Feedsmith from 'feedsmith';
import { onDemand } from '../on-demand.js';
import type { Source } from './state.js';

const feedsmith = onDemand<typeof Feedsmith>('feedsmith');

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

const deepest = 20;

/** In: decoded text. Every outline with an http(s) `xmlUrl`, in order, none twice; or a sentence on why there is none. */
export function sourcesInOpml(text: string): readonly Source[] | string {
  if (/<!ENTITY/iu.test(text)) return 'The list declares XML entities, which none needs; it was not read.';
  const sources = new Map<string, Source>();
  const add = ({ text: label, title = label, xmlUrl, outlines = [] }: Outline, depth: number) => {
    const url = xmlUrl?.trim() ?? '';
    if (/^https?:\/\//iu.test(url) && URL.canParse(url) && !sources.has(url))
      sources.set(url, { url, ...(title === undefined ? {} : { title }) });
    if (depth < deepest) for (const outline of outlines) add(outline, depth + 1);
  };
  try {
    add({ outlines: feedsmith().parseOpml(text).body?.outlines as readonly Outline[] | undefined }, 0);
  } catch {
    return 'This is no OPML list that can be read; its XML may be broken or cut short.';
  }
  return sources.size > 0 ? [...sources.values()] : 'The list names no feed: no outline has an xmlUrl.';
}
