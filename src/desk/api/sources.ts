/** Who was read, what could not be read, and what the record holds. */
import { z } from '@hono/zod-openapi';
import { failures } from '../../record/ask/failures.js';
import { sources } from '../../record/ask/index.js';
import type { Desk } from '../desk.js';
import { type Api, asks } from './asking.js';
import { pageOptions, pageQuery } from './query.js';
import { pageOf } from './schemas/common.js';
import { FailedReportSchema, SourcesSchema } from './schemas/record.js';

export function sourceRoutes(api: Api, desk: Desk): void {
  asks(api, desk, {
    path: '/sources',
    tag: 'sources',
    summary: 'Who was read, from when to when, and how the last looks at them ended',
    query: z.strictObject({}),
    answer: SourcesSchema,
    ask: (db) => sources(db),
  });
  asks(api, desk, {
    path: '/failures',
    tag: 'sources',
    summary: 'Reports that could not be read, the latest first',
    query: z.strictObject(pageQuery),
    answer: pageOf(FailedReportSchema),
    ask: (db, { query }) => failures(db, pageOptions(query)),
  });
}
