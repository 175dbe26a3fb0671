import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { value } from '../../bench/eval/coref-score.js';
import { type MergingSet, readMerging, type Telling } from '../../bench/eval/merging-read.js';
import {
  eventAt,
  type MergingScores,
  mergingRows,
  type Placed,
  scoreLineages,
  scoreMerging,
} from '../../bench/eval/merging-score.js';
import type { Event } from '../../src/event/event.js';
import { packageFile } from '../../src/package-root.js';
import { textOf } from '../../src/span.js';

const set = readMerging(packageFile('gold', 'merging'));
const tellings = set.happenings.flatMap((one) => one.tellings);
const textOfReport = new Map(set.reports.map(({ id, text }) => [id, text] as const));

describe('the merge test set', () => {
  test('has many reports that tell of the same happenings', () => {
    const repeated = set.happenings.filter((one) => one.tellings.length >= 2);
    expect(set.reports.length).toBeGreaterThanOrEqual(64);
    expect(repeated.length).toBeGreaterThanOrEqual(28);
    expect(new Set(repeated.map(({ type }) => type)).size).toBeGreaterThanOrEqual(10);
    expect(set.happenings.filter(({ tellings: all }) => all.length === 0)).toEqual([]);
  });

  test('has reports of the length of an agency report, with a headline, no text twice', () => {
    const texts = set.reports.map(({ text }) => text);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
    const odd = set.reports.filter(({ text }) => {
      const count = text.split(/\s+/u).filter((word) => word !== '').length;
      return count < 60 || count > 180 || !/^[^\n]+\n\n[^\n]/u.test(text);
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test('credits an agency in the text where it has one', () => {
    const without = set.reports.filter(({ agency, text }) => agency !== undefined && !text.includes(agency));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('tells a happening in each report', () => {
    const told = new Set(tellings.map(({ report }) => report));
    expect(set.reports.filter(({ id }) => !told.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('has plans with each kind of outcome, and contradictions', () => {
    const outcomes = new Set(set.happenings.flatMap(({ outcome }) => outcome ?? []));
    expect([...outcomes].sort()).toEqual(['broken', 'called-off', 'held', 'kept', 'postponed']);
    const contradicted = set.happenings.filter(({ contradicts }) => contradicts !== undefined);
    expect(contradicted.length).toBeGreaterThanOrEqual(6);
    expect(contradicted.filter((one) => one.tellings.length < 2 && !twiceIn(one.tellings))).toEqual([]);
  });

  test('has lineages of several outlets, each text but once from one', () => {
    expect(set.lineages.length).toBeGreaterThanOrEqual(8);
    const outlets = set.lineages.map((lineage) =>
      lineage.map((id) => set.reports.find((report) => report.id === id)?.outlet),
    );
    expect(outlets.filter((names) => new Set(names).size < names.length)).toEqual([]);
  });

  test('has words that stand at their place', () => {
    for (const { report, places } of tellings) {
      for (const place of places) expect(textOf(textOfReport.get(report) ?? '', place)).toMatch(/^\S.*\S$/su);
    }
  });
});

/** One report that contradicts itself. */
const twiceIn = (all: readonly Telling[]): boolean => all.some(({ places }) => places.length > 1);

// --- the score

/** `A: one two` is a happening A told by the reports one and two; `one*2` in two places. */
function made(...lines: readonly string[]): Pick<MergingSet, 'happenings'> {
  return {
    happenings: lines.map((line) => {
      const [id = '', ...reports] = line.split(/:? /u);
      return {
        id,
        type: 'CONSULT' as const,
        tellings: reports.map((word): Telling => {
          const [report = '', times = '1'] = word.split('*');
          const places = Array.from({ length: Number(times) }, (_, nth) => ({ start: nth, end: nth + 1 }));
          return { report, happening: id, type: 'CONSULT', places };
        }),
      };
    }),
  };
}

/** By happening and report what the record has it in; by place where they differ. */
const placedAs =
  (record: Readonly<Record<string, string | readonly (string | undefined)[]>>): Placed =>
  ({ happening, report }, { start }) => {
    const found = record[`${happening} ${report}`];
    return typeof found === 'string' ? found : found?.[start];
  };

function figures({ pairs, b3 }: MergingScores): readonly number[] {
  return [pairs.precision, pairs.recall, b3.precision, b3.recall].map((share) => value(share));
}

describe('score of merging', () => {
  const two = made('A: r1 r2 r3', 'B: r1 r4');

  test('is whole for what is merged as it should be', () => {
    const placed = placedAs({ 'A r1': 'x', 'A r2': 'x', 'A r3': 'x', 'B r1': 'y', 'B r4': 'y' });
    expect(figures(scoreMerging(two, placed))).toEqual([1, 1, 1, 1]);
  });

  test('counts what is kept apart against recall alone', () => {
    const placed = placedAs({ 'A r1': 'x', 'A r2': 'x', 'A r3': 'z', 'B r1': 'y', 'B r4': 'y' });
    const scores = scoreMerging(two, placed);
    // Pairs: A has three of which one is made, B's one is made. B³ recall: (2/3 + 2/3 + 1/3 + 1 + 1) / 5.
    expect(figures(scores)).toEqual([1, 2 / 4, 1, expect.closeTo(11 / 15)]);
    expect(scores.recallOfRead).toEqual({ part: 2, whole: 4 });
    expect(scores.apart.map(([a, b]) => `${a.report} ${b.report}`)).toEqual(['r1 r3', 'r2 r3']);
    expect(scores.wrong).toEqual([]);
  });

  test('counts two happenings in one as wrong pairs', () => {
    const placed = placedAs({ 'A r1': 'x', 'A r2': 'x', 'A r3': 'x', 'B r1': 'x', 'B r4': 'y' });
    const scores = scoreMerging(two, placed);
    // Pairs: six are made, three of them right; four are wanted. B³ precision: (3 · 3/4 + 1/4 + 1) / 5.
    expect(figures(scores)).toEqual([3 / 6, 3 / 4, expect.closeTo(3.5 / 5), expect.closeTo(4 / 5)]);
    expect(scores.wrong.map(([a, b]) => `${a.happening}-${a.report} ${b.happening}-${b.report}`)).toEqual([
      'A-r1 B-r1',
      'A-r2 B-r1',
      'A-r3 B-r1',
    ]);
  });

  test('counts what was not read as missed', () => {
    const placed = placedAs({ 'A r1': 'x', 'A r2': 'x', 'B r1': 'y' });
    const scores = scoreMerging(two, placed);
    expect(scores.read).toEqual({ part: 3, whole: 5 });
    // B³ recall: A's two have two thirds of A each, B's one half of B.
    expect(figures(scores)).toEqual([1, 1 / 4, 1, expect.closeTo((4 / 3 + 1 / 2) / 5)]);
    expect(scores.recallOfRead).toEqual({ part: 1, whole: 1 });
    expect(scores.apart).toEqual([]);
  });

  test('counts a headline and its lead once when they stand together, and as two that are not one when apart', () => {
    const one = made('A: r1*2 r2');
    const together = scoreMerging(one, placedAs({ 'A r1': ['x', 'x'], 'A r2': 'x' }));
    expect(together.pairs.recall).toEqual({ part: 1, whole: 1 });
    const split = scoreMerging(one, placedAs({ 'A r1': ['x', 'z'], 'A r2': 'x' }));
    expect(split.pairs.recall).toEqual({ part: 1, whole: 3 });
    const leadAlone = scoreMerging(one, placedAs({ 'A r1': [undefined, 'x'], 'A r2': 'x' }));
    expect(leadAlone.read).toEqual({ part: 2, whole: 2 });
    expect(figures(leadAlone)).toEqual([1, 1, 1, 1]);
  });

  test('gives rows, without those that nothing was measured on', () => {
    const nothing = scoreMerging(two, () => undefined);
    expect(mergingRows(nothing).map(({ measure, value: share, n }) => [measure, share, n])).toEqual([
      ['tellings read', 0, 5],
      ['pairwise recall', 0, 4],
      ['B³ recall', 0, 5],
    ]);
    const all = scoreMerging(two, ({ happening }) => happening);
    expect(mergingRows(all).map(({ measure, value: share }) => [measure, share])).toContainEqual([
      'B³ F1',
      1,
    ]);
  });

  test('takes the reports that no lineage names for texts of their own', () => {
    const reports = ['a', 'b', 'c', 'd'].map((id) => ({ id, published: '2024-03-15', text: id }));
    const ours = new Map([
      ['a', 'one'],
      ['b', 'one'],
      ['c', 'one'],
    ]);
    const { precision, recall } = scoreLineages({ reports, lineages: [['a', 'b']] }, (id) => ours.get(id));
    expect([precision, recall]).toEqual([
      { part: 1, whole: 3 },
      { part: 1, whole: 1 },
    ]);
  });

  test('finds the event of a place by its trigger, and prefers the type of the happening', () => {
    const event = (id: string, type: string, start: number): Event =>
      ({ id, type, trigger: { start, end: start + 4 } }) as Event;
    const events = [event('e1', 'AGREE', 10), event('e2', 'CONSULT', 20), event('e3', 'CONSULT', 40)];
    const consult = { type: 'CONSULT' } as const;
    expect(eventAt(events, consult, { start: 8, end: 26 })?.id).toBe('e2');
    expect(eventAt(events, consult, { start: 8, end: 16 })?.id).toBe('e1');
    expect(eventAt(events, consult, { start: 14, end: 20 })).toBeUndefined();
  });
});

// --- files

const REPORT = '{ id: wire, published: 2024-03-15, text: "Peru met Chile. Chile met Peru." }';

/** What reading a folder with this one story throws. */
function failure(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'merging-'));
  try {
    writeFileSync(join(folder, 'story.yaml'), content);
    readMerging(folder);
    return '';
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const story = (happenings: string, more = ''): string =>
  `reports:\n  - ${REPORT}\nhappenings:\n${happenings}\n${more}`;

describe('files', () => {
  test('a story that is right is read', () => {
    expect(failure(story('  - { id: talks, type: CONSULT, told: { wire: [Peru met Chile] } }'))).toBe('');
  });

  test('words that stand nowhere or twice are named with file, happening and report', () => {
    const words = failure(story('  - { id: talks, type: CONSULT, told: { wire: [met, Bolivia] } }'));
    expect(words).toMatch(/story\.yaml: talks: told: wire: “met” stands 2 times in it\./u);
    expect(words).toMatch(/talks: told: wire: “Bolivia” stands nowhere in it\./u);
  });

  test('words of two happenings are named', () => {
    const twice = story(
      '  - { id: one, type: CONSULT, told: { wire: [Peru met Chile] } }\n  - { id: two, type: CONSULT, told: { wire: [met Chile] } }',
    );
    expect(failure(twice)).toMatch(/two: told: wire: “met Chile” is also in the words of one\./u);
  });

  test('ids that are not there are named', () => {
    const wrong = story(
      '  - { id: talks, type: CONSULT, told: { mail: [met] }, follows: plan, outcome: held }',
      'lineages: [[wire, copy]]',
    );
    expect(failure(wrong)).toMatch(/lineages: there is no report copy\./u);
    expect(failure(wrong)).toMatch(/talks: told: there is no report mail\./u);
    expect(failure(wrong)).toMatch(/talks: follows: there is no other happening plan\./u);
  });

  test('a wrong field is named by the id that it stands in', () => {
    const wrong = failure(story('  - { id: talks, type: TALK, told: { wire: [Peru met Chile] } }'));
    expect(wrong).toMatch(/story\.yaml: talks: type: /u);
    const half = failure(
      story('  - { id: talks, type: CONSULT, told: { wire: [Peru met Chile] }, follows: a }'),
    );
    expect(half).toMatch(/talks: has follows without outcome/u);
  });

  test('two of one id are named', () => {
    const twice = story(
      '  - { id: talks, type: CONSULT, told: { wire: [Peru met Chile] } }\n  - { id: talks, type: CONSULT, told: { wire: [Chile met Peru] } }',
    );
    expect(failure(twice)).toMatch(/happenings: talks stands twice\./u);
  });
});
