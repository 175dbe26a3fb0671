import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswers } from '../../src/desk/answers.js';
import { addKey } from '../../src/desk/keys.js';
import { begun, primed } from '../../src/desk/stream.js';
import { createTurns } from '../../src/desk/turns.js';
import { appOver, deskWith, problemIn, type TestDesk } from './support.js';

let test: TestDesk;

beforeAll(async () => {
  test = await deskWith([]);
}, 120_000);
afterAll(() => test.close());

describe('rate', () => {
  it('lets a few through at once, then says when to come again', async () => {
    const app = appOver(test.desk, test.folder, { rate: 2 });
    const ask = async () => app.request('http://localhost/api/happenings');
    const statuses: number[] = [];
    for (let times = 0; times < 12; times++) statuses.push((await ask()).status);
    expect(statuses.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(statuses).toContain(429);
    const refused = await ask();
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await problemIn(refused)).toMatchObject({ status: 429, type: 'desk/too-many' });
    expect((await app.request('http://localhost/health')).status).toBe(200);
  });

  it('counts each key by itself', async () => {
    const file = `${test.folder}/other/desk-keys.json`;
    const [one, two] = [addKey(file, 'one', 'read'), addKey(file, 'two', 'read')];
    const app = appOver(test.desk, `${test.folder}/other`, { rate: 1 });
    const ask = async (key: string) =>
      (await app.request('http://localhost/api/happenings', { headers: { authorization: `Bearer ${key}` } }))
        .status;
    for (let times = 0; times < 8; times++) await ask(one);
    expect(await ask(one)).toBe(429);
    expect(await ask(two)).toBe(200);
  });
});

describe('turns', () => {
  const never = () => new Promise<never>(() => {});

  it('begins so many at once, and the next when one ends', async () => {
    const turns = createTurns({ slots: 1, most: 5, patience: 5000 });
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
    };
    await Promise.all([turns.take(work('a')), turns.take(work('b'))]);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('tells who waits too long, and does not begin what nobody waits for', async () => {
    const turns = createTurns({ slots: 1, most: 5, patience: 30 });
    let begun = false;
    const stuck = turns.take(never);
    const waiting = turns.take(async () => {
      begun = true;
    });
    await expect(stuck).rejects.toMatchObject({ problem: { status: 503, type: 'desk/too-long' } });
    await expect(waiting).rejects.toMatchObject({ problem: { status: 503 } });
    expect(begun).toBe(false);
    expect(turns.waiting).toBe(0);
  });

  it('refuses when too many wait', async () => {
    const turns = createTurns({ slots: 1, most: 1, patience: 50 });
    const waiting = [turns.take(never), turns.take(never)].map((each) => each.catch(() => {}));
    await expect(turns.take(never)).rejects.toMatchObject({
      problem: { status: 503, type: 'desk/too-many' },
    });
    await Promise.all(waiting);
  });

  it('goes on after work that fails', async () => {
    const turns = createTurns({ slots: 1, most: 5, patience: 5000 });
    await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.take(async () => 7)).toBe(7);
  });
});

describe('kept answers', () => {
  const text = (size: number) => async () => ({ type: 'text/plain', text: 'x'.repeat(size) });

  it('hold no more bytes than they may, and nothing that is too large', async () => {
    const answers = createAnswers('1', 100_000);
    for (let at = 0; at < 50; at++) await answers.get(answers.etagOf(1, at), text(5000));
    expect(answers.bytes).toBeLessThanOrEqual(100_000);
    expect(answers.bytes).toBeGreaterThan(50_000);
    const before = answers.bytes;
    await answers.get(answers.etagOf(1, 'large'), text(50_000));
    expect(answers.bytes).toBe(before);
  });

  it('do not keep what went wrong', async () => {
    const answers = createAnswers('1');
    const etag = answers.etagOf(1, 'a');
    await expect(answers.get(etag, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(Buffer.from((await answers.get(etag, text(2))).body).toString()).toBe('xx');
  });

  it('are of one revision and one program', () => {
    const etag = createAnswers('1').etagOf(1, ['a']);
    expect(createAnswers('1').etagOf(2, ['a'])).not.toBe(etag);
    expect(createAnswers('2').etagOf(1, ['a'])).not.toBe(etag);
    expect(createAnswers('1').etagOf(1, ['a'])).toBe(etag);
  });
});

describe('streams', () => {
  async function* three() {
    yield 'a';
    yield 'b';
    yield 'c';
  }
  async function* failing() {
    yield 'a';
    throw new Error('the record is gone');
  }

  it('end once, whole, broken off or left', async () => {
    let ends = 0;
    const end = () => {
      ends++;
    };
    expect(await new Response(await begun(three(), end)).text()).toBe('abc');
    expect(ends).toBe(1);
    await (await begun(three(), end)).cancel();
    expect(ends).toBe(2);
    await expect(new Response(await begun(failing(), end)).text()).rejects.toThrow('gone');
    expect(ends).toBe(3);
  });

  it('are given up when nobody takes what is sent', async () => {
    let ends = 0;
    const stream = await begun(three(), () => ends++, 20);
    const reader = stream.getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(ends).toBe(1);
    await expect(reader.read()).rejects.toThrow('nobody took');
  });

  it('tell what is wrong with the first row before they begin', async () => {
    async function* broken(): AsyncGenerator<string> {
      if (ends === 0) throw new Error('wrong');
      yield 'x';
    }
    let ends = 0;
    await expect(primed(broken())).rejects.toThrow('wrong');
    ends = 1;
    const rows: string[] = [];
    for await (const row of await primed(three())) rows.push(row);
    expect(rows).toEqual(['a', 'b', 'c']);
  });
});
