import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/input/lines.js';
import { looksLikeJsonLines } from '../../src/input/reports.js';

async function* chunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function lines(text: string, size: number, limit?: number): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for await (const { bytes } of linesOf(chunks(text, size), limit)) {
    found.push(bytes && new TextDecoder().decode(bytes));
  }
  return found;
}

describe('linesOf', () => {
  test('splits at line feeds whatever the size of the chunks', async () => {
    const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '').toWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const text = parts.map((part) => `${part}\n`).join('');
        // The decoder drops a byte order mark at the start of what it is given.
        expect(await lines(text, size)).toEqual(parts.map((part) => part.replace(/^\ufeff/u, '')));
      }),
    );
  });

  test('gives the last line without a line feed', async () => {
    expect(await lines('one\ntwo', 2)).toEqual(['one', 'two']);
  });

  test('passes over a line that is too long and goes on', async () => {
    expect(await lines(`a\n${'x'.repeat(50)}\nb\n`, 7, 10)).toEqual(['a', undefined, 'b']);
  });
});

describe('looksLikeJsonLines', () => {
  const looks = (text: string) => looksLikeJsonLines(new TextEncoder().encode(text));

  test.each([
    ['a record a line', '{"text":"One."}\n{"text":"Two."}\n', true],
    ['a first line that is broken', '{"text":"One.\n{"text":"Two."}\n', true],
    ['a first line that is something else', 'oops\n{"id":"2","text":"Two."}\n', true],
    ['a page', '<!doctype html>\n<p>{"text":1}</p>', false],
    ['a pretty-printed object', '{\n  "text": "One."\n}\n', false],
    ['a JSON feed', '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}', false],
    ['a report', 'Envoys meet\n\nThey met.\n', false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(looks(text)).toBe(expected);
  });
});
