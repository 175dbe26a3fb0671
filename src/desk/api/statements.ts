/** What was said. */
import { z } from '@hono/zod-openapi';
import { statements } from '../../record/ask/index.js';
import { saying } from '../../record/ask/saying.js';
import { statementFields } from '../../record/ask/statements.js';
import type { Desk } from '../desk.js';
import { type Api, asks, idParams } from './asking.js';
import { filterOf, filterQuery, pageOptions, pageQuery } from './query.js';
import { pageOf } from './schemas/common.js';
import { SayingSchema } from './schemas/record.js';

export function statementRoutes(api: Api, desk: Desk): void {
  asks(api, desk, {
    path: '/statements',
    tag: 'statements',
    summary: 'What was said, once each, with its wordings and all who carried it',
    query: z.strictObject({ ...filterQuery(statementFields), ...pageQuery }),
    answer: pageOf(SayingSchema),
    ask: (db, { query }) => statements(db, filterOf(desk, query), pageOptions(query)),
  });
  asks(api, desk, {
    path: '/statements/{id}',
    tag: 'statements',
    summary: 'One saying with all its wordings and carriers',
    description: "The id of any report's statement leads to its saying.",
    params: idParams,
    query: z.strictObject({}),
    answer: SayingSchema,
    ask: (db, { params }) => saying(db, params.id),
  });
}
