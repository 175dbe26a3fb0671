import { expect, test } from 'vitest';
import type { Reading } from '../../src/reading/reading.js';
import { batchOf } from '../../src/record/add/intake.js';
import { happening as oneHappening } from '../../src/record/ask/one.js';
import { decisionsOf } from '../../src/record/decide/list.js';
import { decisionsOn, shuffled } from './decide-support.js';

/** A sentence each of two reports of one meeting, and of the next meeting. */
const MET = 'Estonian Foreign Minister Mari Tamm met';
const TALKS = 'Estonian Defence Minister Mari Tamm met';
const RIGA = 'The foreign ministers of Estonia and Latvia met in Riga';

decisionsOn('decisions on happenings', (on) => {
  interface Told {
    readonly id: string;
    readonly happening: string | null;
  }
  const event = async (sentence: string): Promise<Told> => {
    const [found] = await on().ask<Told>('select id, happening from event where starts_with(sentence, $1)', [
      sentence,
    ]);
    if (found === undefined) throw new Error(`no event of ${sentence}`);
    return found;
  };
  const happening = async (sentence: string): Promise<string> => (await event(sentence)).happening ?? '';
  const title = async (id: string): Promise<string | undefined> =>
    (await on().ask<{ title: string }>('select title from happening where id = $1', [id]))[0]?.title;
  const about = async (): Promise<(readonly (readonly string[])[])[]> =>
    (await decisionsOf(on().record.db)).map((decision) => decision.about);

  let before: readonly string[] = [];
  const cases: readonly { of: string; decide: () => Promise<number>; holds: () => Promise<void> }[] = [
    {
      of: 'two are one',
      decide: async () => {
        before = [await happening(MET), await happening(RIGA)];
        return on().decide('merge', before);
      },
      async holds() {
        expect(await happening(RIGA)).toBe(await happening(MET));
        // Both old addresses lead to it.
        for (const id of before) {
          const { happening: found } = await oneHappening(on().record.db, id);
          expect(found.id).toBe(await happening(MET));
        }
        expect(await about()).toEqual([[[await title(await happening(MET))]]]);
      },
    },
    {
      of: 'an event is of another',
      decide: async () => on().decide('split', [(await event(TALKS)).id]),
      async holds() {
        const [met, talks] = [await happening(MET), await happening(TALKS)];
        expect(talks).not.toBe(met);
        expect(await about()).toEqual([[[await title(talks)], [await title(met)]]]);
      },
    },
    {
      of: 'a name',
      decide: async () => on().decide('rename', [await happening(MET)], 'The Tallinn talks'),
      async holds() {
        expect(await title(await happening(MET))).toBe('The Tallinn talks');
        expect(await about()).toEqual([[['The Tallinn talks']]]);
      },
    },
    {
      of: 'an event is thrown out',
      decide: async () => on().decide('reject', [(await event(TALKS)).id]),
      async holds() {
        expect((await event(TALKS)).happening).toBeNull();
        const [met] = await on().ask<{ reports: number; contradictions: number }>(
          'select reports, contradictions from happening where id = $1',
          [await happening(MET)],
        );
        expect(met).toEqual({ reports: 1, contradictions: 0 });
        expect((await about()).flat(2)[0]).toMatch(/^Estonian Defence Minister Mari Tamm met/u);
      },
    },
    {
      of: 'a happening is thrown out',
      decide: async () => on().decide('reject', [await happening(RIGA)]),
      async holds() {
        expect((await event(RIGA)).happening).toBeNull();
        expect(
          await on().ask('select 1 from happening where title like $1', ['Estonia and Latvia held%']),
        ).toEqual([]);
      },
    },
  ];

  test.each(cases)('$of, and it can be taken back', async ({ decide, holds }) => {
    const before = await on().everything();
    const number = await decide();
    await holds();
    await on().sound();
    await on().record.undo(number);
    expect(await on().everything()).toEqual(before);
    await on().sound();
    await expect(on().record.undo(number)).rejects.toThrow(/no standing decision/u);
  });

  test('later decisions outweigh earlier ones', async () => {
    const { decide } = on();
    await decide('split', [(await event(TALKS)).id]);
    await decide('merge', [await happening(MET), await happening(TALKS)]);
    expect(await happening(TALKS)).toBe(await happening(MET));
    await decide('rename', [await happening(MET)], 'First');
    await decide('rename', [await happening(MET)], 'Second');
    expect(await title(await happening(MET))).toBe('Second');
    await on().sound();
    await decide('split', [(await event(TALKS)).id]);
    expect(await happening(TALKS)).not.toBe(await happening(MET));
    await on().sound();
  });

  /** Decides something of each kind. */
  async function decideAll(): Promise<void> {
    const { decide } = on();
    await decide('split', [(await event(TALKS)).id]);
    await decide('merge', [await happening(MET), await happening(RIGA)]);
    await decide('rename', [await happening(TALKS)], 'The talks of the courier');
    await decide('reject', [(await event('Saudi Arabia condemned the shelling')).id]);
  }

  test('reports read again say what people have decided, with the same ids', async () => {
    await decideAll();
    const decided = await on().everything();
    for (const reading of on().readings) await on().record.replace([reading]);
    expect(await on().everything()).toEqual(decided);
    await on().record.replace(on().readings);
    expect(await on().everything()).toEqual(decided);
    await on().sound();
  });

  test('in whatever order reports come, now or later', async () => {
    await decideAll();
    await on().record.file(batchOf(on().later));
    const expected = await on().everything();
    await on().sound();
    for (const seed of [1, 2, 3]) {
      await on().again(shuffled([...on().readings, ...on().later], seed));
      expect(await on().everything()).toEqual(expected);
    }
  });

  /** The report of the talks, its events read in another way. */
  const reread = (
    change: (event: Reading['events'][number]) => readonly Reading['events'][number][],
  ): Reading => {
    const reading = on().readings.find(({ article }) => article.text.includes(TALKS));
    if (reading === undefined) throw new Error('no report of the talks');
    return {
      ...reading,
      events: reading.events.flatMap((each) =>
        reading.article.text.slice(each.cite.start, each.cite.end).startsWith(TALKS) ? change(each) : [each],
      ),
    };
  };

  test('an event whose words are told otherwise is found by them', async () => {
    await decideAll();
    const wider = reread((each) => [
      { ...each, trigger: { ...each.trigger, start: each.trigger.start - 5 } },
    ]);
    const { id } = await event(TALKS);
    await on().record.replace([wider]);
    expect((await event(TALKS)).id).not.toBe(id);
    expect(await happening(TALKS)).not.toBe(await happening(MET));
    expect(await title(await happening(TALKS))).toBe('The talks of the courier');
    await on().sound();
  });

  test('a decision on what is read no more does nothing, says so, and holds when it is back', async () => {
    const { record, decide } = on();
    await decide('rename', [(await event(TALKS)).id], 'The talks of the courier');
    await decide('merge', [await happening(TALKS), await happening(RIGA)]);
    const decided = await on().everything();
    await record.replace([reread(() => [])]);
    expect(await decisionsOf(record.db)).toMatchObject([{ about: [], gone: 1, places: 1 }, { gone: 1 }]);
    expect(await on().ask('select 1 from given')).toEqual([]);
    await on().sound();
    await record.replace([reread((each) => [each])]);
    expect(await on().everything()).toEqual(decided);
  });

  test('of two acts of one word the one is meant that was named', async () => {
    const twice = reread((each) => [each, { ...each, type: each.type, mode: 'visit', id: `${each.id}b` }]);
    await on().record.replace([twice]);
    const acts = await on().ask<{ id: string }>(
      'select id from event where starts_with(sentence, $1) order by id',
      [TALKS],
    );
    expect(acts).toHaveLength(2);
    await on().decide('reject', [acts[1]?.id ?? '']);
    await on().decide('rename', [acts[0]?.id ?? ''], 'The first');
    const out = await on().ask('select id from event where rejected');
    expect(out).toEqual([acts[1]]);
    await on().sound();
  });

  test.each([
    {
      of: 'an unknown id',
      kind: 'reject',
      says: /no happening, event, saying or statement h0000/u,
      ids: async () => ['h0000'],
    },
    {
      of: 'a beginning of many',
      kind: 'reject',
      says: /may mean .*; write more of it/u,
      ids: async () => ['h'],
    },
    {
      of: 'a beginning of an event and a statement',
      kind: 'reject',
      says: /may mean|write more/u,
      ids: async () => [(await event(MET)).id.slice(0, 20)],
    },
    {
      of: 'a merge of one',
      kind: 'merge',
      says: /two or more different happenings/u,
      ids: async () => [(await event(MET)).id, await happening(TALKS)],
    },
    {
      of: 'a split of all',
      kind: 'split',
      says: /all that a happening has/u,
      ids: async () => [await happening(MET)],
    },
    {
      of: 'a split of two',
      kind: 'split',
      says: /events of one happening/u,
      ids: async () => [(await event(MET)).id, (await event(RIGA)).id],
    },
    {
      of: 'a rename to nothing',
      kind: 'rename',
      says: /say the new name/u,
      ids: async () => [await happening(MET)],
    },
    { of: 'nothing', kind: 'reject', says: /name what the decision is about/u, ids: async () => [] },
  ] as const)('$of is refused and changes nothing', async ({ kind, says, ids }) => {
    const before = await on().everything();
    await expect(on().decide(kind, await ids())).rejects.toThrow(says);
    expect(await on().everything()).toEqual(before);
    expect(await decisionsOf(on().record.db)).toEqual([]);
  });
});
