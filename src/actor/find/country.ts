/** `the country`: one state that was named before. */
import { feature, hasRelation } from '../../language/tree.js';
import { isHyphen, lowerAt } from '../../place/index.js';
import type { Around } from './around.js';
import { prepositionOf } from './behind.js';
import type { Collector } from './collect.js';
import { isActedOn } from './state.js';

/** With the article alone before it; `the country of Peru`, `the country that won` say themselves which. */
export function takeCountry(setting: Around, at: number, found: Collector): void {
  const { scan, tables, quoted } = setting;
  const token = scan.tokens[at];
  if (token?.upos !== 'NOUN' || feature(token, 'Number') !== 'Sing' || quoted[at]) return;
  if (!tables.references.state.has(scan.forms[at] ?? '') || lowerAt(scan, at - 1) !== 'the') return;
  if (isHyphen(scan, at + 1) || isToldHere(setting, at) || !isActedOn(setting, token)) return;
  const leaves = prepositionOf(setting, token) === 'from';
  found.add({ is: 'country', from: at - 1, to: at + 1, head: at, sentence: token.sentence, leaves });
}

/** The words beside it say which country it is, or it says what another is: `Peru, the country with the mines`. */
function isToldHere({ scan, tree }: Around, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined || hasRelation(token, 'appos', 'root', 'xcomp', 'conj')) return true;
  return tree.childrenBy(at, 'nmod', 'acl', 'appos', 'amod', 'compound', 'flat', 'cop').length > 0;
}
