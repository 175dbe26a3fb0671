/**
 * Walking the UD parse of a Doc: children, whole phrases, coordination. Made once for a Doc and shared by the readers.
 * Relations are asked for without subtype unless one is named: `nsubj` is also `nsubj:pass`.
 */
import type { Doc, Token } from './doc.js';

export interface Tree {
  /** Children of a word, in the order of the text. */
  children(token: number): readonly Token[];
  /** Those of them with one of these relations. A relation with a colon must be the same, subtype included. */
  childrenBy(token: number, ...relations: readonly string[]): readonly Token[];
  /** First and last word that depends on it, itself included; half open. */
  subtree(token: number): { readonly from: number; readonly to: number };
  /** The word of a half-open range whose head is outside it; undefined for an empty range. The first, if there are several. */
  headOf(from: number, to: number): Token | undefined;
  /** The word itself, then those coordinated with it that follow: A, B and C. */
  conjuncts(token: number): readonly Token[];
  /** The first of the words that it is coordinated with; itself when it's no later one. */
  firstConjunct(token: number): Token | undefined;
  /** Its head, the head of that, …, up to the root of the sentence. */
  ancestors(token: number): readonly Token[];
}

/** `nsubj` of `nsubj:pass`. */
export const relation = ({ deprel }: Token): string => {
  const known = bare.get(deprel);
  if (known !== undefined) return known;
  const colon = deprel.indexOf(':');
  const made = colon < 0 ? deprel : deprel.slice(0, colon);
  bare.set(deprel, made);
  return made;
};

/** Is it this relation? One with a colon must be the same, subtype included. */
export function hasRelation(token: Token, ...relations: readonly string[]): boolean {
  const { deprel } = token;
  const own = relation(token);
  // A relation with a colon is never bare: `nsubj` asks for both, `nsubj:pass` for itself alone.
  for (const each of relations) if (each === deprel || each === own) return true;
  return false;
}

/** A value of a UD feature: `feature(token, 'Number')` is `Plur`. */
export function feature({ feats }: Token, name: string): string | undefined {
  if (feats === '') return undefined;
  let known = values.get(feats);
  if (known === undefined) {
    known = new Map(feats.split('|').map((pair) => pair.split('=', 2) as [string, string]));
    values.set(feats, known);
  }
  return known.get(name);
}

// The model knows some dozens of relations and some hundreds of rows of features, and readers ask for them again and again.
const bare = new Map<string, string>();
const values = new Map<string, ReadonlyMap<string, string>>();

const trees = new WeakMap<Doc, Tree>();

/** The tree of a Doc; the same one each time. */
export function treeOf(doc: Doc): Tree {
  const known = trees.get(doc);
  if (known) return known;
  const made = plant(doc);
  trees.set(doc, made);
  return made;
}

const NONE: readonly Token[] = [];

function plant({ tokens }: Doc): Tree {
  const below: Array<Token[] | undefined> = new Array(tokens.length);
  for (const token of tokens) {
    if (token.head < 0) continue;
    const siblings = below[token.head];
    if (siblings) siblings.push(token);
    else below[token.head] = [token];
  }
  const children = (token: number): readonly Token[] => below[token] ?? NONE;
  const extents: Array<{ readonly from: number; readonly to: number } | undefined> = new Array(tokens.length);

  /** Without recursion: a chain may be as long as a sentence. */
  const subtree = (token: number): { readonly from: number; readonly to: number } => {
    const known = extents[token];
    if (known) return known;
    const order = [token];
    for (let at = 0; at < order.length; at++)
      for (const child of children(order[at] ?? 0)) if (!extents[child.index]) order.push(child.index);
    for (const index of order.reverse()) {
      let from = index;
      let to = index + 1;
      for (const child of children(index)) {
        from = Math.min(from, extents[child.index]?.from ?? from);
        to = Math.max(to, extents[child.index]?.to ?? to);
      }
      extents[index] = { from, to };
    }
    return extents[token] ?? { from: token, to: token + 1 };
  };

  const conjuncts = (token: number): readonly Token[] => {
    const self = tokens[token];
    return self ? [self, ...children(token).filter((child) => relation(child) === 'conj')] : NONE;
  };

  const ancestors = (token: number): readonly Token[] => {
    const found: Token[] = [];
    let at = tokens[token]?.head ?? -1;
    while (at >= 0) {
      const above = tokens[at];
      if (!above) break;
      found.push(above);
      at = above.head;
    }
    return found;
  };

  return {
    children,
    childrenBy: (token, ...relations) => children(token).filter((child) => hasRelation(child, ...relations)),
    subtree,
    headOf: (from, to) => tokens.slice(from, to).find(({ head }) => head < from || head >= to),
    conjuncts,
    firstConjunct: (token) => {
      const self = tokens[token];
      return self && relation(self) === 'conj' ? tokens[self.head] : self;
    },
    ancestors,
  };
}
