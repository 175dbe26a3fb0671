import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetQuarrels } from '../../src/record/merge/quarrel/forget.js';
import { concludeQuarrels, mergeQuarrels } from '../../src/record/merge/quarrel/quarrels.js';
import { kinds, openTestDatabase, type TestDatabase } from './merge-database.js';
import { addArticles, cutEvery, disputeRow, key, type Report, type Row, shuffled } from './merge-support.js';

type Line = readonly [group: string, parties: string, names: string, place?: number];

/** One dispute a line, each of its own report: equal groups must be one quarrel, others not. */
const cases: readonly { readonly of: string; readonly lines: readonly Line[] }[] = [
  {
    of: 'one name, more or fewer parties',
    lines: [
      ['a', 'NOR RUS', 'the Sandrel Islands'],
      ['a', 'NOR RUS', 'Sandrel islands'],
      ['a', 'NOR RUS USA', 'Sandrel Islands'],
      ['a', 'CHN NOR RUS', 'Sandrel Islands'],
    ],
  },
  {
    of: 'rival names, once a report has both',
    lines: [
      ['a', 'NOR RUS', 'Sandrel Islands=NOR'],
      ['a', 'NOR RUS', 'Severnaya Gryada=RUS'],
      ['a', 'NOR RUS', 'Sandrel Islands=NOR, Severnaya Gryada=RUS'],
      ['b', 'NOR RUS', 'Grey Bank'],
    ],
  },
  {
    of: 'rival names that no report has together',
    lines: [
      ['a', 'NOR RUS', 'Sandrel Islands'],
      ['b', 'NOR RUS', 'Severnaya Gryada'],
    ],
  },
  {
    of: 'the same place',
    lines: [
      ['a', 'NOR RUS', 'Sandrel Islands', 77],
      ['a', 'NOR RUS', 'four islands', 77],
      ['b', 'NOR RUS', 'Grey Bank', 78],
    ],
  },
  {
    of: 'one object of two pairs that have nobody in common, or only one',
    lines: [
      ['a', 'BRA PER', 'Upper Lom'],
      ['b', 'BRA COL', 'Upper Lom'],
      ['c', 'GBR FRA', 'Upper Lom'],
    ],
  },
  {
    of: 'two pairs, and a report with all three',
    lines: [
      ['a', 'BRA PER', 'Upper Lom'],
      ['a', 'BRA COL', 'Upper Lom'],
      ['a', 'BRA COL PER', 'Upper Lom'],
    ],
  },
  {
    of: 'a border is everybody’s: only the same two',
    lines: [
      ['a', 'IND NPL', 'the border'],
      ['a', 'IND NPL', 'Border'],
      ['b', 'IND BTN', 'border'],
      ['c', 'IND NPL BTN', 'border'],
      ['d', 'IND', 'border'],
      ['e', 'IND', 'border'],
    ],
  },
  {
    of: 'one party named: it joins the one quarrel it is in',
    lines: [
      ['a', 'NOR RUS', 'Sandrel Islands'],
      ['a', 'NOR', 'Sandrel Islands'],
      ['b', 'ISL', 'Sandrel Islands'],
    ],
  },
  {
    of: 'one party named that is in two',
    lines: [
      ['a', 'BRA PER', 'Upper Lom'],
      ['b', 'BRA COL', 'Upper Lom'],
      ['c', 'BRA', 'Upper Lom'],
      ['a', 'PER', 'Upper Lom'],
    ],
  },
  {
    of: 'too little is told',
    lines: [
      ['a', '', 'Sandrel Islands'],
      ['b', '', 'Sandrel Islands'],
      ['c', 'MEX USA', ''],
      ['d', 'MEX USA', ''],
    ],
  },
];

