/** What the desk asks beside the questions of the command line. */
import { beforeEach, expect, it } from 'vitest';
import type { Reading } from '../../src/reading/reading.js';
import { batchOf } from '../../src/record/add/intake.js';
import { dispute, disputes } from '../../src/record/ask/disputes.js';
import { failures } from '../../src/record/ask/failures.js';
import { AskError, each, happenings } from '../../src/record/ask/index.js';
import { months } from '../../src/record/ask/months.js';
import { filedSince } from '../../src/record/ask/news.js';
import { actor } from '../../src/record/ask/one-actor.js';
import { places } from '../../src/record/ask/places.js';
import { report } from '../../src/record/ask/report.js';
import { reports } from '../../src/record/ask/reports.js';
import { saying } from '../../src/record/ask/saying.js';
import { counts } from '../../src/record/ask/summary.js';
import { openRecord } from '../../src/record/record.js';
import type { Db } from '../../src/record/store/database.js';
import { article, eventId, happeningId, key, name, person, say, state, tell } from './ask-rows.js';
import { kinds, readingsOf } from './kinds.js';
import { reports as told } from './reports.js';
import { onEachDatabase } from './support.js';

const japan = state('JPN', 'Japan');
const norway = state('NOR', 'Norway');
const kitano = person('Fumi Kitano', 'JPN', 'prime minister');
const lunde = person('Kari Lunde', 'NOR', 'foreign minister');
const [kita, fjord, copy] = ['kita-shimbun', 'fjord-ledger', 'copy-post'];

async function fill(db: Db): Promise<void> {
  await db
    .insertInto('article')
    .values([
      article(kita, {
        day: '2016-12-03',
        sentences: ['Fumi Kitano met Kari Lunde in Nagato.'],
        filed: '2016-12-20T10:00:00.000Z',
      }),
      article(copy, {
        day: '2016-12-04',
        lineage: key(kita),
        sentences: ['Kitano met Lunde.'],
        filed: '2016-12-20T11:00:00.000Z',
      }),
      article(fjord, {
        day: '2017-02-01',
        sentences: ['Norway warned Japan.'],
        filed: '2016-12-20T12:00:00.000Z',
      }),
      article('undated', { day: null, sentences: ['Snow fell.'], filed: '2016-12-20T09:00:00.000Z' }),
    ])
    .execute();
  await name(db, kitano, [kitano], 2);
  await name(db, lunde, [lunde], 3);
  await tell(db, {
    name: 'talks',
    code: 'CONSULT-visit',
    from: '2016-12-02',
    actors: [kitano],
    recipients: [lunde],
    place: 'Nagato',
    geonames: 1859391,
    lat: 34.4,
    lon: 131.2,
    country: 'JPN',
    by: [kita, copy],
  });
  await tell(db, {
    name: 'call',
    code: 'CONSULT-phone',
    from: '2016-12-05',
    actors: [kitano],
    recipients: [lunde],
    by: [kita],
  });
  await tell(db, {
    name: 'refused-talks',
    code: 'CONSULT-visit',
    from: '2017-01-05',
    status: 'denied',
    actors: [kitano],
    recipients: [lunde],
    by: [kita],
  });
  await tell(db, {
    name: 'warning',
    type: 'THREATEN',
    code: 'THREATEN',
    from: '2017-02-01',
    actors: [norway],
    recipients: [japan],
    place: 'Nagato',
    geonames: 1859391,
    lat: 34.4,
    lon: 131.2,
    country: 'JPN',
    by: [fjord],
  });
  await tell(db, {
    name: 'past-years',
    from: '1956-01-01',
    to: '1957-01-01',
    precision: 'year',
    background: true,
    actors: [norway],
    recipients: [japan],
    by: [fjord],
  });
}

