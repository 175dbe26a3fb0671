/**
 * Which of the names are used as places. Governments, teams and persons bear the names of places too: it is the
 * place's own position in the parse that tells, word lists beside it in data/places/locatives.yaml.
 */
import type { Token } from '../language/doc.js';
import { hasRelation, relation, type Tree } from '../language/tree.js';
import { isJoined, type Mention, type PlaceTables } from './mention.js';
import { isPossessive, lowerAt, type Scan } from './scan.js';

/** `weak`: nothing speaks for a place there, and nothing for a government. */
export type Use = 'place' | 'other' | 'weak';

export interface UseContext {
  readonly scan: Scan;
  readonly tree: Tree;
  readonly tables: PlaceTables;
  /** The mention that has this word, if any. */
  readonly mentionAt: (token: number) => Mention | undefined;
}

/** A chain of appositions and coordinations is followed so far. */
const MOST_STEPS = 12;

export function useOf(context: UseContext, mention: Mention): Use {
  const use = positionOf(context, mention);
  return use === 'weak' && !isPlaceName(mention) ? 'other' : use;
}

/** The model takes it for a place; what it takes for a person or an organisation needs the plainest use as a place. */
const isPlaceName = ({ type, told }: Mention): boolean =>
  told || type === 'GPE' || type === 'LOC' || type === 'FAC';

function positionOf(context: UseContext, mention: Mention): Use {
  const { scan, tree, tables } = context;
  const { rules } = tables;
  if (isJoined(scan, mention.from, mention.to)) return joinedUse(context, mention);
  const before = byWordBefore(context, mention);
  if (before) return 'place';
  let head = headOf(scan, mention.from, mention.to);
  for (let step = 0; head !== undefined && step < MOST_STEPS; step++) {
    const cases = casesOf(tree, head);
    if (cases.length > 0) return caseUse(context, mention, head, cases);
    const above = scan.tokens[head.head];
    if (above === undefined) return 'weak';
    if (hasRelation(head, 'conj', 'appos')) {
      if (relation(head) === 'appos' && above.upos === 'NOUN' && isIn(rules.seat, above)) return 'place';
      head = above;
      continue;
    }
    return bareUse(context, mention, head, above);
  }
  return 'weak';
}

/** The last of its words that hangs on another: of `a New York court`, both words hang on the court. */
function headOf({ tokens }: Scan, from: number, to: number): Token | undefined {
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at];
    if (token !== undefined && token.upos !== 'PUNCT' && (token.head < from || token.head >= to))
      return token;
  }
  return undefined;
}

/** `London-based`, but not `Moscow-backed`; `the Amman-Beirut road`. */
function joinedUse(context: UseContext, mention: Mention): Use {
  const { scan, tables, mentionAt } = context;
  const { to, from } = mention;
  if (tables.rules.joined.has(lowerAt(scan, to + 1))) return 'place';
  const other = mentionAt(to + 1) ?? mentionAt(from - 2);
  if (other === undefined) return 'other';
  const noun = scan.tokens[Math.max(other.to, to)];
  return noun !== undefined && isIn(tables.rules.thing, noun) && !isCapitalWord(noun) ? 'place' : 'other';
}

const isCapitalWord = ({ form }: Token): boolean => /^\p{Lu}/u.test(form);

/** A plain preposition of place right before the name is believed whatever the parse says. */
function byWordBefore({ scan, tables }: UseContext, mention: Mention): boolean {
  const { from, to, sentence, venue } = mention;
  const { rules } = tables;
  let left = from - 1;
  for (let skipped = 0; left >= sentence.from && skipped < 4; skipped++, left--) {
    const word = lowerAt(scan, left);
    if (!rules.modifier.has(word) && !rules.direction.has(word)) break;
  }
  if (left < sentence.from || !rules.at.has(lowerAt(scan, left))) return false;
  if (isPossessive(scan, to) || isModifier(scan, from, to)) return false;
  const governor = governorOf(scan, scan.tokens[left]);
  if (venue && isIn(rules.post, governor)) return false;
  return !isIn(rules.opinion, governor);
}

/** The name only modifies a noun that follows: `in Lyon police circles`. */
function isModifier(scan: Scan, from: number, to: number): boolean {
  const head = headOf(scan, from, to);
  return (
    head !== undefined &&
    hasRelation(head, 'compound', 'nmod:poss', 'amod') &&
    head.head >= to &&
    NAMING.has(scan.tokens[head.head]?.upos ?? '')
  );
}

const NAMING: ReadonlySet<string> = new Set(['NOUN', 'PROPN']);

/** Whatever the noun under a preposition hangs on. */
function governorOf(scan: Scan, preposition: Token | undefined): Token | undefined {
  const noun = scan.tokens[preposition?.head ?? -1];
  return scan.tokens[noun?.head ?? -1];
}

