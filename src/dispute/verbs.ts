/** Disputes told by a verb ("A claims X", "X is disputed by A and B") or an adjective ("the disputed islands"). */
import type { Token } from '../language/doc.js';
import { feature, hasRelation } from '../language/tree.js';
import { caseOf, type Ground, lemmaOf, sentenceEnd } from './ground.js';
import { objectOf } from './nouns.js';
import { byCountry, type Party, partiesAt, unique } from './party.js';
import type { Called, Sighting } from './sighting.js';
import { clauseStart, type Thing, thingAt, thingBefore } from './thing.js';
import type { Disputing } from './words.js';

export function verbSighting(ground: Ground, verb: Token): Sighting | undefined {
  if (verb.upos !== 'VERB' && verb.upos !== 'ADJ') return undefined;
  const adjective = ground.words.adjectives.get(verb.form.toLowerCase());
  if (adjective && hasRelation(verb, 'amod')) return describing(ground, verb, adjective.id);
  const row = verb.upos === 'VERB' ? ground.words.verbs.get(lemmaOf(verb)) : undefined;
  if (!row || isNegated(ground, verb)) return undefined;
  const object = row.object.includes('obj') ? directObject(ground, verb) : objectOf(ground, verb, row);
  if (!object || (row.territory && !object.thing.territory)) return undefined;
  const parties = partiesOf(ground, verb, object, row);
  if (parties.length === 0 && !areStates(ground, verb)) return undefined;
  return {
    at: verb,
    mention: { start: verb.start, end: verb.end },
    things: [object],
    parties,
    sort: row.territory ? 'claim' : 'dispute',
    rule: row.id,
  };
}

/** "The disputed islands": which they are, and whose, is told elsewhere. */
function describing({ doc, ...ground }: Ground, adjective: Token, rule: string): Sighting | undefined {
  const noun = doc.tokens[adjective.head];
  const thing = noun && thingAt({ doc, ...ground }, noun);
  if (!thing?.territory) return undefined;
  const mention = { start: adjective.start, end: adjective.end };
  return { at: adjective, mention, things: [{ thing }], parties: [], sort: 'dispute', rule };
}

/** Active, passive, participle ("islands claimed by both") and relative clause ("islands that both claim"). */
function directObject(ground: Ground, verb: Token): Called | undefined {
  const { tree } = ground;
  const object = tree.childrenBy(verb.index, 'obj', 'nsubj:pass')[0];
  // "Controlled by Japan but claimed by China" share what they are about.
  const clause = object ? verb : (tree.firstConjunct(verb.index) ?? verb);
  const isRelative = object?.upos === 'PRON' && hasRelation(clause, 'acl:relcl');
  if (object && !isRelative) return asCalled(thingAt(ground, object));
  return hasRelation(clause, 'acl') ? asCalled(thingBefore(ground, clauseStart(ground, clause))) : undefined;
}

const asCalled = (thing: Thing | undefined): Called | undefined => thing && { thing };

function partiesOf(ground: Ground, verb: Token, { thing }: Called, { territory }: Disputing): Party[] {
  const { tree } = ground;
  const subjects = tree.childrenBy(verb.index, 'nsubj').filter((child) => !hasRelation(child, 'nsubj:pass'));
  const agents = tree.childrenBy(verb.index, 'obl').filter((child) => {
    const preposition = caseOf(ground, child);
    return hasRelation(child, 'obl:agent') || ['by', 'with', 'between', 'from'].includes(preposition ?? '');
  });
  const who = [...subjects, ...agents].flatMap((child) =>
    partiesAt(ground, relativeHead(ground, verb, child)),
  );
  if (!territory || who.length === 0) return unique(who);
  return unique([...who, ...rivals(ground, verb, thing)]);
}

/** The noun that "which" stands for in "Vietnam, which also claims the shoal". */
const relativeHead = ({ doc }: Ground, verb: Token, child: Token): Token =>
  child.upos === 'PRON' && hasRelation(verb, 'acl:relcl') ? (doc.tokens[verb.head] ?? child) : child;

/** Against whom something is claimed: from whom, whose it is said to be, who holds it. */
function rivals(ground: Ground, verb: Token, thing: Thing): Party[] {
  const { doc, tree } = ground;
  const from = doc.tokens
    .slice(verb.index, sentenceEnd(doc, verb))
    .filter((token) => token.form === 'from' && hasRelation(token, 'case'))
    .flatMap(({ head }) => partiesAt(ground, doc.tokens[head] ?? verb));
  const { head } = thing;
  const over = doc.tokens[head.head];
  const held = [
    ...(over && hasRelation(head, 'obj') && isHolding(ground, over)
      ? tree.childrenBy(over.index, 'nsubj')
      : []),
    ...tree
      .childrenBy(head.index, 'acl')
      .concat(tree.conjuncts(verb.index), verb.head >= 0 ? tree.conjuncts(verb.head) : [])
      .filter((each) => isHolding(ground, each))
      .flatMap((each) => tree.childrenBy(each.index, 'obl:agent')),
  ];
  return [...from, ...byCountry(ground, thing.country), ...held.flatMap((token) => partiesAt(ground, token))];
}

/** "Both countries claim the islands": who they are is told elsewhere. */
const areStates = ({ tree, words }: Ground, verb: Token): boolean =>
  tree
    .childrenBy(verb.index, 'nsubj', 'obl:agent')
    .some((subject) => words.states.has(lemmaOf(subject)) && feature(subject, 'Number') !== 'Sing');

const isHolding = ({ words }: Ground, verb: Token): boolean => words.holders.has(lemmaOf(verb));

const isNegated = ({ tree }: Ground, verb: Token): boolean =>
  tree.children(verb.index).some(({ lemma }) => ['not', 'never', 'no'].includes(lemma.toLowerCase()));
