/**
 * @module
 * The door of `watch/`: feeds and sitemaps are polled, politely; what is new becomes jobs for readers. It keeps
 * nothing: what is to be remembered of a source is given back, and handed in at the next poll.
 */
export type { Clock } from './clock.js';
export { createWatcher, type Poll, type Watcher, type WatchOptions } from './poll.js';
export { sourcesOf } from './sources.js';
export { newState, type Source, SourceState } from './state.js';
export { systemClock } from './system-clock.js';
