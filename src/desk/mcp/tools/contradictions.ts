import { z } from 'zod';
import { countOf } from '../../../record/ask/count.js';
import { given } from '../../../record/ask/happening.js';
import { happeningFields } from '../../../record/ask/happenings.js';
import { contradictions as asked, type Contradiction, shortId } from '../../../record/ask/index.js';
import { Citation, citationText, ofEvidence } from '../citation.js';
import { filterInput, filterOf } from '../filter.js';
import { leftText, MANY, pageInput, pageOutput, shownPage } from '../page.js';
import { tool } from '../tool.js';
import { clipped, joined } from '../words.js';

const USUAL = 10;

const Claim = z.object({ claim: z.string(), citation: Citation.optional() });

const Row = z.object({
  kind: z.string().describe('What they disagree on: date, place, title, count, status.'),
  happening: z.string().describe('Its id; get_happening shows all reports.'),
  title: z.string(),
  from: z.string().optional().describe('First day of the happening.'),
  a: Claim,
  b: Claim,
  settled: z.enum(['a', 'b']).optional().describe('The claim that was taken back.'),
});
type Row = z.infer<typeof Row>;

export const contradictions = tool({
  name: 'contradictions',
  title: 'Where reports disagree',
  description:
    'Where reports of one happening cannot both be right (day, place, number of dead, office of a person, done or denied), with both sentences. Use it before you state a fact that several outlets report, and for fact checks. The record does not choose between them: neither should you without saying so.',
  input: z.strictObject({ ...filterInput(happeningFields), ...pageInput(USUAL, 50) }),
  output: pageOutput(Row),
  async run(context, input) {
    const filter = filterOf(context, input, happeningFields);
    const data = await shownPage(
      { limit: USUAL, ...input },
      {
        ask: (page) => context.ask((db) => asked(db, filter, page)),
        show: rowOf,
        count: () => context.ask((db) => countOf(db, 'contradictions', filter, MANY)),
      },
    );
    const none = 'The record knows of no contradiction there.';
    return { data, lines: [...data.rows.flatMap(linesOf), data.rows.length === 0 ? none : leftText(data)] };
  },
});

function rowOf({ kind, happening: { id, title, from }, a, b, settled }: Contradiction): Row {
  return {
    kind,
    happening: id,
    title: clipped(title),
    ...given('from', from),
    a: claimOf(a),
    b: claimOf(b),
    ...given(
      'settled',
      settled === undefined ? undefined : settled === a.event ? ('a' as const) : ('b' as const),
    ),
  };
}

const claimOf = ({ claim, evidence }: Contradiction['a']): z.infer<typeof Claim> => ({
  claim: clipped(claim),
  ...given('citation', evidence && ofEvidence(evidence)),
});

function linesOf({ kind, happening, title, from, a, b, settled }: Row): string[] {
  const line = (name: 'a' | 'b', { claim, citation }: Row['a']): string =>
    `  ${claim}${settled === name ? ' (taken back)' : ''}: ${citation === undefined ? '' : citationText(citation)}`;
  return [
    joined([
      `- ${from ?? 'day not told'}`,
      title,
      `they disagree on: ${kind}`,
      `happening ${shortId(happening)}`,
    ]),
    line('a', a),
    line('b', b),
  ];
}
