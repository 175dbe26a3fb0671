/** What a job of the queue holds: JSON that any worker, of this version or a later one, can read. */
import { z } from 'zod';
import type { ArticleSource } from '../article/index.js';
import type { Input, Report } from '../input/index.js';

const Source = z.object({
  from: z.string().optional(),
  contentType: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional(),
  outlet: z.string().optional(),
});

/** A report as it stands in a job: one line of JSON lines, or the bytes of a page, a mail, a feed. */
const Packed = z.union([
  z.object({ line: z.string(), source: Source.extend({ from: z.string(), line: z.number() }) }),
  z.object({
    base64: z.string(),
    source: Source,
    within: z.object({ from: z.string(), place: z.string() }).optional(),
  }),
]);
export type Packed = z.infer<typeof Packed>;

export const ReadJob = z.union([
  /** Reports with all that is in them: any machine can read them. */
  z.object({ kind: z.literal('reports'), reports: z.array(Packed) }),
  /** A page that the worker fetches, or a file that it must be able to open. */
  z.object({
    kind: z.literal('input'),
    input: z.union([
      z.object({ kind: z.literal('url'), url: z.string() }),
      z.object({ kind: z.literal('file'), path: z.string() }),
    ]),
    source: Source,
    allowPrivate: z.boolean(),
    lines: z.boolean(),
  }),
]);
export type ReadJob = z.infer<typeof ReadJob>;

/** A look at a watched source: a row of `source`. */
export const PollJob = z.object({ source: z.string() });
export type PollJob = z.infer<typeof PollJob>;

/** Nothing where there is nothing to read. */
export function packed(report: Report): Packed | undefined {
  if (report.kind === 'line') return { line: report.line, source: report.source };
  if (report.kind !== 'bytes') return undefined;
  const { bytes, source, within } = report;
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return { base64, source, ...(within === undefined ? {} : { within }) };
}

export function unpacked(report: Packed): Report {
  if ('line' in report) {
    const { line, source } = report;
    return { kind: 'line', line, source: { ...given(source), from: source.from, line: source.line } };
  }
  const { base64, source, within } = report;
  return {
    kind: 'bytes',
    bytes: Buffer.from(base64, 'base64'),
    source: given(source),
    ...(within === undefined ? {} : { within }),
  };
}

/** Without fields that are not there. */
export const given = (source: z.infer<typeof Source>): Partial<ArticleSource> =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));

/** For lists: where it comes from and how much it is. */
export function nameOf(data: unknown): string {
  const job = ReadJob.safeParse(data).data;
  if (job === undefined) return PollJob.safeParse(data).data?.source ?? 'a job of another version';
  if (job.kind === 'input') return inputName(job.input);
  const [first, ...others] = job.reports.map(({ source }) => source.from ?? 'text');
  return others.length === 0 ? (first ?? 'nothing') : `${first} and ${others.length} more`;
}

const inputName = (input: Exclude<Input, { kind: 'stdin' }>): string =>
  input.kind === 'url' ? input.url : input.path;
