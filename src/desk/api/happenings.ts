/** What happened: lists, one with all that stands for it, how many a month, and where. */
import { z } from '@hono/zod-openapi';
import { happeningFields } from '../../record/ask/happenings.js';
import { contradictions, happening, happenings } from '../../record/ask/index.js';
import { monthFields, months } from '../../record/ask/months.js';
import { placeFields, places } from '../../record/ask/places.js';
import type { Desk } from '../desk.js';
import { type Api, asks, idParams } from './asking.js';
import { filterOf, filterQuery, pageOptions, pageQuery } from './query.js';
import { pageOf } from './schemas/common.js';
import {
  ContradictionSchema,
  HappeningSchema,
  MonthsSchema,
  OneHappeningSchema,
  PlaceSchema,
} from './schemas/happening.js';

const tag = 'happenings';
const nothing = z.strictObject({});

export function happeningRoutes(api: Api, desk: Desk): void {
  asks(api, desk, {
    path: '/happenings',
    tag,
    summary: 'What happened, once each, with the reports that tell it',
    query: z.strictObject({
      ...filterQuery(happeningFields),
      ...pageQuery,
      evidence: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ param: { description: "`true`: every report's sentence with each." } }),
    }),
    answer: pageOf(HappeningSchema),
    also: ({ query }) => filterOf(desk, query).dossier,
    ask: (db, { query }) =>
      happenings(db, filterOf(desk, query), { ...pageOptions(query), evidence: query.evidence === 'true' }),
  });
  asks(api, desk, {
    path: '/happenings/{id}',
    tag,
    summary: "One happening: every report's sentence, where they disagree, what came of it",
    description: "The id of any report's event leads to its happening.",
    params: idParams,
    query: nothing,
    answer: OneHappeningSchema,
    ask: (db, { params }) => happening(db, params.id),
  });
  asks(api, desk, {
    path: '/months',
    tag,
    summary: 'How many happenings began in each month, of cooperation and of conflict',
    query: z.strictObject(filterQuery(monthFields)),
    answer: MonthsSchema,
    also: ({ query }) => filterOf(desk, query).dossier,
    ask: (db, { query }) => months(db, filterOf(desk, query)),
  });
  asks(api, desk, {
    path: '/places',
    tag,
    summary: 'Where it was: each place with how many happenings it has',
    query: z.strictObject({ ...filterQuery(placeFields), ...pageQuery }),
    answer: pageOf(PlaceSchema),
    also: ({ query }) => filterOf(desk, query).dossier,
    ask: (db, { query }) => places(db, filterOf(desk, query), pageOptions(query)),
  });
  asks(api, desk, {
    path: '/contradictions',
    tag,
    summary: 'Where reports of one happening cannot both be right, with both sentences',
    query: z.strictObject({ ...filterQuery(happeningFields), ...pageQuery }),
    answer: pageOf(ContradictionSchema),
    also: ({ query }) => filterOf(desk, query).dossier,
    ask: (db, { query }) => contradictions(db, filterOf(desk, query), pageOptions(query)),
  });
}
