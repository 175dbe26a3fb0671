/** Tables of cases: each expression of the input stands in brackets with its type and value. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTime, timeReader } from '../../src/time/index.js';
import type { Time } from '../../src/time/timex3.js';
import { readCases } from '../support/cases.js';
import { docOf } from '../support/doc.js';

const read = timeReader(loadTime());
const here = import.meta.dirname;

function marked(text: string, times: readonly Time[]): string {
  let out = '';
  let end = 0;
  for (const { span, type, value, mod, anchor, from, to } of times) {
    const more = [
      mod === undefined ? '' : ` ${mod}`,
      from === undefined ? '' : ` ${from}..${to}`,
      anchor === undefined || anchor === 'published' ? '' : ` @${anchor}`,
    ];
    out += `${text.slice(end, span.start)}[${text.slice(span.start, span.end)} | ${type} ${value}${more.join('')}]`;
    end = span.end;
  }
  return out + text.slice(end);
}

for (const file of readdirSync(here).filter((name) => name.endsWith('.txt')))
  describe(file, () => {
    test.each(readCases(join(here, file)))('$name ($at)', async ({ input, config, expected }) => {
      const published = typeof config.published === 'string' ? { published: config.published } : {};
      const { layer, log } = read(await docOf(input, published), {});
      expect(marked(input, layer)).toBe(expected);
      expect(log.map(({ code }) => code)).toEqual(config.log ?? []);
    });
  });
