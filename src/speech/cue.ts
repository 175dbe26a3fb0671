/** Cues: words of the text that data/speech/cues.yaml knows, used so that they can attribute. */
import type { Doc, Token } from '../language/doc.js';
import { feature, hasRelation, relation, type Tree } from '../language/tree.js';
import type { Cue, SpeechData } from './data.js';

/** Half-open range into `doc.tokens`. */
export interface Words {
  readonly from: number;
  readonly to: number;
}

export interface CueWord extends Words {
  readonly cue: Cue;
  /** The verb or noun; of "according to" the noun that names the source. */
  readonly token: Token;
  readonly sort: 'verb' | 'noun' | 'preposition';
}

/** The cue that opens at a word, if it is used as one. */
export function cueAt(doc: Doc, tree: Tree, data: SpeechData, at: number): CueWord | undefined {
  const token = doc.tokens[at];
  if (!token) return undefined;
  return prepositional(doc, data, token) ?? verbal(doc, tree, data, token) ?? nominal(data, token);
}

function prepositional(doc: Doc, { prepositions }: SpeechData, token: Token): CueWord | undefined {
  for (const cue of prepositions.get(token.form.toLowerCase()) ?? []) {
    const words = cue.lemma.split(' ');
    if (!words.every((word, nth) => doc.tokens[token.index + nth]?.form.toLowerCase() === word)) continue;
    const to = token.index + words.length;
    const source = named(doc, token, to);
    if (source) return { cue, token: source, from: token.index, to, sort: 'preposition' };
  }
  return undefined;
}

/** The noun that the preposition governs: its head, or what hangs on one of its words. */
function named(doc: Doc, first: Token, to: number): Token | undefined {
  const inside = (index: number): boolean => index >= first.index && index < to;
  for (let at = to; at < to + farthestNoun; at++) {
    const token = doc.tokens[at];
    if (!token || token.sentence !== first.sentence) return undefined;
    if (token.index === first.head || (inside(token.head) && nouns.has(token.upos))) return token;
  }
  return undefined;
}

/** A noun stands this near to the preposition before it: "according to the three most senior officials". */
const farthestNoun = 12;
const nouns: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X']);

function verbal(doc: Doc, tree: Tree, data: SpeechData, token: Token): CueWord | undefined {
  if (!isVerb(token) || isKeptBack(tree, data, token)) return undefined;
  const cues = data.verbs.get(token.lemma.toLowerCase()) ?? data.verbs.get(token.form.toLowerCase());
  for (const cue of cues ?? []) {
    const to = endOfWords(doc, token, cue.lemma.split(' '));
    if (to !== undefined) return { cue, token, from: token.index, to, sort: 'verb' };
  }
  return undefined;
}

/** Participles before a noun ("pledged votes") attribute nothing. */
const isVerb = (token: Token): boolean =>
  (token.upos === 'VERB' || token.upos === 'AUX') &&
  !hasRelation(token, 'amod', 'compound', 'case', 'aux', 'cop', 'nmod');

/** Where the words of a cue end that opens at `token`; adverbs may stand between them: called again for. */
function endOfWords(doc: Doc, token: Token, [, ...rest]: readonly string[]): number | undefined {
  let at = token.index + 1;
  for (const word of rest) {
    for (
      let skipped = 0;
      doc.tokens[at]?.upos === 'ADV' && doc.tokens[at]?.form.toLowerCase() !== word;
      skipped++
    ) {
      if (skipped === 2) return undefined;
      at++;
    }
    if (doc.tokens[at]?.form.toLowerCase() !== word) return undefined;
    at++;
  }
  return at;
}

/** Not said: negated, merely possible, or an infinitive that nothing says was done ("wants to say", "is to announce"). */
function isKeptBack(tree: Tree, { carriers }: SpeechData, token: Token): boolean {
  const below = tree.children(token.index);
  if (below.some((child) => isNegation(child) || isPossibility(child))) return true;
  if (feature(token, 'VerbForm') !== 'Inf' || !below.some(({ form }) => form.toLowerCase() === 'to'))
    return false;
  if (below.some((child) => relation(child) === 'nsubj')) return true;
  if (relation(token) === 'advcl') return false;
  const above = tree.ancestors(token.index)[0];
  return !above || relation(token) !== 'xcomp' || !carriers.has(above.lemma.toLowerCase());
}

const isNegation = ({ form, deprel, upos }: Token): boolean =>
  deprel === 'advmod' && upos !== 'PROPN' && /^(?:n[o'’]t|never)$/iu.test(form);

/** "could request": what may be said was not. */
const isPossibility = ({ form, deprel }: Token): boolean =>
  deprel === 'aux' && /^(?:could|may|might)$/iu.test(form);

function nominal(data: SpeechData, token: Token): CueWord | undefined {
  if (token.upos !== 'NOUN' || relation(token) === 'compound') return undefined;
  const cue = data.nouns.get(token.lemma.toLowerCase());
  return cue && { cue, token, from: token.index, to: token.index + 1, sort: 'noun' };
}
