/** Input that means harm or is broken: a clear error or a right Reading, in bounded time and memory. */
import { describe, expect, test } from 'vitest';
import { createReader, type ReadOutcome } from '../../src/reading/index.js';
import { all } from '../support/all.js';

const reader = createReader();
const read = (input: Uint8Array | string): Promise<ReadOutcome[]> =>
  all(reader.read(input, { from: 'hostile' }));
const sentence = 'Chilean President Luis Rojas met Peruvian Foreign Minister Ana Quispe in Lima on Friday. ';

function error(outcomes: readonly ReadOutcome[]): string {
  const [only] = outcomes;
  if (outcomes.length !== 1 || only === undefined || only.ok) throw new Error('an error was expected');
  return `${only.error.code}: ${only.error.message}`;
}

function reading(outcomes: readonly ReadOutcome[]) {
  const [only] = outcomes;
  if (outcomes.length !== 1 || !only?.ok) throw new Error(`a Reading was expected: ${JSON.stringify(only)}`);
  return only.reading;
}

describe('no report', () => {
  test('an empty file', async () => expect(error(await read(''))).toContain('input/empty'));
  test('white space alone', async () => expect(error(await read(' \n\t\r\n'))).toContain('input/empty'));
  test('a picture', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48);
    expect(error(await read(png))).toContain('input/binary');
  });
  test('50 MB of text', async () => {
    const message = error(await read(sentence.repeat(Math.ceil((50 * 1024 * 1024) / sentence.length))));
    expect(message).toMatch(/^input\/too-large: .*\d/u);
  });
  test('a feed of a billion laughs', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
    const feed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${levels.join('')}]>
<rss version="2.0"><channel><title>x</title><item><title>&l9;</title><description>&l9;</description></item></channel></rss>`;
    const started = performance.now();
    expect(JSON.stringify(await read(feed)).length).toBeLessThan(100_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('a report all the same', () => {
  test('broken UTF-8 is replaced, and said to be', async () => {
    const bytes = new TextEncoder().encode(`${sentence}“Señor Núñez” saw the Łódź region.\n\n${sentence}`);
    bytes[10] = 0xff;
    const { article, log } = reading(await read(bytes));
    expect(article.text).toContain('“Señor Núñez” saw the Łódź region.');
    expect(article.text).toContain('\ufffd');
    expect(log.map(({ code }) => code)).toContain('article/broken-text');
  });

  test('a line of a million characters', async () => {
    const { events, article } = reading(await read(sentence.repeat(Math.ceil(1_000_000 / sentence.length))));
    expect(article.text.length).toBeGreaterThan(1_000_000);
    expect(events.length).toBeGreaterThan(0);
  }, 240_000);

  test.each([
    ['letters', 'a'],
    ['quotation marks', '"'],
    ['opening marks', '“'],
    ['full stops', '.'],
    ['digits', '7'],
    ['commas and blanks', ', '],
    ['capital words', 'Aa '],
    ['titles', 'President '],
    ['dates', '1 May '],
  ])(
    'a million characters of %s',
    async (_, unit) => {
      const started = performance.now();
      const { article } = reading(
        await read(`${sentence.repeat(60)}\n\n${unit.repeat(Math.ceil(1_000_000 / unit.length))}`),
      );
      expect(article.language).toBe('en');
      expect(performance.now() - started).toBeLessThan(60_000);
    },
    90_000,
  );

  test('HTML nested a hundred thousand deep', async () => {
    const depth = 100_000;
    const page = `<html><body><h1>Envoys meet</h1>${'<div>'.repeat(depth)}<p>${sentence.repeat(5)}</p>${'</div>'.repeat(depth)}</body></html>`;
    const { article, log } = reading(await read(page));
    expect(article.headline).toBe('Envoys meet');
    expect(log.map(({ code }) => code).join(' ')).toMatch(/article\/page-/u);
  });

  test('lone surrogates, right-to-left and emoji', async () => {
    const { article, events } = reading(await read(`${sentence}😀 \ud83d مرحبا \u202e${sentence}`));
    expect(article.text.isWellFormed()).toBe(true);
    expect(events.length).toBeGreaterThan(0);
  });

  test('one broken item does not lose the feed', async () => {
    const item = (title: string, body: string) =>
      `<item><title>${title}</title><description>${body}</description></item>`;
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>${item('One', sentence)}<item><title>Two</title><pubDate>someday</pubDate></item>${item('Three', sentence)}</channel></rss>`;
    const outcomes = await read(feed);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(JSON.stringify(outcomes[1])).toContain('someday');
  });

  test('a report in another language says so and is not misread', async () => {
    const text =
      'Die Außenminister beider Länder trafen sich am Freitag in Lima. Sie vereinbarten, die Gespräche im Mai fortzusetzen.';
    const { article, events, statements, times, log } = reading(await read(text));
    expect(article.language).toBe('de');
    expect([...events, ...statements, ...times]).toEqual([]);
    expect(log.map(({ code }) => code)).toContain('article/not-english');
  });
});
