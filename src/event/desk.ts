/** All that one report is read with. */
import type { Doc } from '../language/doc.js';
import type { Syntax } from './frame.js';
import type { EventData } from './load.js';
import type { Parties } from './party.js';
import type { Said } from './voucher.js';
import type { Calendar } from './when.js';

export interface Desk {
  readonly data: EventData;
  readonly doc: Doc;
  readonly syntax: Syntax;
  readonly parties: Parties;
  readonly calendar: Calendar;
  readonly said: readonly Said[];
}
