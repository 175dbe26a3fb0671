import { parseAtomFeed } from 'feedsmith';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Due, Happening } from '../../src/record/ask/index.js';
import {
  type Chunk,
  calendarColumns,
  calendarTable,
  exported,
  exportedHappenings,
  type HappeningFormat,
  happeningColumns,
  happeningFormats,
  happeningTable,
} from '../../src/record/export/index.js';
import { person, state } from './ask-rows.js';

const talks: Happening = {
  id: '6b6974612d7368696d62-e5',
  title: 'Sergei Lavrin (RUS) met Fumi Kitano (JPN)',
  type: 'CONSULT',
  code: 'CONSULT-visit',
  contexts: ['diplomatic', 'territory'],
  cameo: '042',
  intensity: { plover: 4, goldstein: 1.9 },
  status: 'scheduled',
  background: false,
  when: { from: '2016-12-15', to: '2016-12-17', precision: 'interval' },
  where: { name: 'Nagato', geonames: 1859391, lat: 34.383, lon: 131.2, country: 'JPN' },
  actors: [person('Sergei Lavrin', 'RUS', 'foreign minister')],
  recipients: [person('Fumi Kitano', 'JPN'), state('ROU', 'Romania')],
  counts: [{ of: 'boats', value: 12 }],
  countries: ['RUS', 'JPN', 'ROU'],
  dyads: ['RUS>JPN', 'RUS>ROU'],
  reports: 3,
  sources: 2,
  contradictions: 1,
  confidence: 0.75,
  firstDay: '2016-12-03',
  first: {
    article: '6b6974612d7368696d62',
    outlet: 'Kita Shimbun',
    day: '2016-12-03',
    url: 'https://kita.example/a?x=1&y=2',
    headline: 'Talks due',
    filed: '2016-12-20T10:11:12.000Z',
  },
  claimed: { from: '2016-12-15', to: '2016-12-17', places: ['Nagato', 'Tokyo'] },
  sentence: 'Lavrin & Kitano "will" meet; in Nagato, <b>twice</b>.',
  cite: {
    event: '6b6974612d7368696d62-e5',
    article: '6b6974612d7368696d62',
    outlet: 'Kita Shimbun',
    day: '2016-12-03',
    url: 'https://kita.example/a?x=1&y=2',
    headline: 'Talks due',
    filed: '2016-12-20T10:11:12.000Z',
    status: 'scheduled',
    sentence: 'Lavrin & Kitano "will" meet; in Nagato, <b>twice</b>.',
    span: { start: 40, end: 93 },
    trigger: { start: 64, end: 68 },
    voucher: 'own-voice',
    rule: 'meet',
    confidence: 0.75,
    rejected: false,
  },
};

/** Nothing is known but that it was told. */
const bare: Happening = {
  id: 'ffffffffffffffffffff-e1',
  title: '=HYPERLINK("http://evil.example")',
  type: 'PROTEST',
  code: 'PROTEST',
  contexts: [],
  intensity: { plover: -5 },
  status: 'occurred',
  background: true,
  actors: [],
  recipients: [],
  counts: [],
  countries: [],
  dyads: [],
  reports: 1,
  sources: 1,
  contradictions: 0,
  confidence: 0.5,
  claimed: { places: [] },
  sentence: 'Line one\tand a tab.',
};

const layout = { table: happeningTable, columns: happeningColumns };

async function* rowsOf<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

async function bytesOf(chunks: AsyncIterable<Chunk>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk as string));
  return Buffer.concat(parts);
}

const skipped: string[] = [];
const options = {
  title: 'Shelf & sea',
  version: '9.9.9',
  skipped: (count: number, why: string) => skipped.push(`${count} ${why}`),
};

async function print(format: HappeningFormat, rows: readonly Happening[] = [talks, bare]): Promise<string> {
  skipped.length = 0;
  return (await bytesOf(exportedHappenings(rowsOf(rows), format, layout, options))).toString('utf8');
}

