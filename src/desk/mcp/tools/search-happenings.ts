import { z } from 'zod';
import { countOf } from '../../../record/ask/count.js';
import { happeningFields } from '../../../record/ask/happenings.js';
import { happenings } from '../../../record/ask/index.js';
import { filterInput, filterOf } from '../filter.js';
import { HappeningRow, happeningLine, happeningRow } from '../happening.js';
import { leftText, MANY, pageInput, pageOutput, shownPage } from '../page.js';
import { tool } from '../tool.js';

const USUAL = 10;

export const searchHappenings = tool({
  name: 'search_happenings',
  title: 'What happened',
  description:
    'What happened between states, officials and organisations, each happening once however many reports tell it: when, who did what to whom, whether it was done, planned, demanded or denied, and how many independent sources say so. Use it for "what did X do to Y", "what happened in Z in May", "who met whom". All arguments given must hold; without any, the newest. Start narrow: actor or country with days.',
  input: z.strictObject({ ...filterInput(happeningFields), ...pageInput(USUAL, 50) }),
  output: pageOutput(HappeningRow),
  async run(context, input) {
    const filter = filterOf(context, input, happeningFields);
    const data = await shownPage(
      { limit: USUAL, ...input },
      {
        ask: (page) => context.ask((db) => happenings(db, filter, page)),
        show: happeningRow,
        count: () => context.ask((db) => countOf(db, 'happenings', filter, MANY)),
      },
    );
    const none = 'Nothing in the record fits: leave out an argument, or widen the days.';
    return { data, lines: [...data.rows.map(happeningLine), data.rows.length === 0 ? none : leftText(data)] };
  },
});
