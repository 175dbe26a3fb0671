/** Words that stand for somebody: personal, possessive, reflexive and relative pronouns of the third person. */
import type { Token } from '../../language/doc.js';
import { hasRelation } from '../../language/tree.js';
import type { Around } from './around.js';
import type { Collector } from './collect.js';
import type { Pronoun } from './mention.js';

type Form = Pick<Pronoun, 'as' | 'number'>;

const LISTS: readonly (readonly [string, Form])[] = [
  ['he him his himself', { as: 'he', number: 'one' }],
  ['she her hers herself', { as: 'she', number: 'one' }],
  ['it its itself', { as: 'it', number: 'one' }],
  ['they them their theirs themselves', { as: 'they', number: 'several' }],
  ['both', { as: 'they', number: 'several' }],
  ['who whom whose', { as: 'who', number: 'either' }],
];

const FORMS: ReadonlyMap<string, Form> = new Map(
  LISTS.flatMap(([forms, form]) => forms.split(' ').map((each) => [each, form] as const)),
);

export function takePronoun(setting: Around, token: Token, found: Collector): void {
  if (token.upos !== 'PRON' && token.upos !== 'DET') return;
  const form = setting.scan.forms[token.index] ?? '';
  const known = FORMS.get(form);
  // "*both* promised", not "*both* states", "both A and B".
  if (form === 'both' && !hasRelation(token, 'nsubj')) return;
  if (known === undefined || hasRelation(token, 'expl') || isExpletive(setting, token, known.as)) return;
  const antecedent = known.as === 'who' ? antecedentOf(setting, token) : undefined;
  if (known.as === 'who' && antecedent === undefined) return;
  if (antecedent !== undefined) found.tie(token.index, antecedent);
  found.add({
    is: 'pronoun',
    from: token.index,
    to: token.index + 1,
    head: token.index,
    sentence: token.sentence,
    quoted: setting.quoted[token.index] === true,
    pronoun: {
      ...known,
      possessive: hasRelation(token, 'nmod:poss') || token.feats.includes('Poss=Yes'),
      reflexive: /sel(?:f|ves)$/.test(form),
    },
  });
}

/** What the relative clause of the pronoun hangs on. */
function antecedentOf({ scan, tree }: Around, token: Token): number | undefined {
  for (const above of tree.ancestors(token.index)) {
    if (above.deprel === 'acl:relcl') return above.head;
    if (above.index < token.index && above.upos === 'VERB') return undefined;
    if (scan.tokens[above.head] === undefined) return undefined;
  }
  return undefined;
}

/** `It is clear that …`: what is clear follows. */
const isExpletive = ({ tree }: Around, token: Token, as: Pronoun['as']): boolean =>
  as === 'it' && hasRelation(token, 'nsubj') && tree.childrenBy(token.head, 'csubj', 'expl').length > 0;
