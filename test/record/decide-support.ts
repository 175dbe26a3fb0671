/** A record on which people decide, on every database at hand. */
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { Reading } from '../../src/reading/reading.js';
import { batchOf } from '../../src/record/add/intake.js';
import { checkRecord } from '../../src/record/check/check.js';
import type { Verdict } from '../../src/record/decide/decide.js';
import { openRecord, type Record } from '../../src/record/record.js';
import { later, more } from './decide-reports.js';
import { kinds, type Place, readingsOf } from './kinds.js';
import { reports } from './reports.js';
import { empty } from './support.js';

export interface Decided {
  readonly record: Record;
  /** What is in the record before each test, and what has not come yet. */
  readonly readings: readonly Reading[];
  readonly later: readonly Reading[];
  /** What a question gives, a row each. */
  ask<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** @returns the decision's number. */
  decide(kind: Verdict['kind'], ids: readonly string[], value?: string): Promise<number>;
  /** Every row that merging makes. */
  everything(): Promise<unknown>;
  /** Files these one by one in a record that knows the decisions but no report. */
  again(order: readonly Reading[]): Promise<void>;
  /** The doctor finds nothing. */
  sound(): Promise<void>;
}

const tables = [
  'happening',
  'contradiction',
  'follow',
  'saying',
  'wording',
  'actor',
  'form',
  'role',
  'ruling',
  'given',
  'edge',
  'mark',
];

export function decisionsOn(name: string, suite: (on: () => Decided) => void): void {
  describe.each(kinds)(`${name} ($name)`, (kind) => {
    let place: Place;
    let on: Decided;
    beforeAll(async () => {
      place = await kind.place();
      const record = await openRecord(place.where, { create: true });
      on = decidedOn(record, await readingsOf([...reports, ...more]), await readingsOf(later));
    }, 120_000);
    beforeEach(async () => {
      await empty(on.record);
      await on.record.file(batchOf(on.readings));
    }, 60_000);
    afterAll(async () => {
      await on.record.close();
      await place.remove();
    }, 60_000);
    suite(() => on);
  });
}

function decidedOn(record: Record, readings: readonly Reading[], others: readonly Reading[]): Decided {
  const ask = async <Row>(text: string, values?: unknown[]): Promise<Row[]> =>
    (await record.query(text, values)).rows as Row[];
  return {
    record,
    readings,
    later: others,
    ask,
    decide: (kind, ids, value) =>
      record.decide({ kind, ids, author: 'A. Reader', ...(value === undefined ? {} : { value }) }),
    async everything() {
      const sets: { [table: string]: string[] } = {};
      for (const table of tables) {
        const rows = await ask<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
        sets[table] = rows.map(({ row }) => row).sort();
      }
      const events = await ask('select id, happening, corrected, rejected from event');
      const statements = await ask('select id, wording, saying, rejected from statement');
      sets.members = [...events, ...statements].map((row) => JSON.stringify(row)).sort();
      return sets;
    },
    async again(order) {
      const decisions = await ask<{ all: string }>(
        'select json_agg(d order by id)::text as all from decision d',
      );
      await empty(record);
      await record.query(
        'insert into decision select * from json_populate_recordset(null::decision, $1::json)',
        [decisions[0]?.all],
      );
      for (const reading of order) await record.file(batchOf([reading]));
    },
    async sound() {
      const wrong = (await checkRecord(record)).filter(({ ok }) => !ok);
      expect(wrong.map(({ check, example }) => `${check}: ${example}`)).toEqual([]);
    },
  };
}

/** In another order, the same for the same seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const left = [...items];
  let state = seed;
  const order: Item[] = [];
  while (left.length > 0) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    order.push(...left.splice((state >> 8) % left.length, 1));
  }
  return order;
}
