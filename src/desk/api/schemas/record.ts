/** Reports, sayings, actors, disputes, sources: the rest of what the record answers. */
import { z } from '@hono/zod-openapi';
import { Reading } from '../../../reading/reading.js';
import type { Quarrel } from '../../../record/ask/disputes.js';
import type { FailedReport } from '../../../record/ask/failures.js';
import type { ActorOfRecord, Hit, Saying, Sources } from '../../../record/ask/index.js';
import type { OneActor } from '../../../record/ask/one-actor.js';
import type { OneReport } from '../../../record/ask/report.js';
import type { ReportRow } from '../../../record/ask/reports.js';
import { Day, Days, PartySchema, Span, sourceFields } from './common.js';
import { described } from './described.js';
import { ContradictionSchema } from './happening.js';

const moment = z.string().openapi({ format: 'date-time' });

export const ReadingSchema = described(Reading, 'Reading');

export const SayingSchema = z
  .strictObject({
    id: z.string(),
    speakers: z.array(PartySchema),
    form: z.string(),
    content: z.string(),
    when: Days.optional(),
    countries: z.array(z.string()),
    reports: z.int(),
    sources: z.int(),
    firstDay: Day.optional(),
    wordings: z.array(
      z.strictObject({
        ...sourceFields,
        statement: z.string(),
        form: z.string(),
        content: z.string(),
        said: Span,
        sentence: z.string(),
        span: Span,
        language: z.string().optional(),
      }),
    ),
  })
  .openapi('Saying') satisfies z.ZodType<Saying>;

const { article: _, ...reportSource } = sourceFields;

export const ReportRowSchema = z
  .strictObject({
    id: z.string(),
    ...reportSource,
    published: z.string().optional(),
    origin: z.string(),
    copies: z.int(),
    correction: z.boolean(),
    superseded: z.string().optional(),
    events: z.int(),
    statements: z.int(),
  })
  .openapi('ReportRow') satisfies z.ZodType<ReportRow>;

export const OneReportSchema = z
  .strictObject({
    report: ReportRowSchema,
    reading: ReadingSchema,
    events: z.array(
      z.strictObject({
        event: z.string(),
        index: z.int(),
        happening: z.string().optional(),
        title: z.string().optional(),
        rejected: z.boolean(),
      }),
    ),
    statements: z.array(
      z.strictObject({
        statement: z.string(),
        index: z.int(),
        saying: z.string().optional(),
        rejected: z.boolean(),
      }),
    ),
    copies: z.array(ReportRowSchema),
    contradictions: z.array(ContradictionSchema),
  })
  .openapi('OneReport') satisfies z.ZodType<OneReport>;

export const ActorSchema = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    country: z.string().optional(),
    sectors: z.array(z.string()),
    aliases: z.array(z.string()),
    reports: z.int(),
    roles: z.array(
      z.strictObject({
        title: z.string(),
        of: z.string().optional(),
        firstDay: Day.optional(),
        lastDay: Day.optional(),
        reports: z.int(),
      }),
    ),
  })
  .openapi('ActorOfRecord') satisfies z.ZodType<ActorOfRecord>;

export const OneActorSchema = z
  .strictObject({
    actor: ActorSchema,
    happenings: z.int(),
    partners: z.array(
      z.strictObject({
        actor: z.string(),
        name: z.string(),
        country: z.string().optional(),
        happenings: z.int(),
        met: z.int(),
        spoke: z.int(),
        conflict: z.int(),
      }),
    ),
  })
  .openapi('OneActor') satisfies z.ZodType<OneActor>;

export const QuarrelSchema = z
  .strictObject({
    id: z.string(),
    parties: z.array(z.string()),
    names: z.array(z.strictObject({ name: z.string(), usedBy: z.array(z.string()) })),
    places: z.array(z.int()),
    since: z.string().optional(),
    reports: z.int(),
    sources: z.int(),
    told: z.array(
      z.strictObject({
        dispute: z.string(),
        ...sourceFields,
        sentence: z.string(),
        span: Span,
        effects: z.array(z.string()),
      }),
    ),
  })
  .openapi('Quarrel') satisfies z.ZodType<Quarrel>;

export const SourcesSchema = z
  .strictObject({
    outlets: z.array(
      z.strictObject({
        outlet: z.string().optional(),
        articles: z.int(),
        lineages: z.int(),
        firstDay: Day.optional(),
        lastDay: Day.optional(),
      }),
    ),
    visited: z.array(
      z.strictObject({
        source: z.string(),
        visits: z.int(),
        last: z.strictObject({
          at: moment,
          outcome: z.enum(['ok', 'unchanged', 'failed']),
          message: z.string().optional(),
        }),
        lastReached: moment.optional(),
        filed: z.int(),
      }),
    ),
    failures: z.array(
      z.strictObject({
        code: z.string(),
        count: z.int(),
        last: moment,
        origin: z.string(),
        message: z.string(),
      }),
    ),
  })
  .openapi('Sources') satisfies z.ZodType<Sources>;

export const FailedReportSchema = z
  .strictObject({
    id: z.string(),
    origin: z.string(),
    place: z.string().optional(),
    code: z.string(),
    message: z.string(),
    at: moment,
    tries: z.int(),
  })
  .openapi('FailedReport') satisfies z.ZodType<FailedReport>;

export const HitSchema = z
  .strictObject({
    ...sourceFields,
    in: z.enum(['report', 'statement']),
    saying: z.string().optional(),
    speakers: z.array(PartySchema).optional(),
    rank: z.number(),
    sentence: z.string(),
    span: Span,
    marks: z.array(Span),
  })
  .openapi('Hit') satisfies z.ZodType<Hit>;
