import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetSayings } from '../../src/record/merge/saying/forget.js';
import { concludeSayings, takeSayings } from '../../src/record/merge/saying/sayings.js';
import { kinds, openTestDatabase, type TestDatabase } from './merge-database.js';
import {
  addArticles,
  articleRow,
  cutEvery,
  key,
  type Report,
  type Said,
  shuffled,
  statementRow,
} from './merge-support.js';

const ORLOV = 'person|Pavel Orlov|RUS';
const DAHL = 'person|Kari Dahl|NOR';

/** One report a line: `[group, day, speaker, form, content]`; equal groups must be one saying, others not. */
type Line = readonly [
  group: string,
  day: string,
  by: string,
  form: 'direct' | 'indirect' | 'mixed',
  content: string,
  title?: string,
];

const cases: readonly { readonly of: string; readonly lines: readonly Line[] }[] = [
  {
    of: 'one quote in several reports, marks and spelling of the name apart',
    lines: [
      ['a', '01', ORLOV, 'direct', '“The bridge at Sela will be open again before the first snow falls,”'],
      [
        'a',
        '01',
        'person|Orlov|',
        'direct',
        '"The bridge at Sela will be open again before the first snow falls."',
      ],
      [
        'a',
        '02',
        'person|Pavel Orlow|RUS',
        'direct',
        'The bridge at Sela will be open again, before the first snow falls',
      ],
    ],
  },
  {
    of: 'a quote cut short and one with a word left out',
    lines: [
      [
        'a',
        '01',
        DAHL,
        'direct',
        'We have listened to the fishermen for years, and this treaty is what they asked us for, no more and no less.',
      ],
      ['a', '01', DAHL, 'direct', 'this treaty is what they asked us for, no more and no less'],
      [
        'a',
        '01',
        DAHL,
        'direct',
        'We have listened to the fishermen for years, and this treaty is what they asked for, no more and no less.',
      ],
    ],
  },
  {
    of: 'a short part of a quote on the same day',
    lines: [
      [
        'a',
        '01',
        DAHL,
        'direct',
        'These exercises are a grave threat to peace in the whole region, and we say so openly.',
      ],
      ['a', '01', DAHL, 'direct', 'a grave threat to peace in the whole region'],
    ],
  },
  {
    of: 'what is said is rendered',
    lines: [
      ['a', '01', ORLOV, 'direct', 'We will not give up the islands that our fathers settled.'],
      ['a', '01', ORLOV, 'indirect', 'that Russia would not give up the islands its fathers settled'],
      [
        'a',
        '02',
        'person|Orlov|RUS',
        'indirect',
        'his country would not give up islands settled by its fathers',
      ],
    ],
  },
  {
    of: 'two translations',
    lines: [
      [
        'a',
        '01',
        ORLOV,
        'direct',
        'Foreign warships have no business in the narrow strait, and the navy will escort every one of them out.',
      ],
      [
        'a',
        '01',
        ORLOV,
        'direct',
        'Foreign warships have no business in this narrow strait; our navy will escort each of them out of it.',
      ],
    ],
  },
  {
    of: 'an old quote that is printed again',
    lines: [
      ['a', '01', DAHL, 'direct', 'Nobody builds a harbour in order to leave it empty for a century.'],
      ['a', '25', DAHL, 'direct', 'Nobody builds a harbour in order to leave it empty for a century'],
    ],
  },
  {
    of: 'what is said every day',
    lines: [
      ['a', '01', ORLOV, 'direct', 'No comment.'],
      ['a', '01', ORLOV, 'direct', 'No comment'],
      ['b', '09', ORLOV, 'direct', 'No comment.'],
      ['c', '09', DAHL, 'direct', 'No comment.'],
    ],
  },
  {
    of: 'the same words of two people',
    lines: [
      ['a', '01', ORLOV, 'direct', 'We stand by every word of the agreement that was signed in Lima.'],
      ['b', '01', DAHL, 'direct', 'We stand by every word of the agreement that was signed in Lima.'],
      [
        'c',
        '01',
        'person|Irina Orlov|RUS',
        'direct',
        'We stand by every word of the agreement that was signed in Lima.',
      ],
    ],
  },
  {
    of: 'one speaker on one matter in two utterances',
    lines: [
      ['a', '01', ORLOV, 'indirect', 'that Russia would not return the islands'],
      ['b', '01', ORLOV, 'indirect', 'that Russia was ready to discuss joint work on the islands'],
      ['c', '01', ORLOV, 'direct', 'The islands are not for sale, and never were.'],
      ['d', '01', ORLOV, 'indirect', 'exports of grain would resume on Monday'],
      ['e', '01', ORLOV, 'indirect', 'exports of grain would fall by a tenth'],
    ],
  },
  {
    of: 'words that turn the sense round',
    lines: [
      ['a', '01', DAHL, 'indirect', 'the ceasefire on the northern border would begin on Monday'],
      ['b', '01', DAHL, 'indirect', 'the ceasefire on the northern border would not begin on Monday'],
      ['c', '01', DAHL, 'direct', 'We will raise tariffs on steel from Ruritania within ten weeks'],
      ['d', '01', DAHL, 'direct', 'We will lower tariffs on steel from Ruritania within ten weeks'],
      ['e', '01', DAHL, 'indirect', 'the army would send 300 soldiers to the border town of Tarn in spring'],
      ['f', '01', DAHL, 'indirect', 'the army would send 900 soldiers to the border town of Tarn in spring'],
    ],
  },
  {
    of: 'an office and who holds it, by the long quote alone',
    lines: [
      [
        'a',
        '01',
        'person|Taro Minami|JPN',
        'direct',
        'A letter that nobody answers is still a letter, and we shall write another.',
      ],
      [
        'a',
        '01',
        'person|Japanese envoy|JPN',
        'direct',
        'A letter that nobody answers is still a letter, and we shall write another.',
        'envoy',
      ],
      [
        'b',
        '01',
        'person|Japanese envoy|JPN',
        'indirect',
        'that Japan would write another letter to the council',
        'envoy',
      ],
      [
        'c',
        '01',
        'person|Taro Minami|JPN',
        'indirect',
        'that Japan would write another letter to the council',
      ],
      [
        'd',
        '01',
        'person|Korean envoy|KOR',
        'direct',
        'A letter that nobody answers is still a letter, and we shall write another.',
        'envoy',
      ],
    ],
  },
  {
    of: 'officials of no name',
    lines: [
      ['a', '01', 'group|officials|', 'direct', 'We were not told.'],
      ['b', '01', 'group|officials|', 'direct', 'We were not told.'],
      ['c', '01', '', 'direct', 'We were not told.'],
      [
        'd',
        '01',
        'group|officials|',
        'indirect',
        'the wells near the airfield had been closed for repairs since the spring',
      ],
      [
        'd',
        '01',
        'group|officials|',
        'indirect',
        'the wells near the airfield had been closed for repairs since the spring',
      ],
    ],
  },
  {
    of: 'a body by its name and its letters',
    lines: [
      [
        'a',
        '01',
        'organization|World Health Organization|',
        'indirect',
        'vaccines had reached all camps in the flooded valley of the Tarn',
      ],
      [
        'a',
        '01',
        'organization|WHO|',
        'indirect',
        'that vaccines had reached all camps in the flooded Tarn valley',
      ],
      [
        'b',
        '01',
        'organization|World Trade Organization|',
        'indirect',
        'that vaccines had reached all camps in the flooded Tarn valley',
      ],
    ],
  },
];

