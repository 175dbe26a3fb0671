import { expect, test } from 'vitest';
import { batchOf } from '../../src/record/add/intake.js';
import { decisionsOf } from '../../src/record/decide/list.js';
import { type Decided, decisionsOn, shuffled } from './decide-support.js';

const ORLOV = 'person|pavel orlov|RUS';
const ORLOVSKY = 'person|paul orlovsky|RUS';
const KARI = 'person|kari dahl|NOR';
const KAREN = 'person|karen dahl|NOR';
const DAHL = 'person|dahl|';

decisionsOn('decisions on actors', (on) => {
  const actorOf = async (form: string): Promise<string | null | undefined> =>
    (await on().ask<{ actor: string | null }>('select actor from form where id = $1', [form]))[0]?.actor;
  const actor = async (
    id: string,
  ): Promise<{ name: string; aliases: string[]; reports: number } | undefined> =>
    (
      await on().ask<{ name: string; aliases: string[]; reports: number }>(
        'select name, aliases, reports from actor where id = $1',
        [id],
      )
    )[0];
  const about = async (): Promise<(readonly (readonly string[])[])[]> =>
    (await decisionsOf(on().record.db)).map((decision) => decision.about);

  /** What is decided, and what holds then. */
  const cases: readonly {
    of: string;
    decide: (each: Decided) => Promise<number>;
    holds: () => Promise<void>;
  }[] = [
    {
      of: 'two of one family are one',
      decide: (each) => each.decide('merge', [KARI, KAREN]),
      async holds() {
        expect(await actorOf(KAREN)).toBe(KAREN);
        expect(await actorOf(KARI)).toBe(KAREN);
        expect(await actor(KAREN)).toEqual({ name: 'Karen Dahl', aliases: ['Kari Dahl'], reports: 2 });
        expect(await actor(KARI)).toBeUndefined();
      },
    },
    {
      of: 'two of different families are one, named by their names',
      decide: (each) => each.decide('merge', ['Pavel Orlov', 'paul orlovsky']),
      async holds() {
        expect(await actorOf(ORLOV)).toBe(ORLOVSKY);
        expect(await actor(ORLOVSKY)).toEqual({
          name: 'Paul Orlovsky',
          aliases: ['Pavel Orlov'],
          reports: 4,
        });
      },
    },
    {
      of: 'a person and a body, which no family could join',
      decide: (each) => each.decide('merge', ['person|paul', 'organization|nordic council|', 'state|EST']),
      async holds() {
        const one = await actorOf(ORLOVSKY);
        expect(one).not.toBeNull();
        expect(await actorOf('organization|nordic council|')).toBe(one);
        expect(await actorOf('state|EST')).toBe(one);
      },
    },
    {
      of: 'a name of nobody in particular is an actor’s',
      decide: (each) => each.decide('merge', ['group|ministers|', ORLOV]),
      async holds() {
        expect(await actorOf('group|ministers|')).toBe(await actorOf(ORLOV));
      },
    },
    {
      of: 'an actor has another name',
      decide: (each) => each.decide('rename', ['Mari Tamm'], 'M. Tamm (Estonia)'),
      async holds() {
        expect(await actor('person|mari tamm|EST')).toMatchObject({
          name: 'M. Tamm (Estonia)',
          aliases: ['Mari Tamm'],
        });
        expect(await about()).toEqual([[['M. Tamm (Estonia)']]]);
      },
    },
    {
      of: 'a name is nobody’s',
      decide: (each) => each.decide('reject', ['organization|sela|']),
      async holds() {
        expect(await actorOf('organization|sela|')).toBeNull();
        expect(await actor('organization|sela|')).toBeUndefined();
        expect(await about()).toEqual([[['Sela']]]);
      },
    },
    {
      of: 'what is rejected tells nothing of others: a surname then fits one alone',
      decide: (each) => each.decide('reject', [KAREN]),
      async holds() {
        expect(await actorOf(DAHL)).toBe(KARI);
      },
    },
  ];

  test.each(cases)('$of, and it can be taken back', async ({ decide, holds }) => {
    const before = await on().everything();
    const number = await decide(on());
    await holds();
    await on().sound();
    await on().record.undo(number);
    expect(await on().everything()).toEqual(before);
    await on().sound();
  });

  test('forms are taken out of their actor and are one by themselves', async () => {
    const { record, later, decide, everything } = on();
    await record.file(batchOf(later));
    const before = await everything();
    const forms = ['person|pavel orlow|RUS', 'person|orlov|RUS'];
    expect(await Promise.all(forms.map(actorOf))).toEqual([ORLOV, ORLOV]);
    const number = await decide('split', forms);
    expect(await Promise.all(forms.map(actorOf))).toEqual([forms[0], forms[0]]);
    expect(await actorOf(ORLOV)).toBe(ORLOV);
    expect(await about()).toEqual([[['Pavel Orlow'], ['Pavel Orlov']]]);
    await on().sound();
    await record.undo(number);
    expect(await everything()).toEqual(before);
  });

  test('a form that comes later joins whom its name fits, joined or split as people have decided', async () => {
    const { record, later, decide, readings } = on();
    await decide('merge', [ORLOV, ORLOVSKY]);
    await decide('merge', [KARI, DAHL]);
    await decide('rename', [ORLOV], 'Pavel Orlov(sky)');
    await record.file(batchOf(later));
    for (const form of ['person|orlov|RUS', 'person|pavel orlow|RUS'])
      expect(await actorOf(form)).toBe(ORLOVSKY);
    expect(await actor(ORLOVSKY)).toMatchObject({ name: 'Pavel Orlov(sky)' });
    await decide('split', ['person|orlov|RUS', 'person|pavel orlow|RUS']);
    await on().sound();
    const expected = await on().everything();
    for (const seed of [1, 2, 3]) {
      await on().again(shuffled([...readings, ...later], seed));
      expect(await on().everything()).toEqual(expected);
    }
  });

  test('a name that comes later joins those who stayed, not the fuller name that was taken out', async () => {
    const { record, later, decide } = on();
    const [initial, bare] = ['person|p orlovsky|RUS', 'person|orlovsky|RUS'];
    await record.file(batchOf(later.slice(1, 2)));
    expect(await actorOf(initial)).toBe(ORLOVSKY);
    await decide('split', [ORLOVSKY]);
    await record.file(batchOf(later.slice(3)));
    expect(await actorOf(bare)).toBe(initial);
    expect(await actorOf(ORLOVSKY)).toBe(ORLOVSKY);
    await on().sound();
    await record.undo(1);
    expect(await actorOf(bare)).toBe(ORLOVSKY);
    await on().sound();
  });

  test('a later decision outweighs an earlier one', async () => {
    const { decide, record } = on();
    const apart = await on().everything();
    const merged = await decide('merge', [KARI, KAREN, DAHL]);
    const split = await decide('split', [KARI]);
    expect(await actorOf(KARI)).toBe(KARI);
    expect(await actorOf(DAHL)).toBe(KAREN);
    await on().sound();
    const back = await decide('merge', [KARI, KAREN]);
    expect(await actorOf(KARI)).toBe(KAREN);
    await on().sound();
    const first = await decide('rename', [KAREN], 'First');
    await decide('rename', [KAREN], 'Second');
    expect(await actor(KAREN)).toMatchObject({ name: 'Second' });
    await record.undo(first);
    expect(await actor(KAREN)).toMatchObject({ name: 'Second' });
    for (const number of [merged, split, back]) await record.undo(number);
    const left = await decisionsOf(record.db);
    await record.undo(left.filter(({ undone }) => undone === null)[0]?.id ?? 0);
    expect(await on().everything()).toEqual(apart);
  });

  test('reports read again: what is decided on a name holds while some report has it, and again when it is back', async () => {
    const { decide, record, readings } = on();
    await decide('merge', [ORLOV, ORLOVSKY]);
    await decide('reject', ['organization|sela|']);
    const decided = await on().everything();
    await record.replace(readings);
    expect(await on().everything()).toEqual(decided);
    const last = readings.at(-1);
    if (last === undefined) throw new Error('no report');
    const others = last.actors.filter(({ name }) => name !== 'Paul Orlovsky');
    await record.replace([{ ...last, actors: others, events: [] }]);
    expect(await actorOf(ORLOVSKY)).toBeUndefined();
    expect(await actorOf(ORLOV)).toBe(ORLOV);
    expect(await decisionsOf(record.db)).toMatchObject([
      { gone: 1, places: 2, about: [['Pavel Orlov']] },
      {},
    ]);
    await on().sound();
    await record.replace([last]);
    expect(await on().everything()).toEqual(decided);
  });

  test.each([
    {
      of: 'an unknown id',
      kind: 'merge',
      ids: ['person|nobody|', ORLOV],
      says: /no actor or name person\|nobody\|/u,
    },
    { of: 'an unknown name', kind: 'reject', ids: ['Nobody'], says: /Nobody, and no actor of that name/u },
    {
      of: 'a beginning of two',
      kind: 'rename',
      ids: ['person|kar'],
      value: 'X',
      says: /may mean .*karen.*kari|may mean .*kari.*karen/u,
    },
    {
      of: 'a merge of one',
      kind: 'merge',
      ids: [ORLOV, 'Pavel Orlov'],
      says: /two or more different actors/u,
    },
    { of: 'a split of all', kind: 'split', ids: [ORLOV], says: /all that an actor has/u },
    { of: 'a split of two actors', kind: 'split', ids: [KARI, KAREN], says: /names of one actor/u },
    {
      of: 'a split of a name that is nobody’s',
      kind: 'split',
      ids: ['group|ministers|'],
      says: /names of one actor/u,
    },
    { of: 'no new name', kind: 'rename', ids: [ORLOV], value: ' ', says: /say the new name/u },
    {
      of: 'an actor and a happening',
      kind: 'merge',
      ids: [ORLOV, 'hc110e33c'],
      says: /an actor and a happening cannot/u,
    },
  ] as const)('$of is refused and changes nothing', async ({ kind, ids, says, ...rest }) => {
    const before = await on().everything();
    await expect(on().decide(kind, ids, 'value' in rest ? rest.value : undefined)).rejects.toThrow(says);
    expect(await on().everything()).toEqual(before);
    expect(await decisionsOf(on().record.db)).toEqual([]);
  });

  test('what is rejected must be taken back before it is merged', async () => {
    await on().decide('reject', [KARI]);
    await expect(on().decide('merge', [KARI, KAREN])).rejects.toThrow(/kari dahl\|NOR is rejected/u);
  });
});
