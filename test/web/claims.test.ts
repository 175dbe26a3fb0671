import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/record/ask/cite.js';
import type { OneHappening } from '../../src/record/ask/one.js';
import { claimsOf } from '../../web/src/view/happening/claims.js';
import { differing } from '../../web/src/view/happening/differing.js';
import { lineagesOf } from '../../web/src/view/happening/lineages.js';
import { happening } from './answers.js';

const evidence = (event: string, more: Partial<Evidence> = {}): Evidence => ({
  event,
  article: event.split('-')[0] ?? '',
  headline: 'Ministers meet',
  filed: '2021-03-02T00:00:00Z',
  status: 'occurred',
  sentence: 'They met.',
  span: { start: 0, end: 9 },
  trigger: { start: 5, end: 8 },
  voucher: 'own-voice',
  rule: 'verb/meet',
  confidence: 0.9,
  rejected: false,
  ...more,
});
const on = (day: number) => ({ from: `2021-03-0${day}`, to: `2021-03-0${day + 1}` });
const one = (all: readonly Evidence[], more: Partial<OneHappening> = {}): OneHappening => ({
  happening: { ...happening(1), evidence: all },
  contradictions: [],
  followed: [],
  follows: [],
  ...more,
});
const against = {
  kind: 'date',
  of: '',
  a: 'a-1',
  b: 'b-1',
  claim_a: '2021-03-02',
  claim_b: '2021-03-03',
} as const;

describe('claim by claim', () => {
  it('gathers the reports of each value, and says who disagrees', () => {
    const all = [
      evidence('a-1', { when: on(2), where: 'Oslo' }),
      evidence('b-1', { when: on(3), where: 'Oslo' }),
      evidence('c-1', { when: on(2) }),
    ];
    const aspects = claimsOf(one(all, { contradictions: [{ ...against, settled: null }] }));
    expect(aspects.map(({ label, dispute }) => [label, dispute])).toEqual([
      ['Day', 'open'],
      ['Place', undefined],
      ['Status', undefined],
    ]);
    expect(
      aspects[0]?.values.map(({ words, reports }) => [words, reports.map(({ article }) => article)]),
    ).toEqual([
      ['2 March 2021', ['a', 'c']],
      ['3 March 2021', ['b']],
    ]);
  });

  it('strikes out what was taken back', () => {
    const all = [evidence('a-1', { when: on(2), corrected: 'c' }), evidence('b-1', { when: on(3) })];
    const [day] = claimsOf(one(all, { contradictions: [{ ...against, settled: 'a-1' }] }));
    expect(day?.dispute).toBe('settled');
    expect(day?.values.map(({ isTakenBack }) => isTakenBack)).toEqual([true, false]);
  });

  it('tells numbers that differ with their reports, and those that do not once', () => {
    const count = {
      kind: 'count',
      of: 'killed',
      a: 'a-1',
      b: 'b-1',
      claim_a: '3 killed',
      claim_b: '5 killed',
    } as const;
    const told = one([evidence('a-1'), evidence('b-1')], { contradictions: [{ ...count, settled: null }] });
    const counts = [
      { of: 'killed', value: 5 },
      { of: 'wounded', value: 1200 },
    ];
    const aspects = claimsOf({ ...told, happening: { ...told.happening, counts } });
    expect(aspects.map(({ label, values }) => [label, values.map(({ words }) => words)])).toEqual([
      ['Status', ['Took place']],
      ['Killed', ['3 killed', '5 killed']],
      ['Wounded', ['1,200']],
    ]);
  });

  it('does not count what a person threw out', () => {
    expect(claimsOf(one([evidence('a-1', { rejected: true, when: on(2) })]))).toEqual([]);
  });
});

describe('words that differ', () => {
  const marks = (sentence: string, others: readonly string[], places: readonly string[] = []) =>
    differing(
      { sentence },
      others.map((each) => ({ sentence: each })),
      places,
    ).map(({ start, end }) => sentence.slice(start, end));

  it('are days, numbers and places that not all others have', () => {
    expect(
      marks('They met in Oslo on Friday.', ['They met in Bergen on Friday.'], ['Oslo', 'Bergen']),
    ).toEqual(['Oslo']);
    expect(marks('12 of 30 ships left on May 3.', ['13 of 30 ships left on May 3.'])).toEqual(['12']);
    expect(marks('They met on Friday.', ['They met on Friday.', 'They met.'])).toEqual(['Friday']);
  });

  it('are none where there is one source, and no parts of words', () => {
    expect(marks('They met on Friday.', [])).toEqual([]);
    expect(marks('Osloer Fridays may come.', ['They met.'], ['Oslo'])).toEqual([]);
  });

  it('takes names of places as they are', () => {
    expect(marks('It was in A.B (x.', ['Elsewhere.'], ['A.B (x'])).toEqual(['A.B (x']);
  });
});

describe('sources', () => {
  it('are lineages: copies and other sentences fold under the first', () => {
    const all = [
      evidence('a-1', { lineage: 'a' }),
      evidence('a-2', { lineage: 'a' }),
      evidence('b-1', { lineage: 'a' }),
      evidence('c-1'),
    ];
    expect(
      lineagesOf(all).map(({ first, own, copies }) => [first, ...own, ...copies].map(({ event }) => event)),
    ).toEqual([['a-1', 'a-2', 'b-1'], ['c-1']]);
  });

  it('begin with what still counts', () => {
    const [lineage] = lineagesOf([
      evidence('a-1', { lineage: 'a', rejected: true }),
      evidence('b-1', { lineage: 'a' }),
    ]);
    expect(lineage?.first.event).toBe('b-1');
  });
});
