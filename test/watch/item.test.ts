import { expect, test } from 'vitest';
import { hasFullText, keyOf, pageKeyOf } from '../../src/watch/item.js';
import { seenFrom } from '../../src/watch/seen.js';
import { fullText } from './world.js';

const words = (count: number): string => Array.from({ length: count }, () => 'envoys').join(' ');

test.each([
  ['a whole report', fullText, true],
  ['a whole report, as text', `${words(200)}.`, true],
  ['a teaser', '<p>The envoys met in Riga.</p>', false],
  ['nothing', undefined, false],
  ['a report that a machine cut', `${words(200)} …`, false],
  ['one that ends in dots', `<p>${words(200)}...</p>`, false],
  ['one that ends in a link to the rest', `<p>${words(200)}</p><a href="/a">Read more »</a>`, false],
  [
    'one that ends in "Continue reading" and its title',
    `<p>${words(200)}</p><a>Continue reading Envoys meet</a>`,
    false,
  ],
  ['a teaser with a long script', `<p>Envoys met.</p><script>${words(300)}</script>`, false],
])('%s holds its report: %#', (_, content, expected) => {
  expect(hasFullText({ content })).toBe(expected);
});

test('an item is known by its id, else its address, else its words', () => {
  expect(keyOf({ id: 'a', url: 'https://x.example/1' })).toBe(keyOf({ id: 'a', url: 'https://x.example/2' }));
  expect(keyOf({ url: 'https://x.example/1', title: 'A' })).toBe(
    keyOf({ url: 'https://x.example/1', title: 'B' }),
  );
  expect(keyOf({ title: 'A' })).not.toBe(keyOf({ title: 'B' }));
  expect(pageKeyOf({ id: 'a' })).toBeUndefined();
});

test('items of one address are told apart by their ids; what is still listed is kept longest', () => {
  const seen = seenFrom([]);
  seen.add({ id: 'a', url: 'https://x.example/' });
  expect(seen.has({ id: 'b', url: 'https://x.example/' })).toBe(false);
  expect(seen.hasPage({ id: 'b', url: 'https://x.example/' })).toBe(true);
  const many = seenFrom(Array.from({ length: 60_000 }, (_, i) => `old ${i}`));
  many.add({ id: 'a' });
  expect(many.keys()).toHaveLength(50_000);
  expect(many.keys().at(-1)).toBe(keyOf({ id: 'a' }));
});