onEachDatabase('questions of the desk', (database) => {
  beforeEach(() => fill(database().db));

  it('lists reports by day of printing, with how many copy them and what was read', async () => {
    const { rows } = await reports(database().db);
    expect(rows.map(({ id }) => id)).toEqual([fjord, copy, kita, 'undated'].map(key));
    expect(rows[2]).toMatchObject({ outlet: kita, copies: 1, events: 3, statements: 0, correction: false });
    const ids: string[] = [];
    for await (const row of each((page) => reports(database().db, {}, { ...page, limit: 1 })))
      ids.push(row.id);
    expect(ids).toEqual(rows.map(({ id }) => id));
  });

  it('narrows reports by outlet, lineage, days, words and whom they name', async () => {
    const { db } = database();
    const of = async (...asked: Parameters<typeof reports> extends [Db, ...infer Rest] ? Rest : never) =>
      (await reports(db, ...asked)).rows.map(({ id }) => id);
    expect(await of({}, { outlet: fjord })).toEqual([key(fjord)]);
    expect(await of({}, { lineage: key(kita) })).toEqual([key(copy), key(kita)]);
    expect(await of({ since: '2016-12-04', until: '2016-12-31' })).toEqual([key(copy)]);
    expect(await of({ words: 'warned' })).toEqual([key(fjord)]);
    expect(await of({ sort: 'oldest', until: '2016-12-31' })).toEqual([key(kita), key(copy)]);
    await expect(reports(db, { place: 'Nagato' })).rejects.toMatchObject({
      code: 'ask/not-applicable',
      field: 'place',
    });
  });

  it('counts months by what is above and below zero, and leaves out what is told by the year', async () => {
    const { rows, undated } = await months(database().db);
    expect(rows.map(({ month, happenings: all }) => [month, all])).toEqual([
      ['2016-12', 2],
      ['2017-01', 1],
      ['2017-02', 1],
    ]);
    expect(undated).toBe(1);
    const since = await months(database().db, { since: '2017-01-01', country: ['NOR'] });
    expect(since.rows.map(({ month }) => month)).toEqual(['2017-01', '2017-02']);
  });

  it('counts what its list holds', async () => {
    const { db } = database();
    for (const filter of [
      {},
      { status: ['denied' as const] },
      { until: '2016-12-31' },
      { words: 'nothing' },
    ]) {
      const { rows, undated } = await months(db, filter);
      const list = await happenings(db, filter);
      expect(rows.reduce((sum, row) => sum + row.happenings, undated)).toBe(list.rows.length);
    }
  });

  it('puts happenings of one place together', async () => {
    expect((await places(database().db)).rows).toEqual([
      {
        geonames: 1859391,
        name: 'Nagato',
        country: 'JPN',
        lat: 34.4,
        lon: 131.2,
        happenings: 2,
        from: '2016-12-02',
        to: '2017-02-02',
      },
    ]);
    expect((await places(database().db, { status: ['denied'] })).rows).toEqual([]);
  });

  it('tells whom an actor meets, speaks with and is at odds with; what was denied is no meeting', async () => {
    const one = await actor(database().db, kitano.form);
    expect(one.happenings).toBe(2);
    expect(one.partners).toEqual([
      { actor: lunde.form, name: 'Kari Lunde', country: 'NOR', happenings: 2, met: 1, spoke: 1, conflict: 0 },
    ]);
    expect(await actor(database().db, 'person|fumi')).toEqual(one);
    await expect(actor(database().db, 'person|')).rejects.toMatchObject({
      code: 'ask/ambiguous',
      field: 'id',
    });
    await expect(actor(database().db, 'nobody')).rejects.toBeInstanceOf(AskError);
  });

  it('leads from any statement to its saying', async () => {
    const { db } = database();
    const id = await say(db, {
      speaker: lunde,
      from: '2016-12-03',
      wordings: [
        { by: kita, content: 'We will talk.', start: 3 },
        { by: fjord, content: 'We will talk', start: 5 },
      ],
    });
    const one = await saying(db, id);
    expect(one.wordings).toHaveLength(2);
    for (const { statement } of one.wordings) expect(await saying(db, statement)).toEqual(one);
    await expect(saying(db, 's0000')).rejects.toMatchObject({ code: 'ask/unknown-id' });
  });

  it('tells of disputes with the newest sentences', async () => {
    const { db } = database();
    await db
      .insertInto('quarrel')
      .values([
        {
          id: 'q1',
          parties: ['JPN', 'NOR'],
          names: JSON.stringify([{ name: 'northern shelf', usedBy: ['JPN'] }]),
          places: [1859391],
          since: null,
          reports: 2,
          sources: 2,
        },
        { id: 'q2', parties: ['CHL', 'PER'], names: '[]', places: [], since: '1990', reports: 1, sources: 1 },
      ])
      .execute();
    const dispute_ = (by: string, at: number) => ({
      id: `${key(by)}-d${at}`,
      article: key(by),
      parties: ['JPN', 'NOR'],
      names: '[]',
      places: [],
      sentence: `They differ, ${by} says.`,
      cite_start: 0,
      cite_end: 5,
      since: null,
      effects: ['has kept them apart'],
      quarrel: 'q1',
    });
    await db
      .insertInto('dispute')
      .values([dispute_(kita, 1), dispute_(kita, 2), dispute_(copy, 1), dispute_(fjord, 1)])
      .execute();
    const { rows } = await disputes(db);
    expect(rows.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(rows[0]?.told.map(({ article: by }) => by)).toEqual([key(fjord), key(copy), key(kita)]);
    expect(rows[1]).toMatchObject({ since: '1990', told: [] });
    expect((await disputes(db, { country: ['Peru'] })).rows.map(({ id }) => id)).toEqual(['q2']);
    expect((await disputes(db, { minSources: 2 })).rows.map(({ id }) => id)).toEqual(['q1']);
    expect((await dispute(db, 'q1')).told).toHaveLength(4);
  });

  it('lists failures by their last try, page by page', async () => {
    const { db } = database();
    const failure = (id: string, at: string) => ({
      id,
      origin: id,
      place: null,
      code: 'input/empty',
      message: 'Nothing.',
      at,
    });
    await db
      .insertInto('failure')
      .values([
        failure('a', '2024-01-01T00:00:00.123Z'),
        failure('b', '2024-01-01T00:00:00.123Z'),
        failure('c', '2024-01-02T00:00:00Z'),
      ])
      .execute();
    const ids: string[] = [];
    for await (const row of each((page) => failures(db, { ...page, limit: 1 }))) ids.push(row.id);
    expect(ids).toEqual(['c', 'b', 'a']);
  });

  it('tells what was filed since a moment, and how much there is', async () => {
    const { db } = database();
    const { filed, reports: all } = await filedSince(db, '2016-12-20T10:30:00.000Z', 10);
    expect(filed.map(({ id }) => id)).toEqual([key(fjord), key(copy)]);
    expect(all).toBe(4);
    expect((await filedSince(db, '2016-12-20T00:00:00.000Z', 1)).filed).toHaveLength(1);
    expect(await counts(db)).toMatchObject({ reports: 4, outlets: 4, happenings: 5, actors: 2, failures: 0 });
  });

  it('knows no days that there are not, and no places of lists that nobody gave', async () => {
    const { db } = database();
    const cursor = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url');
    for (const after of [
      cursor(['2016-02-31', 'x']),
      cursor(['x', 'x']),
      cursor(['2016-02-01', 7]),
      cursor(['2016-02-01']),
      'x',
    ])
      await expect(happenings(db, {}, { after })).rejects.toMatchObject({
        code: 'ask/bad-cursor',
        field: 'after',
      });
  });

  it('shows a happening whose ids were asked for in short', async () => {
    const { rows } = await happenings(database().db, { code: ['CONSULT-phone'] });
    expect(rows[0]?.id).toBe(happeningId('call', kita));
    expect(eventId('call', kita)).toContain(key(kita));
  });
});

it.each(kinds)(
  'one report: each line of its Reading with what it is in the record ($name)',
  async (kind) => {
    const place = await kind.place();
    const record = await openRecord(place.where, { create: true });
    try {
      const readings = await readingsOf(told);
      await record.file(batchOf(readings));
      const first = readings[0] as Reading;
      const one = await report(record.db, first.article.id.slice(7, 17));
      expect(one.reading).toEqual(first);
      expect(one.events.map(({ index }) => index)).toEqual(first.events.map((_, at) => at));
      expect(one.events.every(({ happening, title, rejected }) => happening && title && !rejected)).toBe(
        true,
      );
      expect(one.statements.map(({ index }) => index)).toEqual(first.statements.map((_, at) => at));
      const [event] = one.events;
      await record.decide({ kind: 'reject', ids: [event?.event ?? ''], author: 'Ada' });
      const after = await report(record.db, one.report.id);
      expect(after.events[0]).toMatchObject({ event: event?.event, rejected: true });
      expect(after.events[0]?.happening).toBeUndefined();
      await expect(report(record.db, 'ffff')).rejects.toMatchObject({ code: 'ask/unknown-id' });
    } finally {
      await record.close();
      await place.remove();
    }
  },
  60_000,
);
