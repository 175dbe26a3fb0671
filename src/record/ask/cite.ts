/** What a line of an answer stands on: the report, the sentence, and where in it. */
import { sql } from 'kysely';
import type { Span } from '../../span.js';
import type { Db } from '../store/database.js';

/** A report as an answer names it. */
export interface Source {
  readonly article: string;
  readonly outlet?: string;
  readonly agency?: string;
  /** Day of publication. */
  readonly day?: string;
  readonly url?: string;
  readonly headline: string;
  /** Reports of one lineage are one source. */
  readonly lineage?: string;
  /** When it was filed, ISO 8601. */
  readonly filed: string;
}

/** One report's event under a happening. Spans are UTF-16 code units into the article's text. */
export interface Evidence extends Source {
  readonly event: string;
  readonly status: string;
  readonly sentence: string;
  readonly span: Span;
  readonly trigger: Span;
  readonly voucher: string;
  readonly rule: string;
  readonly confidence: number;
  /** Day that this report gives it. */
  readonly when?: { readonly from: string; readonly to: string };
  readonly where?: string;
  /** Thrown out by a person. */
  readonly rejected: boolean;
  /** The article that takes the claim back. */
  readonly corrected?: string;
}

export const sourceColumns = [
  'a.id as article',
  'a.outlet',
  'a.agency',
  'a.day',
  'a.url',
  'a.headline',
  'a.lineage',
  'a.filed',
] as const;

interface SourceRow {
  readonly article: string;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly day: string | null;
  readonly url: string | null;
  readonly headline: string;
  readonly lineage: string | null;
  readonly filed: string;
}

/** Without what is not known. */
export const sourceOf = ({
  article,
  outlet,
  agency,
  day,
  url,
  headline,
  lineage,
  filed,
}: SourceRow): Source => ({
  article,
  ...(outlet === null ? {} : { outlet }),
  ...(agency === null ? {} : { agency }),
  ...(day === null ? {} : { day }),
  ...(url === null ? {} : { url }),
  headline,
  ...(lineage === null ? {} : { lineage }),
  filed,
});

const eventColumns = [
  'e.id as event',
  'e.happening',
  'e.status',
  'e.sentence',
  'e.cite_start',
  'e.cite_end',
  'e.trigger_start',
  'e.trigger_end',
  'e.voucher',
  'e.rule',
  'e.confidence',
  'e.from',
  'e.to',
  'e.place',
  'e.rejected',
  'e.corrected',
] as const;

const events = (db: Db) =>
  db
    .selectFrom('event as e')
    .innerJoin('article as a', 'a.id', 'e.article')
    .select([...eventColumns, ...sourceColumns]);

type EventRow = Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number];

const evidenceOf = (row: EventRow): Evidence => ({
  event: row.event,
  ...sourceOf(row),
  status: row.status,
  sentence: row.sentence,
  span: { start: row.cite_start, end: row.cite_end },
  trigger: { start: row.trigger_start, end: row.trigger_end },
  voucher: row.voucher,
  rule: row.rule,
  confidence: row.confidence,
  ...(row.from === null || row.to === null ? {} : { when: { from: row.from, to: row.to } }),
  ...(row.place === null ? {} : { where: row.place }),
  rejected: row.rejected,
  ...(row.corrected === null ? {} : { corrected: row.corrected }),
});

/** Single events by their ids. */
export async function citedEvents(db: Db, ids: readonly string[]): Promise<Map<string, Evidence>> {
  const rows = await events(db).where(sql<boolean>`e.id = any(${ids}::text[])`).execute();
  return new Map(rows.map((row) => [row.event, evidenceOf(row)]));
}

/** All events of happenings, by day of publication. */
export async function evidenceFor(db: Db, happenings: readonly string[]): Promise<Map<string, Evidence[]>> {
  const rows = await events(db)
    .where(sql<boolean>`e.happening = any(${happenings}::text[])`)
    .orderBy('a.day', (day) => day.asc().nullsLast())
    .orderBy(sql`e.id collate "C"`)
    .execute();
  const found = new Map<string, Evidence[]>(happenings.map((id) => [id, []]));
  for (const row of rows) found.get(row.happening ?? '')?.push(evidenceOf(row));
  return found;
}

/** Articles by their ids. */
export async function sourcesById(db: Db, ids: readonly string[]): Promise<Map<string, Source>> {
  const rows = await db
    .selectFrom('article as a')
    .select(sourceColumns)
    .where(sql<boolean>`a.id = any(${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.article, sourceOf(row)]));
}
