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
  const objects = tree.childrenBy(verb.index, 'obj', 'xcomp');
  const head =
    frame === 'as'
      ? headBehindAs(ground, verb)
      : objects.findLast((child) => child.index > verb.index && isName(child));
  if (!head || !isName(head)) return [];
  const by = userOf(ground, verb);
  const first = called(ground, head, by);
  return [...(first ? [first] : []), ...gapped(ground, head)];
}

/** `Sa` of "known as Hoang Sa", even where the parse hangs "as" on the first word of the name. */
function headBehindAs({ doc }: Ground, verb: Token): Token | undefined {
  const as = doc.tokens
    .slice(verb.index + 1, sentenceEnd(doc, verb))
    .find((token) => token.form === 'as' && hasRelation(token, 'case'));
  const head = doc.tokens[as?.head ?? -1];
  return head && hasRelation(head, 'compound', 'flat', 'amod') ? doc.tokens[head.head] : head;
}

const isName = ({ upos, form }: Token): boolean =>
  upos === 'PROPN' || (upos === 'NOUN' && /^\p{Lu}/u.test(form));

function called(ground: Ground, head: Token, by: Party | undefined): Called | undefined {
  const thing = thingAt(ground, head);
  return thing?.named ? { thing, ...(by && { by }) } : undefined;
}

/**
 * Further names: "… and Tokyo the Northern Territories", where a party and its name follow each other as if they were
 * coordinated, and "… and Xisha in China".
 */
function gapped(ground: Ground, head: Token): Called[] {
  const { tree } = ground;
  const parts = [head, ...tree.childrenBy(head.index, 'compound', 'flat')];
  const rest = parts.flatMap(({ index }) => tree.childrenBy(index, 'conj'));
  return rest.flatMap((party, at) => {
    const user = userBehind(ground, party);
    const own = user && called(ground, party, user);
    if (own) return [own];
    const name = rest[at + 1] ?? tree.childrenBy(party.index, 'orphan', 'conj', 'appos', 'flat')[0];
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
    if (!head) return undefined;
    // Whoever it is, nobody further away is meant.
    return partiesAt(ground, head)[0] ?? byCountry(ground, countryAt(ground, head))[0];
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

/** `China` of "Diaoyu in China", `China` too of "Diaoyu in Chinese". */
function userBehind(ground: Ground, name: Token): Party | undefined {
  const user = ground.tree
    .childrenBy(name.index, 'nmod', 'obl')
    .find((child) => child.index > name.index && ['in', 'to', 'by'].includes(caseOf(ground, child) ?? ''));
  return user && byCountry(ground, countryAt(ground, user))[0];
}

/** `Diaoyu` of "(Diaoyu in Chinese)". */
function inBrackets(ground: Ground, word: Token): Called | undefined {
  if (word.upos !== 'PROPN' || ground.doc.tokens[word.index - 1]?.form !== '(') return undefined;
  const by = userBehind(ground, word);
  return by && called(ground, word, by);
}
