import { z } from 'zod';
import { given } from '../../../record/ask/happening.js';
import { type Hit, search } from '../../../record/ask/index.js';
import { searchFields } from '../../../record/ask/search.js';
import { Citation, citationText, cited, ofSource } from '../citation.js';
import { filterInput, filterOf } from '../filter.js';
import { partyText } from '../happening.js';
import { tool } from '../tool.js';
import { clipped } from '../words.js';

const USUAL = 10;
const MOST = 50;

const Found = z.object({
  in: z.enum(['report', 'statement']),
  speakers: z.array(z.string()).optional().describe('Of a statement: who said it, as far as is told.'),
  headline: z.string(),
  citation: Citation,
});

export const searchReports = tool({
  name: 'search_reports',
  title: 'Words in reports',
  description:
    'Full-text search: sentences of reports and of what was said that have the words, the best first. Use it where no kind of act and no speaker is known, or to find how reports spell a name. `since` and `until` mean the day of publication, `actor` and `country` whom the report names.',
  input: z.strictObject({
    words: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .describe('As a search engine takes them: "peace treaty" -fishing, treaty or accord.'),
    ...filterInput(searchFields),
    in: z.enum(['report', 'statement']).optional().describe('Only there.'),
    limit: z.int().min(1).max(MOST).optional().describe(`Rows at most; ${USUAL} if not given.`),
  }),
  output: { rows: z.array(Found), more: z.boolean().describe('There are others that fit less well.') },
  async run(context, { words, limit = USUAL, ...input }) {
    const filter = filterOf(context, input, searchFields);
    const only = input.in === undefined ? {} : { only: input.in };
    const hits = await context.ask((db) => search(db, words, filter, { limit: limit + 1, ...only }));
    const rows = hits.slice(0, limit).map(foundOf);
    const more = hits.length > limit;
    return { data: { rows, more }, lines: [...rows.map(lineOf), endOf(rows.length, more)] };
  },
});

const foundOf = (hit: Hit): z.infer<typeof Found> => ({
  in: hit.in,
  ...given('speakers', hit.speakers?.map(partyText)),
  headline: clipped(hit.headline),
  citation: cited(hit.sentence, { ...ofSource(hit), span: hit.span }),
});

const lineOf = (found: z.infer<typeof Found>): string =>
  `- ${found.in === 'statement' ? `said by ${found.speakers?.join(', ') || 'somebody not named'}, in ` : ''}report «${found.headline}»: ${citationText(found.citation)}`;

const endOf = (rows: number, more: boolean): string => {
  if (rows === 0) return 'No report of the record has these words: take fewer, or other forms of them.';
  return more ? 'Others fit less well: take more words or narrower days to find them.' : 'That is all.';
};
