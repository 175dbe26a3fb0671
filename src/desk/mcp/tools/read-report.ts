import { z } from 'zod';
import { fetchArticleBytes } from '../../../article/index.js';
import type { Job } from '../../../reading/pool.js';
import type { Reading } from '../../../reading/reading.js';
import type { McpContext } from '../context.js';
import { ToolError } from '../fault.js';
import { leftText, listOf, pageInput, pageOutput, shownPage } from '../page.js';
import { headOf, headText, linesOf, lineText, ReadingLine, ReportHead } from '../reading.js';
import { tool } from '../tool.js';

const USUAL = 40;
/** UTF-16 code units: many times the longest report. */
const LONGEST = 1_000_000;

const input = z.strictObject({
  text: z.string().max(LONGEST).optional().describe('Plain text of a report, headline first.'),
  html: z.string().max(LONGEST).optional().describe('HTML of a page.'),
  url: z
    .string()
    .max(4000)
    .optional()
    .describe(
      'Address of a page on the public web, which is fetched; with text or html: where that was printed.',
    ),
  headline: z.string().max(2000).optional().describe('With text, where the text does not begin with it.'),
  published: z
    .string()
    .max(40)
    .optional()
    .describe(
      'ISO 8601 day of publication, of a report that does not state it: "on Friday" is counted from it.',
    ),
  outlet: z.string().max(300).optional().describe('Of a report that does not name it.'),
  item: z.int().min(1).optional().describe('Which report of a feed; 1 if not given.'),
  ...pageInput(USUAL, 100),
});
type Input = z.infer<typeof input>;

export const readReport = tool({
  name: 'read_report',
  title: 'Read a report',
  description:
    'Reads one news report that you have as text, HTML or address, and gives who did what to whom, who said what, when and where, as the report has it. Nothing is kept: the record stays as it is. Use it for a report that is not in the record; for one that is, get_report. The same report gives the same answer every time.',
  input,
  output: {
    ...ReportHead.shape,
    items: z.int().describe('How many reports the input holds; of a feed `item` names others.'),
    ...pageOutput(ReadingLine),
  },
  openWorld: true,
  async run(context, asked) {
    const { reading, items } = await readingOf(context, asked);
    const page = await shownPage({ limit: USUAL, ...asked }, listOf(linesOf(reading)));
    const head = headOf(reading);
    const lines = [
      headText(head),
      ...(items > 1 ? [`The input holds ${items} reports; this is one of them.`] : []),
      '',
      ...page.rows.map(lineText),
      page.rows.length === 0 ? 'Nothing was read from it.' : leftText(page),
    ];
    return { data: { ...head, items, ...page }, lines };
  },
});

async function readingOf(context: McpContext, asked: Input): Promise<{ reading: Reading; items: number }> {
  const outcomes = await context.pool.run(await jobOf(context, asked));
  const { item = 1 } = asked;
  const outcome = outcomes[item - 1];
  if (outcome === undefined)
    throw new ToolError(
      outcomes.length === 0
        ? 'There is no report in it.'
        : `It holds ${outcomes.length} reports: \`item\` is one of them.`,
    );
  if (!outcome.ok) throw new ToolError(`It cannot be read: ${outcome.error.message} (${outcome.error.code})`);
  return { reading: outcome.reading, items: outcomes.length };
}

async function jobOf({ allowPrivate = false }: McpContext, asked: Input): Promise<Job> {
  const { text, html, url, headline, published, outlet } = asked;
  const source = {
    ...(published === undefined ? {} : { published }),
    ...(outlet === undefined ? {} : { outlet }),
  };
  if (text !== undefined && html !== undefined) throw new ToolError('Give text or html, not both.');
  if (text !== undefined || html !== undefined) {
    const line = JSON.stringify({ text, html, url, headline, published, outlet });
    return { kind: 'line', line, source: { from: url ?? 'text', line: 1 } };
  }
  if (url === undefined) throw new ToolError('Give the report as text, html or url.');
  const page = await fetchArticleBytes(url, { allowPrivate, timeout: PATIENCE });
  if (!page.ok) throw new ToolError(`The page cannot be read: ${toldOf(page.error)}`);
  const { bytes, contentType } = page;
  return { kind: 'bytes', bytes, source: { ...source, from: url, url: page.url, contentType } };
}

/** Milliseconds: an agent does not wait longer for an answer. */
const PATIENCE = 30_000;

/** The command line's advice is none for an agent. */
const toldOf = ({ code, message }: { readonly code: string; readonly message: string }): string =>
  code === 'input/private-address'
    ? 'its address is not public. Give its text or html instead.'
    : `${message} Give its text or html if you have it. (${code})`;