describe('CSV', () => {
  const row = (csv: string, at: number) => csv.split('\r\n')[at] ?? '';

  it('has a header and quotes what needs it', async () => {
    const csv = await print('csv');
    expect(row(csv, 0)).toMatch(/^id,title,type,code,mode,contexts,cameo,plover,goldstein,/u);
    expect(row(csv, 1)).toContain('"Lavrin & Kitano ""will"" meet; in Nagato, <b>twice</b>."');
    expect(row(csv, 1)).toContain(',042,4,1.9,scheduled,false,2016-12-15,2016-12-17,');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('defuses %j', async (title) => {
    const csv = await print('csv', [{ ...talks, title }]);
    expect(csv.split('\r\n').slice(1).join('\r\n')).toMatch(new RegExp(`^${talks.id},"?'`, 'u'));
  });

  it('leaves numbers below zero numbers', async () => {
    expect(row(await print('csv', [bare]), 1)).toContain(',-5,');
  });
});

describe('Parquet', () => {
  it('gives back what went in, with its types', async () => {
    const bytes = await bytesOf(exportedHappenings(rowsOf([talks, bare]), 'parquet', layout, options));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const [first, second] = await parquetReadObjects({ file });
    expect(first).toMatchObject({
      id: talks.id,
      cameo: '042',
      plover: 4,
      reports: 3,
      background: false,
      from: new Date('2016-12-15T00:00:00Z'),
      recipients: 'Fumi Kitano; Romania',
      sentence: talks.sentence,
    });
    expect(second).toMatchObject({ title: bare.title, goldstein: null, from: null, lat: null });
    expect(Object.keys(first ?? {})).toEqual(happeningColumns.map(({ name }) => name));
  });

  it('writes one row group after the other', async () => {
    const many = Array.from({ length: 10_001 }, (_, at) => ({ ...bare, id: `x-e${at}` }));
    let open = 0;
    async function* counted() {
      for (const row of many) {
        open++;
        yield row;
      }
    }
    const parts: Buffer[] = [];
    const taken: number[] = [];
    for await (const chunk of exportedHappenings(counted(), 'parquet', layout, options)) {
      parts.push(Buffer.from(chunk as Uint8Array));
      taken.push(open);
    }
    expect(taken[0]).toBe(10_000);
    const bytes = Buffer.concat(parts);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 1]);
    const rows = await parquetReadObjects({ file, columns: ['id'] });
    expect([rows.length, rows.at(-1)?.id]).toEqual([10_001, 'x-e10000']);
  });
});

describe('JSON and JSON lines', () => {
  it('are the rows themselves', async () => {
    expect(JSON.parse(await print('json'))).toEqual([talks, bare]);
    expect(
      (await print('jsonl'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([talks, bare]);
    expect(JSON.parse(await print('json', []))).toEqual([]);
  });
});

describe('GeoJSON', () => {
  it('has a point where the place is known and none elsewhere', async () => {
    const { type, features } = JSON.parse(await print('geojson'));
    expect(type).toBe('FeatureCollection');
    expect(features[0]).toMatchObject({
      type: 'Feature',
      id: talks.id,
      geometry: { type: 'Point', coordinates: [131.2, 34.383] },
      properties: { title: talks.title, sentence: talks.sentence },
    });
    expect(features[1].geometry).toBeNull();
    expect(JSON.parse(await print('geojson', [])).features).toEqual([]);
  });
});

describe('iCalendar', () => {
  it('is read by another library as whole days with all their words', async () => {
    const text = await print('icalendar');
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event?.uid).toBe(`${talks.id}@demarche`);
    expect(event?.startDate.isDate).toBe(true);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2016-12-15', '2016-12-17']);
    expect(event?.description).toContain(`${talks.sentence} (Kita Shimbun, 2016-12-03)`);
    expect(event?.description).toContain('3 reports from 2 sources');
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event?.component.getFirstPropertyValue('url')).toBe(talks.cite?.url);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Shelf & sea');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('tells what has no date, and is the same each time', async () => {
    const first = await print('icalendar');
    expect(skipped).toEqual(['1 without a date']);
    expect(await print('icalendar')).toBe(first);
  });
});

describe('Atom', () => {
  it('is read back as a feed', async () => {
    const feed = parseAtomFeed(await print('atom'));
    expect(feed.title?.value).toBe('Shelf & sea');
    expect(new Date(String(feed.updated)).toISOString()).toBe('2016-12-20T10:11:12.000Z');
    expect(feed.entries).toHaveLength(2);
    expect(feed.entries?.[0]).toMatchObject({
      id: `urn:demarche:happening:${talks.id}`,
      title: { value: talks.title },
      links: [{ href: talks.cite?.url, rel: 'alternate' }],
    });
    expect(feed.entries?.[0]?.summary?.value).toContain(talks.sentence);
  });
});

describe('TimelineJS', () => {
  it('has inclusive ends, dates as precise as they are known, and no markup of reports', async () => {
    const month = { ...talks, id: 'm', when: { from: '2016-11-01', to: '2016-12-01', precision: 'month' } };
    const { title, events } = JSON.parse(await print('timelinejs', [talks, month, bare]));
    expect(title.text.headline).toBe('Shelf &amp; sea');
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      unique_id: talks.id,
      start_date: { year: 2016, month: 12, day: 15 },
      end_date: { year: 2016, month: 12, day: 16 },
      group: 'CONSULT',
    });
    expect(events[0].text.text).toContain('&lt;b&gt;twice&lt;/b&gt;');
    expect(events[0].text.text).toContain('<a href="https://kita.example/a?x=1&amp;y=2">');
    expect(events[1].start_date).toEqual({ year: 2016, month: 11 });
    expect(skipped).toEqual(['1 without a date']);
  });
});

