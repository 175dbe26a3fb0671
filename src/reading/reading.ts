/** The Reading: everything one report says, each line with its span. The contract of the program. */
import { z } from 'zod';
import { Actor } from '../actor/actor.js';
import { Article } from '../article/article.js';
import { Dispute } from '../dispute/dispute.js';
import { Event } from '../event/event.js';
import { LogEntry, Note } from '../log.js';
import { Place } from '../place/place.js';
import { Span } from '../span.js';
import { Statement } from '../speech/statement.js';
import { Time } from '../time/timex3.js';

export const Reading = z.object({
  article: Article,
  /** The sentences that were read, by start: each line of the Reading lies in one of them. */
  sentences: z.array(Span),
  times: z.array(Time),
  places: z.array(Place),
  actors: z.array(Actor),
  statements: z.array(Statement),
  events: z.array(Event),
  disputes: z.array(Dispute),
  notes: z.array(Note),
  log: z.array(LogEntry),
  /** Versions that made this Reading. */
  made: z.object({ program: z.string(), model: z.string(), data: z.string() }),
});
export type Reading = z.infer<typeof Reading>;
