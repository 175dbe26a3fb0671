import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOfForms, formsOfActors, mergeActors } from '../../src/record/merge/actor/actors.js';
import { forgetActors } from '../../src/record/merge/actor/forget.js';
import { kinds, openTestDatabase, type TestDatabase } from './merge-database.js';
import { addArticles, cutEvery, formOf, key, names, shuffled } from './merge-support.js';

type Told = Readonly<Record<string, readonly string[]>>;

/** Names that reports use, one report a line; `one`: groups of forms that become one actor; the others stand alone or for none. */
const cases: readonly {
  of: string;
  told: readonly string[];
  one: readonly (readonly string[])[];
  none?: readonly string[];
}[] = [
  {
    of: 'a surname joins the one full name, also in another spelling and without the country',
    told: ['person|Sergei Lavrov|RUS', 'person|Sergey Lavrov|RUS', 'person|Lavrov|RUS', 'person|Lavrov|'],
    one: [['person|Sergei Lavrov|RUS', 'person|Sergey Lavrov|RUS', 'person|Lavrov|RUS', 'person|Lavrov|']],
  },
  {
    of: 'a surname that fits two stays apart',
    told: ['person|George Bush|USA', 'person|Laura Bush|USA', 'person|Bush|USA', 'person|Bush|'],
    one: [['person|George Bush|USA'], ['person|Laura Bush|USA'], ['person|Bush|USA'], ['person|Bush|']],
  },
  {
    of: 'the country tells which of two',
    told: ['person|Olga Petrov|UKR', 'person|Pavel Petrov|RUS', 'person|Petrov|RUS', 'person|Petrov|'],
    one: [['person|Pavel Petrov|RUS', 'person|Petrov|RUS'], ['person|Olga Petrov|UKR'], ['person|Petrov|']],
  },
  {
    of: 'Chinese names are told apart by all that stands behind the family name',
    told: ['person|Li Keqiang|CHN', 'person|Li Qiang|CHN', 'person|Li Ke-qiang|CHN', 'person|Li|CHN'],
    one: [['person|Li Keqiang|CHN', 'person|Li Ke-qiang|CHN'], ['person|Li Qiang|CHN'], ['person|Li|CHN']],
  },
  {
    of: 'one Kim, hyphen or none, family name first',
    told: [
      'person|Kim Jong-un|PRK',
      'person|Kim Jong Un|PRK',
      'person|Kim Jong Un|',
      'person|Kim|PRK',
      'person|Kim Yo Jong|KOR',
    ],
    one: [
      ['person|Kim Jong-un|PRK', 'person|Kim Jong Un|PRK', 'person|Kim Jong Un|', 'person|Kim|PRK'],
      ['person|Kim Yo Jong|KOR'],
    ],
  },
  {
    of: 'accents, doubled letters and y or i',
    told: [
      'person|Volodymyr Zelensky|UKR',
      'person|Volodymyr Zelenskyy|UKR',
      'person|Zelenskiy|',
      'person|Nicolás Maduro|VEN',
      'person|Nicolas Maduro|',
    ],
    one: [
      ['person|Volodymyr Zelensky|UKR', 'person|Volodymyr Zelenskyy|UKR', 'person|Zelenskiy|'],
      ['person|Nicolás Maduro|VEN', 'person|Nicolas Maduro|'],
    ],
  },
  {
    of: 'first names that only begin alike',
    told: ['person|Alexander Orlov|RUS', 'person|Alexei Orlov|RUS', 'person|A Orlov|RUS'],
    one: [['person|Alexander Orlov|RUS'], ['person|Alexei Orlov|RUS'], ['person|A Orlov|RUS']],
  },
  {
    of: 'an initial joins the one that it fits, a middle name is more of the same',
    told: [
      'person|J. Marlowe|GBR',
      'person|Jane Marlowe|GBR',
      'person|Jane Edith Marlowe|',
      'person|Jane Marlowe|',
    ],
    one: [
      [
        'person|J. Marlowe|GBR',
        'person|Jane Marlowe|GBR',
        'person|Jane Edith Marlowe|',
        'person|Jane Marlowe|',
      ],
    ],
  },
  {
    of: 'middle initials that differ',
    told: ['person|George W. Dunmore|USA', 'person|George H. W. Dunmore|USA', 'person|George Dunmore|USA'],
    one: [
      ['person|George W. Dunmore|USA'],
      ['person|George H. W. Dunmore|USA'],
      ['person|George Dunmore|USA'],
    ],
  },
  {
    of: 'one name of two countries, and without any',
    told: ['person|Maria Santos|PHL', 'person|Maria Santos|BRA', 'person|Maria Santos|'],
    one: [['person|Maria Santos|PHL'], ['person|Maria Santos|BRA'], ['person|Maria Santos|']],
  },
  {
    of: 'a full name without a country is not both of a Briton and of a Canadian',
    told: ['person|Anne Hollis|', 'person|Hollis|GBR', 'person|Hollis|CAN'],
    one: [['person|Anne Hollis|'], ['person|Hollis|GBR'], ['person|Hollis|CAN']],
  },
  {
    of: 'particles and fathers',
    told: [
      'person|Ursula von der Leyen|',
      'person|von der Leyen|',
      'person|Mohammed bin Salman|SAU',
      'person|Salman|SAU',
      'person|bin Salman|SAU',
    ],
    one: [
      ['person|Ursula von der Leyen|', 'person|von der Leyen|'],
      ['person|Mohammed bin Salman|SAU', 'person|bin Salman|SAU'],
      ['person|Salman|SAU'],
    ],
  },
  {
    of: 'bodies by name and abbreviation, not ministries of two states',
    told: [
      'organization|World Health Organization|',
      'organization|WHO|',
      'organization|Defence Ministry|',
      'organization|Straits Forum|JPN',
      'organization|Straits Forum|',
      'government|National Bank|KAZ',
      'organization|National Bank|',
    ],
    one: [
      ['organization|World Health Organization|', 'organization|WHO|'],
      ['organization|Straits Forum|JPN', 'organization|Straits Forum|'],
      ['government|National Bank|KAZ'],
      ['organization|National Bank|'],
    ],
    none: ['organization|Defence Ministry|'],
  },
  {
    of: 'crowds and offices are nobody in particular',
    told: [
      'group|gunmen|',
      'group|Protesters|',
      'military|Russian troops|RUS',
      'person|foreign minister|JPN',
      'person|FBI director|',
      'state|JPN',
    ],
    one: [['state|JPN']],
    none: [
      'group|gunmen|',
      'group|Protesters|',
      'military|Russian troops|RUS',
      'person|foreign minister|JPN',
      'person|FBI director|',
    ],
  },
];

