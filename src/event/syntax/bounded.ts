/** The tree with few children to a word: no text of a language has more, and a trap of a million words stays linear. */
import type { Token } from '../../language/doc.js';
import { hasRelation, relation, type Tree } from '../../language/tree.js';

const MOST_CHILDREN = 64;

export function bounded(tokens: readonly Token[], tree: Tree): Tree {
  const cut = new Map<number, readonly Token[]>();
  const children = (token: number): readonly Token[] => {
    const all = tree.children(token);
    if (all.length <= MOST_CHILDREN) return all;
    const known = cut.get(token) ?? all.slice(0, MOST_CHILDREN);
    cut.set(token, known);
    return known;
  };
  return {
    ...tree,
    children,
    childrenBy: (token, ...relations) => children(token).filter((child) => hasRelation(child, ...relations)),
    conjuncts: (token) => {
      const self = tokens[token];
      return self ? [self, ...children(token).filter((child) => relation(child) === 'conj')] : [];
    },
  };
}
