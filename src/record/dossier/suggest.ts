/** Dossiers that the record holds enough for: disputes that independent sources tell of, and countries often at odds. */
import { sql } from 'kysely';
import { yamlText } from '../../yaml.js';
import { byText, grouped } from '../merge/grouped.js';
import type { Db } from '../store/database.js';
import { countryName } from './country-name.js';
import { nameKey } from './disputes.js';
import type { DossierFile } from './file.js';
import { counted, listed } from './words.js';

export interface Suggestion {
  /** For the file's name. */
  readonly name: string;
  /** What in the record speaks for it, in words. */
  readonly why: string;
  readonly file: DossierFile;
}

/** Sources that do not copy each other, at the least. */
const SOURCES = 2;
/** Of two countries: happenings at the least, and how many of them are of conflict. */
const MANY = 10;
const CONFLICT = 3;

/** The most told first: disputes, then pairs of countries of which no dispute is proposed. */
export async function suggestions(db: Db): Promise<Suggestion[]> {
  const disputes = await ofDisputes(db);
  const known = new Set(disputes.map(({ file }) => [...file.parties].sort().join('>')));
  const pairs = (await ofPairs(db)).filter(({ file }) => !known.has([...file.parties].sort().join('>')));
  return [...disputes, ...pairs];
}

/** A file ready to be saved. */
export const suggestionText = ({ why, file }: Suggestion): string =>
  `# Proposed from the record: ${why}\n${yamlText(file)}`;

async function toldDisputes(db: Db) {
  return db
    .selectFrom('dispute')
    .innerJoin('article', 'article.id', 'dispute.article')
    .select(['dispute.id', 'dispute.article', 'dispute.parties', 'dispute.names', 'dispute.places'])
    .select(['dispute.quarrel', 'article.lineage'])
    .where('article.superseded', 'is', null)
    .orderBy(sql`dispute.id collate "C"`)
    .execute();
}

type Told = Awaited<ReturnType<typeof toldDisputes>>[number];

/**
 * Each dispute of the record that is told by enough sources; of parties that have none, all that reports tell of them
 * together: a name that only one source uses may still be another's by another name.
 */
async function ofDisputes(db: Db): Promise<Suggestion[]> {
  const told = await toldDisputes(db);
  const whole = enoughOf(
    told.filter(({ quarrel }) => quarrel !== null),
    ({ quarrel }) => quarrel,
  );
  const known = new Set(whole.map((same) => partiesOf(same).join('>')));
  const rest = told.filter(({ parties }) => parties.length > 1 && !known.has([...parties].sort().join('>')));
  return [...whole, ...enoughOf(rest, ({ parties }) => [...parties].sort().join('>'))]
    .sort((a, b) => sourcesOf(b) - sourcesOf(a) || byText(a[0]?.id ?? '', b[0]?.id ?? ''))
    .map(ofDispute);
}

const enoughOf = (told: readonly Told[], keyOf: (row: Told) => string | null): Told[][] =>
  [...grouped(told, keyOf).values()].filter(
    (same) => sourcesOf(same) >= SOURCES && partiesOf(same).length > 1,
  );

const sourcesOf = (told: readonly Told[]): number =>
  new Set(told.map(({ lineage, article }) => lineage ?? article)).size;

const partiesOf = (told: readonly Told[]): string[] =>
  [...new Set(told.flatMap(({ parties }) => parties))].sort();

function ofDispute(told: readonly Told[]): Suggestion {
  const uses = told.flatMap((row) => row.names.map(({ name }) => ({ name, row })));
  // What most sources call it comes first.
  const names = [...grouped(uses, ({ name }) => nameKey(name)).values()]
    .sort((a, b) => sourcesOf(b.map(({ row }) => row)) - sourcesOf(a.map(({ row }) => row)))
    .flatMap(([first]) => first?.name ?? []);
  const own = names.filter((name) => /\p{Lu}/u.test(name));
  const parties = partiesOf(told);
  const between = listed(parties.map(countryName));
  const main = own[0] ?? names[0] ?? 'dispute';
  return {
    name: slug([main, ...parties].join(' ')),
    why: `${counted(sourcesOf(told), 'independent source')} tell of a dispute between ${between}.`,
    file: {
      title: `${main.charAt(0).toUpperCase()}${main.slice(1)}: ${between}`,
      parties,
      object: {
        names: own,
        places: [...new Set(told.flatMap(({ places }) => places))].sort((a, b) => a - b),
      },
      // Words that are no name ("four islands") tell of it in these reports, not everywhere.
      words: names.filter((name) => !own.includes(name)),
    },
  };
}

async function ofPairs(db: Db): Promise<Suggestion[]> {
  const { rows } = await sql<{ a: string; b: string; all: number; conflict: number }>`
    select least(split_part(dyad, '>', 1), split_part(dyad, '>', 2)) as a,
      greatest(split_part(dyad, '>', 1), split_part(dyad, '>', 2)) as b,
      count(distinct happening.id)::integer as "all",
      count(distinct happening.id) filter (where goldstein < 0)::integer as conflict
    from happening cross join unnest(dyads) as dyad
    where not background and status in ('occurred', 'ongoing', 'reported')
    group by 1, 2
    having count(distinct happening.id) >= ${MANY}
      and count(distinct happening.id) filter (where goldstein < 0) >= ${CONFLICT}`.execute(db);
  return rows
    .sort((x, y) => y.conflict - x.conflict || y.all - x.all || byText(x.a + x.b, y.a + y.b))
    .map(({ a, b, all, conflict }) => {
      const title = listed([a, b].map(countryName));
      return {
        name: slug(`${a} ${b}`),
        why: `${counted(all, 'happening')} between ${title}, ${conflict} of them of conflict.`,
        file: { title, parties: [a, b], object: { names: [], places: [] }, words: [] },
      };
    });
}

/** Letters, digits and dashes: safe as a file's name anywhere. */
const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
