/** UPOS and lemma from wink-nlp: the only file that knows the library. */
import model from 'wink-eng-lite-web-model';
import wink, { type ItsFunction } from 'wink-nlp';
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
}

/** Longer forms are cut before they are given to the library. */
const MAX_FED = 60;
/** The library keeps every word it ever saw: it is made anew after so many words, to hold memory flat. */
const MAX_WORDS = 2_000_000;
const PLAIN = /^[\x21-\x7e]+$/u;

export function makeTagger(): Tagger {
  let nlp = wink(model, ['pos']);
  let lexicon = nlp.readDoc('');
  let words = 0;
  const knows = (word: string): boolean => !lexicon.isOOV(word);

  function tag(forms: readonly string[]): Tag[] {
    words += forms.length;
    if (words > MAX_WORDS) {
      nlp = wink(model, ['pos']);
      lexicon = nlp.readDoc('');
      words = forms.length;
    }
    const { its } = nlp;
    const tokens = nlp.readDoc(fedText(forms, knows)).tokens();
    const upos = tokens.out(its.pos) as Upos[];
    const lemmas = tokens.out(its.lemma as ItsFunction<string>) as string[];
    const gaps = tokens.out(its.precedingSpaces) as string[];
    const tags: Tag[] = [];
    for (let at = 0; at < gaps.length; at++) {
      if (at > 0 && gaps[at] === '') continue;
      const whole = gaps[at + 1] !== '';
      const form = forms[tags.length] ?? '';
      tags.push({ upos: upos[at] ?? 'X', lemma: (whole && lemmas[at]) || form.toLowerCase() });
    }
    return tags;
  }
  return { tag, knows };
}

/** One space between words: what has no space before it in the answer goes on a word that the library split. */
function fedText(forms: readonly string[], knows: (word: string) => boolean): string {
  const shouted = isShouted(forms);
  let opening = true;
  let text = '';
  forms.forEach((form, at) => {
    const lower = form.toLowerCase();
    const plain = shouted || (opening && !/^\p{Lu}/u.test(forms[at + 1] ?? '')) ? lower : form;
    text += `${at > 0 ? ' ' : ''}${fed(plain !== form && knows(plain) ? plain : form)}`;
    if (/[\p{L}\p{N}]/u.test(form)) opening = false;
    else if (/^["“‘:]$/u.test(form)) opening = true;
  });
  return text;
}

/** A headline in capitals says nothing about names. */
function isShouted(forms: readonly string[]): boolean {
  const words = forms.filter((form) => /^\p{L}{2,}$/u.test(form));
  return words.length > 3 && words.filter((form) => form === form.toUpperCase()).length > words.length * 0.7;
}

function fed(form: string): string {
  if (PLAIN.test(form) && form.length <= MAX_FED) return form;
  if (/^["“”„«»]$/u.test(form)) return '"';
  if (/^['‘’‚‹›]$/u.test(form)) return "'";
  return form.replaceAll(/[’`]/gu, "'").slice(0, MAX_FED);
}
