import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Actor } from '../../src/actor/actor.js';
import type { Doc } from '../../src/language/doc.js';
import { packageFile } from '../../src/package-root.js';
import { textOf } from '../../src/span.js';
import { loadSpeech, type Statement, speechReader, statementAt } from '../../src/speech/index.js';
import type { Time } from '../../src/time/timex3.js';
import { readCases } from '../support/cases.js';
import { docOf } from '../support/doc.js';

/** Of the days of these tests, where they stand in a text. */
const timesOf = (text: string): Time[] =>
  [...text.matchAll(/Monday/g)].map(({ index }) => ({
    id: 'Monday',
    span: { start: index, end: index + 'Monday'.length },
    text: 'Monday',
    type: 'DATE',
    value: 'XXXX-WXX-1',
    rule: 'test',
  }));

const read = speechReader(loadSpeech());
const folder = import.meta.dirname;

const people = ['Kovac', 'Novak'];

/** Every place where a person of these tests is named is a mention. */
function actorsOf(text: string): Actor[] {
  return people.map((name) => ({
    id: name,
    kind: 'person',
    name,
    sectors: [],
    roles: [],
    mentions: [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      start: index,
      end: index + name.length,
    })),
    aliases: [],
  }));
}

const readDoc = (doc: Doc) => read(doc, { actors: actorsOf(doc.text), times: timesOf(doc.text) });

function row(text: string, statement: Statement): string {
  const { form, speaker, speakers, cue, content, to, said, language } = statement;
  const more = [
    ...(said ? [`said ${said}`] : []),
    ...(to ? [`to ${to.join(' ')}`] : []),
    ...(language ? [`language ${language}`] : []),
  ];
  const words = content.map((span) => textOf(text, span)).join(' // ');
  const parts = [form, speaker ?? speakers?.join('+') ?? '-', cue ? textOf(text, cue) : '-', words].join(
    ' | ',
  );
  return more.length > 0 ? `${parts} ; ${more.join(' ; ')}` : parts;
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    test.each(readCases(join(folder, file)))('$name', async ({ input, expected }) => {
      const doc = await docOf(input);
      const { layer, log } = readDoc(doc);
      const rows = layer.map((statement) => row(doc.text, statement));
      const logged = expected.includes('log ') ? log.map(({ code }) => `log ${code}`) : [];
      expect([...rows, ...logged].join('\n')).toBe(expected);
    });
  });
}

interface Example {
  readonly id: string;
  /** Of cues that only documents are the source of: these are no actors. */
  readonly by?: string;
  readonly example: string;
  readonly quoted?: string;
}

const examples = (file: string): Record<string, Example[]> =>
  parse(readFileSync(packageFile('data', 'speech', file), 'utf8')) as Record<string, Example[]>;

describe('examples in data/speech', () => {
  const { cues = [], nouns = [], after = [] } = examples('cues.yaml');
  test.each([...cues, ...nouns, ...after])('$id', async ({ id, example, by }) => {
    const { layer } = readDoc(await docOf(example));
    const speaker = by === 'documents' ? undefined : 'Kovac';
    expect(layer.map((statement) => [statement.rule, statement.speaker])).toEqual([[id, speaker]]);
  });

  const { pairs = [] } = examples('marks.yaml');
  test.each(pairs)('$id', async ({ example, quoted = '' }) => {
    const { layer } = readDoc(await docOf(example));
    const [statement] = layer;
    expect(statement?.content.map((span) => textOf(example, span)).join()).toContain(quoted);
  });
});

describe('the statement at a place', async () => {
  const doc = await docOf('Kovac said Novak told Horvat that the talks had failed. Nobody came.');
  const { layer } = readDoc(doc);
  const at = (words: string): Statement | undefined => {
    const start = doc.text.indexOf(words);
    return statementAt(layer, { start, end: start + words.length });
  };

  test('is the innermost one', () => {
    expect(at('talks')?.speaker).toBe('Novak');
    expect(at('told')?.speaker).toBe('Kovac');
  });

  test("is none in the report's own voice", () => {
    expect(at('Kovac')).toBeUndefined();
    expect(at('Nobody')).toBeUndefined();
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '„',
      '«',
      '»',
      "''",
      ' ',
      '. ',
      ', ',
      ': ',
      '\n\n',
      '—',
      '😀',
      '\ud800',
    ],
    ...[
      'Kovac',
      'said',
      'he',
      'that',
      'the talks failed',
      'told',
      'according to',
      'saying',
      'called',
      'We go',
    ],
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test('spans lie in the text, content is not empty and in order, twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const doc = await docOf(text);
        const first = readDoc(doc);
        expect(readDoc(doc)).toEqual(first);
        for (const { content, cue, source } of first.layer) {
          let end = 0;
          for (const span of content) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            end = span.end;
          }
          for (const span of [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])]) {
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(span.end).toBeGreaterThan(span.start);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('marks without end are read in bounded time', async () => {
    for (const mark of ['"', '“', "' ", '“a ']) {
      const started = process.cpuUsage();
      readDoc(await docOf(mark.repeat(10_000)));
      const { user } = process.cpuUsage(started);
      expect(user / 1e6).toBeLessThan(20);
    }
  });
});