describe.each(kinds)('actors of a record (%s)', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 60_000);
  beforeEach(() => database.clear());
  afterAll(() => database.close());

  const merge = (articles: readonly (readonly [string, Told, string?])[]): Promise<void> =>
    database.db.transaction().execute((tx) =>
      mergeActors(
        tx,
        articles.map(([id, told, day]) => names(id, told, day)),
      ),
    );

  const groups = async (): Promise<string[][]> => {
    const forms = await database.db
      .selectFrom('form')
      .select(['id', 'actor'])
      .where('actor', 'is not', null)
      .execute();
    const byActor = new Map<string, string[]>();
    for (const { id, actor } of forms) byActor.set(actor ?? '', [...(byActor.get(actor ?? '') ?? []), id]);
    return [...byActor.values()].map((ids) => ids.sort()).sort();
  };

  /** Every row that merging makes, in an order of its own. */
  const everything = async (): Promise<unknown> => {
    const { db } = database;
    const rows = {
      forms: await db.selectFrom('form').selectAll().execute(),
      roles: await db.selectFrom('role').selectAll().execute(),
      actors: await db.selectFrom('actor').selectAll().execute(),
      namings: await db.selectFrom('naming').selectAll().execute(),
      marks: await db.selectFrom('mark').selectAll().execute(),
    };
    return Object.fromEntries(
      Object.entries(rows).map(([name, all]) => [name, all.map((row) => JSON.stringify(row)).sort()]),
    );
  };

  it.each(cases)('$of', async ({ told, one, none = [] }) => {
    await addArticles(
      database.db,
      told.map((_, at) => ({ id: `a${at}` })),
    );
    for (const seed of [1, 2, 3]) {
      await database.db.deleteFrom('naming').execute();
      await database.db.deleteFrom('form').execute();
      await database.db.deleteFrom('actor').execute();
      await database.db.deleteFrom('mark').execute();
      for (const each of shuffled(
        told.map((name, at) => [`a${at}`, { [name]: [] }] as const),
        seed,
      ))
        await merge([each]);
      expect(await groups()).toEqual(one.map((ids) => ids.map(formOf).sort()).sort());
      const actors = await actorOfForms(database.db, none.map(formOf));
      expect([...actors]).toEqual([]);
    }
  });

  const days = ['2031-03-01', '2031-03-02', '2031-03-03', '2031-03-04'];
  const told: readonly (readonly [string, Told, string?])[] = [
    ['a0', { 'person|Sergei Lavrov|RUS': ['Foreign Minister'], 'state|RUS': [] }, days[0]],
    ['a1', { 'person|Sergey Lavrov|RUS': ['minister'], 'person|Lavrov|': [], 'state|RUS': [] }, days[1]],
    ['a2', { 'person|SERGEI LAVROV|RUS': ['Foreign Minister'], 'person|Mira Obst|': ['envoy'] }, days[2]],
    [
      'a3',
      { 'person|Mira Obst|': ['minister', 'envoy'], 'person|Obst|': [], 'person|Coach|': ['coach'] },
      days[3],
    ],
    ['a4', { 'person|Coach|': [], 'person|Jonas Obst|AUT': [] }, undefined],
  ];
  const articles = told.map(([id, , day]) => ({ id, ...(day === undefined ? {} : { day }) }));

  it('counts each article once for an actor of several forms, and keeps each role with its days', async () => {
    await addArticles(database.db, articles);
    for (const each of told) await merge([each]);
    await merge(told);
    const lavrov = await database.db
      .selectFrom('actor')
      .selectAll()
      .where('id', '=', 'person|sergei lavrov|RUS')
      .executeTakeFirstOrThrow();
    expect(lavrov).toMatchObject({
      name: 'SERGEI LAVROV',
      country: 'RUS',
      aliases: ['Lavrov', 'Sergey Lavrov'],
      reports: 3,
    });
    const roles = await database.db
      .selectFrom('role')
      .selectAll()
      .where('form', '=', 'person|mira obst|')
      .orderBy('title')
      .execute();
    expect(
      roles.map(({ title, first_day, last_day, reports }) => [title, first_day, last_day, reports]),
    ).toEqual([
      ['envoy', days[2], days[3], 2],
      ['minister', days[3], days[3], 1],
    ]);
    const state = await database.db
      .selectFrom('actor')
      .selectAll()
      .where('id', '=', 'state|RUS')
      .executeTakeFirstOrThrow();
    expect(state).toMatchObject({ kind: 'state', name: 'Russia', reports: 2 });
    expect(await formsOfActors(database.db, ['person|sergei lavrov|RUS'])).toEqual([
      'person|lavrov|',
      'person|sergei lavrov|RUS',
      'person|sergey lavrov|RUS',
    ]);
  });

  it('is the same in any order, one by one or in batches', async () => {
    await addArticles(database.db, articles);
    await merge(told);
    const first = await everything();
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      await database.clear();
      await addArticles(database.db, articles);
      for (const batch of cutEvery(shuffled(told, seed), 1 + (seed % 3))) await merge(batch);
      expect(await everything()).toEqual(first);
    }
  });

  it('forgets an article as if it had never been read', async () => {
    await addArticles(database.db, articles);
    for (const lost of told) {
      const [id] = lost;
      await database.clear();
      await addArticles(database.db, articles);
      await merge(told.filter((each) => each !== lost));
      const without = await everything();
      await merge([lost]);
      const whole = await everything();
      await database.db.transaction().execute((tx) => forgetActors(tx, [key(id)]));
      expect(await everything()).toEqual(without);
      await merge([lost]);
      expect(await everything()).toEqual(whole);
    }
    await database.db.transaction().execute((tx) =>
      forgetActors(
        tx,
        told.map(([id]) => key(id)),
      ),
    );
    expect(await everything()).toEqual({ forms: [], roles: [], actors: [], namings: [], marks: [] });
  });
});
