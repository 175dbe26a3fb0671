/** Disputes told by a noun: "the row between A and B over X", "A's claim to X", "the territorial problem". */
import type { Token } from '../language/doc.js';
import { feature, hasRelation } from '../language/tree.js';
import { caseOf, type Ground, lemmaOf, sentenceEnd } from './ground.js';
import { byCountry, type Party, partiesAt, partiesBefore, unique } from './party.js';
import type { Called, Sighting } from './sighting.js';
import { thingAt, thingBefore } from './thing.js';
import type { Disputing } from './words.js';

export function nounSighting(ground: Ground, noun: Token): Sighting | undefined {
  const row = noun.upos === 'NOUN' ? rowOf(ground, noun) : undefined;
  if (!row || !holds(ground, noun, row)) return undefined;
  const object = objectOf(ground, noun, row) ?? objectBefore(ground, noun) ?? objectOfClause(ground, noun);
  const things = object ? [object] : [];
  if (row.territory && !object?.thing.territory) return undefined;
  const owner = row.territory ? byCountry(ground, object?.thing.country) : [];
  const parties = unique([...partiesOf(ground, noun, object), ...owner]);
  const back = things.length === 0 && parties.length < 2;
  if (back && !isDefinite(ground, noun)) return undefined;
  return {
    at: noun,
    mention: { start: noun.start, end: noun.end },
    things,
    parties,
    sort: back ? 'back' : row.territory ? 'claim' : 'dispute',
    rule: row.id,
  };
}

/** By the lemma, the form (`odds`), or both halves of `stand-off`. */
function rowOf({ doc, words }: Ground, noun: Token): Disputing | undefined {
  const form = noun.form.toLowerCase();
  const joined = doc.tokens[noun.index - 1]?.form === '-';
  const whole = joined ? `${doc.tokens[noun.index - 2]?.form.toLowerCase()}-${form}` : form;
  return words.nouns.get(whole) ?? (joined ? undefined : words.nouns.get(lemmaOf(noun)));
}

/** The row's other words are there; "third day in a row" and "a row of houses" are none. */
function holds(ground: Ground, noun: Token, { needs, after }: Disputing): boolean {
  const { tree, doc } = ground;
  const before = tree.children(noun.index).filter((child) => child.index < noun.index);
  if (needs && !before.some((child) => needs.includes(lemmaOf(child)))) return false;
  const preposition = caseOf(ground, noun);
  if (after && !after.includes(preposition ?? '')) return false;
  const next = doc.tokens[noun.index + 1];
  return !(next && next.form === 'of' && !needs);
}

/** The group behind one of the row's prepositions, within reach of the noun. */
export function objectOf(ground: Ground, word: Token, row: Disputing): Called | undefined {
  for (const preposition of reach(ground, word)) {
    if (!row.object.includes(lemmaOf(preposition))) continue;
    const head = ground.doc.tokens[preposition.head];
    const thing = head && head.index > preposition.index ? thingAt(ground, head) : undefined;
    if (thing) return { thing };
  }
  return undefined;
}

/** Prepositions behind a word that no other verb comes before. */
function reach({ doc }: Ground, word: Token): Token[] {
  const end = sentenceEnd(doc, word);
  const found: Token[] = [];
  for (let at = word.index + 1; at < end; at++) {
    const token = doc.tokens[at];
    if (!token) break;
    if (token.upos === 'ADP' && hasRelation(token, 'case')) found.push(token);
    if ((token.upos === 'VERB' || token.upos === 'AUX') && !hasRelation(token, 'amod', 'compound')) break;
  }
  return found;
}

/** "The Kashmir dispute", "a border row": a name or a piece of land before the noun. */
function objectBefore(ground: Ground, noun: Token): Called | undefined {
  const { tree, words } = ground;
  for (const child of tree.childrenBy(noun.index, 'compound', 'nmod:poss')) {
    if (child.index > noun.index || partiesBefore(ground, noun).length > 0) continue;
    const thing = thingAt(ground, child);
    if (thing?.named && thing.territory) return { thing };
    if (words.kinds.has(lemmaOf(child)) && words.bare.has(lemmaOf(child))) return described(ground, child);
  }
  return undefined;
}

