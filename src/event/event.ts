import { z } from 'zod';
import { Span } from '../span.js';
import { IsoDay } from '../time/timex3.js';

/** The 16 event types of PLOVER 2.0. */
export const PloverType = z.enum([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]);
export type PloverType = z.infer<typeof PloverType>;

export const Status = z.enum([
  'occurred',
  'ongoing',
  'scheduled',
  'intended',
  'requested',
  'conditional',
  'denied',
  'cancelled',
  'reported',
]);
export type Status = z.infer<typeof Status>;

export const Voucher = z.enum([
  'own-voice',
  'named-official',
  'unnamed-official',
  'party',
  'other-outlet',
  'unsourced',
]);
export type Voucher = z.infer<typeof Voucher>;

export const When = z.object({
  from: IsoDay,
  /** Half open. */
  to: IsoDay,
  precision: z.enum(['day', 'week', 'month', 'quarter', 'year', 'decade', 'century', 'interval']),
  /** What the interval was taken from: `time:t3` (its own expression), `clause:t3` (another clause of
   * its sentence), `narrative:t3` (what is told as history around it), `published` (the news of that week). */
  basis: z.string(),
});
export type When = z.infer<typeof When>;

export const Event = z.object({
  id: z.string(),
  /** The act. */
  type: PloverType,
  mode: z.string().optional(),
  contexts: z.array(z.string()),
  /** The PLOVER label after the manual's "which type wins" rules, mode joined by a hyphen: `CONSULT-visit`; a future CONSULT is `AGREE`. */
  code: z.string(),
  /** CAMEO code, kept as a string with its leading zeros. */
  cameo: z.string().optional(),
  /** Two scales, never mixed. PLOVER −10…+10; Goldstein −10…+8.3 of the CAMEO code. */
  intensity: z.object({ plover: z.number(), goldstein: z.number().optional() }),
  /** Actor ids. */
  actors: z.array(z.string()),
  recipients: z.array(z.string()),
  when: When.optional(),
  /** Place id. */
  where: z.string().optional(),
  status: Status,
  /** True for what is told as history, not as news. */
  background: z.boolean(),
  /** The words that name the act. */
  trigger: Span,
  /** The sentence. */
  cite: Span,
  counts: z.array(z.object({ of: z.string(), value: z.number(), span: Span })).optional(),
  /** Statement id, when it is somebody's word. */
  via: z.string().optional(),
  voucher: Voucher,
  /** Id of the rule in data/events/ that read it. */
  rule: z.string(),
  /** 0…1. */
  confidence: z.number().min(0).max(1),
});
export type Event = z.infer<typeof Event>;
