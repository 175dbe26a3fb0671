/**
 * The door of dictionary/: actor and agent dictionaries of PETRARCH and TABARI, as users of event coders own them.
 * An actor that one names has its code in `code`, and the country and sectors that this says.
 */

export type { Fault } from './lines.js';
export { type Dictionary, loadDictionary } from './load.js';
export { withDictionary } from './merge.js';
