/** What was given to be read and filed, and how far that is. */
import { z } from '@hono/zod-openapi';

export const Addition = z
  .strictObject({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'stopped']).openapi({
      description:
        '`stopped`: before its end, by a person or by the error that it tells. What was filed stays.',
    }),
    what: z.string().openapi({ description: 'Names of files, an address, or `pasted`.' }),
    added: z.string().openapi({ format: 'date-time' }),
    total: z.int().optional().openapi({ description: 'Files, addresses or texts given; absent of a feed.' }),
    done: z.int().openapi({ description: 'How many of them are through.' }),
    read: z.int().openapi({ description: 'Reports that were read: one file may hold many.' }),
    filed: z.int(),
    known: z.int().openapi({ description: 'The record had them already.' }),
    failures: z.int(),
    failed: z
      .array(
        z.strictObject({
          origin: z.string(),
          place: z.string().optional(),
          code: z.string(),
          message: z.string(),
        }),
      )
      .openapi({ description: 'The first 100.' }),
    reports: z
      .array(z.strictObject({ id: z.string(), headline: z.string() }))
      .openapi({ description: 'The first 200 that were read.' }),
    error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
  })
  .openapi('Addition');
export type Addition = z.infer<typeof Addition>;

const MOST_FAILED = 100;
const MOST_REPORTS = 200;

export function noteFailed(addition: Addition, failed: Addition['failed'][number]): void {
  addition.failures++;
  if (addition.failed.length < MOST_FAILED) addition.failed.push(failed);
}

export function noteReport(addition: Addition, report: Addition['reports'][number]): void {
  addition.read++;
  if (addition.reports.length < MOST_REPORTS) addition.reports.push(report);
}
