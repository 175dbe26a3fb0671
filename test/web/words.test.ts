import { expect, it } from 'vitest';
import { floorTo, lastDayOf, momentOf, monthsFrom, nextOf } from '../../web/src/chart/days.js';
import { filled } from '../../web/src/chart/months/filled.js';
import { per100 } from '../../web/src/chart/relations/per-100.js';
import { untilWords, weeksOf } from '../../web/src/view/calendar/days.js';
import { firstDayOf, lastDayIn, monthPart } from '../../web/src/view/map/months.js';
import { spansOf } from '../../web/src/view/search/spans.js';

const found = (text: string, words: string): string[] =>
  spansOf(text, words).map(({ start, end }) => text.slice(start, end));

it.each([
  ['Talks were held; they talked of a talk.', 'talks', ['Talks', 'talked', 'talk']],
  ['The treaty of peace.', '"peace treaty"', ['treaty', 'peace']],
  ['Fishing and a treaty.', 'treaty -fishing', ['treaty']],
  ['A treaty or an accord.', 'treaty or accord', ['treaty', 'accord']],
  ['Order of the day.', 'or and -x', []],
  ['Путин в Токио, talks.', 'путин', ['Путин']],
  ['(a+b)* [x]', '( [ * \\', []],
])('marks in %j the words of %j', (text, words, marked) => {
  expect(found(text, words)).toEqual(marked);
});

it('begins weeks on Monday, and goes from month to month over the year', () => {
  expect(floorTo('week', momentOf('2016-12-04'))).toBe(momentOf('2016-11-28'));
  expect(floorTo('week', momentOf('1945-08-09'))).toBe(momentOf('1945-08-06'));
  expect(nextOf('month', momentOf('2016-12-01'))).toBe(momentOf('2017-01-01'));
  expect(floorTo('year', momentOf('0044-03-15'))).toBe(momentOf('0044-01-01'));
  expect(monthsFrom('2016-11', '2017-01')).toEqual(['2016-11', '2016-12', '2017-01']);
  expect(lastDayOf('2016-02')).toBe('2016-02-29');
});

it('has bars for months in which nothing happened', () => {
  const month = { cooperation: 1, conflict: 0, neutral: 0, happenings: 1 };
  const months = filled([
    { ...month, month: '2017-01' },
    { ...month, month: '2016-11' },
  ]);
  expect(months.map(({ month: name, happenings }) => `${name} ${happenings}`)).toEqual([
    '2016-11 1',
    '2016-12 0',
    '2017-01 1',
  ]);
  expect(filled([])).toEqual([]);
  expect(
    filled([
      { ...month, month: '1648-10' },
      { ...month, month: '2017-01' },
    ]),
  ).toHaveLength(1200);
});

it('takes sums for a hundred reports, but of a month in which none was read', () => {
  const month = { month: '2016-12', happenings: 2, cooperation: 3, conflict: -1.5 };
  expect(per100({ ...month, read: 50 })).toMatchObject({ cooperation: 6, conflict: -3 });
  expect(per100({ ...month, read: 0 })).toMatchObject({ cooperation: 3 });
});

it('lays a month out as a wall calendar does', () => {
  const weeks = weeksOf('2016-12');
  expect(weeks).toHaveLength(5);
  expect(weeks[0]).toEqual([undefined, undefined, undefined, 1, 2, 3, 4]);
  expect(weeks.at(-1)?.at(-1)).toBe(31);
});

it.each([
  ['2016-12-01', 'today'],
  ['2016-12-02', 'tomorrow'],
  ['2016-12-15', 'in 14 days'],
  ['2017-06-01', 'in 6 months'],
  ['2020-12-01', 'in 4 years'],
  ['2016-11-30', undefined],
])('%s is %s', (day, words) => {
  expect(untilWords(day, '2016-12-01')).toBe(words);
});

it('takes whole months as days of the filter', () => {
  expect([firstDayOf('2016-02'), lastDayIn('2016-02')]).toEqual(['2016-02-01', '2016-02-29']);
  expect([firstDayOf(undefined), lastDayIn(undefined)]).toEqual([undefined, undefined]);
  expect(monthPart('2016-02-14', undefined)).toEqual({ since: '2016-02' });
});
