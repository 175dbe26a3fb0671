import { expect, test } from 'vitest';
import { lemmaScript } from '../../../src/language/model/lemma.js';

test.each([
  ['l|0>|1>', 'Talks', 'talk'],
  ['l|0>|3>y', 'Parties', 'party'],
  ['=be', 'was', 'be'],
  ['k|0>|0>', 'McDonald', 'McDonald'],
  ['c|0>|1>', 'NATIONS', 'Nation'],
  ['c|0>|0>', 'McDonald', 'McDonald'],
  ['u|0>|0>', 'nato', 'NATO'],
  ['l|0>|9>', 'Ran', 'Ran'],
  ['l|1>s|1>', '😀os', 'so'],
])('%s makes %s %s', (script, form, lemma) => expect(lemmaScript(script)(form)).toBe(lemma));

test('what is no script is refused', () => expect(() => lemmaScript('l|x')).toThrow("'l|x'"));
