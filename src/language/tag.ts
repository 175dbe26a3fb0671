/** UPOS and lemma from wink-nlp: the only file that knows the library. */
import winkModel from 'wink-eng-lite-web-model';
import wink, { type ItsFunction } from 'wink-nlp';
import type { Upos } from './doc.js';

export interface Tag {
  readonly upos: Upos;
  readonly lemma: string;
}

/** One tag for each form; forms hold no white space. */
export type Tagger = (forms: readonly string[]) => Tag[];

const MAX_FED = 60;
const PLAIN = /^[\x21-\x7e]+$/u;

export function makeTagger(): Tagger {
  const nlp = wink(winkModel, ['pos']);
  const { its } = nlp;
  return (forms) => {
    const fed = forms.map((form) => (PLAIN.test(form) && form.length <= MAX_FED ? form : asPlain(form)));
    const tokens = nlp.readDoc(fed.join(' ')).tokens();
    const pos = tokens.out(its.pos) as Upos[];
    const lemmas = tokens.out(its.lemma as ItsFunction<string>) as string[];
    const gaps = tokens.out(its.precedingSpaces) as string[];
    const tags: Tag[] = [];
    gaps.forEach((gap, at) => {
      if (at > 0 && gap === '') return;
      const whole = gaps[at + 1] !== '';
      tags.push({
        upos: pos[at] ?? 'X',
        lemma: whole ? (lemmas[at] ?? '') : (forms[tags.length] ?? '').toLowerCase(),
      });
    });
    return tags;
  };
}

function asPlain(form: string): string {
  if (/^["“”„«»]$/u.test(form)) return '"';
  if (/^['‘’‚‹›]$/u.test(form)) return "'";
  const plain = form.replaceAll(/[’`]/gu, "'");
  return PLAIN.test(plain) && plain.length <= MAX_FED ? plain : form.slice(0, MAX_FED);
}
