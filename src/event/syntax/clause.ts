/** A sentence divided into clauses: each word belongs to the nearest predicate over it. */
import type { Doc, Token } from '../../language/doc.js';
import { relation, type Tree } from '../../language/tree.js';
import type { Span } from '../../span.js';

export interface Clauses {
  /** For each word, the index of the predicate of its clause. */
  readonly of: readonly number[];
  /** The words of a predicate's clause, without those of the clauses in it, by start. */
  spans(predicate: number): readonly Span[];
}

const ALWAYS: ReadonlySet<string> = new Set(['root', 'ccomp', 'advcl', 'acl', 'csubj', 'parataxis']);
const IF_VERBAL: ReadonlySet<string> = new Set(['conj', 'xcomp', 'appos', 'list', 'dep', 'orphan']);

/** Has this word a clause of its own? */
export function isPredicate(tree: Tree, token: Token): boolean {
  const name = relation(token);
  if (ALWAYS.has(name)) return true;
  if (!IF_VERBAL.has(name)) return false;
  if (token.upos === 'VERB' || token.upos === 'AUX') return true;
  return tree.childrenBy(token.index, 'nsubj', 'cop', 'aux').length > 0;
}

export function clausesOf(doc: Doc, tree: Tree): Clauses {
  const of = new Array<number>(doc.tokens.length).fill(-1);
  const order: number[] = [];
  for (const token of doc.tokens) if (token.head < 0) order.push(token.index);
  for (let at = 0; at < order.length; at++) {
    const index = order[at] ?? 0;
    const token = doc.tokens[index];
    if (!token) continue;
    of[index] = token.head < 0 || isPredicate(tree, token) ? index : (of[token.head] ?? index);
    for (const child of tree.children(index)) order.push(child.index);
  }
  const spans = new Map<number, { start: number; end: number }[]>();
  for (const token of doc.tokens) {
    const predicate = of[token.index] ?? -1;
    const own = spans.get(predicate);
    const last = own?.at(-1);
    if (!own) spans.set(predicate, [{ start: token.start, end: token.end }]);
    else if (last && of[token.index - 1] === predicate) last.end = token.end;
    else own.push({ start: token.start, end: token.end });
  }
  return { of, spans: (predicate) => spans.get(predicate) ?? [] };
}