/** "The sea, where A and B have competing claims". */
function objectOfClause(ground: Ground, noun: Token): Called | undefined {
  const verb = hasRelation(noun, 'obj') ? ground.doc.tokens[noun.head] : undefined;
  const where = verb && ground.tree.childrenBy(verb.index, 'advmod').find(({ form }) => form === 'where');
  const thing = where && thingBefore(ground, where.index);
  return thing && { thing };
}

/** `border` of "border dispute". */
const described = ({ doc }: Ground, head: Token): Called => ({
  thing: {
    head,
    name: doc.text.slice(head.start, head.end),
    span: { start: head.start, end: head.end },
    named: false,
    territory: true,
    kind: lemmaOf(head),
  },
});

/** Between, with, of; before the noun; and the subject of "have", "are locked in", "lays". */
function partiesOf(ground: Ground, noun: Token, object: Called | undefined): Party[] {
  const { doc, tree, words } = ground;
  const named = reach(ground, noun).flatMap((preposition) => {
    const head = doc.tokens[preposition.head];
    const joins = ['between', 'with', 'among', 'by'].includes(lemmaOf(preposition));
    return head && joins && head !== object?.thing.head ? partiesAt(ground, head) : [];
  });
  const before = partiesBefore(ground, noun);
  const verb = hasRelation(noun, 'obj', 'obl', 'xcomp') ? doc.tokens[noun.head] : noun;
  const light = verb === noun || (verb && words.light.has(lemmaOf(verb)) && before.length === 0);
  const subjects = light && verb ? tree.childrenBy(verb.index, 'nsubj') : [];
  const joined = [...subjects, ...ownersAbove(ground, noun)].flatMap((subject) => partiesAt(ground, subject));
  return unique([...before, ...joined, ...named, ...rejecting(ground, noun)]);
}

/** Subjects that a dispute belongs to: "took their quarrel over … to court", "signed a deal to end a row over …". */
function ownersAbove({ tree, doc, words, actorAt }: Ground, noun: Token): readonly Token[] {
  const above = hasRelation(noun, 'obj', 'obl') ? doc.tokens[noun.head] : undefined;
  const theirs = tree
    .childrenBy(noun.index, 'nmod:poss')
    .some(({ upos, index }) => upos === 'PRON' && !actorAt.has(index));
  if (!above || !(theirs || words.settling.has(lemmaOf(above)))) return [];
  const verb = [above, ...tree.ancestors(above.index)].find(
    ({ index }) => tree.childrenBy(index, 'nsubj').length > 0,
  );
  return verb ? tree.childrenBy(verb.index, 'nsubj') : [];
}

/** `Algeria` of "a claim that Algeria rejects" and "Algeria rejects its claim". */
function rejecting({ doc, ...ground }: Ground, noun: Token): Party[] {
  const { tree, words } = ground;
  const above = hasRelation(noun, 'obj') ? doc.tokens[noun.head] : undefined;
  const verbs = [...(above ? [above] : []), ...tree.childrenBy(noun.index, 'acl:relcl')];
  return verbs
    .filter((verb) => words.rejecting.has(lemmaOf(verb)))
    .flatMap((verb) => tree.childrenBy(verb.index, 'nsubj'))
    .flatMap((subject) => partiesAt({ doc, ...ground }, subject));
}

function isDefinite({ tree }: Ground, noun: Token): boolean {
  const determiner = tree.childrenBy(noun.index, 'det')[0];
  if (tree.childrenBy(noun.index, 'nmod:poss').length > 0) return true;
  return (
    determiner !== undefined && (feature(determiner, 'Definite') === 'Def' || /^th/iu.test(determiner.form))
  );
}
