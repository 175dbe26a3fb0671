import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acceptFigures, rowsOf, SLACK, withFloors } from '../../bench/eval/gold.js';
import { type GoldItem, readGold } from '../../bench/eval/gold-read.js';
import {
  bestPairs,
  isCountry,
  isLabel,
  type Layers,
  sameName,
  score,
  waysOf,
} from '../../bench/eval/gold-score.js';
import { holds } from '../../bench/eval/table.js';
import { PloverType, Status, Voucher } from '../../src/event/event.js';
import { loadEvents } from '../../src/event/index.js';
import { splitLabel } from '../../src/event/plover.js';
import { packageFile } from '../../src/package-root.js';
import { loadStates } from '../../src/place/index.js';

const items = readGold(packageFile('gold'));
const sentences = items.filter(({ kind }) => kind !== 'report');
const reports = items.filter(({ kind }) => kind === 'report');
const events = items.flatMap((item) => item.events.map((event) => ({ item, event })));
const { types } = loadEvents().ontology.plover;
const { codes } = loadStates();

const labels = (mode: boolean): Set<string> =>
  new Set(
    events.flatMap(({ event: { code, act = code } }) =>
      [code, act].map((label) => (mode ? label : splitLabel(label).type)),
    ),
  );

const isKnown = (label: string): boolean => {
  const { type, mode } = splitLabel(label);
  const known = PloverType.safeParse(type);
  return known.success && (mode === undefined || mode in types[known.data].modes);
};

