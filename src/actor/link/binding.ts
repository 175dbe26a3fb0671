/** Whom a pronoun can't stand for, by where both are in the sentence. */
import type { Token } from '../../language/doc.js';
import { hasRelation, relation, type Tree } from '../../language/tree.js';

export interface Bound {
  /** Words whose mentions the pronoun can't stand for. */
  readonly barred: ReadonlySet<number>;
  /** The verb of its clause. */
  readonly verb: Token | undefined;
  /** Words that name who does what the verb says, its own subjects or another verb's. */
  readonly doers: ReadonlySet<number>;
}

const NOMINAL: ReadonlySet<string> = new Set([
  'nmod',
  'nmod:poss',
  'compound',
  'amod',
  'appos',
  'flat',
  'det',
  'nmod:desc',
  'nmod:unmarked',
  'nummod',
]);
/** Sentences may be long, and hostile. */
const MAX_STEPS = 40;

/** Inside `his own brother` he is not the brother; what one does to `him` another does. */
export function bound(tree: Tree, pronoun: Token, reflexive: boolean): Bound {
  const barred = new Set<number>([pronoun.index]);
  let at = pronoun;
  let steps = 0;
  const above = tree.ancestors(pronoun.index);
  let verb: Token | undefined;
  for (const token of above) {
    if (++steps > MAX_STEPS) break;
    if (at.deprel === 'conj') {
      // `Lis and his wife`: he is Lis.
      at = token;
      continue;
    }
    if (!NOMINAL.has(at.deprel) && relation(at) !== 'nmod') {
      verb = token;
      break;
    }
    barred.add(token.index);
    // `his adviser Jan Lis`: nor the one who is named beside.
    for (const child of tree.childrenBy(token.index, 'appos', 'flat')) barred.add(child.index);
    at = token;
  }
  for (const other of coordinated(tree, pronoun)) barred.add(other);
  if (verb === undefined) return { barred, verb, doers: new Set() };
  const doing = new Set(doers(tree, verb, at));
  if (pronoun.deprel === 'nmod:poss' || reflexive) {
    for (const { index } of hasRelation(at, 'nsubj') ? [] : tree.childrenBy(verb.index, 'nsubj'))
      for (const each of conjuncts(tree, index)) doing.add(each);
    return { barred, verb, doers: doing };
  }
  for (const each of arguments_(tree, verb, at)) barred.add(each);
  for (const each of doing) barred.add(each);
  return { barred, verb, doers: doing };
}

/** No verb governs deeper. */
const GOVERNORS = 4;

/**
 * Who does the act, where another verb has them: the subject of `met Lis and thanked him`, whose object he may be; the
 * object of `asked Lis to help him`, whose subject he may be.
 */
function* doers(tree: Tree, verb: Token, argument: Token): Generator<number> {
  if (hasRelation(argument, 'nsubj')) return;
  let at = verb;
  for (const above of tree.ancestors(verb.index).slice(0, GOVERNORS)) {
    const own = tree.childrenBy(at.index, 'nsubj').length > 0;
    if (own || !hasRelation(at, 'xcomp', 'conj', 'advcl')) return;
    const objects = hasRelation(at, 'xcomp') ? tree.childrenBy(above.index, 'obj', 'iobj') : [];
    const all = objects.length > 0 ? objects : tree.childrenBy(above.index, 'nsubj');
    for (const { index } of all) yield* conjuncts(tree, index);
    at = above;
  }
}

/** Who else takes part in the act. */
function* arguments_(tree: Tree, verb: Token, but: Token): Generator<number> {
  for (const { index } of tree.childrenBy(verb.index, 'nsubj', 'obj', 'iobj', 'obl'))
    if (index !== but.index) yield* conjuncts(tree, index);
}

const conjuncts = (tree: Tree, head: number): number[] => tree.conjuncts(head).map(({ index }) => index);

function coordinated(tree: Tree, pronoun: Token): number[] {
  const first = tree.firstConjunct(pronoun.index) ?? pronoun;
  const all = tree.conjuncts(first.index);
  return all.length > 1 ? all.map(({ index }) => index) : [];
}
