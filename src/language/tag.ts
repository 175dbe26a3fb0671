/** UPOS and lemma from wink-nlp: the only file that knows the library. */
import { createRequire } from 'node:module';
import type { Model } from 'wink-eng-lite-web-model';
import type { Document, ItsFunction, WinkMethods } from 'wink-nlp';
import type { Upos } from './doc.js';

export interface Tag {
  readonly upos: Upos;
  readonly lemma: string;
}

export interface Tagger {
  /** One tag for each form of a sentence; forms hold no white space. */
  tag(forms: readonly string[]): Tag[];
  /** Does the library's lexicon hold this word, as written? */
  knows(word: string): boolean;
  /** The tag of a word that stands alone. */
  usual(word: string): Upos;
}

/** Longer forms are cut before they are given to the library. */
const MAX_FED = 60;
/** The library keeps every word it ever saw: it is made anew after so many words, to hold memory flat. */
const MAX_WORDS = 2_000_000;
const PLAIN = /^[\x21-\x7e]+$/u;

const require = createRequire(import.meta.url);

/** The library is loaded with the first sentence: a start that reads no text does not wait for it. */
function loadLibrary(): WinkMethods {
  const wink = require('wink-nlp') as (model: Model, pipe: string[]) => WinkMethods;
  return wink(model(), ['pos']);
}

let loaded: Model | undefined;

/**
 * One part of the model turns itself into JSON each time it is asked for, its own JSON the second time: it
 * doubles with every new library. So it is asked for once.
 */
function model(): Model {
  if (!loaded) {
    const own = require('wink-eng-lite-web-model') as Model;
    const metaCER = (own.metaCER as unknown as () => object)();
    loaded = { ...own, metaCER: () => metaCER } as unknown as Model;
  }
  return loaded;
}

export function makeTagger(): Tagger {
  let library: { readonly nlp: WinkMethods; readonly lexicon: Document } | undefined;
  let words = 0;

  function use(count: number): { readonly nlp: WinkMethods; readonly lexicon: Document } {
    words += count;
    if (!library || words > MAX_WORDS) {
      const nlp = loadLibrary();
      library = { nlp, lexicon: nlp.readDoc('') };
      words = count;
    }
    return library;
  }

  const knows = (word: string): boolean => !use(0).lexicon.isOOV(word);
  // Asked for words of the library's lexicon only, so it can't outgrow that.
  const usualTags = new Map<string, Upos>();
  function usual(word: string): Upos {
    const upos = usualTags.get(word) ?? tagSentence(use(1).nlp, [word])[0]?.upos ?? 'X';
    usualTags.set(word, upos);
    return upos;
  }

  return { knows, usual, tag: (forms) => tagSentence(use(forms.length).nlp, forms) };
}

/** One space between words: what has no space before it in the answer goes on a word that the library split. */
function tagSentence({ readDoc, its }: WinkMethods, forms: readonly string[]): Tag[] {
  const tokens = readDoc(fedText(forms)).tokens();
  const upos = tokens.out(its.pos) as Upos[];
  // The library looks words up in plain objects: "constructor" may come back as something else than a string.
  const lemmas = tokens.out(its.lemma as ItsFunction<unknown>) as unknown[];
  const gaps = tokens.out(its.precedingSpaces) as string[];
  const tags: Tag[] = [];
  for (let at = 0; at < gaps.length; at++) {
    if (at > 0 && gaps[at] === '') continue;
    const whole = gaps[at + 1] !== '';
    const lemma = lemmas[at];
    const given = whole && typeof lemma === 'string' && lemma !== '';
    const form = forms[tags.length] ?? '';
    tags.push({ upos: upos[at] ?? 'X', lemma: given ? lemma : form.toLowerCase() });
  }
  return tags;
}

function fedText(forms: readonly string[]): string {
  let text = '';
  for (let at = 0; at < forms.length; at++)
    text += at > 0 ? ` ${fed(forms[at] ?? '')}` : fed(forms[at] ?? '');
  return text;
}

function fed(form: string): string {
  if (PLAIN.test(form)) return form.length <= MAX_FED ? form : form.slice(0, MAX_FED);
  if (/^["“”„«»]$/u.test(form)) return '"';
  if (/^['‘’‚‹›]$/u.test(form)) return "'";
  return form.replaceAll(/[’`]/gu, "'").slice(0, MAX_FED);
}
