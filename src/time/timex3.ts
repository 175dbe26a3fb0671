/** Temporal expressions, TimeML 1.2.1 TIMEX3. */
import { z } from 'zod';
import { Span } from '../span.js';

/** ISO 8601 calendar day, possibly before year 1 (`-0043-03-15`). */
export const IsoDay = z.string().regex(/^-?\d{4,6}-\d{2}-\d{2}$/);

export const Time = z.object({
  id: z.string(),
  span: Span,
  text: z.string(),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  /** TIMEX3 value: `2016-12-15`, `2016-W50`, `1990`, `199`, `P2Y`, `PRESENT_REF`, `2016-12-03TMO`, `XXXX-WXX-1`. */
  value: z.string(),
  /** TIMEX3 `mod`: `START`, `MID`, `END`, `APPROX`, `LESS_THAN`, `MORE_THAN`, … */
  mod: z.string().optional(),
  quant: z.string().optional(),
  freq: z.string().optional(),
  /** First calendar day of the interval; absent when unknown. */
  from: IsoDay.optional(),
  /** The day after its last one (half open). */
  to: IsoDay.optional(),
  /** The whole stretch, when this is one end of "from X to Y" (a range). */
  range: z.object({ from: IsoDay, to: IsoDay }).optional(),
  /** What a relative expression was counted from: `published`, or the id of another time. */
  anchor: z.string().optional(),
  /** Id of the rule in data/time/ that read it. */
  rule: z.string(),
});
export type Time = z.infer<typeof Time>;
