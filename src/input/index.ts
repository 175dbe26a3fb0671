/**
 * @module
 * The door of `input/`: files, standard input, pages and archives become jobs for readers, as they are asked for
 * and never all at once.
 */
export { articlesOf } from './articles.js';
export type { Input, Report } from './report.js';
export { reportsOf } from './reports.js';