describe('POLECAT', () => {
  it('has forty columns, PLOVER intensity alone, and nothing that is not known', async () => {
    const lines = (await print('polecat'))
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const [header = [], first = [], second = []] = lines;
    expect(header).toHaveLength(40);
    expect([first.length, second.length]).toEqual([40, 40]);
    const cell = (line: readonly string[], name: string) => line[header.indexOf(name)];
    expect(cell(first, 'Event Type')).toBe('CONSULT');
    expect(cell(first, 'Event Mode')).toBe('visit');
    expect(cell(first, 'Event Intensity')).toBe('4');
    expect(cell(first, 'Quad Code')).toBe('VERBAL COOPERATION');
    expect(cell(first, 'Event Date')).toBe('');
    expect(cell(first, 'Recipient Country')).toBe('JPN; ROU');
    expect(cell(first, 'Actor Title')).toBe('foreign minister');
    expect(cell(first, 'Version')).toBe('9.9.9');
    expect(cell(second, 'Quad Code')).toBe('MATERIAL CONFLICT');
    expect(cell(second, 'Actor Name')).toBe('');
    const day = { ...talks, when: { from: '2016-12-15', to: '2016-12-16', precision: 'day' } };
    const [, dated = []] = (await print('polecat', [day])).split('\n').map((line) => line.split('\t'));
    expect(cell(dated, 'Event Date')).toBe('2016-12-15');
  });
});

describe('GDELT', () => {
  const cells = async (format: 'gdelt' | 'gdelt1', rows: readonly Happening[]) =>
    (await print(format, rows))
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));

  it('has 61 columns of 2.0 and 58 of 1.0, one row a pair of parties', async () => {
    expect((await cells('gdelt', [talks])).map(({ length }) => length)).toEqual([61, 61]);
    expect((await cells('gdelt1', [talks])).map(({ length }) => length)).toEqual([58, 58]);
  });

  it('puts each thing where the codebook has it', async () => {
    const day = { ...talks, when: { from: '2016-12-15', to: '2016-12-16', precision: 'day' } };
    const [first = [], second = []] = await cells('gdelt', [day]);
    expect(first.slice(1, 5)).toEqual(['20161215', '201612', '2016', '2016.9999']);
    expect(first.slice(5, 8)).toEqual(['RUSGOV', 'SERGEI LAVRIN', 'RUS']);
    expect(first.slice(15, 18)).toEqual(['JPNGOV', 'FUMI KITANO', 'JPN']);
    expect(second.slice(15, 18)).toEqual(['ROM', 'ROMANIA', 'ROM']);
    expect(first.slice(25, 35)).toEqual(['', '042', '042', '04', '1', '1.9', '3', '2', '3', '']);
    expect(first.slice(51, 61)).toEqual([
      '',
      'Nagato',
      'JA',
      '',
      '',
      '34.383',
      '131.2',
      '',
      '20161220101112',
      'https://kita.example/a?x=1&y=2',
    ]);
    expect(first[0]).not.toBe(second[0]);
    expect(Number.isSafeInteger(Number(first[0]))).toBe(true);
    const [old = []] = await cells('gdelt1', [day]);
    expect(old.slice(-2)).toEqual(['20161220', 'https://kita.example/a?x=1&y=2']);
  });

  it('makes up no day, no code and no party', async () => {
    const [first = []] = await cells('gdelt', [talks]);
    expect(first.slice(1, 5)).toEqual(['', '201612', '2016', '']);
    const [second = []] = await cells('gdelt', [bare]);
    expect(second.filter((cell) => cell !== '')).toEqual([second[0], '1', '1', '1']);
  });
});

describe('the table', () => {
  const lines = async (width: number) =>
    (await bytesOf(exported(rowsOf([talks]), 'table', layout, { width })))
      .toString('utf8')
      .trimEnd()
      .split('\n');

  it.each([60, 80, 140])('keeps to %i columns', async (width) => {
    for (const line of await lines(width)) expect(line.length).toBeLessThanOrEqual(width);
  });

  it('has the sentence with its source below the row, and no colours unless asked', async () => {
    const text = (await lines(140)).join('\n');
    expect(text).toContain(
      '│ Lavrin & Kitano "will" meet; in Nagato, <b>twice</b>. (Kita Shimbun, 2016-12-03)',
    );
    expect(text).not.toContain('\u001b[');
    const colored = await bytesOf(exported(rowsOf([talks]), 'table', layout, { color: true }));
    expect(colored.toString('utf8')).toContain('\u001b[');
  });

  it('lets no report steer the terminal', async () => {
    const evil = { ...talks, sentence: 'Red \u001b[31malert\u202e.' };
    const text = (await bytesOf(exported(rowsOf([evil]), 'table', layout))).toString('utf8');
    expect(text).toContain('Red [31malert.');
  });

  it('tells in a calendar what came of it', async () => {
    const due: Due = { ...talks, outcome: { kind: 'no-further-word', reports: 4, until: '2017-01-31' } };
    const calendar = { table: calendarTable, columns: calendarColumns };
    const text = await bytesOf(exported(rowsOf([due]), 'table', calendar, { width: 160 }));
    expect(text.toString('utf8')).toContain('no further word in 4 reports up to 2017-01-31');
  });
});

it('every format but Atom takes rows as they come', async () => {
  for (const format of happeningFormats.filter((each) => each !== 'atom' && each !== 'parquet')) {
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken++;
        yield { ...talks, id: `x-e${taken}` };
      }
    }
    let chunks = 0;
    for await (const _ of exportedHappenings(endless(), format, layout, options)) if (++chunks === 3) break;
    expect(taken, format).toBeLessThanOrEqual(400);
  }
});
