/** What a person decides holds, outlasts a re-read, and can be taken back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../../src/reading/reading.js';
import { batchOf } from '../../src/record/add/intake.js';
import { checkRecord } from '../../src/record/check/check.js';
import { openRecord, type Record } from '../../src/record/record.js';
import { kinds, type Place, readingsOf } from './kinds.js';
import { reports } from './reports.js';

describe.each(kinds)('decisions ($name)', (kind) => {
  let place: Place;
  let record: Record;
  let readings: Reading[];

  /** Each happening as its events, those of the same happening together. */
  const groups = async (): Promise<string[]> => {
    const { rows } = await record.query(
      `select string_agg(id, ' ' order by id collate "C") as ids from event where happening is not null group by happening`,
    );
    return (rows as { ids: string }[]).map(({ ids }) => ids).sort();
  };
  const happeningsOf = async (type: string): Promise<{ id: string; events: number }[]> => {
    const { rows } = await record.query(
      `select h.id, count(*)::integer as events from happening h join event e on e.happening = h.id
        where h.type = $1 group by h.id order by events desc, h.id`,
      [type],
    );
    return rows as { id: string; events: number }[];
  };
  const broken = async (): Promise<unknown[]> => (await checkRecord(record)).filter(({ ok }) => !ok);

  beforeAll(async () => {
    place = await kind.place();
    record = await openRecord(place.where, { create: true });
    readings = await readingsOf(reports);
    await record.file(batchOf(readings));
  }, 60_000);
  afterAll(async () => {
    await record.close();
    await place.remove();
  });

  test('happenings of several events are merged, stay so after a re-read, and come apart again', async () => {
    const before = await groups();
    const [one, other] = await happeningsOf('CONSULT');
    expect(one?.events).toBeGreaterThan(1);
    const decision = await record.decide({
      kind: 'merge',
      ids: [one?.id ?? '', other?.id ?? ''],
      author: 'A. Reader',
    });
    const merged = await groups();
    expect(merged).toHaveLength(before.length - 1);
    expect(await broken()).toEqual([]);
    await record.replace(readings);
    expect(await groups()).toEqual(merged);
    expect(await broken()).toEqual([]);
    await record.undo(decision);
    expect(await groups()).toEqual(before);
    expect(await broken()).toEqual([]);
  });

  test('an event is split off, stays so after a re-read, and comes back', async () => {
    const before = await groups();
    const event = before.find((ids) => ids.includes(' '))?.split(' ')[0] ?? '';
    const decision = await record.decide({ kind: 'split', ids: [event], author: 'A. Reader' });
    const split = await groups();
    expect(split).toContain(event);
    await record.replace(readings);
    expect(await groups()).toEqual(split);
    expect(await broken()).toEqual([]);
    await record.undo(decision);
    expect(await groups()).toEqual(before);
  });
});
