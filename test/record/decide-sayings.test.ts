import { expect, test } from 'vitest';
import { batchOf } from '../../src/record/add/intake.js';
import { decisionsOf } from '../../src/record/decide/list.js';
import { decisionsOn, shuffled } from './decide-support.js';

const QUOTE = '"The bridge at Sela will be open again';
const RENDERED = 'that the bridge at Sela would be open again';
const CROSSING = '"The crossing will carry cars once more';

decisionsOn('decisions on sayings', (on) => {
  interface Said {
    readonly id: string;
    readonly saying: string | null;
  }
  /** In the order of their ids. */
  const all = (content: string): Promise<Said[]> =>
    on().ask<Said>('select id, saying from statement where starts_with(content, $1) order by id', [content]);
  const one = async (content: string): Promise<Said> => {
    const [found] = await all(content);
    if (found === undefined) throw new Error(`nobody said ${content}`);
    return found;
  };
  const saying = async (content: string): Promise<string> => (await one(content)).saying ?? '';
  const reportsOf = async (content: string): Promise<number | undefined> =>
    (
      await on().ask<{ reports: number }>('select reports from saying where id = $1', [await saying(content)])
    )[0]?.reports;
  const about = async (): Promise<(readonly (readonly string[])[])[]> =>
    (await decisionsOf(on().record.db)).map((decision) => decision.about);

  const cases: readonly { of: string; decide: () => Promise<number>; holds: () => Promise<void> }[] = [
    {
      of: 'two are one',
      decide: async () => on().decide('merge', [await saying(QUOTE), await saying(CROSSING)]),
      async holds() {
        expect(await saying(CROSSING)).toBe(await saying(QUOTE));
        expect(await saying(RENDERED)).toBe(await saying(QUOTE));
        expect(await reportsOf(QUOTE)).toBe(3);
      },
    },
    {
      of: 'a statement is of another',
      decide: async () => on().decide('split', [(await one(RENDERED)).id]),
      async holds() {
        expect(await saying(RENDERED)).not.toBe(await saying(QUOTE));
        expect(await reportsOf(QUOTE)).toBe(2);
        expect((await about())[0]).toHaveLength(2);
      },
    },
    {
      of: 'a statement is of another, with those of the same words',
      decide: async () => on().decide('split', [(await one(QUOTE)).id]),
      async holds() {
        expect((await all(QUOTE)).map((each) => each.saying)).toEqual(Array(2).fill(await saying(QUOTE)));
        expect(await saying(RENDERED)).not.toBe(await saying(QUOTE));
        expect(await reportsOf(QUOTE)).toBe(2);
      },
    },
    {
      of: 'a statement is out, others of the same words are not',
      decide: async () => on().decide('reject', [(await all(QUOTE))[1]?.id ?? '']),
      async holds() {
        expect((await all(QUOTE)).map((each) => each.saying === null)).toEqual([false, true]);
        expect(await reportsOf(RENDERED)).toBe(2);
        expect((await about()).flat(2)[0]).toContain('The bridge at Sela will be open again');
      },
    },
    {
      of: 'a saying is out',
      decide: async () => on().decide('reject', [await saying(CROSSING)]),
      async holds() {
        expect((await one(CROSSING)).saying).toBeNull();
        expect(
          await on().ask('select 1 from wording where starts_with(words, $1)', ['the crossing']),
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
  });

  /** @returns the number of the rejection. */
  async function decideAll(): Promise<number> {
    await on().decide('merge', [await saying(QUOTE), await saying(CROSSING)]);
    await on().decide('split', [(await one(RENDERED)).id]);
    return on().decide('reject', [(await one(QUOTE)).id]);
  }

  test('what is rejected and back is one again with what it was joined to', async () => {
    await on().decide('merge', [await saying(QUOTE), await saying(CROSSING)]);
    const before = await on().everything();
    const number = await on().decide('reject', [(await one(CROSSING)).id]);
    expect(await saying(CROSSING)).not.toBe(await saying(QUOTE));
    await on().sound();
    await on().record.undo(number);
    expect(await on().everything()).toEqual(before);
  });

  test('a later decision outweighs an earlier one', async () => {
    await on().decide('split', [(await one(RENDERED)).id]);
    await on().decide('merge', [await saying(RENDERED), await saying(QUOTE)]);
    expect(await saying(RENDERED)).toBe(await saying(QUOTE));
    await on().decide('split', [(await one(RENDERED)).id]);
    expect(await saying(RENDERED)).not.toBe(await saying(QUOTE));
    await on().sound();
  });

  test('reports read again say what people have decided', async () => {
    await decideAll();
    const decided = await on().everything();
    for (const reading of on().readings) await on().record.replace([reading]);
    expect(await on().everything()).toEqual(decided);
    await on().sound();
  });

  test('words read otherwise are found by where they stand, and are missed where none are read', async () => {
    await decideAll();
    const reading = on().readings.find(({ article }) => article.text.includes(CROSSING));
    if (reading === undefined) throw new Error('no report of the crossing');
    const isCrossing = (each: (typeof reading.statements)[number]): boolean =>
      reading.article.text.slice(each.content[0]?.start).startsWith(CROSSING);
    const shorter = reading.statements.map((each) =>
      isCrossing(each)
        ? { ...each, content: each.content.map((span) => ({ ...span, end: span.end - 30 })) }
        : each,
    );
    await on().record.replace([{ ...reading, statements: shorter }]);
    expect(await saying(CROSSING)).toBe((await all(QUOTE)).flatMap((each) => each.saying ?? [])[0]);
    await on().sound();
    await on().record.replace([
      { ...reading, statements: reading.statements.filter((each) => !isCrossing(each)) },
    ]);
    expect(await on().ask(`select 1 from ruling where a like 'w%' and one`)).toEqual([]);
    expect((await decisionsOf(on().record.db))[0]).toMatchObject({ gone: 1 });
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

  test.each([
    { of: 'a name', kind: 'rename', says: /a saying has no name/u, ids: async () => [await saying(QUOTE)] },
    {
      of: 'a merge of one',
      kind: 'merge',
      says: /two or more different sayings/u,
      ids: async () => [await saying(QUOTE), await saying(RENDERED)],
    },
    {
      of: 'a split of all',
      kind: 'split',
      says: /all that a saying has/u,
      ids: async () => [await saying(CROSSING)],
    },
    {
      of: 'an unknown id',
      kind: 'split',
      says: /no happening, event, saying or statement s0000/u,
      ids: async () => ['s0000'],
    },
  ] as const)('$of is refused and changes nothing', async ({ kind, says, ids }) => {
    const before = await on().everything();
    await expect(on().decide(kind, await ids(), 'X')).rejects.toThrow(says);
    expect(await on().everything()).toEqual(before);
  });
});
