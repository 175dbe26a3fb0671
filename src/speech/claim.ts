/** What a cue attributes, on the parse: the clause, infinitive or object that it takes, or the clause that it stands in. */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, relation, type Tree } from '../language/tree.js';
import type { CueWord, Words } from './cue.js';
import type { Frame, SpeechData } from './data.js';
import { isPassive, type Source } from './source.js';

export interface Claim {
  /** By start, without overlaps; the attribution itself is not in them. */
  readonly ranges: readonly Words[];
  /** Only counts where some of its words are marked: called it “a joke”. */
  readonly needsMarks: boolean;
}

export function claimOf(
  doc: Doc,
  tree: Tree,
  word: CueWord,
  source: Source | undefined,
  data: SpeechData,
): Claim | undefined {
  if (word.sort === 'preposition') return aroundPhrase(doc, tree, word);
  if (word.sort === 'noun') return ofNoun(doc, tree, word);
  return ofVerb(doc, tree, word, source, data);
}

/** "According to Kovac, the talks had failed": the clause that the phrase belongs to. */
function aroundPhrase(doc: Doc, tree: Tree, { token, from }: CueWord): Claim | undefined {
  const phrase = { from: Math.min(from, token.index), to: tree.subtree(token.index).to };
  let above = doc.tokens[token.head];
  while (above && above.index >= phrase.from && above.index < token.index) above = doc.tokens[above.head];
  if (!above) return undefined;
  return claim(without(clauseOf(doc, tree, above), phrase));
}

function ofVerb(
  doc: Doc,
  tree: Tree,
  word: CueWord,
  source: Source | undefined,
  data: SpeechData,
): Claim | undefined {
  const { token, cue } = word;
  const takes = (...frames: readonly Frame[]): boolean => frames.some((frame) => cue.frames.includes(frame));
  const found = clausesOf(doc, tree, word);
  // What follows an attribution that closes a clause is another one: "The talks failed, Kovac said, leaving early".
  const closing = found.some(({ index }) => index < token.index);
  const clauses = closing ? found.filter(({ index }) => index < token.index) : found;
  if (clauses.length > 0) {
    const spans = clauses.map(({ index }) => tree.subtree(index));
    const fronted = isParenthesis(doc, tree, word, source, clauses) ? frontOf(tree, word, source) : [];
    return claim(
      withoutOwn(tree, word, source, [...fronted, ...spans], clauses),
      !takes('that', 'clause', 'whether'),
    );
  }
  const infinitive = infinitiveOf(tree, token);
  if (infinitive && takes('infinitive')) {
    const whom = cue.addressee ? addresseeOf(tree, token, cue.addressee) : undefined;
    return claim([tree.subtree((whom ?? infinitive).index), tree.subtree(infinitive.index)]);
  }
  const object = objectOf(doc, tree, word);
  if (object) return object;
  const around = takes('that', 'clause', 'quote') ? surrounding(doc, tree, word, data) : undefined;
  return around && claim(around, !takes('that', 'clause'));
}

/** Clauses that the verb takes; also one that the parse hangs on a word between: said in an interview that … */
function clausesOf(doc: Doc, tree: Tree, { token, cue }: CueWord): Token[] {
  const clauses = tree.childrenBy(token.index, 'ccomp').filter(({ upos }) => upos !== 'PUNCT');
  if (clauses.length > 0) return clauses;
  for (const between of tree.childrenBy(
    token.index,
    'obl',
    'iobj',
    'xcomp',
    ...(cue.addressee ? ['obj'] : []),
  )) {
    if (between.index < token.index) continue;
    const clause = tree
      .childrenBy(between.index, 'acl', 'ccomp')
      .find(({ index }) => opensWithThat(doc, tree, index));
    if (clause) return [clause];
  }
  return [];
}

const opensWithThat = (doc: Doc, tree: Tree, clause: number): boolean => {
  const first = doc.tokens[tree.subtree(clause).from];
  return first?.form.toLowerCase() === 'that' && first.head === clause && relation(first) === 'mark';
};

const infinitiveOf = (tree: Tree, verb: Token): Token | undefined =>
  tree
    .childrenBy(verb.index, 'xcomp', 'advcl')
    .find(
      ({ index, deprel }) =>
        index > verb.index &&
        tree.children(index).some(({ form, deprel: to }) => to === 'mark' && form.toLowerCase() === 'to') &&
        (deprel === 'xcomp' || tree.childrenBy(verb.index, 'xcomp').length === 0),
    );

