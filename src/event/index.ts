/**
 * The door of event/: who did what to whom. PLOVER acts with status, parties, time and place.
 * Rules and their examples stand in data/events/; frame.ts is what they know of a sentence.
 */
export { explainSentence, type SentenceTrace } from './explain.js';
export { loadEvents } from './load.js';
export { eventReader, makeDesk } from './read.js';
