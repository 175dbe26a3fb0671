/** Words beside an act that say how real it is: "*reportedly* killed", "a *planned* visit", "*according to reports*". */
import type { Token } from '../../language/doc.js';
import { hasRelation } from '../../language/tree.js';
import type { Governor } from '../frame.js';
import { formOf, lemmaOf, prepositionOf, type Text } from './text.js';

const LINKS: ReadonlyArray<readonly [relation: string, link: string]> = [
  ['advmod', 'adverb'],
  ['amod', 'adjective'],
];

export function qualifiersOf(text: Text, token: Token): Governor[] {
  const found: Governor[] = [];
  for (const child of text.tree.children(token.index)) {
    const link = LINKS.find(([relation]) => hasRelation(child, relation))?.[1];
    if (link) found.push({ lemma: lemmaOf(child), link, token: child.index });
    else if (hasRelation(child, 'obl') && prepositionOf(text, child) === SOURCE)
      found.push({ lemma: lemmaOf(child), link: SOURCE, token: child.index });
  }
  return found;
}

const SOURCE = 'according to';

/** "accused *each other*", "expelled *each other*'s diplomats". */
export function isMutual({ doc, tree }: Text, objects: readonly number[]): boolean {
  return objects.some((object) =>
    [object, ...tree.childrenBy(object, 'nmod:poss').map(({ index }) => index)].some((index) => {
      const [before, token] = [doc.tokens[index - 1], doc.tokens[index]];
      if (!before || !token) return false;
      return (
        MUTUAL.has(`${formOf(before)} ${formOf(token)}`) ||
        MUTUAL.has(`${formOf(token)} ${formOf(doc.tokens[index + 1] ?? token)}`)
      );
    }),
  );
}

const MUTUAL: ReadonlySet<string> = new Set(['each other', 'one another']);
