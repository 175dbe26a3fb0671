import { z } from 'zod';
import { Span } from '../span.js';
import { IsoDay } from '../time/timex3.js';

export const Interval = z.object({ from: IsoDay, to: IsoDay });

/** One attribution: who is said to have said what, in the terms of PARC and PolNeAR. */
export const Statement = z.object({
  id: z.string(),
  form: z.enum(['direct', 'indirect', 'mixed']),
  /** Actor id. */
  speaker: z.string().optional(),
  /** Actor ids, where several who are named one by one say it together; then there is no `speaker`. */
  speakers: z.array(z.string()).optional(),
  /** The words that name the speaker. */
  source: Span.optional(),
  /** The words that attribute: `said`, `according to`. */
  cue: Span.optional(),
  /** What was said, by start, without the attribution. Quotation marks are inside the span. */
  content: z.array(Span).min(1),
  /** Actor ids. */
  to: z.array(z.string()).optional(),
  about: z.array(z.string()).optional(),
  /** Time id or interval of the speaking. */
  said: z.union([z.string(), Interval]).optional(),
  /** ISO 639-1, when the report says the words were translated. */
  language: z.string().optional(),
  /** Id of the rule that read it. */
  rule: z.string(),
});
export type Statement = z.infer<typeof Statement>;
