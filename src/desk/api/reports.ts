/** Reports: what was filed, and one with its Reading. */
import { z } from '@hono/zod-openapi';
import { report } from '../../record/ask/report.js';
import { reportFields, reports } from '../../record/ask/reports.js';
import type { Desk } from '../desk.js';
import { type Api, asks, idParams } from './asking.js';
import { filterOf, filterQuery, pageOptions, pageQuery, textQuery } from './query.js';
import { pageOf } from './schemas/common.js';
import { OneReportSchema, ReportRowSchema } from './schemas/record.js';

export function reportRoutes(api: Api, desk: Desk): void {
  asks(api, desk, {
    path: '/reports',
    tag: 'reports',
    summary: 'What was filed, the newest first',
    description:
      '`since` and `until` mean the day of publication; `actor` and `country` whom a report names.',
    query: z.strictObject({
      ...filterQuery(reportFields),
      outlet: textQuery('Exactly so.'),
      lineage: textQuery('Reports that are one text or copy one agency.'),
      ...pageQuery,
    }),
    answer: pageOf(ReportRowSchema),
    ask: (db, { query }) => {
      const { outlet, lineage } = query;
      return reports(db, filterOf(desk, query), {
        ...pageOptions(query),
        ...(outlet === undefined ? {} : { outlet }),
        ...(lineage === undefined ? {} : { lineage }),
      });
    },
  });
  asks(api, desk, {
    path: '/reports/{id}',
    tag: 'reports',
    summary: 'One report: its Reading, what each line of it became in the record, and its copies',
    params: idParams,
    query: z.strictObject({}),
    answer: OneReportSchema,
    ask: (db, { params }) => report(db, params.id),
  });
}