/** Whom the words are said to: the object of told, or what stands after "to" or "on". */
export function addresseeOf(tree: Tree, verb: Token, how: boolean | string): Token | undefined {
  const below = tree.children(verb.index).filter(({ index }) => index > verb.index);
  if (typeof how === 'string')
    return below.find((child) => relation(child) === 'obl' && caseOf(tree, child) === how);
  return below.find(({ deprel }) => deprel === 'iobj') ?? below.find(({ deprel }) => deprel === 'obj');
}

const caseOf = (tree: Tree, { index }: Token): string | undefined =>
  tree
    .children(index)
    .find(({ deprel, index: at }) => (deprel === 'case' || deprel === 'mark') && at < index)
    ?.form.toLowerCase();

/** The object and what is said of it: called the draft a joke, accused Novak of lying, called for a ceasefire. */
function objectOf(doc: Doc, tree: Tree, { cue, token, to }: CueWord): Claim | undefined {
  const { frames, prepositions } = cue;
  const passive = isPassive(tree, token);
  const below = tree.children(token.index).filter(({ index }) => index > token.index || passive);
  const ending = cue.lemma.split(' ').at(-1) ?? '';
  const objects = below.filter(
    (child) =>
      (hasRelation(child, 'obj') && child.index > token.index) ||
      (passive && hasRelation(child, 'nsubj')) ||
      (caseOf(tree, child) === ending && hasRelation(child, 'obl', 'advcl', 'nmod') && to > token.index + 1),
  );
  const governed = below.filter(
    (child) =>
      hasRelation(child, 'xcomp', 'iobj') ||
      (hasRelation(child, 'obl', 'advcl', 'nmod') && prepositions.includes(caseOf(tree, child) ?? '')),
  );
  const all = [...objects, ...governed.filter((child) => !objects.includes(child))];
  if (all.length === 0) return undefined;
  const spans = all.map((child) => argumentOf(doc, tree, child));
  const enough =
    (frames.includes('object') && all.length > 0) ||
    (frames.includes('naming') && names(tree, token, objects, governed));
  // "a visit he called the event of the year": with nothing between, all that follows is what it was called.
  if (enough && objects.length === 0 && relation(token) !== 'root')
    return claim([{ from: Math.min(...spans.map(({ from }) => from)), to: tree.subtree(token.index).to }]);
  if (enough) return claim(joined(spans));
  return frames.includes('fragment') ? claim(joined(spans), true) : undefined;
}

/** Something is said of an object, or, where that stands before a relative clause, of what it is: "which he called a joke". */
function names(tree: Tree, verb: Token, objects: readonly Token[], governed: readonly Token[]): boolean {
  const told = governed.filter((child) => hasRelation(child, 'xcomp') && caseOf(tree, child) !== 'to');
  if (told.length > 0) return true;
  const open = relation(verb) === 'acl' || objects.length > 0;
  return open && governed.some((child) => !hasRelation(child, 'xcomp', 'iobj'));
}

/** The phrase without the preposition that opens it, unless something stands before it in the content. */
function argumentOf(doc: Doc, tree: Tree, { index }: Token): Words {
  const { from, to } = tree.subtree(index);
  const first = doc.tokens[from];
  return first && first.head === index && hasRelation(first, 'case', 'mark')
    ? { from: from + 1, to }
    : { from, to };
}

function joined(spans: readonly Words[]): Words[] {
  const ordered = [...spans].sort((a, b) => a.from - b.from);
  const first = ordered[0];
  if (!first) return [];
  const found: Words[] = [first];
  for (const span of ordered.slice(1)) {
    const last = found.at(-1) ?? span;
    // The preposition between an object and what is said of it is part of what is said.
    if (span.from - last.to <= 1)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else found.push(span);
  }
  return found;
}

