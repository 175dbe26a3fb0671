/** A happening as agents get it: what, who, when, where, how well told, and the sentence that says most about it. */
import { z } from 'zod';
import { intervalText } from '../../reading/outline.js';
import { given } from '../../record/ask/happening.js';
import { type Happening, shortId } from '../../record/ask/index.js';
import type { Party } from '../../record/store/tables.js';
import { Citation, citationText, cited, ofEvidence } from './citation.js';
import { clipped, joined } from './words.js';

export const Days = z
  .object({ from: z.string(), to: z.string() })
  .describe('Days, half open: `to` is the day after the last.');

export const HappeningRow = z.object({
  id: z.string().describe('get_happening takes it.'),
  title: z.string(),
  code: z.string().describe('PLOVER label of the act.'),
  status: z.string().describe('occurred, scheduled, denied, …: only what occurred or is ongoing was done.'),
  background: z.boolean().describe('Told as history, not as news.'),
  when: Days.optional().describe('When it happened, not when it was printed. Absent: no report tells.'),
  firstPrinted: z.string().optional(),
  where: z.string().optional(),
  actors: z.array(z.string()),
  recipients: z.array(z.string()),
  counts: z.array(z.object({ of: z.string(), value: z.number() })),
  reports: z.int().describe('Reports that tell it.'),
  sources: z.int().describe('Of these, sources that do not copy each other.'),
  contradictions: z.int().describe('Where its reports disagree; get_happening shows both sides.'),
  confidence: z.number().describe('0 to 1: that at least one source was read right.'),
  citation: Citation,
});
export type HappeningRow = z.infer<typeof HappeningRow>;

export function happeningRow(happening: Happening): HappeningRow {
  const { when, where, first, cite, sentence } = happening;
  return {
    id: happening.id,
    title: clipped(happening.title),
    code: happening.code,
    status: happening.status,
    background: happening.background,
    ...given('when', when && { from: when.from, to: when.to }),
    ...given('firstPrinted', happening.firstDay),
    ...given('where', where && placeText(where)),
    actors: happening.actors.map(partyText),
    recipients: happening.recipients.map(partyText),
    counts: happening.counts.map(({ of, value }) => ({ of: clipped(of), value })),
    reports: happening.reports,
    sources: happening.sources,
    contradictions: happening.contradictions,
    confidence: happening.confidence,
    citation:
      cite === undefined ? cited(sentence, { report: first?.article ?? 'unknown' }) : ofEvidence(cite),
  };
}

const placeText = ({ name, country }: { readonly name: string; readonly country?: string }): string =>
  clipped(country === undefined ? name : `${name} (${country})`);

/** `foreign minister Sergey Lavrov (RUS)` */
export const partyText = ({ name, title, country }: Party): string =>
  clipped(
    `${title === undefined || name.toLowerCase().includes(title.toLowerCase()) ? '' : `${title} `}${name}${country === undefined ? '' : ` (${country})`}`,
  );

export const dayText = (when: z.infer<typeof Days> | undefined, printed?: string): string =>
  when === undefined
    ? printed === undefined
      ? 'day not told'
      : `day not told, printed ${printed}`
    : intervalText({ ...when, precision: 'interval', basis: '' });

export const happeningLine = (row: HappeningRow): string =>
  `${happeningHead(row)} ${citationText(row.citation)}`;

export const happeningHead = (row: HappeningRow): string =>
  joined([
    `- ${dayText(row.when, row.firstPrinted)}`,
    row.title,
    row.status + (row.background ? ', told as history' : ''),
    toldText(row),
    row.contradictions > 0 && `contradictions: ${row.contradictions}`,
    `happening ${shortId(row.id)}:`,
  ]);

export const toldText = ({
  reports,
  sources,
}: {
  readonly reports: number;
  readonly sources: number;
}): string => `${reports} ${reports === 1 ? 'report' : 'reports'}, ${sources} independent`;
