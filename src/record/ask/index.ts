/** The questions that people ask the record. Answers come in pages; `each` runs through all of them. */
export { type ActorOfRecord, actors } from './actors.js';
export { calendar, type Due } from './calendar.js';
export type { Evidence, Source } from './cite.js';
export { type Contradiction, contradictions } from './contradictions.js';
export { AskError } from './error.js';
export { checkedFilter, type Filter, sorts } from './filter.js';
export type { Happening } from './happening.js';
export { happenings } from './happenings.js';
export { shortId } from './ids.js';
export { happening, type Link, type OneHappening } from './one.js';
export { each, type PageOptions } from './page.js';
export { type Hit, search } from './search.js';
export { type Sources, sources } from './sources.js';
export { type Saying, statements } from './statements.js';
