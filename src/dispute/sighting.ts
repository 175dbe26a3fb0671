/** One place of the report that tells of a dispute; several are merged into one Dispute. */
import type { Token } from '../language/doc.js';
import type { Span } from '../span.js';
import type { Party } from './party.js';
import type { Thing } from './thing.js';

/** What a thing is called, and by whom where the report says so. */
export interface Called {
  readonly thing: Thing;
  readonly by?: Party;
}

export interface Sighting {
  /** The word that tells of it: `dispute`, `claims`. */
  readonly at: Token;
  readonly mention: Span;
  readonly things: readonly Called[];
  readonly parties: readonly Party[];
  /**
   * `dispute`: it says that there is one. `claim`: somebody claims the thing. `back`: `the row`, which is one told
   * of elsewhere. `name`: only that somebody has another name for the thing.
   */
  readonly sort: 'dispute' | 'claim' | 'back' | 'name';
  readonly rule: string;
}
