/** Everything in the record that belongs to a dossier. */
import { sql } from 'kysely';
import { calendar, type Due } from '../ask/calendar.js';
import type { Happening } from '../ask/happening.js';
import { happenings } from '../ask/happenings.js';
import { each, MOST, type Page, type PageOptions } from '../ask/page.js';
import { type WantedDossier, wantedOf } from '../ask/wanted.js';
import type { Db } from '../store/database.js';
import type { FollowTable } from '../store/tables.js';
import { type ArticleRow, articlesOf, coverage } from './articles.js';
import { type Contradicted, contradictionsOf } from './disagreements.js';
import { type DisputeRow, disputesOf } from './disputes.js';
import type { DossierFile } from './file.js';
import { type EventParties, type PersonForm, partiesOf, personForms } from './involved.js';
import { type Speaker, type StatementRow, speakersIn, statementsOf } from './statements.js';

export interface Gathered {
  readonly wanted: WantedDossier;
  /** Oldest first, each with every report's event. */
  readonly happenings: readonly Happening[];
  readonly due: readonly Due[];
  readonly contradictions: readonly Contradicted[];
  readonly follows: readonly FollowTable[];
  readonly events: readonly EventParties[];
  readonly forms: ReadonlyMap<string, PersonForm>;
  readonly statements: readonly StatementRow[];
  /** Whoever says something in the articles, on whatever. */
  readonly speakers: readonly Speaker[];
  readonly disputes: readonly DisputeRow[];
  readonly articles: readonly ArticleRow[];
  /** Articles of the record by month. */
  readonly read: ReadonlyMap<string, number>;
}

/** Planned, demanded or on a condition: it has not come about. */
export const OPEN = ['scheduled', 'intended', 'requested', 'conditional'] as const;

/** @param today Days from this one on are still to come. @throws AskError where a name may be several. */
export async function gather(db: Db, file: DossierFile, today: string): Promise<Gathered> {
  const { dossier = { sides: [], phrases: [], places: [] } } = await wantedOf(db, { dossier: file });
  const filter = { dossier: file, sort: 'oldest' } as const;
  const found = await all((page) => happenings(db, filter, { ...page, evidence: true }));
  const tellers = found.flatMap(({ evidence = [] }) => evidence.map(({ article }) => article));
  const disputes = await disputesOf(db, file, dossier);
  const known = new Set([...tellers, ...disputes.map(({ article }) => article)]);
  const statements = await statementsOf(db, file, dossier, [...known]);
  const ids = found.map(({ id }) => id);
  const events = await partiesOf(db, ids);
  const articles = [...known, ...statements.map(({ article }) => article)];
  return {
    wanted: dossier,
    happenings: found,
    due: await all((page) => calendar(db, { ...filter, status: [...OPEN] }, { ...page, today })),
    contradictions: await contradictionsOf(db, ids),
    follows: await followsOf(db, ids),
    events,
    forms: await personForms(db, events, statements),
    statements,
    speakers: await speakersIn(db, articles),
    disputes,
    articles: await articlesOf(db, [...new Set(articles)]),
    read: await coverage(db, file.since),
  };
}

async function all<Row>(ask: (page: PageOptions) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of each((page) => ask({ ...page, limit: MOST }))) rows.push(row);
  return rows;
}

const followsOf = (db: Db, ids: readonly string[]): Promise<FollowTable[]> =>
  db
    .selectFrom('follow')
    .selectAll()
    .where(sql<boolean>`(happening = any(${ids}::text[]) or outcome = any(${ids}::text[]))`)
    .orderBy(sql`happening collate "C", outcome collate "C"`)
    .execute();
