import { z } from 'zod';
import { given } from '../../../record/ask/happening.js';
import {
  type Evidence,
  happening,
  type Link,
  type OneHappening,
  shortId,
} from '../../../record/ask/index.js';
import { Citation, citationText, ofEvidence } from '../citation.js';
import { Days, dayText, HappeningRow, happeningLine, happeningRow } from '../happening.js';
import { leftText, listOf, pageInput, pageOutput, shownPage } from '../page.js';
import { tool } from '../tool.js';
import { clipped, joined } from '../words.js';

const USUAL = 20;

const Telling = z.object({
  status: z.string(),
  when: Days.optional().describe('When it was, as this report has it.'),
  where: z.string().optional(),
  voucher: z.string().describe('On whose word: own-voice, named-official, unnamed-official, party, …'),
  confidence: z.number(),
  rejected: z.boolean().describe('A person has found it misread: do not rely on it.'),
  correctedBy: z.string().optional().describe('The report that takes this claim back.'),
  citation: Citation,
});

const Disagreement = z.object({
  kind: z.string(),
  a: z.string(),
  b: z.string(),
  settled: z.enum(['a', 'b']).optional().describe('The claim that was taken back.'),
  citations: z.array(Citation).describe('The sentences of a and b, as far as they are known.'),
});

const Linked = HappeningRow.pick({ id: true, title: true, status: true, when: true, citation: true }).extend({
  kind: z.string().describe('held, kept, postponed, called-off or broken.'),
});

/** Of each. */
const MOST = 20;

const output = {
  happening: HappeningRow,
  ...pageOutput(Telling.describe("One report's telling, by day of publication.")),
  contradictions: z.array(Disagreement).max(MOST),
  followed: z.array(Linked).max(MOST).describe('What came of it.'),
  follows: z.array(Linked).max(MOST).describe('What it came of.'),
};

export const getHappening = tool({
  name: 'get_happening',
  title: 'One happening, claim by claim',
  description:
    "One happening with every report's own sentence side by side, where they contradict each other, what came of it and what it came of. Use it before you rely on a happening, or when search_happenings says that it has contradictions.",
  input: z.strictObject({
    id: z.string().trim().min(1).max(200).describe('Id of a happening, whole or its beginning.'),
    ...pageInput(USUAL, 50),
  }),
  output,
  async run({ ask }, { id, ...input }) {
    const one = await ask((db) => happening(db, id));
    const { evidence = [] } = one.happening;
    const row = happeningRow(one.happening);
    const page = await shownPage({ limit: USUAL, ...input }, listOf(evidence.map(tellingOf)));
    const data = {
      happening: row,
      ...page,
      contradictions: disagreementsOf(one, evidence),
      followed: one.followed.slice(0, MOST).map(linkedOf),
      follows: one.follows.slice(0, MOST).map(linkedOf),
    };
    return { data, lines: linesOf(data) };
  },
});

function tellingOf(evidence: Evidence): z.infer<typeof Telling> {
  const { status, when, where, voucher, confidence, rejected, corrected } = evidence;
  return {
    status,
    ...given('when', when),
    ...given('where', where && clipped(where)),
    voucher,
    confidence,
    rejected,
    ...given('correctedBy', corrected),
    citation: ofEvidence(evidence),
  };
}

function disagreementsOf({ contradictions }: OneHappening, evidence: readonly Evidence[]) {
  const byEvent = new Map(evidence.map((each) => [each.event, each]));
  return contradictions.slice(0, MOST).map(({ kind, a, b, claim_a, claim_b, settled }) => ({
    kind,
    a: clipped(claim_a),
    b: clipped(claim_b),
    ...given('settled', settled === null ? undefined : settled === a ? ('a' as const) : ('b' as const)),
    citations: [a, b].flatMap((event) => {
      const told = byEvent.get(event);
      return told === undefined ? [] : [ofEvidence(told)];
    }),
  }));
}

function linkedOf({ kind, happening: linked }: Link): z.infer<typeof Linked> {
  const { id, title, status, when, citation } = happeningRow(linked);
  return { kind, id, title, status, ...given('when', when), citation };
}

type Data = z.infer<z.ZodObject<typeof output>>;

function linesOf({ happening: row, rows, contradictions, followed, follows, ...page }: Data): string[] {
  return [
    happeningLine(row),
    '',
    'Every report:',
    ...rows.map(tellingLine),
    leftText(page),
    ...part('Reports disagree:', contradictions.flatMap(disagreementLines)),
    ...part('What came of it:', followed.map(linkedLine)),
    ...part('What it came of:', follows.map(linkedLine)),
  ];
}

const part = (head: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', head, ...lines];

const tellingLine = ({ citation, ...telling }: z.infer<typeof Telling>): string =>
  `${joined([
    `- ${telling.status}`,
    telling.when === undefined ? 'day not told' : dayText(telling.when),
    telling.where,
    `word of: ${telling.voucher}`,
    telling.rejected && 'REJECTED by a person as misread',
    telling.correctedBy !== undefined && `TAKEN BACK by report ${telling.correctedBy}`,
  ])}: ${citationText(citation)}`;

const disagreementLines = ({ kind, a, b, settled, citations }: z.infer<typeof Disagreement>): string[] => [
  joined([
    `- ${kind}: ${a} against ${b}`,
    settled !== undefined && `"${settled === 'a' ? a : b}" was taken back`,
  ]),
  ...citations.map((citation) => `  ${citationText(citation)}`),
];

const linkedLine = ({ kind, id, title, status, when, citation }: z.infer<typeof Linked>): string =>
  `${joined([`- ${kind}`, dayText(when), title, status, `happening ${shortId(id)}:`])} ${citationText(citation)}`;
