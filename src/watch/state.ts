/** What is known of a watched source between two polls: plain values, to be kept wherever the caller keeps things. */
import { z } from 'zod';

export interface Source {
  /** Of a feed, a sitemap or a sitemap index; which of them is seen from what it gives. */
  readonly url: string;
  readonly title?: string;
}

const Item = z.object({
  id: z.string().optional(),
  title: z.string().optional(),
  content: z.string().optional(),
  summary: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
  byline: z.string().optional(),
  outlet: z.string().optional(),
  language: z.string().optional(),
});

/** An item whose page is still to be read. */
const Waiting = z.object({
  item: Item.extend({ url: z.string() }),
  /** How often its page could not be read. */
  tries: z.number().int().min(0),
});
export type Waiting = z.infer<typeof Waiting>;

/** A sitemap that an index names. */
const Child = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** As the index said it last. */
  lastmod: z.string().optional(),
  read: z.boolean(),
  /** What the index said when it was read. */
  readAs: z.string().optional(),
});
export type Child = z.infer<typeof Child>;

export const SourceState = z.object({
  /** Of the feed or sitemap, as the server gave them. */
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** It could be read at least once. */
  known: z.boolean(),
  /** Failed polls since the last that was none. */
  failures: z.number().int().min(0),
  /** When the feed or sitemap is to be asked again, in milliseconds since 1970. */
  dueAt: z.number(),
  /** Keys of items and pages that were taken, the newest last. */
  seen: z.array(z.string()),
  waiting: z.array(Waiting),
  /** Of a sitemap index, by URL. */
  children: z.record(z.string(), Child),
});
export type SourceState = z.infer<typeof SourceState>;

export const newState: SourceState = {
  known: false,
  failures: 0,
  dueAt: 0,
  seen: [],
  waiting: [],
  children: {},
};
