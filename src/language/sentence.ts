/** Groups the words of a paragraph into sentences: looks at each word that can end one, and at what follows. */
import type { Lexicon } from './lexicon.js';
import type { Piece } from './tokenise.js';

const STOP = /^(?:\.{1,2}|[!?.]*[!?][!?.]*|。|[:;=]-?[)(DPp]|\p{Extended_Pictographic}.*)$/u;
const ELLIPSIS = /^(?:\.{3,}|…+\.?)$/u;
const CLOSER = /^(?:["”’'»)\]]|'')$/u;
const OPENER = /^(?:["“‘'«([]|``)$/u;
const QUOTE_END = /^(?:["”’'»]|'')$/u;
/** Words longer than this are cut before they are looked at. */
const MAX_FORM = 64;
/** How far after a closed question the verb of speech may stand. */
const SPEECH_REACH = 5;

interface Paragraph {
  readonly lexicon: Lexicon;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Half-open ends of the sentences as places in `pieces`: the last is `pieces.length`. */
export function sentenceEnds(lexicon: Lexicon, text: string, pieces: readonly Piece[]): number[] {
  const paragraph = { lexicon, text, pieces };
  const ends: number[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const form = formAt(paragraph, at);
    const abbreviation = mayEndAbbreviated(lexicon, form);
    if (!abbreviation && !STOP.test(form) && !ELLIPSIS.test(form)) continue;
    if (isListNumber(paragraph, ends.at(-1) ?? 0, at)) continue;
    const next = afterClosers(paragraph, at + 1);
    if (next >= pieces.length) break;
    if (abbreviation ? !isStarter(paragraph, next) : !startsSentence(paragraph, at, next)) continue;
    ends.push(next);
    at = next - 1;
  }
  if (pieces.length > 0) ends.push(pieces.length);
  return ends;
}

function formAt({ text, pieces }: Paragraph, at: number): string {
  const piece = pieces[at];
  return piece ? text.slice(piece.start, Math.min(piece.end, piece.start + MAX_FORM)) : '';
}

const touches = ({ pieces }: Paragraph, at: number): boolean => pieces[at]?.start === pieces[at - 1]?.end;

/** "U.S.", "Inc.", "p.m.": the end of a sentence only where the next word can't go on. */
function mayEndAbbreviated(lexicon: Lexicon, form: string): boolean {
  if (form.length < 3 || !form.endsWith('.')) return false;
  return /^(?:\p{L}\.){2,}$/u.test(form) || lexicon.abbreviations.get(form.slice(0, -1))?.has('any') === true;
}

/** A word, or an opening mark and a word, that can't go on after an abbreviation. */
const isStarter = (paragraph: Paragraph, at: number): boolean =>
  paragraph.lexicon.starters.has(formAt(paragraph, OPENER.test(formAt(paragraph, at)) ? at + 1 : at));

/** "2. The purpose": a figure and a full stop that start the sentence number it. */
function isListNumber(paragraph: Paragraph, from: number, at: number): boolean {
  return (
    at === from + 1 && touches(paragraph, at) && /^(?:\d[\d.]*|\p{L}|[ivx]+)$/u.test(formAt(paragraph, from))
  );
}

/** The place after the quotation marks, brackets and note marks ("[2]") that belong to the end before `at`. */
function afterClosers(paragraph: Paragraph, at: number): number {
  let next = at;
  while (next < paragraph.pieces.length) {
    if (isNoteMark(paragraph, next)) next += 3;
    else if (touches(paragraph, next) && CLOSER.test(formAt(paragraph, next))) next++;
    else break;
  }
  return next;
}

const isNoteMark = (paragraph: Paragraph, at: number): boolean =>
  formAt(paragraph, at) === '[' &&
  formAt(paragraph, at + 2) === ']' &&
  /^\d{1,3}$/u.test(formAt(paragraph, at + 1));

function startsSentence(paragraph: Paragraph, at: number, next: number): boolean {
  const end = formAt(paragraph, at);
  const start = formAt(paragraph, next);
  if (/^[.,;:!?…)\]}%–—-]/u.test(start)) return false;
  if (touches(paragraph, next) && !/[!?]$/u.test(end)) return false;
  const quoted = QUOTE_END.test(formAt(paragraph, next - 1));
  if (!end.startsWith('.') && quoted && isSpeech(paragraph, next)) return false;
  if (/^\p{Ll}/u.test(start)) return !quoted && startsInLowerCase(paragraph, at, start);
  return true;
}

/** `"Why?" the minister asked`: a verb of speech soon after the closing mark, before any other mark. */
function isSpeech(paragraph: Paragraph, from: number): boolean {
  for (let at = from; at < from + SPEECH_REACH; at++) {
    const form = formAt(paragraph, at);
    if (paragraph.lexicon.speech.has(form)) return true;
    if (!/^[\p{L}.'’-]+$/u.test(form) || form === '.') return false;
  }
  return false;
}

/** After a whole word and a full stop a sentence starts even in lower case; after what may be short for something it doesn't. */
function startsInLowerCase(paragraph: Paragraph, at: number, start: string): boolean {
  if (ELLIPSIS.test(formAt(paragraph, at))) return false;
  if (/\p{Lu}/u.test(start) || start.includes('://')) return true;
  return /^(?:\p{Ll}{3,}|n['’]t)$/u.test(formAt(paragraph, at - 1));
}
