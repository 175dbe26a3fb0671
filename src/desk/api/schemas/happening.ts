/** Happenings and what hangs on them. */
import { z } from '@hono/zod-openapi';
import type { Contradiction, Due, Happening, OneHappening } from '../../../record/ask/index.js';
import type { Months } from '../../../record/ask/months.js';
import type { PlaceCount } from '../../../record/ask/places.js';
import { Day, EvidenceSchema, PartySchema, SourceSchema } from './common.js';

const fields = {
  id: z.string(),
  title: z.string(),
  type: z.string(),
  code: z.string(),
  mode: z.string().optional(),
  contexts: z.array(z.string()),
  cameo: z.string().optional(),
  intensity: z.strictObject({ plover: z.number(), goldstein: z.number().optional() }),
  status: z.string(),
  background: z.boolean(),
  when: z.strictObject({ from: Day, to: Day, precision: z.string().optional() }).optional(),
  where: z
    .strictObject({
      name: z.string(),
      geonames: z.int().optional(),
      lat: z.number().optional(),
      lon: z.number().optional(),
      country: z.string().optional(),
    })
    .optional(),
  actors: z.array(PartySchema),
  recipients: z.array(PartySchema),
  counts: z.array(z.strictObject({ of: z.string(), value: z.number() })),
  countries: z.array(z.string()),
  dyads: z.array(z.string()),
  reports: z.int(),
  sources: z.int().openapi({ description: 'Sources that do not copy each other.' }),
  contradictions: z.int(),
  confidence: z.number(),
  first: SourceSchema.optional(),
  firstDay: Day.optional(),
  claimed: z.strictObject({ from: Day.optional(), to: Day.optional(), places: z.array(z.string()) }),
  sentence: z.string(),
  cite: EvidenceSchema.optional(),
  evidence: z.array(EvidenceSchema).optional(),
};

export const HappeningSchema = z.strictObject(fields).openapi('Happening') satisfies z.ZodType<Happening>;

const kinds = z.enum(['held', 'postponed', 'called-off', 'kept', 'broken']);
const LinkSchema = z.strictObject({ kind: kinds, happening: HappeningSchema });
const contradictionKinds = z.enum(['date', 'place', 'title', 'count', 'status']);

export const OneHappeningSchema = z
  .strictObject({
    happening: HappeningSchema,
    contradictions: z.array(
      z.strictObject({
        kind: contradictionKinds,
        of: z.string(),
        a: z.string(),
        b: z.string(),
        claim_a: z.string(),
        claim_b: z.string(),
        settled: z.string().nullable(),
      }),
    ),
    followed: z.array(LinkSchema),
    follows: z.array(LinkSchema),
  })
  .openapi('OneHappening') satisfies z.ZodType<OneHappening>;

export const DueSchema = z
  .strictObject({
    ...fields,
    outcome: z.union([
      LinkSchema,
      z.strictObject({ kind: z.enum(['due', 'undated']) }),
      z.strictObject({ kind: z.literal('no-further-word'), reports: z.int(), until: Day }),
      z.strictObject({ kind: z.literal('not-read-since') }),
    ]),
  })
  .openapi('Due') satisfies z.ZodType<Due>;

const ClaimSchema = z.strictObject({
  claim: z.string(),
  event: z.string(),
  evidence: EvidenceSchema.optional(),
});

export const ContradictionSchema = z
  .strictObject({
    kind: contradictionKinds,
    happening: z.strictObject({ id: z.string(), title: z.string(), from: Day.optional() }),
    a: ClaimSchema,
    b: ClaimSchema,
    settled: z.string().optional(),
  })
  .openapi('Contradiction') satisfies z.ZodType<Contradiction>;

export const MonthsSchema = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        month: z.string(),
        cooperation: z.int(),
        conflict: z.int(),
        neutral: z.int(),
        happenings: z.int(),
      }),
    ),
    undated: z.int(),
  })
  .openapi('Months') satisfies z.ZodType<Months>;

export const PlaceSchema = z
  .strictObject({
    geonames: z.int().optional(),
    name: z.string(),
    country: z.string().optional(),
    lat: z.number(),
    lon: z.number(),
    happenings: z.int(),
    from: Day.optional(),
    to: Day.optional(),
  })
  .openapi('PlaceCount') satisfies z.ZodType<PlaceCount>;
