/** Ranges of words and how a word is governed: what several steps of reading a claim share. */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, type Tree } from '../language/tree.js';
import type { Words } from './cue.js';

/** `span` without the words of `hole`: what stands before it and after it. */
export const without = (span: Words, hole: Words): Words[] =>
  [
    { from: span.from, to: Math.min(span.to, hole.from) },
    { from: Math.max(span.from, hole.to), to: span.to },
  ].filter(({ from, to }) => to > from);

/** By start, what overlaps or has at most one word between joined: that word is the preposition of the second. */
export function joined(spans: readonly Words[]): Words[] {
  const found: Words[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && span.from - last.to <= 1)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else found.push(span);
  }
  return found;
}

/** The preposition or "to" before a phrase: "of" in "of lying". */
export const caseOf = (tree: Tree, { index }: Token): string | undefined =>
  tree
    .children(index)
    .find((child) => child.index < index && hasRelation(child, 'case', 'mark'))
    ?.form.toLowerCase();

/** The phrase of a word without the preposition that opens it. */
export function bare(doc: Doc, tree: Tree, { index }: Token): Words {
  const { from, to } = tree.subtree(index);
  const first = doc.tokens[from];
  return first && first.head === index && hasRelation(first, 'case', 'mark')
    ? { from: from + 1, to }
    : { from, to };
}

export const opensWithThat = (doc: Doc, tree: Tree, { index }: Token): boolean => {
  const first = doc.tokens[tree.subtree(index).from];
  return first?.form.toLowerCase() === 'that' && first.head === index && first.deprel === 'mark';
};

export const isInfinitive = (tree: Tree, child: Token): boolean => caseOf(tree, child) === 'to';
