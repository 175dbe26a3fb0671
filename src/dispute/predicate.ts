/** What is said of a dispute itself: since when it goes on, and what it hinders. */
import type { Token } from '../language/doc.js';
import { feature, hasRelation } from '../language/tree.js';
import type { Span } from '../span.js';
import type { Time } from '../time/timex3.js';
import { caseOf, type Ground, lemmaOf, sentenceEnd } from './ground.js';
import { type Party, partiesAt } from './party.js';
import type { Sighting } from './sighting.js';

export interface Said {
  readonly of: Sighting;
  readonly effect?: Span;
  /** States that it is said to hinder. */
  readonly parties: readonly Party[];
  readonly since?: Time;
}

/** All that the report says of the disputes that were seen. */
export function saidOfDisputes(ground: Ground, sightings: readonly Sighting[]): Said[] {
  const at = new Map(sightings.map((sighting) => [sighting.at.index, sighting]));
  const said = ground.doc.tokens.flatMap((verb) => {
    if (verb.upos !== 'VERB') return [];
    const effect = ground.words.effects.get(lemmaOf(verb));
    const origin = ground.words.origins.get(lemmaOf(verb));
    if (!effect && !origin) return [];
    const of = subjectSighting(ground, verb, at);
    if (!of || isNegated(ground, verb)) return [];
    const hinders = effect && hasWord(ground, verb, effect.with);
    const begins = origin && hasWord(ground, verb, origin.with);
    const since = begins ? timeOf(ground, verb, origin['since-only']) : undefined;
    return [
      ...(since ? [{ of, parties: [], since }] : []),
      ...(hinders ? [{ of, effect: effectSpan(ground, verb), parties: hindered(ground, verb) }] : []),
    ];
  });
  return [...said, ...sightings.flatMap((of) => sinceItself(ground, of))];
}

/** "Have quarrelled since 1971", "a dispute since 1971", "have been at odds since 1971". */
function sinceItself(ground: Ground, of: Sighting): Said[] {
  const over = ground.doc.tokens[of.at.head];
  const light =
    over && ground.words.light.has(lemmaOf(over)) && hasRelation(of.at, 'obj', 'obl') ? [over] : [];
  const since = [of.at, ...light].flatMap((word) => timeOf(ground, word, true) ?? [])[0];
  return since ? [{ of, parties: [], since }] : [];
}

/** The time of a word's adverbial; with `since` alone, only behind that word. */
function timeOf(ground: Ground, word: Token, since: boolean): Time | undefined {
  const { tree, timeAt } = ground;
  for (const child of tree.childrenBy(word.index, 'obl', 'nmod', 'advmod')) {
    if (child.index < word.index || (since && caseOf(ground, child) !== 'since')) continue;
    const time = timeAt.get(child.index);
    if (time && time.type !== 'DURATION' && time.type !== 'SET') return time;
  }
  return undefined;
}

/** The dispute that a verb has as its subject: by name, by "which" or "it", or shared with the verb before. */
function subjectSighting(
  ground: Ground,
  verb: Token,
  at: ReadonlyMap<number, Sighting>,
): Sighting | undefined {
  const { doc, tree } = ground;
  let over: Token | undefined = verb;
  for (let steps = 0; over && steps < MAX_STEPS; steps++) {
    const agent = tree.childrenBy(over.index, 'obl:agent')[0];
    if (agent) return at.get(agent.index);
    const subject = activeSubject(ground, over);
    if (subject && subject.upos !== 'PRON') return at.get(subject.index);
    if (hasRelation(over, 'acl')) return at.get(over.head);
    if (subject)
      return /^(?:it|this|that)$/iu.test(subject.form) ? sightingBefore(ground, over, at) : undefined;
    over = verbAbove(ground, over, doc.tokens[over.head]);
  }
  return undefined;
}