/** The verb stands in what it attributes: `The talks, Kovac said, had failed`, `As Kovac said, …`. */
function surrounding(doc: Doc, tree: Tree, { token: verb }: CueWord, data: SpeechData): Words[] | undefined {
  const above = doc.tokens[verb.head];
  // A second attribution of the same words: Kovac said "We go," he said.
  if (!above || data.verbs.has(above.lemma.toLowerCase())) return undefined;
  const as =
    relation(verb) === 'advcl' &&
    tree.childrenBy(verb.index, 'mark', 'advmod').some(({ form }) => form.toLowerCase() === 'as');
  if (relation(verb) !== 'parataxis' && !as) return undefined;
  return without(clauseOf(doc, tree, above), tree.subtree(verb.index));
}

/** A clause, without the conjunction that joins it to the one before. */
function clauseOf(doc: Doc, tree: Tree, head: Token): Words {
  const { from, to } = tree.subtree(head.index);
  const first = doc.tokens[from];
  return first && first.head === head.index && relation(first) === 'cc'
    ? { from: from + 1, to }
    : { from, to };
}

const before = (span: Words, hole: Words): Words => ({ from: span.from, to: Math.min(span.to, hole.from) });
const after = (span: Words, hole: Words): Words => ({ from: Math.max(span.from, hole.to), to: span.to });

const without = (span: Words, hole: Words): Words[] =>
  [before(span, hole), after(span, hole)].filter(({ from, to }) => to > from);

/** `In the long run, many economists say, prices rise`: commas on both sides, and the clause goes on after the second. */
function isParenthesis(
  doc: Doc,
  tree: Tree,
  word: CueWord,
  source: Source | undefined,
  clauses: readonly Token[],
): boolean {
  const from = Math.min(word.from, source?.from ?? word.from);
  const to = Math.max(word.to, source?.to ?? word.to);
  const comma = (at: number): boolean => doc.tokens[at]?.form === ',';
  return comma(from - 1) && comma(to) && clauses.some(({ index }) => index > to);
}

/** What stands before the parenthesis in the same sentence and hangs on its verb. */
function frontOf(tree: Tree, word: CueWord, source: Source | undefined): Words[] {
  const from = Math.min(word.from, source?.from ?? word.from);
  return tree
    .children(word.token.index)
    .filter(({ index, deprel }) => index < from && deprel !== 'punct' && deprel !== 'cc')
    .map(({ index }) => tree.subtree(index))
    .filter(({ to }) => to <= from);
}

/** Content may be wrapped around the attribution: what belongs to the attribution is cut out. */
function withoutOwn(
  tree: Tree,
  word: CueWord,
  source: Source | undefined,
  spans: readonly Words[],
  clauses: readonly Token[],
): Words[] {
  const { token } = word;
  let { from, to } = word;
  if (source && !source.shared) {
    from = Math.min(from, source.from);
    to = Math.max(to, source.to);
  }
  for (const child of tree.children(token.index)) {
    if (clauses.includes(child) || child.deprel === 'punct') continue;
    const span = tree.subtree(child.index);
    if (span.from === to) to = span.to;
  }
  return [...spans].flatMap((span) => without(span, { from, to })).sort((a, b) => a.from - b.from);
}

/** "a claim that …", "a promise to go", "a call for talks". */
function ofNoun(doc: Doc, tree: Tree, { cue, token }: CueWord): Claim | undefined {
  const below = tree.children(token.index).filter(({ index }) => index > token.index);
  const clause = below.find(
    (child) =>
      hasRelation(child, 'acl', 'ccomp') &&
      cue.frames.includes('that') &&
      opensWithThat(doc, tree, child.index),
  );
  if (clause) return claim([tree.subtree(clause.index)]);
  const infinitive = below.find(
    ({ index, deprel }) =>
      (deprel === 'acl' || deprel === 'xcomp' || deprel === 'advcl') &&
      cue.frames.includes('infinitive') &&
      tree.children(index).some(({ form, deprel: to }) => to === 'mark' && form.toLowerCase() === 'to'),
  );
  if (infinitive) return claim([tree.subtree(infinitive.index)]);
  const phrase = below.find(
    (child) =>
      hasRelation(child, 'nmod', 'acl', 'obl') && cue.prepositions.includes(caseOf(tree, child) ?? ''),
  );
  return phrase && claim([argumentOf(doc, tree, phrase)]);
}

const claim = (ranges: readonly Words[], needsMarks = false): Claim | undefined =>
  ranges.length === 0 ? undefined : { ranges, needsMarks };
