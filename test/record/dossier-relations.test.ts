import { describe, expect, it } from 'vitest';
import { relationsOf, type Weighed } from '../../src/record/dossier/relations.js';

const happening = (goldstein: number, from: string, to: string, more: Partial<Weighed> = {}): Weighed => ({
  status: 'occurred',
  background: false,
  goldstein,
  when: { from, to },
  dyads: ['NOR>ISL'],
  ...more,
});

const months = (happenings: readonly Weighed[], read: Record<string, number> = {}, reported: string[] = []) =>
  relationsOf(happenings, new Map(Object.entries(read)), ['NOR', 'ISL'], reported)[0]?.months;

describe('a month', () => {
  it('sums cooperation and conflict apart, and corrects for what was read', () => {
    const rows = [
      happening(4, '2019-03-01', '2019-03-02'),
      happening(-2, '2019-03-05', '2019-03-06', { dyads: ['ISL>NOR'] }),
      happening(1.5, '2019-03-31', '2019-04-01'),
    ];
    expect(months(rows, { '2019-03': 50 })).toEqual([
      {
        month: '2019-03',
        read: 50,
        happenings: 3,
        byPrinting: 0,
        cooperation: 5.5,
        conflict: -2,
        sum: 3.5,
        mean: 1.17,
        per100: { happenings: 6, sum: 7 },
      },
    ]);
  });

  it('is a gap where nothing was read, a zero where it was', () => {
    const rows = [happening(4, '2019-01-01', '2019-01-02'), happening(4, '2019-04-01', '2019-04-02')];
    const told = months(rows, { '2019-01': 1, '2019-03': 9, '2019-04': 1 });
    expect(
      told?.map(({ month, read, happenings, mean, per100 }) => ({ month, read, happenings, mean, per100 })),
    ).toEqual([
      { month: '2019-01', read: 1, happenings: 1, mean: 4, per100: { happenings: 100, sum: 400 } },
      { month: '2019-02', read: 0, happenings: 0, mean: undefined, per100: undefined },
      { month: '2019-03', read: 9, happenings: 0, mean: undefined, per100: { happenings: 0, sum: 0 } },
      { month: '2019-04', read: 1, happenings: 1, mean: 4, per100: { happenings: 100, sum: 400 } },
    ]);
  });

  it('reaches over the turn of a year', () => {
    const rows = [happening(1, '2018-11-30', '2018-12-01'), happening(1, '2019-02-01', '2019-02-02')];
    expect(months(rows)?.map(({ month }) => month)).toEqual(['2018-11', '2018-12', '2019-01', '2019-02']);
  });

  it("of the dossier's own reports is told too", () => {
    expect(
      months([happening(1, '2019-02-01', '2019-02-02')], {}, ['2019-03-09'])?.map(({ month }) => month),
    ).toEqual(['2019-02', '2019-03']);
  });
});

const left: readonly [string, Partial<Weighed>][] = [
  ['background', { background: true }],
  ['planned', { status: 'scheduled' }],
  ['denied', { status: 'denied' }],
  ['called off', { status: 'cancelled' }],
  ['demanded', { status: 'requested' }],
  ['between others', { dyads: ['NOR>DNK'] }],
];
it.each(left)('leaves out what is %s', (_, more) => {
  expect(
    relationsOf([happening(3, '2019-03-01', '2019-03-02', more)], new Map(), ['NOR', 'ISL'], []),
  ).toEqual([]);
});

const dated: readonly [string, Partial<Weighed>, string | undefined][] = [
  ['a day', {}, '2019-03'],
  ['a whole month', { when: { from: '2019-02-01', to: '2019-03-01' } }, '2019-02'],
  [
    'a week over the turn of a month, of the month it ends in',
    { when: { from: '2019-02-26', to: '2019-03-05' } },
    '2019-03',
  ],
  ['a year', { when: { from: '2019-01-01', to: '2020-01-01' } }, undefined],
];
it.each(dated)('places %s', (_, more, month) => {
  const [relation] = relationsOf(
    [happening(3, '2019-03-01', '2019-03-02', more)],
    new Map(),
    ['NOR', 'ISL'],
    [],
  );
  expect(relation?.months.map((each) => each.month)).toEqual(month === undefined ? [] : [month]);
  expect(relation?.undated).toBe(month === undefined ? 1 : 0);
});

it('places news of no told day by its printing, and says so', () => {
  const { when, ...undated } = happening(3, '2019-03-01', '2019-03-02');
  const [printed] = relationsOf([{ ...undated, firstDay: '2019-07-09' }], new Map(), ['NOR', 'ISL'], []);
  expect(when).toBeDefined();
  expect(printed?.months.map(({ month, byPrinting }) => [month, byPrinting])).toEqual([['2019-07', 1]]);
  expect(relationsOf([undated], new Map(), ['NOR', 'ISL'], [])[0]).toMatchObject({ months: [], undated: 1 });
});
