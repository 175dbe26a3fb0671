import { expect, test } from 'vitest';
import { feature, hasRelation, treeOf } from '../../src/language/tree.js';
import { docOf } from '../support/doc.js';

const doc = await docOf('The ministers of Peru and Chile were urged by Brazil to sign the treaty.');
const tree = treeOf(doc);
const at = (form: string) => doc.tokens.findIndex((token) => token.form === form);
const forms = (tokens: readonly { readonly form: string }[]) => tokens.map(({ form }) => form);

test('children by relation, with and without subtype', () => {
  expect(forms(tree.childrenBy(at('urged'), 'nsubj'))).toEqual(['ministers']);
  expect(forms(tree.childrenBy(at('urged'), 'nsubj:pass'))).toEqual(['ministers']);
  expect(tree.childrenBy(at('sign'), 'nsubj:pass')).toEqual([]);
  expect(tree.children(at('urged')).some((child) => hasRelation(child, 'xcomp'))).toBe(true);
});

test('a phrase from its first to its last word', () => {
  const { from, to } = tree.subtree(at('ministers'));
  expect(forms(doc.tokens.slice(from, to))).toEqual(['The', 'ministers', 'of', 'Peru', 'and', 'Chile']);
  expect(tree.headOf(from, to)?.form).toBe('ministers');
  expect(tree.headOf(3, 3)).toBeUndefined();
});

test('coordination from its first word and back', () => {
  expect(forms(tree.conjuncts(at('Peru')))).toEqual(['Peru', 'Chile']);
  expect(tree.firstConjunct(at('Chile'))?.form).toBe('Peru');
  expect(tree.firstConjunct(at('Peru'))?.form).toBe('Peru');
});

test('ancestors up to the root', () => {
  expect(forms(tree.ancestors(at('treaty')))).toEqual(['sign', 'urged']);
});

test('features', () => {
  const ministers = doc.tokens[at('ministers')];
  expect(ministers && feature(ministers, 'Number')).toBe('Plur');
  expect(ministers && feature(ministers, 'Tense')).toBeUndefined();
});

test('one tree for one Doc', () => {
  expect(treeOf(doc)).toBe(tree);
});
