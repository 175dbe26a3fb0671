/** What reports say is in dispute: its names and whose they are. */
import { type Selectable, sql } from 'kysely';
import type { WantedDossier } from '../ask/wanted.js';
import { foldedName } from '../filing/party.js';
import type { Db } from '../store/database.js';
import type { DisputeTable } from '../store/tables.js';
import type { DossierFile } from './file.js';

export type DisputeRow = Selectable<DisputeTable> & { readonly day: string | null };

/** Disputes over the thing in question, and all that the record holds to be the same quarrel; oldest report first. */
export async function disputesOf(
  db: Db,
  file: DossierFile,
  { sides }: WantedDossier,
): Promise<readonly DisputeRow[]> {
  const parties = [...sides.flatMap((side) => ('country' in side ? [side.country] : [])), ...file.parties];
  const rows = await db
    .selectFrom('dispute')
    .innerJoin('article', 'article.id', 'dispute.article')
    .selectAll('dispute')
    .select('article.day')
    .where('article.superseded', 'is', null)
    .where(parties.length === 0 ? sql<boolean>`true` : sql<boolean>`dispute.parties && ${parties}::text[]`)
    .orderBy('article.day', (day) => day.asc().nullsLast())
    .orderBy(sql`dispute.id collate "C"`)
    .execute();
  const isMeant = meantBy(file);
  const quarrels = new Set(rows.filter(isMeant).flatMap(({ quarrel }) => quarrel ?? []));
  return rows.filter((row) => isMeant(row) || (row.quarrel !== null && quarrels.has(row.quarrel)));
}

/** By a name or place of the object; where the question has none, by two of its parties. */
function meantBy({ object, words, parties }: DossierFile): (row: DisputeRow) => boolean {
  const names = new Set([...object.names, ...words].map(nameKey));
  const places = new Set(object.places.filter((place) => typeof place === 'number'));
  if (names.size + places.size === 0) return (row) => parties.length > 1 && row.parties.length > 1;
  return (row) =>
    row.names.some(({ name }) => names.has(nameKey(name))) || row.places.some((place) => places.has(place));
}

/** `the Southern Kurils` as `southern kurils`. */
export const nameKey = (name: string): string => foldedName(name).replace(/^the /u, '');
