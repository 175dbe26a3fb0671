/** Dossiers. */
import { z } from '@hono/zod-openapi';
import { DossierFile } from '../../../record/dossier/file.js';
import type { DossierPage } from '../../../record/dossier/page.js';
import type { Suggestion } from '../../../record/dossier/suggest.js';
import { Day, Span } from './common.js';

const Cite = z
  .strictObject({
    number: z.int().openapi({ description: 'On the list of sources.' }),
    article: z.string().openapi({ description: 'Id of the report.' }),
    span: Span.optional(),
    outlet: z.string(),
    day: Day.optional(),
    url: z.string().optional(),
  })
  .openapi('Cite');

const Quote = z
  .strictObject({ text: z.string(), cite: Cite, copies: z.array(Cite).optional() })
  .openapi('Quote');

const When = z.strictObject({ from: Day, to: Day, precision: z.string().optional() }).openapi('When');

const ClaimOfPage = z.strictObject({ claim: z.string(), quote: Quote.optional() });

const DisagreementSchema = z
  .strictObject({
    happening: z.string(),
    title: z.string(),
    kind: z.enum(['date', 'place', 'title', 'count', 'status']),
    a: ClaimOfPage,
    b: ClaimOfPage,
    settled: z.strictObject({ wrong: z.enum(['a', 'b']), by: Quote.optional() }).optional(),
  })
  .openapi('Disagreement');

const PlanSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    when: When.optional(),
    reports: z.int(),
    sources: z.int(),
    quote: Quote,
  })
  .openapi('Plan');

const EntrySchema = z
  .strictObject({
    id: z.string(),
    when: When.optional(),
    printed: Day.optional(),
    title: z.string(),
    type: z.string(),
    status: z.string(),
    reports: z.int(),
    sources: z.int(),
    quote: Quote,
    others: z.array(Quote),
    disputed: z.array(DisagreementSchema),
    planned: z.array(
      z.strictObject({
        kind: z.enum(['held', 'postponed', 'called-off', 'kept', 'broken']),
        entry: PlanSchema,
      }),
    ),
  })
  .openapi('Entry');

const MonthSchema = z.strictObject({
  month: z.string(),
  read: z.int(),
  happenings: z.int(),
  byPrinting: z.int(),
  cooperation: z.number(),
  conflict: z.number(),
  sum: z.number(),
  mean: z.number().optional(),
  per100: z.strictObject({ happenings: z.number(), sum: z.number() }).optional(),
});

const SaidSchema = z.strictObject({
  party: z.string(),
  items: z.array(
    z.strictObject({
      when: When.optional(),
      printed: Day.optional(),
      speaker: z.string(),
      text: z.string(),
      quote: Quote,
      cites: z.array(Cite),
      act: z.string().optional(),
      change: z
        .strictObject({
          kind: z.enum(['turned', 'hardened', 'softened']),
          before: z.string(),
          after: z.string(),
        })
        .optional(),
    }),
  ),
});

const DueOfPage = z.strictObject({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  when: When.optional(),
  quote: Quote,
  reports: z.int(),
  sources: z.int(),
  outcome: z.union([
    z.strictObject({ kind: z.enum(['due', 'undated', 'not-read-since']) }),
    z.strictObject({ kind: z.literal('no-further-word'), reports: z.int(), until: Day }),
  ]),
  perhaps: z.strictObject({ id: z.string(), title: z.string(), day: Day.optional() }).optional(),
});

const PartyPageSchema = z.strictObject({
  name: z.string(),
  people: z.array(
    z.strictObject({
      name: z.string(),
      country: z.string().optional(),
      titles: z.array(z.string()),
      reports: z.int(),
      first: Day.optional(),
      last: Day.optional(),
    }),
  ),
});

const SourceGroupSchema = z.strictObject({
  agency: z.string().optional(),
  reports: z.array(
    z.strictObject({
      number: z.int(),
      article: z.string(),
      span: Span.optional(),
      outlet: z.string(),
      day: Day.optional(),
      url: z.string().optional(),
      headline: z.string(),
      origin: z.string(),
      correction: z.boolean(),
      replacedBy: z.int().optional(),
    }),
  ),
});

export const DossierPageSchema = z
  .strictObject({
    title: z.string(),
    about: z.string().optional(),
    since: Day.optional(),
    today: Day,
    reports: z.int(),
    lineages: z.int(),
    names: z.array(
      z.strictObject({
        name: z.string(),
        usedBy: z.array(z.string()),
        quote: Quote.optional(),
        reports: z.int(),
      }),
    ),
    parties: z.array(PartyPageSchema),
    background: z.array(EntrySchema),
    course: z.array(EntrySchema),
    said: z.array(SaidSchema),
    relations: z.array(
      z.strictObject({
        pair: z.tuple([z.string(), z.string()]),
        months: z.array(MonthSchema),
        undated: z.int(),
      }),
    ),
    due: z.array(DueOfPage),
    disagreements: z.array(DisagreementSchema),
    sources: z.array(SourceGroupSchema),
  })
  .openapi('DossierPage') satisfies z.ZodType<DossierPage>;

/** A dossier as a list names it. */
export const DossierLineSchema = z
  .strictObject({
    name: z
      .string()
      .openapi({ description: 'Of its file, without `.yaml`: what other questions name it by.' }),
    title: z.string(),
    about: z.string().optional(),
    parties: z.array(z.string()),
    since: Day.optional(),
    damaged: z.string().optional().openapi({ description: 'Why its file cannot be read.' }),
  })
  .openapi('DossierLine');
export type DossierLine = z.infer<typeof DossierLineSchema>;

export const SuggestionSchema = z
  .strictObject({ name: z.string(), why: z.string(), file: DossierFile })
  .openapi('Suggestion') satisfies z.ZodType<Suggestion>;
