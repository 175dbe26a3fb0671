/** Counts of an outlet's reports are kept while reports come, change lineage and go, whatever the order. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outletsCounted } from '../../src/record/store/outlets.js';
import { kinds, openTestDatabase, type TestDatabase } from './merge-database.js';

const article = (id: string, outlet: string | null, lineage: string | null, day: string | null) => ({
  id,
  outlet,
  lineage,
  day,
  headline: id,
  language: 'en',
  origin: id,
  text: id,
  reading: '{}',
  made: 'test',
  sketch: [],
  correction: false,
});

const reports = [
  article('a', 'Harbour Post', 'a', '2017-03-01'),
  article('b', 'Harbour Post', 'a', '2017-03-04'),
  article('c', 'Harbour Post', 'c', null),
  article('d', 'Valley Echo', 'a', '2017-03-02'),
  article('e', null, 'e', '2017-02-01'),
  article('f', null, null, '2017-05-01'),
  article('g', '', 'g', '2017-05-02'),
];

describe.each(kinds)('outlets (%s)', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  beforeEach(() => database.clear());
  afterAll(() => database.close());

  const kept = async () =>
    (
      await database.query(
        `select id, outlet, articles, lineages, first_day, last_day from outlet order by id collate "C"`,
      )
    ).rows;
  const counted = async () =>
    (await database.query(`select * from (${outletsCounted}) as counted order by id collate "C"`)).rows;
  const file = (rows: typeof reports) => database.db.insertInto('article').values(rows).execute();

  it('counts reports that come together or one by one, a lineage once', async () => {
    await file(reports);
    const together = await kept();
    expect(together).toEqual(await counted());
    expect(together).toContainEqual({
      id: '=Harbour Post',
      outlet: 'Harbour Post',
      articles: 3,
      lineages: 2,
      first_day: '2017-03-01',
      last_day: '2017-03-04',
    });
    await database.clear();
    for (const report of [...reports].reverse()) await file([report]);
    expect(await kept()).toEqual(together);
  });

  it('follows changes of lineage, outlet and day', async () => {
    await file(reports);
    const { db } = database;
    await db.updateTable('article').set({ lineage: 'c' }).where('id', 'in', ['a', 'd', 'f']).execute();
    expect(await kept()).toEqual(await counted());
    await db.updateTable('article').set({ lineage: 'a' }).execute();
    expect(await kept()).toEqual(await counted());
    await db
      .updateTable('article')
      .set({ outlet: 'Valley Echo', day: '2018-01-01' })
      .where('id', 'in', ['a', 'e'])
      .execute();
    expect(await kept()).toEqual(await counted());
    await db.updateTable('article').set({ lineage: null }).where('outlet', '=', 'Valley Echo').execute();
    expect(await kept()).toEqual(await counted());
  });

  it('forgets what goes', async () => {
    await file(reports);
    for (const { id } of reports) {
      await database.db.deleteFrom('article').where('id', '=', id).execute();
      expect(await kept()).toEqual(await counted());
    }
    expect(await kept()).toEqual([]);
  });
});