describe('the set', () => {
  test('has ids that are unique', () => {
    const ids = items.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('has no text twice', () => {
    const texts = items.map(({ text, kind }) => `${kind} ${text}`);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  test('covers sentences, reports and sentences without event', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(200);
    expect(reports.length).toBeGreaterThanOrEqual(12);
    const silent = sentences.filter((item) => item.events.length === 0 && !item.statements && !item.disputes);
    expect(silent.length).toBeGreaterThanOrEqual(40);
  });

  test('covers every type, mode, status and voucher', () => {
    const given = labels(true);
    const all = PloverType.options.flatMap((type) =>
      Object.keys(types[type].modes).map((mode) => `${type}-${mode}`),
    );
    expect(all.filter((label) => !given.has(label))).toEqual([]);
    expect([...labels(false)].sort()).toEqual([...PloverType.options].sort());
    expect(new Set(events.map(({ event }) => event.status))).toEqual(new Set(Status.options));
    expect(new Set(events.map(({ event }) => event.voucher))).toEqual(new Set(Voucher.options));
  });

  test('covers history, counts, places and both kinds of text', () => {
    expect(events.filter(({ event }) => event.background).length).toBeGreaterThanOrEqual(10);
    expect(events.filter(({ event }) => Object.keys(event.counts).length > 0).length).toBeGreaterThanOrEqual(
      20,
    );
    expect(sentences.filter(({ kind }) => kind === 'headline').length).toBeGreaterThanOrEqual(10);
    expect(items.some(({ notes }) => notes)).toBe(true);
  });

  test('has reports of 100 to 450 words', () => {
    const sizes = reports.map(({ id, text }) => [id, text.trim().split(/\s+/u).length] as const);
    expect(sizes.filter(([, size]) => size < 100 || size > 450)).toEqual([]);
  });
});

describe.each(items.map((item) => [item.id, item] as const))('%s', (_, item) => {
  test('has labels, countries and words that exist', () => {
    const given = item.events.flatMap(({ code, act = code }) => [code, act]);
    const parties = partiesOf(item);
    expect([...given, ...item.not.filter(isLabel)].filter((label) => !isKnown(label))).toEqual([]);
    expect(parties.filter((one) => isCountry(one) && !codes.has(one))).toEqual([]);
    const words = [...parties.filter((one) => !isCountry(one)), ...item.not.filter((one) => !isLabel(one))];
    expect([...words, ...wordsOf(item)].filter((one) => !item.text.includes(one))).toEqual([]);
    const barred = item.not.filter((label) =>
      given.some((one) => one === label || one.startsWith(`${label}-`)),
    );
    expect(barred).toEqual([]);
    if (item.kind === 'report') expect(item.events.filter((event) => event.words === undefined)).toEqual([]);
  });
});

const partiesOf = ({ events, statements = [], disputes = [] }: GoldItem): string[] =>
  [
    ...events.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
    ...statements.flatMap(({ speaker }) => speaker ?? []),
    ...disputes.flatMap(({ parties, used = {} }) => [...parties, ...Object.values(used)]),
  ].flatMap(waysOf);

const wordsOf = ({
  article,
  who = [],
  events,
  statements = [],
  disputes = [],
  places = [],
  notes = [],
}: GoldItem): string[] => [
  ...events.flatMap(({ where, words }) => [where ?? [], words ?? []].flat()),
  ...statements.flatMap(({ content }) => content),
  ...disputes.flatMap(({ names, effects = [] }) => [...names, ...effects]),
  ...places,
  ...notes.flat(),
  ...Object.values(article ?? {}),
  ...who.flatMap(({ name, role = [], also }) => [name, role, also].flat()),
];

describe('the scorer', () => {
  const gold = (fields: Partial<GoldItem>): GoldItem => ({
    id: 'made/up',
    kind: 'body',
    published: '2024-03-15',
    text: 'Peru expelled two Chilean diplomats and Chile protested.',
    events: [],
    not: [],
    ...fields,
  });
  const event = (code: string, actors: string[], recipients: string[] = []): GoldItem['events'][number] => ({
    code,
    actors,
    recipients,
    status: 'occurred',
    background: false,
    voucher: 'own-voice',
    counts: {},
  });
  const expulsion = event('SANCTION-expel', ['PER'], ['CHL']);
  const protest = event('ACCUSE-disapprove', ['CHL'], ['PER']);

  const actor = (id: string, country: string): Layers['actors'][number] => ({
    id,
    kind: 'state',
    name: country,
    country,
    sectors: [],
    roles: [],
    mentions: [],
    aliases: [],
  });
  const read = (...lines: [string, string[], string[], at?: number][]): Layers => ({
    actors: [actor('a1', 'PER'), actor('a2', 'CHL')],
    times: [],
    places: [],
    statements: [],
    disputes: [],
    notes: [],
    events: lines.map(([code, actors, recipients, at = 5], index) => ({
      id: `e${index}`,
      type: PloverType.parse(splitLabel(code).type),
      mode: splitLabel(code).mode ?? '',
      contexts: [],
      code,
      intensity: { plover: 0 },
      actors,
      recipients,
      status: 'occurred',
      background: false,
      trigger: { start: at, end: at + 8 },
      cite: { start: 0, end: 56 },
      voucher: 'own-voice',
      rule: 'made/up',
      confidence: 1,
    })),
  });
  const value = (measure: string, item: GoldItem, layers: Layers): number | undefined =>
    rowsOf('made up', score(item, item.text, layers)).find((row) => row.measure === measure)?.value;

  test('pairs events whatever their order', () => {
    const layers = read(['ACCUSE-disapprove', ['a2'], ['a1'], 46], ['SANCTION-expel', ['a1'], ['a2']]);
    const item = gold({ events: [expulsion, protest] });
    expect(value('code, actors, recipients F1', item, layers)).toBe(1);
  });

  test('counts what is missing and what is too much', () => {
    const item = gold({ events: [expulsion, protest] });
    const layers = read(
      ['SANCTION-expel', ['a2'], ['a1']],
      ['SANCTION-convict', ['a1'], []],
      ['ASSAULT', ['a1'], []],
    );
    expect(value('event type precision', item, layers)).toBeCloseTo(1 / 3);
    expect(value('event type recall', item, layers)).toBe(1 / 2);
    expect(value('event type F1', item, layers)).toBeCloseTo(2 / 5);
    expect(value('event code recall', item, layers)).toBe(1 / 2);
    expect(value('code, actors, recipients F1', item, layers)).toBe(0);
  });

  test('gives the better of two that could be paired', () => {
    const pairs = bestPairs(['a', 'ab'], ['ab', 'a'], (one, other) => (one === other ? 2 : 1));
    expect(pairs).toEqual([
      ['a', 'a'],
      ['ab', 'ab'],
    ]);
  });

  test('leaves the direction out where all are actors', () => {
    const item = gold({ events: [event('CONSULT', ['PER', 'CHL'])] });
    expect(value('code, actors, recipients F1', item, read(['CONSULT', ['a2'], ['a1']]))).toBe(1);
    expect(value('code, actors, recipients F1', item, read(['CONSULT', ['a2'], []]))).toBe(0);
  });

  test('does not pair an event of another sentence of the report unless all of it is the same', () => {
    const item = gold({ kind: 'report', events: [{ ...expulsion, words: 'expelled two more' }] });
    expect(value('event type F1', item, read(['SANCTION-convict', ['a1'], ['a2']]))).toBe(0);
    expect(value('event type F1', item, read(['SANCTION-expel', ['a1'], ['a2']]))).toBe(1);
  });

  test('sees what must not be read', () => {
    const layers = read(['SANCTION-expel', ['a1'], ['a2']]);
    expect(value('must not be read: kept out', gold({ not: ['ASSAULT', 'protested'] }), layers)).toBe(1);
    expect(value('must not be read: kept out', gold({ not: ['SANCTION', 'expelled'] }), layers)).toBe(0);
    expect(value('no event: kept empty', gold({}), layers)).toBe(0);
    expect(value('no event: kept empty', gold({}), read())).toBe(1);
  });

  test('knows a name whatever its article and case', () => {
    expect(sameName('the gunmen', 'Two Gunmen')).toBe(true);
    expect(sameName('UN', 'Hunan')).toBe(false);
  });

  test('scores content and speaker of statements', () => {
    const item = gold({
      text: '“The road is open,” Peru said.',
      statements: [{ speaker: 'PER', form: 'direct', content: ['The road is open'] }],
    });
    const layers: Layers = {
      ...read(),
      statements: [
        { id: 's1', form: 'direct', speaker: 'a2', content: [{ start: 0, end: 19 }], rule: 'made/up' },
      ],
    };
    expect(value('statements content F1', item, layers)).toBe(1);
    expect(value('speaker of those found', item, layers)).toBe(0);
  });

  test('leaves out a measure that nothing was measured on', () => {
    expect(value('event type precision', gold({ events: [expulsion] }), read())).toBeUndefined();
  });
});

describe('files', () => {
  const inFolder = (run: (folder: string) => void): void => {
    const folder = mkdtempSync(join(tmpdir(), 'gold-'));
    for (const part of ['sentences', 'reports']) mkdirSync(join(folder, part));
    try {
      run(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('a wrong entry is named with file and id', () => {
    inFolder((folder) => {
      const file = join(folder, 'sentences', 'bad.yaml');
      const events = 'events: [{ code: WAR, actors: [PER], status: done }]';
      writeFileSync(file, `published: 2024-03-15\nsentences:\n  - { id: one, text: Peru., ${events} }\n`);
      expect(() => readGold(folder)).toThrow(
        /bad\.yaml: one: events\.0\.code: is no PLOVER type\none: events\.0\.status/u,
      );
    });
  });

  test('a figure may fall by one point and no more', () => {
    inFolder((folder) => {
      const row = { corpus: 'gold/sentences', measure: 'event type F1', value: 0.8, n: 10 };
      acceptFigures(folder, [row]);
      const held = (value: number): boolean => withFloors(folder, [{ ...row, value }]).every(holds);
      expect(held(0.8 - SLACK + 0.0001)).toBe(true);
      expect(held(0.8 - SLACK - 0.0001)).toBe(false);
      expect(withFloors(folder, [{ ...row, measure: 'new' }])[0]?.floor).toBeUndefined();
    });
  });
});
