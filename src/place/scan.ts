/** A Doc prepared for looking names up: folded text and the small questions that all parts ask of words. */
import type { Doc, Sentence, Token } from '../language/doc.js';
import { overlaps, type Span } from '../span.js';
import { folded, foldedLower } from './fold.js';
import { type Words, wordsOf } from './phrases.js';

export interface Scan {
  readonly doc: Doc;
  readonly tokens: readonly Token[];
  /** Accents taken off. */
  readonly plain: Words;
  readonly lower: Words;
  /** Each word folded and in lower case. */
  readonly forms: readonly string[];
  /** Words inside a temporal expression: `Monday` never belongs to a name. */
  readonly timed: readonly boolean[];
  /** By sentence: nearly all words are capitalised, so capitals tell nothing. */
  readonly titleCase: readonly boolean[];
}

type Times = readonly { readonly span: Span }[];

/** place/ and actor/ ask for the scan of one Doc after the other: it is made once. */
const scans = new WeakMap<Doc, { readonly times: Times; readonly scan: Scan }>();

export function scanOf(doc: Doc, times: Times): Scan {
  const made = scans.get(doc);
  if (made?.times === times) return made.scan;
  const scan = makeScan(doc, times);
  scans.set(doc, { times, scan });
  return scan;
}

function makeScan(doc: Doc, times: Times): Scan {
  const lower = foldedLower(doc.text);
  return {
    doc,
    tokens: doc.tokens,
    plain: wordsOf(folded(doc.text), doc.tokens),
    lower: wordsOf(lower, doc.tokens),
    forms: doc.tokens.map(({ start, end }) => lower.slice(start, end)),
    timed: coveredBy(doc.tokens, times),
    titleCase: doc.sentences.map((sentence) => isTitleCase(doc, sentence)),
  };
}

/** One walk over words and spans, both by start. */
function coveredBy(tokens: readonly Token[], things: Times): boolean[] {
  const covered = new Array<boolean>(tokens.length).fill(false);
  let at = 0;
  for (const { span } of things) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at++;
    for (let on = at; on < tokens.length; on++) {
      const token = tokens[on];
      if (token === undefined || !overlaps(token, span)) break;
      covered[on] = true;
    }
  }
  return covered;
}

function isTitleCase(doc: Doc, sentence: Sentence): boolean {
  let long = 0;
  let capital = 0;
  for (let at = sentence.from; at < sentence.to; at++) {
    const form = doc.tokens[at]?.form ?? '';
    if (form.length < 4 || !/^\p{L}/u.test(form)) continue;
    long++;
    if (startsCapital(form)) capital++;
  }
  return long >= 3 && capital / long > 0.8;
}

export const startsCapital = (form: string): boolean => {
  const code = form.charCodeAt(0);
  return (code >= 65 && code <= 90) || (code > 191 && /^\p{Lu}/u.test(form));
};

export const lowerAt = (scan: Scan, at: number): string => scan.forms[at] ?? '';

export const isCapital = (scan: Scan, at: number): boolean => startsCapital(scan.tokens[at]?.form ?? '');

/** No more than white space between the two words. */
export const touches = (scan: Scan, left: number, right: number): boolean => {
  const a = scan.tokens[left];
  const b = scan.tokens[right];
  return (
    a !== undefined &&
    b !== undefined &&
    a.sentence === b.sentence &&
    right === left + 1 &&
    a.upos !== 'PUNCT'
  );
};

/** The word is `'s`, or the apostrophe alone after a plural. */
export const isPossessive = (scan: Scan, at: number): boolean => {
  const token = scan.tokens[at];
  if (token === undefined) return false;
  const form = lowerAt(scan, at);
  if (form === "'s") return token.joined;
  return form === "'" && token.start === (scan.tokens[at - 1]?.end ?? -1) && token.upos !== 'PUNCT';
};

/** A hyphen that joins words: no space on either side. */
export const isHyphen = (scan: Scan, at: number): boolean => {
  const token = scan.tokens[at];
  if (token === undefined || lowerAt(scan, at) !== '-') return false;
  return scan.tokens[at - 1]?.end === token.start && scan.tokens[at + 1]?.start === token.end;
};
