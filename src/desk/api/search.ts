/** Words in reports and in what was said. */
import { z } from '@hono/zod-openapi';
import { search } from '../../record/ask/index.js';
import { searchFields } from '../../record/ask/search.js';
import type { Desk } from '../desk.js';
import { type Api, asks } from './asking.js';
import { filterOf, filterQuery, textQuery } from './query.js';
import { HitSchema } from './schemas/record.js';

export function searchRoutes(api: Api, desk: Desk): void {
  asks(api, desk, {
    path: '/search',
    tag: 'search',
    summary: 'Words in reports and in what was said, the best first, each with its sentence',
    description:
      '`since` and `until` mean the day of publication; `actor` and `country` whom a report names.',
    query: z.strictObject({
      words: textQuery(
        'As a search engine takes them: `"peace treaty" -fishing`, `treaty or accord`.',
      ).unwrap(),
      ...filterQuery(searchFields),
      in: z
        .enum(['report', 'statement'])
        .optional()
        .openapi({ param: { description: 'Only there.' } }),
      limit: z.coerce.number().pipe(z.int().min(1).max(200)).optional(),
    }),
    answer: z.strictObject({ rows: z.array(HitSchema) }),
    ask: async (db, { query }) => {
      const { words, in: only, limit, ...filter } = query;
      const rows = await search(db, words, filterOf(desk, filter), {
        ...(limit === undefined ? {} : { limit }),
        ...(only === undefined ? {} : { only }),
      });
      return { rows };
    },
  });
}
