/** The words of a phrase that names somebody, from its head. */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, type Tree } from '../language/tree.js';
import type { Words } from './cue.js';

/** The whole phrase, without an aside ("Kovac, who …") and without what the parse hangs on it by a slip. */
export function phraseOf(doc: Doc, tree: Tree, head: Token, cue: Words, relative: Token | undefined): Words {
  let from = head.index;
  let to = head.index + 1;
  const below = tree.children(head.index).filter(({ deprel }) => deprel !== 'punct');
  for (const child of below.filter(({ index }) => index < head.index).reverse()) {
    if (hasRelation(child, 'cc', 'mark', 'case', 'discourse', 'advcl', 'parataxis')) break;
    from = Math.min(from, tree.subtree(child.index).from);
  }
  for (const child of below.filter(({ index }) => index > head.index)) {
    if (isAside(doc, tree, child)) break;
    to = Math.max(to, tree.subtree(child.index).to);
  }
  if (relative && relative.index > head.index) to = Math.min(to, relative.index);
  else if (cue.from > head.index && cue.from < to) to = cue.from;
  if (cue.to <= head.index && cue.to > from) from = cue.to;
  while (to > head.index + 1 && doc.tokens[to - 1] && isLoose(doc, from, to)) to--;
  return { from, to };
}

/** Ends in a comma or a preposition; a bracket closes what is open in it. */
function isLoose({ tokens }: Doc, from: number, to: number): boolean {
  const last = tokens[to - 1];
  if (!last || !/^(?:PUNCT|CCONJ|SCONJ|ADP)$/u.test(last.upos)) return false;
  return last.form !== ')' || !tokens.slice(Math.max(from, to - 12), to).some(({ form }) => form === '(');
}

/** A clause after a comma, or anything that hangs on the noun without being of its phrase. */
function isAside(doc: Doc, tree: Tree, child: Token): boolean {
  if (hasRelation(child, 'parataxis', 'advcl', 'ccomp', 'case')) return true;
  if (!hasRelation(child, 'acl')) return false;
  const { from } = tree.subtree(child.index);
  return doc.tokens[from]?.upos === 'PUNCT' || doc.tokens[from - 1]?.upos === 'PUNCT';
}
