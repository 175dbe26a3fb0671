/** What a cue attributes, on the parse: the clause, infinitive or object that it takes, or the clause that it stands in. */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, relation, type Tree } from '../language/tree.js';
import { complementOf, surrounding, wholeClause } from './clause.js';
import type { CueWord, Words } from './cue.js';
import type { Frame, SpeechData } from './data.js';
import { infinitiveOf, objectOf } from './object.js';
import type { Source } from './source.js';
import { bare, caseOf, isInfinitive, opensWithThat, without } from './words.js';

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
  return word.sort === 'noun' ? ofNoun(doc, tree, word) : ofVerb(doc, tree, word, source, data);
}

const claim = (ranges: readonly Words[] | undefined, needsMarks = false): Claim | undefined =>
  ranges === undefined || ranges.length === 0 ? undefined : { ranges, needsMarks };

function ofVerb(
  doc: Doc,
  tree: Tree,
  word: CueWord,
  source: Source | undefined,
  data: SpeechData,
): Claim | undefined {
  const takes = (...frames: readonly Frame[]): boolean =>
    frames.some((frame) => word.cue.frames.includes(frame));
  const clauses = complementOf(doc, tree, word, source);
  if (clauses.length > 0) return claim(clauses, !takes('that', 'clause', 'whether'));
  const infinitive = takes('infinitive') ? claim(infinitiveOf(doc, tree, word)) : undefined;
  if (infinitive) return infinitive;
  const object = objectOf(doc, tree, word, source, data);
  if (object) return claim(object.spans, object.needsMarks);
  if (!takes('that', 'clause', 'quote')) return undefined;
  return claim(surrounding(doc, tree, word, source, data), !takes('that', 'clause'));
}

/** "According to Kovac, the talks had failed": the clause that the phrase belongs to. */
function aroundPhrase(doc: Doc, tree: Tree, { token, from }: CueWord): Claim | undefined {
  const phrase = { from: Math.min(from, token.index), to: tree.subtree(token.index).to };
  let above = doc.tokens[token.head];
  while (above && above.index >= phrase.from && above.index < token.index) above = doc.tokens[above.head];
  if (above && closesSentence(doc, phrase)) above = topOf(doc, above);
  return above && claim(without(wholeClause(doc, tree, above), phrase));
}

/** ", according to Kovac." */
function closesSentence({ tokens, sentences }: Doc, { from, to }: Words): boolean {
  const end = sentences[tokens[from]?.sentence ?? -1]?.to ?? to;
  return (
    tokens[from - 1]?.form === ',' &&
    tokens.slice(to, Math.min(end, to + 3)).every(({ upos }) => upos === 'PUNCT')
  );
}

/** At the end of a sentence it's about all of it, whichever part the parse hangs it on; not more than what is said itself. */
function topOf({ tokens }: Doc, word: Token): Token {
  let at = word;
  for (let step = 0; step < farthest && !hasRelation(at, 'root', 'ccomp', 'parataxis'); step++)
    at = tokens[at.head] ?? at;
  return at;
}

const farthest = 12;

/** "a claim that …", "a promise to go", "a call for talks". */
function ofNoun(doc: Doc, tree: Tree, { cue, token }: CueWord): Claim | undefined {
  const { frames, prepositions } = cue;
  const below = tree.children(token.index).filter(({ index }) => index > token.index);
  const clause = below.find(
    (child) =>
      hasRelation(child, 'acl', 'ccomp', 'xcomp', 'advcl') &&
      ((frames.includes('that') && relation(child) !== 'advcl' && opensWithThat(doc, tree, child)) ||
        (frames.includes('infinitive') && isInfinitive(tree, child))),
  );
  if (clause) return claim([tree.subtree(clause.index)]);
  const phrase = below.find(
    (child) => hasRelation(child, 'nmod', 'acl', 'obl') && prepositions.includes(caseOf(tree, child) ?? ''),
  );
  return phrase && claim([bare(doc, tree, phrase)]);
}