describe.each(kinds)('sayings of a record (%s)', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 60_000);
  beforeEach(() => database.clear());
  afterAll(() => database.close());

  const file = async (reports: readonly (readonly [Report, readonly Said[]])[]): Promise<void> => {
    await addArticles(
      database.db,
      reports.map(([report]) => report),
    );
    const filed = reports.map(([report, said]) => ({
      article: articleRow(report),
      statements: said.map((each) => statementRow(report.id, each)),
    }));
    await database.db.transaction().execute((tx) => takeSayings(tx, filed));
  };

  const everything = async (): Promise<unknown> => {
    const { db } = database;
    const rows = {
      sayings: await db.selectFrom('saying').selectAll().execute(),
      statements: await db.selectFrom('statement').select(['id', 'wording', 'saying']).execute(),
      wordings: await db.selectFrom('wording').selectAll().execute(),
      marks: await db.selectFrom('mark').selectAll().execute(),
      edges: await db.selectFrom('edge').selectAll().execute(),
    };
    return Object.fromEntries(
      Object.entries(rows).map(([name, all]) => [name, all.map((row) => JSON.stringify(row)).sort()]),
    );
  };

  it.each(cases)('$of', async ({ lines }) => {
    const reports = lines.map(([, day, by, form, content, title], at): [Report, Said[]] => [
      { id: `a${at}`, day: `2031-03-${day}` },
      [{ id: '0', by, form, content, ...(title === undefined ? {} : { title }) }],
    ]);
    await file(reports);
    const rows = await database.db
      .selectFrom('statement')
      .select(['article', 'saying'])
      .orderBy('article')
      .execute();
    const got = new Map<string, string[]>();
    for (const { article, saying } of rows)
      got.set(saying ?? '', [...(got.get(saying ?? '') ?? []), article]);
    const wanted = new Map<string, string[]>();
    for (const [at, [group]] of lines.entries())
      wanted.set(group, [...(wanted.get(group) ?? []), key(`a${at}`)]);
    expect([...got.values()].sort()).toEqual([...wanted.values()].sort());
  });

  const QUOTE = 'The lighthouse belongs to those who keep its lamp burning at night.';
  const carried: readonly (readonly [Report, readonly Said[]])[] = [
    [
      { id: 'a', day: '2031-03-04', lineage: 'a' },
      [{ id: '1', by: ORLOV, content: 'those who keep its lamp burning at night' }],
    ],
    [
      { id: 'b', day: '2031-03-03', lineage: 'b' },
      [{ id: '1', by: ORLOV, content: QUOTE, from: '2031-03-02', to: '2031-03-03' }],
    ],
    [
      { id: 'c', day: '2031-03-03', lineage: 'b' },
      [{ id: '1', by: 'person|Orlov|', content: QUOTE.toUpperCase() }],
    ],
    [
      { id: 'd', day: '2031-03-09', superseded: 'b' },
      [{ id: '1', by: ORLOV, content: `${QUOTE} Nobody else.` }],
    ],
  ];

  /** All lines of all cases, two to a report. */
  const told = cutEvery(
    cases.flatMap((each) => each.lines),
    2,
  ).map((lines, at): [Report, Said[]] => [
    { id: `r${at}`, day: `2031-03-${lines[0]?.[1]}`, lineage: `r${at % 3}` },
    lines.map(([, , by, form, content, title], line) => ({
      id: String(line),
      by,
      form,
      content,
      ...(title === undefined ? {} : { title }),
    })),
  ]);

  /** One quote over days, by many, one of them replaced, two without a day, in wordings that come back. */
  const again = Array.from({ length: 14 }, (_, at): [Report, Said[]] => [
    {
      id: `q${at}`,
      lineage: `q${at % 5}`,
      ...(at % 6 === 2 ? {} : { day: `2031-03-${20 - ((at * 5) % 9)}` }),
      ...(at === 4 ? { superseded: 'q5' } : {}),
    },
    [
      {
        id: '0',
        by: at % 3 === 0 ? 'person|Orlov|' : ORLOV,
        content: at % 4 === 1 ? `${QUOTE} We know it.` : QUOTE,
      },
      {
        id: '1',
        by: ORLOV,
        form: 'indirect',
        content: 'the lighthouse belonged to those who keep its lamp burning at night',
        ...(at % 2 === 0 ? { from: '2031-03-12', to: '2031-03-13' } : {}),
      },
    ],
  ]);
  const filed = [...told, ...again];

  it('is the same in any order, one by one or in batches', async () => {
    await file(filed);
    const first = await everything();
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      await database.clear();
      for (const batch of cutEvery(shuffled(filed, seed), 1 + (seed % 4) * 3)) await file(batch);
      expect(await everything()).toEqual(first);
    }
  });

  it('forgets a report as if it had never been read', async () => {
    for (const lost of [...told.filter((_, at) => at % 5 === 1), ...again]) {
      await database.clear();
      await file(filed.filter((report) => report !== lost));
      const without = await everything();
      await file([lost]);
      await database.db.transaction().execute((tx) => forgetSayings(tx, [key(lost[0].id)]));
      await database.db.deleteFrom('article').where('id', '=', key(lost[0].id)).execute();
      expect(await everything()).toEqual(without);
    }
  });

  it('keeps the fullest wording, and counts reports, sources and wordings', async () => {
    await file(carried);
    const sayings = await database.db.selectFrom('saying').selectAll().execute();
    expect(sayings).toEqual([
      {
        id: `s${key('b')}-s1`,
        speakers: [
          {
            kind: 'person',
            name: 'Pavel Orlov',
            country: 'RUS',
            sectors: [],
            form: 'person|pavel orlov|RUS',
          },
        ],
        form: 'direct',
        content: QUOTE,
        from: '2031-03-02',
        to: '2031-03-03',
        countries: ['RUS'],
        who: ['person|orlov|', 'person|pavel orlov|RUS'],
        best: `${key('b')}-s1`,
        wordings: 3,
        reports: 3,
        sources: 2,
        first_day: '2031-03-03',
        words: expect.any(String),
      },
    ]);
  });

  it('counts sources again when lineages change', async () => {
    await file(carried);
    await database.db
      .updateTable('article')
      .set({ lineage: key('c') })
      .where('id', '=', key('c'))
      .execute();
    await database.db.transaction().execute((tx) => concludeSayings(tx, [`s${key('b')}-s1`]));
    const saying = await database.db
      .selectFrom('saying')
      .select(['reports', 'sources'])
      .executeTakeFirstOrThrow();
    expect(saying).toEqual({ reports: 3, sources: 3 });
  });
});
