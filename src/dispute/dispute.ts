import { z } from 'zod';
import { Span } from '../span.js';

export const Dispute = z.object({
  id: z.string(),
  object: z.object({
    /** As the report writes them, each once; `usedBy` is the actor id of the party whose name it is. */
    names: z.array(z.object({ name: z.string(), usedBy: z.string().optional(), span: Span })),
    /** Place ids. */
    places: z.array(z.string()),
  }),
  /** Actor ids: the state that somebody acts for, where the report names it. */
  parties: z.array(z.string()),
  /** Time id. */
  since: z.string().optional(),
  /** What it has led to, in the report's words: `has kept Moscow and Tokyo from signing a peace treaty`. */
  effects: z.array(Span),
  /** The words that tell of it, by start: `disagreement`, `the row`, `claims`. */
  mentions: z.array(Span),
  /** The sentence that says most about it. */
  cite: Span,
  /** Id of the row in data/disputes/ that read that sentence. */
  rule: z.string(),
});
export type Dispute = z.infer<typeof Dispute>;
