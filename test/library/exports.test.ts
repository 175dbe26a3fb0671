/** What the package gives to others: an accidental export becomes a difference here. The build is tested. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import { readingSchema } from '../../src/reading/schema.js';
import { all } from '../support/all.js';

const load = () =>
  import(packageFile('dist', 'src', 'index.js')) as Promise<typeof import('../../src/index.js')>;

describe('the package', () => {
  test('exports these names and no others', async () => {
    expect(Object.keys(await load()).sort()).toEqual(['annotationsOf', 'createReader', 'readingSchema']);
  });

  test('its own name leads to the build, its schema to the types of the Reading', () => {
    const require = createRequire(packageFile('package.json'));
    expect(require.resolve('demarche')).toBe(packageFile('dist', 'src', 'index.js'));
    const shipped = JSON.parse(readFileSync(require.resolve('demarche/reading.schema.json'), 'utf8'));
    expect(shipped).toEqual(readingSchema());
    expect(shipped.required).toContain('events');
  });

  test('the library reads as the command does, with the date it is given', async () => {
    const reader = (await load()).createReader();
    const text = 'Norwegian Prime Minister Kari Vik met Finnish President Aino Salo in Oslo on Friday.';
    const [outcome] = await all(reader.read(text, { published: '2024-11-16' }));
    if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
    const [event] = outcome.reading.events;
    expect(event).toMatchObject({ code: 'CONSULT', status: 'occurred', when: { from: '2024-11-15' } });
    expect(text.slice(event?.trigger.start, event?.trigger.end)).toBe('met');
  });
});