/** A verb with an object and without "be" is active, whatever the parse says of its subject. */
function activeSubject({ tree }: Ground, { index }: Token): Token | undefined {
  const isActive =
    tree.childrenBy(index, 'aux:pass').length === 0 && tree.childrenBy(index, 'obj').length > 0;
  return tree.childrenBy(index, 'nsubj').find((child) => isActive || !hasRelation(child, 'nsubj:pass'));
}

/** So many verbs may share one subject. */
const MAX_STEPS = 8;

/** The verb whose subject a coordinated verb or a participle ("…, souring ties") shares. */
function verbAbove(ground: Ground, verb: Token, head: Token | undefined): Token | undefined {
  const gerund = feature(verb, 'VerbForm') === 'Ger' || verb.form.endsWith('ing');
  if (head && hasRelation(verb, 'conj')) return samePlane(ground, head, gerund);
  return hasRelation(verb, 'advcl') && gerund ? head : undefined;
}

/** "Has kept them from signing a treaty and hindered trade": what is hindered belongs beside `kept`, not `signing`. */
function samePlane({ tree }: Ground, head: Token, gerund: boolean): Token {
  if (gerund || !head.form.endsWith('ing')) return head;
  return (
    tree.ancestors(head.index).find(({ upos, form }) => upos === 'VERB' && !form.endsWith('ing')) ?? head
  );
}

/** "It" of a sentence right after the one whose subject is a dispute. */
function sightingBefore(
  { doc }: Ground,
  verb: Token,
  at: ReadonlyMap<number, Sighting>,
): Sighting | undefined {
  const sentence = doc.sentences[verb.sentence];
  const before = doc.sentences[verb.sentence - 1];
  if (!sentence || !before || before.paragraph !== sentence.paragraph) return undefined;
  const subject = doc.tokens
    .slice(before.from, before.to)
    .find((token) => hasRelation(token, 'nsubj') && doc.tokens[token.head]?.deprel === 'root');
  return subject && at.get(subject.index);
}

const isNegated = ({ tree }: Ground, verb: Token): boolean =>
  tree.children(verb.index).some(({ lemma }) => ['not', 'never'].includes(lemma.toLowerCase()));

/** "Kept … from signing", "goes back to": the word stands behind the verb. */
function hasWord({ doc }: Ground, verb: Token, words: readonly string[] | undefined): boolean {
  if (words === undefined) return true;
  return doc.tokens
    .slice(verb.index + 1, sentenceEnd(doc, verb))
    .some(({ form }) => words.includes(form.toLowerCase()));
}

/** From its first auxiliary to the end of what depends on it, without a further effect that is told beside it. */
function effectSpan(ground: Ground, verb: Token): Span {
  const { doc, tree, words } = ground;
  const passive = tree.childrenBy(verb.index, 'nsubj:pass')[0];
  const first = tree.childrenBy(verb.index, 'aux')[0];
  const from = passive ? tree.subtree(passive.index).from : Math.min(first?.index ?? verb.index, verb.index);
  let to = Math.max(tree.subtree(verb.index).to, verb.index + 1);
  for (const other of doc.tokens.slice(verb.index + 1, to)) {
    if (!hasRelation(other, 'conj') || !words.effects.has(lemmaOf(other))) continue;
    const opening = tree.childrenBy(other.index, 'cc', 'aux', 'punct').map(({ index }) => index);
    to = Math.min(to, other.index, ...opening);
  }
  while (to > verb.index + 1 && doc.tokens[to - 1]?.upos === 'PUNCT') to--;
  return { start: doc.tokens[from]?.start ?? verb.start, end: doc.tokens[to - 1]?.end ?? verb.end };
}

/** "Kept A and B from", "strained ties between A and B", "relations between A and B have been strained by". */
const hindered = (ground: Ground, verb: Token): Party[] =>
  ground.tree.childrenBy(verb.index, 'obj', 'nsubj:pass').flatMap((object) => {
    const between = ground.tree
      .childrenBy(object.index, 'nmod')
      .filter((child) => caseOf(ground, child) === 'between');
    return [object, ...between].flatMap((token) => partiesAt(ground, token));
  });