/** Prepositions of a word, its `'s` not among them. */
const casesOf = (tree: Tree, head: Token): string[] =>
  tree
    .childrenBy(head.index, 'case')
    .filter(({ form, index }) => index < head.index && !/^['’]s?$/.test(form))
    .map(({ form }) => form.toLowerCase());

function caseUse(context: UseContext, mention: Mention, head: Token, cases: readonly string[]): Use {
  const { scan, tables } = context;
  const { rules } = tables;
  const governor = scan.tokens[head.head];
  const near = wordBefore(context, head);
  const lemmaIn = (set: ReadonlySet<string>) => isIn(set, governor) || isIn(set, near);
  const has = (...words: string[]) => cases.some((each) => words.includes(each));
  const inSet = (set: ReadonlySet<string>) => cases.some((each) => set.has(each));
  if (mention.venue && !isPlaceName(mention) && !(inSet(rules.at) || inSet(rules.toward))) return 'other';
  if (mention.venue && lemmaIn(rules.post)) return 'other';
  if (has('as') && governor !== undefined && isOtherName(context, governor)) return 'place';
  if (has('according', 'as', 'by', 'because', 'despite')) return 'other';
  if (inSet(rules.at)) return lemmaIn(rules.opinion) ? 'other' : 'place';
  if (has('of')) return ofUse(context, mention, lemmaIn(rules.within) || lemmaIn(rules.seat), governor);
  if (has('with')) return lemmaIn(rules.border) ? 'place' : 'other';
  if (has('such', 'like', 'including')) return exampleUse(context, mention, governor);
  if (inSet(rules.on)) {
    if (has('over') && moves(context, governor)) return 'place';
    if (!isPlaceName(mention) && !lemmaIn(rules.onto)) return 'other';
    if (isGround(tables.rules, mention)) return 'place';
    return isState(mention) ? 'other' : lemmaIn(rules.onto) ? 'place' : 'other';
  }
  if (inSet(rules.toward)) {
    if (moves(context, governor) || isIn(rules.motion, near)) return 'place';
    if (!isPlaceName(mention)) return 'other';
    if (has('between') && !isTown(mention)) return 'other';
    // `from Asmara to Khartoum`
    if (governor !== undefined && context.mentionAt(governor.index) !== undefined && has('to'))
      return 'place';
    if (has('from') && [governor, near].some((each) => each !== undefined && isOrigin(context, each)))
      return 'place';
    if (isGround(tables.rules, mention)) return 'place';
    return !standsForGovernment(mention) && !has('for') ? 'place' : 'other';
  }
  return 'other';
}

const isIn = (set: ReadonlySet<string>, token: Token | undefined): boolean =>
  token !== undefined && set.has(token.lemma.toLowerCase());

/** The word before its preposition: what the parser should have hung it on, when it errs. */
function wordBefore({ scan, tree }: UseContext, head: Token): Token | undefined {
  const [first] = tree.childrenBy(head.index, 'case');
  const before = scan.tokens[(first?.index ?? head.index) - 1];
  return before?.upos === 'NOUN' && before.sentence === head.sentence ? before : undefined;
}

/** `towns such as X` are where the towns are; `countries such as X` that act are governments. */
function exampleUse({ tables }: UseContext, mention: Mention, governor: Token | undefined): Use {
  if (isTown(mention) && !standsForGovernment(mention)) return 'place';
  if (governor === undefined || !isIn(tables.rules.within, governor)) return 'other';
  return hasRelation(governor, 'nsubj', 'obj', 'iobj') && !isIn(tables.rules.seat, governor)
    ? 'other'
    : 'place';
}

/** A motion word governs it, or a verb with a motion word for its object: `paid a visit to X`. */
function moves({ tables, tree }: UseContext, governor: Token | undefined): boolean {
  if (governor === undefined) return false;
  const { motion } = tables.rules;
  if (isIn(motion, governor)) return true;
  return tree
    .children(governor.index)
    .some(
      (child) => hasRelation(child, 'obj', 'nsubj', 'compound', 'advmod', 'obl') && motion.has(child.lemma),
    );
}

const isOrigin = ({ tables, mentionAt }: UseContext, governor: Token): boolean =>
  isIn(tables.rules.origin, governor) ||
  (governor.upos === 'PROPN' && mentionAt(governor.index) === undefined);

/** `the north of Mali`, `the siege of Homs`; `Jane Doe, 55, of Leeds`. */
function ofUse(
  { scan, tables }: UseContext,
  mention: Mention,
  within: boolean,
  governor: Token | undefined,
): Use {
  if (governor === undefined) return 'weak';
  // `Bank of Mauritius` is a name; `City of London` a place.
  const named =
    isCapitalWord(governor) && governor.upos === 'PROPN' && !tables.rules.of.has(governor.form.toLowerCase());
  if ((within && !named) || mention.told) return 'place';
  if (isGround(tables.rules, mention)) return 'place';
  if (isState(mention)) return 'other';
  return lowerAt(scan, mention.from - 2) === ',' || isPerson(scan, governor) ? 'place' : 'other';
}

/** `Pedra Branca, which Malaysia calls X`, `Pedra Branca, known in Malaysia as X`: another name of a place. */
function isOtherName(context: UseContext, above: Token): boolean {
  const { tables, mentionAt } = context;
  if (!tables.rules.called.has(above.lemma) || !hasRelation(above, 'acl', 'acl:relcl')) return false;
  const named = mentionAt(above.head) ?? nameBefore(context, above);
  return named !== undefined && isPlaceName(named) && !isState(named);
}

/** The name right before `, which`, whatever the parse hangs the clause on. */
function nameBefore({ scan, tree, mentionAt }: UseContext, above: Token): Mention | undefined {
  const which = tree.children(above.index).find(({ feats }) => feats.includes('PronType=Rel'));
  return which && lowerAt(scan, which.index - 1) === ',' ? mentionAt(which.index - 2) : undefined;
}

const isPerson = ({ doc }: Scan, { index }: Token): boolean =>
  doc.names.some(({ type, from, to }) => type === 'PERSON' && from <= index && index < to);

function bareUse(context: UseContext, mention: Mention, head: Token, above: Token): Use {
  const { tables, tree } = context;
  const { rules } = tables;
  const { lemma } = above;
  if (mention.venue) return 'other';
  if (!hasRelation(head, 'nsubj') && isOtherName(context, above)) return 'place';
  if (
    mention.type !== undefined &&
    !isPlaceName(mention) &&
    !(
      isKnown(mention) &&
      (hasRelation(head, 'compound') || rules.befall.has(lemma) || rules.subject.has(lemma))
    )
  )
    return 'other';
  if (hasRelation(head, 'compound', 'nmod:poss', 'amod', 'nmod:unmarked')) {
    return modifierUse(context, mention, head, above);
  }
  if (hasRelation(head, 'flat')) return 'other';
  if (hasRelation(head, 'obj', 'nsubj:pass')) {
    if (rules.object.has(lemma)) return 'place';
    if (rules.befall.has(lemma) && !isState(mention)) return 'place';
    return isGround(tables.rules, mention) ? 'place' : 'other';
  }
  if (hasRelation(head, 'nsubj')) {
    if (isGround(tables.rules, mention)) return 'place';
    if (rules.subject.has(lemma) && !standsForGovernment(mention)) return 'place';
    const copula = tree.childrenBy(above.index, 'cop').length > 0;
    return copula && above.upos === 'NOUN' && rules.seat.has(lemma) ? 'place' : 'other';
  }
  if (hasRelation(head, 'iobj', 'vocative')) return 'other';
  return 'weak';
}

/** What the name modifies is there or happens there. */
function modifierUse({ tables, tree }: UseContext, mention: Mention, head: Token, above: Token): Use {
  const { rules } = tables;
  if (above.index < mention.to) return 'weak';
  if (isNameless(mention)) return isIn(rules.seat, above) ? 'place' : 'other';
  if (above.upos === 'PROPN' && hasRelation(head, 'nmod:poss')) {
    const word = above.form.toLowerCase();
    return rules.after.has(word) || rules.venue.has(word) ? 'place' : 'other';
  }
  const nouns = [
    above,
    ...tree.childrenBy(above.index, 'compound').filter(({ index }) => index > head.index),
  ];
  const state = isState(mention);
  for (const noun of nouns) {
    if (isCapitalWord(noun) && noun.upos === 'PROPN') continue;
    if (isIn(rules.thing, noun) || (!state && isIn(rules.gathering, noun))) return 'place';
  }
  return 'other';
}

/** Neither a table nor a common noun knows it. */
const isNameless = ({ states, entries, kind }: Mention): boolean =>
  states.length === 0 && entries.length === 0 && kind === undefined;

/** A town that many have heard of, whatever the model takes it for. */
const isKnown = ({ entries }: Mention): boolean => entries.some(({ population }) => population >= KNOWN);
const KNOWN = 100_000;

const isTown = ({ entries, kind }: Mention): boolean =>
  kind === 'city' || (entries.length > 0 && entries.every((entry) => entry.kind === 'city'));

export const isState = ({ states, part }: Mention): boolean => !part && states.length > 0;

/** States, capitals and seats of government like the Kremlin. */
export const standsForGovernment = (mention: Mention): boolean =>
  isState(mention) ||
  (!mention.part && mention.entries.some(({ capital, kind }) => capital || kind === 'facility'));

/** Seas, mountains and facilities act only in metaphors. */
function isGround(
  rules: PlaceTables['rules'],
  { type, kind, entries, states, venue, name, told }: Mention,
): boolean {
  if (venue || states.length > 0 || (type !== undefined && !GROUND.has(type) && !told)) return false;
  const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
  const generic = rules.after.has(last) || rules.venue.has(last);
  if (kind === 'physical' || kind === 'facility') return type !== 'FAC' || entries.length > 0 || generic;
  return (
    entries.length > 0 &&
    entries.every((entry) => entry.kind === 'physical' || (entry.kind === 'facility' && generic))
  );
}

const GROUND: ReadonlySet<string> = new Set(['GPE', 'LOC', 'FAC']);
