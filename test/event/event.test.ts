import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Event } from '../../src/event/event.js';
import { readCases } from '../support/cases.js';
import { data, type EventCase, eventsOf } from './layers.js';
import { eventLine, fullLine } from './show.js';

const file = (name: string) => readCases(new URL(name, import.meta.url).pathname);

describe('examples in data/events/', () => {
  const rows = [...data.lexicon.rules, ...data.lexicon.embeddings, ...data.lexicon.contents];
  test.each(rows.map((row) => [row.id, row] as const))('%s', async (_, { example, gives }) => {
    const read = await eventsOf(example, { kind: example.endsWith('.') ? 'body' : 'headline' });
    expect(read.events.map((event) => eventLine(event, read)).join('; ')).toBe(gives);
  });

  test.each(data.lexicon.background.examples)('$id', async ({ text, background }) => {
    const { events } = await eventsOf(text);
    expect(events.map((event) => event.background)).toEqual([background]);
  });
});

describe('examples in vouchers.yaml', () => {
  test.each(data.lexicon.vouchers.examples)('$id', async ({ text, said, by, voucher }) => {
    const { events } = await eventsOf(text, { said: [said, by] });
    expect(events.map((event) => event.voucher)).toEqual([voucher]);
  });
});

describe.each(['plain.txt', 'status.txt', 'not-an-event.txt'])('%s', (name) => {
  test.each(file(name).map((one) => [one.name, one] as const))(
    '%s',
    async (title, { input, expected, config }) => {
      const kind = title.startsWith('headline') ? 'headline' : 'body';
      const read = await eventsOf(input, { kind, ...(config as EventCase) });
      expect(read.events.map((event) => eventLine(event, read)).join('\n')).toBe(expected);
    },
  );
});

describe('when-where.txt', () => {
  test.each(file('when-where.txt').map((one) => [one.name, one] as const))(
    '%s',
    async (_, { input, expected, config }) => {
      const read = await eventsOf(input, config as EventCase);
      expect(read.events.map((event) => fullLine(event, read)).join('\n')).toBe(expected);
    },
  );
});

describe('what is left out stands in the log', () => {
  test.each([
    ['Armenia did not sign the treaty with Turkey.', 'event/negated'],
    ['Two sailors were arrested near the port.', 'event/no-actor'],
    ['North Korea threatened to attack Japan.', 'event/absorbed'],
    ['Officials ignored talks between Chad and Sudan.', 'event/unanchored'],
    ['Peru condemned Chile on Sunday. Peru condemned Chile on Sunday.', 'event/duplicate'],
  ])('%s', async (text, code) => {
    const { log } = await eventsOf(text);
    expect(log.map((entry) => entry.code)).toContain(code);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'Iran',
    'Israel',
    'The French president',
    'attacked',
    'met',
    'will',
    'visit',
    'to',
    'not',
    'and',
    ',',
    'that',
    'who',
    'if',
    'talks',
    'with',
    'in',
    'Geneva',
    'on',
    'Tuesday',
    '"',
    'said',
    'after',
    'by',
    'deploying',
    'missiles',
    '(',
    ')',
    '—',
    '😀',
    'by',
    '\n\n',
  );
  const text = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '));

  test('gives valid events whose trigger lies in the sentence, the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        const first = await eventsOf(input);
        for (const event of first.events) {
          expect(Event.safeParse(event).success).toBe(true);
          expect(event.cite.start <= event.trigger.start && event.trigger.end <= event.cite.end).toBe(true);
          expect(input.slice(event.trigger.start, event.trigger.end).trim()).not.toBe('');
          for (const id of [...event.actors, ...event.recipients])
            expect(first.actors.some((actor) => actor.id === id)).toBe(true);
        }
        expect((await eventsOf(input)).events).toEqual(first.events);
      }),
      { numRuns: 150 },
    );
  });
});
