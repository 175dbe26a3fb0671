import { z } from 'zod';
import { Span } from '../span.js';

export const Dispute = z.object({
  id: z.string(),
  object: z.object({
    names: z.array(z.object({ name: z.string(), usedBy: z.string().optional(), span: Span })),
    /** Place ids. */
    places: z.array(z.string()),
  }),
  /** Actor ids. */
  parties: z.array(z.string()),
  /** Time id. */
  since: z.string().optional(),
  effects: z.array(Span),
  cite: Span,
});
export type Dispute = z.infer<typeof Dispute>;
