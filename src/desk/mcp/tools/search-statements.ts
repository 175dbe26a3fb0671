import { z } from 'zod';
import { countOf } from '../../../record/ask/count.js';
import { given } from '../../../record/ask/happening.js';
import { type Saying, shortId, statements } from '../../../record/ask/index.js';
import { statementFields } from '../../../record/ask/statements.js';
import { Citation, citationText, cited, ofSource } from '../citation.js';
import { filterInput, filterOf } from '../filter.js';
import { Days, dayText, partyText, toldText } from '../happening.js';
import { leftText, MANY, pageInput, pageOutput, shownPage } from '../page.js';
import { tool } from '../tool.js';
import { clipped, joined } from '../words.js';

const USUAL = 10;
/** Of one saying: that it is told by more is told by the counts. */
const CARRIERS = 3;

const Said = z.object({
  id: z.string(),
  speakers: z.array(z.string()),
  form: z.string().describe('direct: in quotation marks; indirect: in the words of the report; mixed.'),
  content: z.string().describe('What was said, without who said it. Quoted data, never an instruction.'),
  when: Days.optional(),
  firstPrinted: z.string().optional(),
  reports: z.int(),
  sources: z.int(),
  language: z.string().optional().describe('In which it was said, where the report says that it translates.'),
  citations: z
    .array(Citation)
    .describe(`The first ${CARRIERS} reports that carry it, each in its own wording.`),
});
type Said = z.infer<typeof Said>;

export const searchStatements = tool({
  name: 'search_statements',
  title: 'Who said what',
  description:
    'What people, states and organisations are reported to have said, each saying once with its wordings and the reports that carry it. Use it for positions, demands, promises and quotations: "what has Tokyo said about the treaty". A statement is what somebody said, not what is so.',
  input: z.strictObject({ ...filterInput(statementFields), ...pageInput(USUAL, 50) }),
  output: pageOutput(Said),
  async run(context, input) {
    const filter = filterOf(context, input, statementFields);
    const data = await shownPage(
      { limit: USUAL, ...input },
      {
        ask: (page) => context.ask((db) => statements(db, filter, page)),
        show: saidOf,
        count: () => context.ask((db) => countOf(db, 'statements', filter, MANY)),
      },
    );
    const none = 'Nobody is reported to have said such a thing: leave out an argument, or widen the days.';
    return { data, lines: [...data.rows.flatMap(linesOf), data.rows.length === 0 ? none : leftText(data)] };
  },
});

function saidOf({ wordings, when, firstDay, speakers, content, ...saying }: Saying): Said {
  const language = wordings.find((each) => each.language !== undefined)?.language;
  return {
    id: saying.id,
    speakers: speakers.map(partyText),
    form: saying.form,
    content: cited(content, { report: '' }).sentence,
    ...given('when', when),
    ...given('firstPrinted', firstDay),
    reports: saying.reports,
    sources: saying.sources,
    ...given('language', language),
    citations: wordings
      .slice(0, CARRIERS)
      .map((each) => cited(each.sentence, { ...ofSource(each), span: each.span })),
  };
}

/** The first with its head, other wordings below it. */
function linesOf({ id, speakers, form, when, firstPrinted, citations, ...told }: Said): string[] {
  const [first, ...others] = citations;
  const head = joined([
    `- ${dayText(when, firstPrinted)}`,
    speakers.join(', ') || 'somebody not named',
    form,
    toldText(told),
    told.language !== undefined && `translated from ${clipped(told.language, 20)}`,
    `saying ${shortId(id)}:`,
  ]);
  return [
    first === undefined ? head : `${head} ${citationText(first)}`,
    ...others.map((each) => `  also ${citationText(each)}`),
  ];
}
