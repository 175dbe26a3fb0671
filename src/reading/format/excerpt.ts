import type { Row } from '../outline.js';

/** A stretch of text on one line; `marked` for the words that a row was read from. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * The sentence or sentences of a row, cut into pieces at the words it was read from. White space is folded
 * and control characters are dropped: a report must not be able to steer a terminal.
 */
export function excerpt(text: string, row: Row): Piece[] {
  const [first] = row.cite;
  const last = row.cite.at(-1);
  if (first === undefined || last === undefined) return [];
  const pieces: Piece[] = [];
  let at = first.start;
  const push = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ text: onOneLine(text.slice(at, end)), marked });
    at = Math.max(at, end);
  };
  for (const span of row.spans) {
    if (span.start >= last.end || span.end <= at) continue;
    push(span.start, false);
    push(Math.min(span.end, last.end), true);
  }
  push(last.end, false);
  return pieces.filter((piece) => piece.text !== '');
}

/** White space folded to one blank, control and bidirectional override characters dropped. */
export const onOneLine = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');

/**
 * The pieces around the first marked one, cut to about `width` characters with ellipses. A keyword in its
 * context is enough where many rows share a sentence.
 */
export function keywordInContext(pieces: readonly Piece[], width: number): Piece[] {
  const at = Math.max(
    0,
    pieces.findIndex(({ marked }) => marked),
  );
  const keyword = pieces[at];
  if (keyword === undefined) return [];
  const join = (some: readonly Piece[]) => some.map(({ text }) => text).join('');
  const before = join(pieces.slice(0, at));
  const after = join(pieces.slice(at + 1));
  const room = Math.max(0, width - keyword.text.length);
  const left = Math.min(before.length, Math.max(room >> 1, room - after.length));
  const right = Math.min(after.length, room - left);
  return [
    { text: left < before.length ? `…${before.slice(before.length - left + 1)}` : before, marked: false },
    keyword,
    { text: right < after.length ? `${after.slice(0, Math.max(0, right - 1))}…` : after, marked: false },
  ];
}
