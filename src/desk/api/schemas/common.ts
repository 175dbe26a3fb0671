/** What answers have in common, as zod says it: the document of the API is made from it. */
import { z } from '@hono/zod-openapi';
import type { Evidence, Source } from '../../../record/ask/index.js';
import type { Party } from '../../../record/store/tables.js';

export const Day = z.string().openapi({ description: 'A day, `2016-12-02`.', format: 'date' });

const SpanFields = z.strictObject({ start: z.int(), end: z.int() });
/** UTF-16 code units into the report's text, half open. */
export const Span = SpanFields.openapi('Span', {
  description: "Half open, in UTF-16 code units of the report's text.",
});

export const PartySchema = z
  .strictObject({
    kind: z.string(),
    name: z.string(),
    country: z.string().optional(),
    countries: z.array(z.string()).optional(),
    title: z.string().optional(),
    sectors: z.array(z.string()),
    form: z.string(),
  })
  .openapi('Party') satisfies z.ZodType<Party>;

const sourceFields = {
  article: z.string().openapi({ description: 'Id of the report.' }),
  outlet: z.string().optional(),
  agency: z.string().optional(),
  day: Day.optional(),
  url: z.string().optional(),
  headline: z.string(),
  lineage: z.string().optional(),
  filed: z.string().openapi({ format: 'date-time' }),
};

export const SourceSchema = z.strictObject(sourceFields).openapi('Source') satisfies z.ZodType<Source>;

export const Days = z
  .strictObject({ from: Day, to: Day })
  .openapi('Days', { description: 'Days, half open: `to` is the day after the last.' });

export const EvidenceSchema = z
  .strictObject({
    ...sourceFields,
    event: z.string(),
    status: z.string(),
    sentence: z.string(),
    span: Span,
    trigger: Span,
    voucher: z.string(),
    rule: z.string(),
    confidence: z.number(),
    when: Days.optional(),
    where: z.string().optional(),
    rejected: z.boolean(),
    corrected: z.string().optional(),
  })
  .openapi('Evidence') satisfies z.ZodType<Evidence>;

export { sourceFields };

/** A page of rows; `next` is what `after` of the following page is given. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    rows: z.array(row),
    next: z.string().optional().openapi({ description: 'Where the next page begins: give it as `after`.' }),
  });
