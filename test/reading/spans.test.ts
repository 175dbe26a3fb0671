/** What holds for every Reading of any text: each span lies in the text, and says what it is said to say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReader } from '../../src/reading/index.js';
import { Reading } from '../../src/reading/reading.js';
import type { Span } from '../../src/span.js';
import { all } from '../support/all.js';

const reader = createReader();

async function readingOf(text: string): Promise<Reading | undefined> {
  const [outcome] = await all(reader.read(text, { from: 'property', published: '2016-12-03' }));
  return outcome?.ok ? outcome.reading : undefined;
}

/** Every `{ start, end }` anywhere in a value. */
function spansIn(value: unknown): Span[] {
  if (Array.isArray(value)) return value.flatMap(spansIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(spansIn);
  return 'start' in value && 'end' in value ? [value as Span, ...inner] : inner;
}

function check(reading: Reading): void {
  const { text } = reading.article;
  expect(Reading.strict().safeParse(reading).error).toBeUndefined();
  for (const { start, end } of spansIn(reading)) {
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  for (const time of reading.times) expect(text.slice(time.span.start, time.span.end)).toBe(time.text);
  // A name is one line, however the text breaks it.
  for (const place of reading.places)
    expect(text.slice(place.span.start, place.span.end).replaceAll(/\s+/g, ' ')).toBe(place.name);
  for (const event of reading.events) {
    expect(event.trigger.start).toBeGreaterThanOrEqual(event.cite.start);
    expect(event.trigger.end).toBeLessThanOrEqual(event.cite.end);
  }
  const ids = new Set(reading.actors.map(({ id }) => id));
  for (const event of reading.events) {
    for (const id of [...event.actors, ...event.recipients]) expect(ids).toContain(id);
  }
}

/** Fragments that the readers react to, with what makes offsets go wrong between them. */
const fragment = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'The foreign minister of Kenya met Ethiopian President Abebe Kora in Nairobi on Friday.',
      '"We will not sign," said Mari Tamm, a spokeswoman for the group.',
      'Troops seized the port of Odara in May 1999.',
      'Peru and Chile agreed to hold talks later this month',
      'MOSCOW, Dec 3 (Agency) —',
      'He said the talks were “useful',
      'and long”, she added.',
      '« Jamais », a dit le ministre.',
      'By Ann Example',
      'Updated: 3 December 2016, 15:27',
      'Headline\n\nHeadline',
      "Japan's",
      'from Monday to Friday',
      'the end of World War II',
      '10,000 people',
      'U.S.',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\n', '\n\n', '\r\n', ' ', '\t', '\u00a0', '\u2028', '—', '"', '“', '’', '…'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '😀',
      '👩‍👩‍👧',
      '\ud800',
      '\udc00',
      'e\u0301',
      '\u202eabc',
      'مرحبا بالعالم',
      '日本',
      '\0',
      '\ufeff',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

describe('every Reading', () => {
  test('cites words that stand in its text, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fragment, { minLength: 1, maxLength: 25 }),
        fc.constantFrom(' ', '', '\n\n'),
        async (parts, glue) => {
          const reading = await readingOf(parts.join(glue));
          if (reading) check(reading);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is the same whenever it is made', async () => {
    const text = 'Envoys of Chad and Niger met in Accra on Monday.\n\n"It went well," said Mari Tamm.\n';
    const first = JSON.stringify(await readingOf(text));
    await readingOf('Troops of Peru attacked a camp in Chile in 1879, officials said.');
    expect(JSON.stringify(await readingOf(text))).toBe(first);
    expect(first).toContain('CONSULT');
  });
});
