/** The Article: bytes of any kind become one text with what is known about its printing. */
import { z } from 'zod';
import { Span } from '../span.js';

/** A date that the page or its metadata states. */
export const Stamp = z.object({
  /** ISO 8601 with the precision and zone that were stated and no more: `2016-12`, `2016-12-03`,
   *  `2016-12-03T15:27`, `2016-12-03T15:27+03:00`. */
  value: z.string(),
  /** The words or metadata it was read from. */
  text: z.string(),
  /** Where it stands in `article.text`; absent when it comes from metadata outside the text. */
  span: Span.optional(),
});
export type Stamp = z.infer<typeof Stamp>;

export const ParagraphKind = z.enum([
  'headline',
  'dek',
  'byline',
  'dateline',
  'body',
  'heading',
  'caption',
  'foot',
]);
export type ParagraphKind = z.infer<typeof ParagraphKind>;

export const Paragraph = z.object({ kind: ParagraphKind, span: Span });
export type Paragraph = z.infer<typeof Paragraph>;

/** The words before the first sentence that say where and when the report was filed: `MOSCOW, Dec 3 (Agency) —`. */
export const Dateline = z.object({
  text: z.string(),
  span: Span,
  place: z.string().optional(),
  date: Stamp.optional(),
});
export type Dateline = z.infer<typeof Dateline>;

export const Article = z.object({
  /** `sha256:` and the hex digest of the normalised text: the same report twice is one article. */
  id: z.string(),
  /** Path, URL or id it was given under. */
  from: z.string(),
  url: z.string().optional(),
  outlet: z.string().optional(),
  headline: z.string(),
  dek: z.string().optional(),
  byline: z.string().optional(),
  /** News agency credited, e.g. in the dateline or byline. */
  agency: z.string().optional(),
  dateline: Dateline.optional(),
  /** ISO 639-1, or `und` when it can't be told. */
  language: z.string(),
  published: Stamp.optional(),
  updated: Stamp.optional(),
  /**
   * What all spans point into. Plain text is the text as decoded, never re-flowed; of a page it is the
   * headline, dek and body paragraphs, one empty line between them.
   */
  text: z.string(),
  /** By start, no overlaps. What is in no paragraph (a repeated headline, share words) is not read. */
  paragraphs: z.array(Paragraph),
});
export type Article = z.infer<typeof Article>;