describe.each(kinds)('quarrels of a record (%s)', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 60_000);
  beforeEach(() => database.clear());
  afterAll(() => database.close());

  type Filed = readonly [Report, readonly Row[]];

  const file = async (reports: readonly Filed[]): Promise<void> => {
    await addArticles(
      database.db,
      reports.map(([report]) => report),
    );
    const filed = reports.map(([{ id }, disputes]) => ({
      disputes: disputes.map((each) => disputeRow(id, each)),
    }));
    await database.db.transaction().execute((tx) => mergeQuarrels(tx, filed));
  };

  const everything = async (): Promise<unknown> => {
    const { db } = database;
    const rows = {
      quarrels: await db.selectFrom('quarrel').selectAll().execute(),
      disputes: await db.selectFrom('dispute').select(['id', 'matter', 'quarrel']).execute(),
      matters: await db.selectFrom('matter').selectAll().execute(),
      marks: await db.selectFrom('mark').selectAll().execute(),
      edges: await db.selectFrom('edge').selectAll().execute(),
    };
    return Object.fromEntries(
      Object.entries(rows).map(([name, all]) => [name, all.map((row) => JSON.stringify(row)).sort()]),
    );
  };

  const rowOf = ([, parties, names, place]: Line, id: string): Row => ({
    id,
    parties: parties.split(' ').filter((party) => party !== ''),
    names: names.split(', ').filter((name) => name !== ''),
    ...(place === undefined ? {} : { places: [place] }),
  });

  it.each(cases)('$of', async ({ lines }) => {
    for (const seed of [0, 1, 2]) {
      await database.clear();
      const reports = lines.map((line, at): Filed => [{ id: `a${at}` }, [rowOf(line, '0')]]);
      for (const each of shuffled(reports, seed)) await file([each]);
      const rows = await database.db.selectFrom('dispute').select(['article', 'quarrel']).execute();
      const got = new Map<string, string[]>();
      for (const { article, quarrel } of rows.sort((a, b) => (a.article < b.article ? -1 : 1)))
        got.set(quarrel ?? '', [...(got.get(quarrel ?? '') ?? []), article]);
      const wanted = new Map<string, string[]>();
      for (const [at, [group]] of lines.entries())
        wanted.set(group, [...(wanted.get(group) ?? []), key(`a${at}`)]);
      expect([...got.values()].sort()).toEqual([...wanted.values()].sort());
    }
  });

  /** All lines of all cases, two to a report, some reports copies of each other, one replaced, some without a day. */
  const filed = cutEvery(
    cases.flatMap((each) => each.lines),
    2,
  ).map(
    (lines, at): Filed => [
      {
        id: `r${at}`,
        lineage: `r${at % 4}`,
        ...(at % 5 === 0 ? {} : { day: `2031-03-${10 + ((at * 7) % 11)}` }),
        ...(at === 6 ? { superseded: 'r7' } : {}),
      },
      lines.map((line, row) => ({ ...rowOf(line, String(row)), since: `19${50 + ((at * 3) % 17)}-01-01` })),
    ],
  );

  it('is the same in any order, one by one or in batches', async () => {
    await file(filed);
    const first = await everything();
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      await database.clear();
      for (const batch of cutEvery(shuffled(filed, seed), seed)) await file(batch);
      expect(await everything()).toEqual(first);
    }
  });

  it('forgets a report as if it had never been read', async () => {
    for (const lost of filed) {
      await database.clear();
      await file(filed.filter((report) => report !== lost));
      const without = await everything();
      await file([lost]);
      await database.db.transaction().execute((tx) => forgetQuarrels(tx, [key(lost[0].id)]));
      await database.db.deleteFrom('article').where('id', '=', key(lost[0].id)).execute();
      expect(await everything()).toEqual(without);
    }
  });

  const told: readonly Filed[] = [
    [
      { id: 'b', day: '2031-03-02', lineage: 'b' },
      [{ id: '1', parties: ['NOR', 'RUS'], names: ['Sandrel Islands=NOR'], since: '1952-01-01' }],
    ],
    [
      { id: 'a', day: '2031-03-04', lineage: 'b' },
      [
        {
          id: '1',
          parties: ['NOR', 'RUS'],
          names: ['the Sandrel islands=ISL', 'Severnaya Gryada=RUS'],
          places: [77],
        },
      ],
    ],
    [
      { id: 'c', day: '2031-03-05', lineage: 'c' },
      [{ id: '1', parties: ['NOR', 'RUS', 'USA'], names: ['Severnaya Gryada'], since: '1948-01-01' }],
    ],
    [
      { id: 'd', day: '2031-03-06', superseded: 'c' },
      [{ id: '1', parties: ['NOR', 'RUS'], names: ['Severnaya Gryada=GBR'], since: '1901-01-01' }],
    ],
  ];

  it('gathers names with who uses them, the earliest day claimed, reports and sources', async () => {
    for (const batch of told) await file([batch]);
    expect(await database.db.selectFrom('quarrel').selectAll().execute()).toEqual([
      {
        id: `q${key('b')}-d1`,
        parties: ['NOR', 'RUS', 'USA'],
        names: [
          { name: 'Sandrel Islands', usedBy: ['ISL', 'NOR'] },
          { name: 'Severnaya Gryada', usedBy: ['RUS'] },
        ],
        places: [77],
        since: '1948-01-01',
        reports: 3,
        sources: 2,
      },
    ]);
  });

  it('counts again when lineages change and when a report is replaced', async () => {
    await file(told);
    const { db } = database;
    await db
      .updateTable('article')
      .set({ lineage: key('a') })
      .where('id', '=', key('a'))
      .execute();
    await db
      .updateTable('article')
      .set({ superseded: key('a') })
      .where('id', '=', key('c'))
      .execute();
    await db.transaction().execute((tx) => concludeQuarrels(tx, [`q${key('b')}-d1`]));
    const quarrel = await db.selectFrom('quarrel').selectAll().executeTakeFirstOrThrow();
    expect(quarrel).toMatchObject({ parties: ['NOR', 'RUS'], since: '1952-01-01', reports: 2, sources: 2 });
  });
});
