/** The questions that people ask the record. Answers come in pages; `each` runs through all of them. */
export { type ActorOfRecord, actors, type RoleOfRecord } from './actors.js';
export { type CalendarOptions, calendar, type Due, type Outcome } from './calendar.js';
export type { Evidence, Source } from './cite.js';
export { type Claim, type Contradiction, contradictions } from './contradictions.js';
export { AskError, type AskErrorCode } from './error.js';
export { checkedFilter, Filter, sorts } from './filter.js';
export type { Happening, Where } from './happening.js';
export { type HappeningsOptions, happenings } from './happenings.js';
export { shortId } from './ids.js';
export { happening, type Link, type OneHappening } from './one.js';
export { each, type Page, type PageOptions } from './page.js';
export { type Hit, type SearchOptions, search } from './search.js';
export { type Failures, type Outlet, type Sources, sources, type VisitedSource } from './sources.js';
export { type Saying, statements, type Wording } from './statements.js';
