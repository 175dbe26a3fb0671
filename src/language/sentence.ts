/** Groups the words of a paragraph into sentences. */
import type { Lexicon } from './lexicon.js';
import type { Piece } from './tokenise.js';

const ENDS = /^(?:[.!?…]+|。)$/u;
const CLOSES = /^(?:["”’'»)\]]|'')$/u;
const OPENS_NEXT = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“‘'«([*•—–-]/u;

/** Half-open ranges of `pieces`, in order, none empty, all pieces in one. */
export function sentenceEnds(lexicon: Lexicon, text: string, pieces: readonly Piece[]): number[] {
  const ends: number[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const form = formOf(text, pieces[at]);
    if (!ENDS.test(form) && !endsByAbbreviation(lexicon, form)) continue;
    let next = at + 1;
    while (next < pieces.length && CLOSES.test(formOf(text, pieces[next])) && touches(pieces, next)) next++;
    if (next < pieces.length && !starts(text, pieces, next, form)) continue;
    ends.push(next);
    at = next - 1;
  }
  if (ends.at(-1) !== pieces.length && pieces.length > 0) ends.push(pieces.length);
  return ends;
}

const formOf = (text: string, piece: Piece | undefined): string =>
  piece ? text.slice(piece.start, Math.min(piece.end, piece.start + 64)) : '';

const touches = (pieces: readonly Piece[], at: number): boolean => pieces[at]?.start === pieces[at - 1]?.end;

function starts(text: string, pieces: readonly Piece[], at: number, form: string): boolean {
  if (touches(pieces, at) && form.endsWith('.')) return false;
  return OPENS_NEXT.test(formOf(text, pieces[at]));
}

function endsByAbbreviation(lexicon: Lexicon, form: string): boolean {
  return (
    form.length > 2 && form.endsWith('.') && lexicon.abbreviations.get(form.slice(0, -1))?.has('any') === true
  );
}
