/**
 * The door of event/: who did what to whom. PLOVER acts with status, parties, time and place.
 * Rules and their examples stand in data/events/; frame.ts is what they know of a sentence.
 */
export {
  type EventTrace,
  explainSentences,
  type Over,
  type Piece,
  type Rejection,
  type SentenceTrace,
} from './explain.js';
export { loadEvents } from './load.js';
export type { Step } from './path.js';
export { eventReader, makeDesk } from './read.js';
export { loadRowPlaces, type RowPlace } from './row-lines.js';
