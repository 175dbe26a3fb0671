/** What people give to be read. */
import { z } from '@hono/zod-openapi';
import { parsePublished } from '../../../article/index.js';

const label = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\0]*$/u, 'text without the character 0');

const WebAddress = label(2000).regex(/^https?:\/\/[^\s/]/u, 'an http or https address');

const published = label(100).check((ctx) => {
  const stamp = parsePublished(ctx.value);
  if (!stamp.ok) ctx.issues.push({ code: 'custom', message: stamp.error.message, input: ctx.value });
});

/** What is said of a report from outside. */
export const saidOfReport = {
  url: WebAddress.optional().openapi({ description: 'Where it was printed.' }),
  published: published.optional().openapi({ description: 'ISO 8601; of a report that does not say it.' }),
  outlet: label(300).optional().openapi({ description: 'Of a report that does not name it.' }),
};

const reportFields = {
  text: z.string().min(1).optional(),
  html: z.string().min(1).optional().openapi({ description: 'Of a page; it never leaves the desk again.' }),
  id: label(300).optional().openapi({ description: 'What you call it.' }),
  headline: label(2000).optional(),
  ...saidOfReport,
};

export const GivenText = z
  .strictObject(reportFields)
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), {
    path: ['text'],
    error: 'either text or html',
  })
  .openapi('GivenText');

/** A text, or an address alone to be read from. */
export const Given = z
  .strictObject(reportFields)
  .refine(({ text, html }) => text === undefined || html === undefined, {
    path: ['text'],
    error: 'either text or html, not both',
  })
  .refine(({ text, html, url }) => [text, html, url].some((each) => each !== undefined), {
    path: ['text'],
    error: 'a text, html or url',
  })
  .openapi('Given', { description: 'A text or HTML; or a `url` alone, to be read from there.' });
export type Given = z.infer<typeof Given>;

/** So many texts at once; more are a file of JSON lines. */
const MOST = 1000;

export const GivenToAdd = z
  .union([
    z.array(GivenText).min(1).max(MOST),
    z.strictObject({ feed: WebAddress }).openapi('GivenFeed'),
    Given,
  ])
  .openapi('GivenToAdd');
export type GivenToAdd = z.infer<typeof GivenToAdd>;

/** As a line of JSON lines, under the name that its errors are told with. */
export const lineOf = ({ id, ...report }: Given): string =>
  JSON.stringify({ id: id ?? report.url ?? 'pasted', ...report });
