/** Rival names: "X, which B calls Y", "X, known in B as Y", "X (Y in B)". */
import type { Token } from '../language/doc.js';
import { hasRelation } from '../language/tree.js';
import { caseOf, type Ground, lemmaOf, sentenceEnd } from './ground.js';
import { byCountry, countryAt, type Party, partiesAt } from './party.js';
import type { Called, Sighting } from './sighting.js';
import { clauseStart, type Thing, thingAt, thingBefore } from './thing.js';

export function namingSighting(ground: Ground, word: Token): Sighting | undefined {
  const row = word.upos === 'VERB' ? ground.words.naming.get(lemmaOf(word)) : undefined;
  const bracketed = row ? undefined : inBrackets(ground, word);
  const names = row ? namesFor(ground, word, row.frame) : bracketed ? [bracketed] : [];
  const thing = row ? namedThing(ground, word) : bracketed && thingBefore(ground, word.index);
  const others = names.filter(({ thing: name }) => name.head !== thing?.head);
  if (!thing || others.length === 0 || !others.some(({ by }) => by)) return undefined;
  return {
    at: word,
    mention: { start: word.start, end: word.end },
    things: [{ thing }, ...others],
    parties: others.flatMap(({ by }) => by ?? []),
    sort: 'name',
    rule: row?.id ?? 'dispute/brackets',
  };
}

/** The names that a verb gives: its object, or the group after "as"; of "A calls X and B Y" both. */
function namesFor(ground: Ground, verb: Token, frame: 'object' | 'as'): Called[] {
  const { tree } = ground;
  const after = tree.children(verb.index).filter((child) => child.index > verb.index);
  const heads =
    frame === 'as'
      ? after.filter((child) => hasRelation(child, 'obl', 'xcomp') && caseOf(ground, child) === 'as')
      : after.filter((child) => hasRelation(child, 'obj', 'xcomp') && isName(child));
  const head = heads.findLast((child) => isName(child));
  if (!head) return [];
  const by = userOf(ground, verb);
  const first = called(ground, head, by);
  return [...(first ? [first] : []), ...gapped(ground, head)];
}

const isName = ({ upos, form }: Token): boolean =>
  upos === 'PROPN' || (upos === 'NOUN' && /^\p{Lu}/u.test(form));

function called(ground: Ground, head: Token, by: Party | undefined): Called | undefined {
  const thing = thingAt(ground, head);
  return thing?.named ? { thing, ...(by && { by }) } : undefined;
}

/** "… and Tokyo the Northern Territories": a party and its name follow each other as if they were coordinated. */
function gapped(ground: Ground, head: Token): Called[] {
  const [, ...rest] = ground.tree.conjuncts(head.index);
  return rest.flatMap((party, at) => {
    const name = rest[at + 1] ?? ground.tree.childrenBy(party.index, 'orphan', 'conj', 'appos', 'flat')[0];
    const [by] = byCountry(ground, countryAt(ground, party));
    const found = by && name && called(ground, name, by);
    return found ? [found] : [];
  });
}

/** Who uses the name: the subject, "by B", "in B", "to B". */
function userOf(ground: Ground, verb: Token): Party | undefined {
  const { tree, doc } = ground;
  const subject = tree.childrenBy(verb.index, 'nsubj').find((child) => !hasRelation(child, 'nsubj:pass'));
  if (subject) return partiesAt(ground, subject)[0] ?? subjectAbove(ground, verb, subject);
  for (const token of doc.tokens.slice(verb.index + 1, sentenceEnd(doc, verb))) {
    if (token.upos === 'VERB' || (token.upos === 'PUNCT' && token.form !== "'" && token.form !== '-')) break;
    if (!['by', 'in', 'to'].includes(lemmaOf(token)) || !hasRelation(token, 'case')) continue;
    const head = doc.tokens[token.head];
    const [found] = head ? [...partiesAt(ground, head), ...byCountry(ground, countryAt(ground, head))] : [];
    if (found) return found;
  }
  return undefined;
}

/** "Argentina claims the islands, which it calls the Malvinas": "it" is the subject of the clause around it. */
function subjectAbove(ground: Ground, verb: Token, pronoun: Token): Party | undefined {
  if (pronoun.upos !== 'PRON' || !hasRelation(verb, 'acl:relcl')) return undefined;
  const above = ground.tree.ancestors(verb.index).find(({ upos }) => upos === 'VERB');
  const [subject] = above ? ground.tree.childrenBy(above.index, 'nsubj') : [];
  return subject && partiesAt(ground, subject)[0];
}

/** What the verb names: its subject in the passive, the object that has the name as complement, or what it follows. */
function namedThing(ground: Ground, verb: Token): Thing | undefined {
  const { tree } = ground;
  const passive = tree.childrenBy(verb.index, 'nsubj:pass').find(({ upos }) => upos !== 'PRON');
  if (passive) return thingAt(ground, passive);
  const object = tree
    .childrenBy(verb.index, 'obj', 'obl')
    .find((child) => child.index > verb.index && caseOf(ground, child) !== 'as' && child.upos !== 'PROPN');
  const thing = object && thingAt(ground, object);
  if (thing) return thing;
  return hasRelation(verb, 'acl', 'acl:relcl', 'conj')
    ? thingBefore(ground, clauseStart(ground, verb))
    : undefined;
}

/** `Diaoyu` of "(Diaoyu in Chinese)". */
function inBrackets(ground: Ground, word: Token): Called | undefined {
  const { doc, tree } = ground;
  if (word.upos !== 'PROPN' || doc.tokens[word.index - 1]?.form !== '(') return undefined;
  const user = tree
    .children(word.index)
    .find((child) => child.index > word.index && ['in', 'to'].includes(caseOf(ground, child) ?? ''));
  const country = user && countryAt(ground, user);
  const [by] = byCountry(ground, country);
  return by && called(ground, word, by);
}
