/** What is said of a sentence depends on that sentence alone, and not on what runs the model. */
import { describe, expect, test } from 'vitest';
import { loadModel, type ParsedSentence } from '../../../src/language/model/index.js';

const sentences = [
  'Envoys met .',
  'The foreign minister of Chile , who arrived on Monday , met Peruvian President Ana Quispe in Lima .',
  '“ We do n’t agree , ” he said .',
  'TROOPS SEIZE PORT OF ODARA',
  'Estonia and Latvia signed the treaty that their parliaments had rejected twice in 1998 .',
  '。',
].map((text) => text.split(' '));

const native = await loadModel('native');
const alone: ParsedSentence[] = [];
for (const forms of sentences) alone.push(await native.parse(forms));

describe('a sentence', () => {
  test('is read alike whatever was read before, and beside others', async () => {
    const backwards = await Promise.all([...sentences].reverse().map((forms) => native.parse(forms)));
    expect(backwards.reverse()).toEqual(alone);
    const fresh = await loadModel('native');
    expect(await fresh.parse(sentences[4] ?? [])).toEqual(alone[4]);
  });

  test('is read alike by WebAssembly, probabilities within rounding', async () => {
    const wasm = await loadModel('wasm');
    expect([native.runtime, wasm.runtime]).toEqual(['native', 'wasm']);
    for (const [at, forms] of sentences.entries()) {
      const { words, names } = await wasm.parse(forms);
      expect(words.map(decided)).toEqual(alone[at]?.words.map(decided));
      expect(names.map(decided)).toEqual(alone[at]?.names.map(decided));
      for (const [nth, word] of words.entries())
        expect(Math.abs(word.headProbability - (alone[at]?.words[nth]?.headProbability ?? -1))).toBeLessThan(
          0.05,
        );
    }
  });

  test('of no words has nothing', async () => {
    expect(await native.parse([])).toEqual({ words: [], names: [] });
  });

  test('of three thousand words is one tree', async () => {
    const { words } = await native.parse(Array.from({ length: 3_000 }, (_, at) => (at % 9 ? 'word' : ',')));
    expect(words).toHaveLength(3_000);
    expect(words.filter(({ head }) => head === -1)).toHaveLength(1);
  }, 60_000);
});

const decided = <T extends { headProbability?: number; probability?: number }>({
  headProbability: _,
  probability: __,
  ...rest
}: T) => rest;
