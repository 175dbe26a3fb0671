/** What hangs on a cue and tells of the speaking: when, where, in which language. */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, type Tree } from '../language/tree.js';
import type { CueWord } from './cue.js';
import type { Source } from './source.js';

/** More words than these tell of something else. */
const most = 40;

/** The words of all phrases that hang on the cue as adverbials, in the order of the text. */
export function adjunctsOf(
  doc: Doc,
  tree: Tree,
  { token }: CueWord,
  source: Source | undefined,
  addressee: Token | undefined,
): Token[] {
  const found: Token[] = [];
  for (const child of tree.children(token.index)) {
    if (!hasRelation(child, 'obl', 'advmod', 'nmod') || child === addressee || child === source?.head)
      continue;
    const { from, to } = tree.subtree(child.index);
    for (let at = from; at < to && found.length < most; at++) {
      const word = doc.tokens[at];
      if (word) found.push(word);
    }
  }
  return found;
}
