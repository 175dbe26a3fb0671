/**
 * A second look at tags and lemmas, for the words that rules name: in short texts and headlines a tagger takes
 * rarer verbs for nouns ("police *tortured* the men"). Goes when the readers stand on the tree.
 */
import type { Doc, Token } from '../language/doc.js';

/** Inflected form to lemma, for the verbs and nouns of the lexicon. */
export interface Forms {
  readonly verb: ReadonlyMap<string, string>;
  readonly noun: ReadonlyMap<string, string>;
}

export function formsOf(
  verbs: Iterable<string>,
  nouns: Iterable<string>,
  irregular: ReadonlyMap<string, string>,
): Forms {
  const verb = new Map<string, string>();
  for (const lemma of verbs) for (const form of verbForms(lemma)) verb.set(form, lemma);
  for (const [form, lemma] of irregular) verb.set(form, lemma);
  const noun = new Map<string, string>();
  for (const lemma of nouns) {
    noun.set(lemma, lemma);
    noun.set(plural(lemma), lemma);
  }
  return { verb, noun };
}

const DOUBLING = /[^aeiou][aeiou][bdgklmnprt]$/u;
const SIBILANT = /(?:s|x|z|ch|sh)$/u;
const CONSONANT_Y = /[^aeiou]y$/u;

const plural = (lemma: string): string => {
  if (CONSONANT_Y.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return SIBILANT.test(lemma) ? `${lemma}es` : `${lemma}s`;
};

/** Regular forms, with and without a doubled consonant: a form too many does no harm, nobody writes it. */
function verbForms(lemma: string): string[] {
  const forms = [lemma, plural(lemma)];
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  forms.push(CONSONANT_Y.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`, `${stem}ing`);
  const last = lemma.at(-1) ?? '';
  if (DOUBLING.test(lemma)) forms.push(`${lemma}${last}ed`, `${lemma}${last}ing`);
  return forms;
}

/** Verbs after which a bare verb stands: "helped *free* the men". */
const BARE_TAKERS = new Set(['help', 'let', 'make', 'see', 'watch', 'hear', 'have', 'do', 'dare']);

export function retag(doc: Doc, forms: Forms): Doc {
  const tokens = doc.tokens.slice();
  for (const token of doc.tokens) {
    if (!OPEN.has(token.upos)) continue;
    const looked = secondLook(token, tokens[token.index - 1], doc.tokens[token.index + 1], forms);
    if (looked !== token) tokens[token.index] = looked;
  }
  return { ...doc, tokens };
}

/** The classes that words of the lexicon are in: nothing else is looked at again. */
const OPEN: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'ADJ', 'PROPN']);

function secondLook(token: Token, before: Token | undefined, after: Token | undefined, forms: Forms): Token {
  const upos = uposOf(token, before, after, forms);
  const known = upos === 'VERB' ? forms.verb : upos === 'NOUN' ? forms.noun : undefined;
  const lemma = known?.get(token.form.toLowerCase()) ?? token.lemma;
  return upos === token.upos && lemma === token.lemma ? token : { ...token, upos, lemma };
}

function uposOf(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  forms: Forms,
): Token['upos'] {
  const { form, upos } = token;
  const sameSentence = before?.sentence === token.sentence ? before : undefined;
  if (upos === 'VERB') return isNounAfterAll(token, sameSentence, after) ? 'NOUN' : 'VERB';
  if (upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'PROPN') return upos;
  if (!sameSentence || !forms.verb.has(form)) return upos;
  if (!form.endsWith('ed'))
    return standsBetween(sameSentence, after) && form !== forms.verb.get(form) ? 'VERB' : upos;
  // "police tortured the men": an attribute stands before its noun, not after it.
  return sameSentence.upos === 'NOUN' || sameSentence.upos === 'PROPN' || sameSentence.upos === 'PRON'
    ? 'VERB'
    : upos;
}

/** "Turkey *shot* down a jet", "Egypt *attacks* Sudan": a verb form between a name and what can begin its object. */
function standsBetween(before: Token, after: Token | undefined): boolean {
  const name = before.upos === 'PROPN' || (before.upos === 'NOUN' && /^\p{Lu}/u.test(before.form));
  return name && (after?.upos === 'DET' || after?.upos === 'PROPN' || after?.form === 'down');
}

/** "fired tear gas", "Russia's shelling of the town". */
function isNounAfterAll(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  const lower = token.form.toLowerCase();
  const bare = lower === token.lemma.toLowerCase() || (lower.endsWith('s') && !lower.endsWith('ss'));
  if (before?.upos === 'VERB' && bare && !BARE_TAKERS.has(before.lemma.toLowerCase()))
    return before.form.toLowerCase() !== before.lemma.toLowerCase();
  if (!lower.endsWith('ing') || !before) return false;
  const owned =
    before.upos === 'DET' || (before.upos === 'PART' && before.lemma !== 'to' && before.lemma !== 'not');
  return owned && after?.upos === 'ADP';
}
