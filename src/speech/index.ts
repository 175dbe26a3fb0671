/**
 * The door of speech/: who said what. `loadSpeech` reads data/speech once; the reader is a pure function of a
 * Doc, its times and its actors.
 */
export { statementAt } from './at.js';
export { loadSpeech } from './data.js';
export { speechReader } from './reader.js';
export type { Statement } from './statement.js';
