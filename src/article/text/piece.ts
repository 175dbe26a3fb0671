/** Text as pieces: what an empty line, a line end or an indent sets apart, before anybody knows what it is. */
import type { Span } from '../../span.js';
import type { ParagraphKind } from '../article.js';

export interface Piece extends Span {
  /** `text.slice(start, end)`; no white space at its ends. */
  readonly text: string;
  readonly lines: number;
  /** What the format itself says it is; `none` is in no paragraph. */
  readonly hint?: ParagraphKind | 'none';
}

interface Line extends Span {
  readonly indented: boolean;
}

/** Longer lines are no hard-wrapped text. */
const widestWrap = 120;

/** A wrapped line ends this near to the width, at most, when the next word is added. */
const slack = 2;

const lineEnd = /\r\n|[\n\r\u2028\u2029]/gu;

const isBlank = (code: number): boolean =>
  code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x200b;

function lineOf(text: string, from: number, to: number): Line | undefined {
  let start = from;
  let end = to;
  while (start < end && isBlankAt(text, start)) start++;
  while (end > start && isBlankAt(text, end - 1)) end--;
  return start === end ? undefined : { start, end, indented: start - from >= 2 || text[from] === '\t' };
}

const isBlankAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return isBlank(code) || (code > 0x1000 && /\s/u.test(text.charAt(at)));
};

/** Runs of lines with no empty line between them. */
function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  let from = 0;
  const add = (to: number) => {
    const line = lineOf(text, from, to);
    if (line) block.push(line);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  };
  for (const { index, 0: mark } of text.matchAll(lineEnd)) {
    add(index);
    from = index + mark.length;
  }
  add(text.length);
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** Hard-wrapped lines are joined into paragraphs; lines that are paragraphs stay apart. */
export function piecesOf(text: string): Piece[] {
  const blocks = blocksOf(text);
  const width = wrapWidth(text, blocks);
  return blocks.flatMap((block) => {
    const pieces: Piece[] = [];
    let first = 0;
    block.forEach((line, at) => {
      const next = block[at + 1];
      if (next && continues(text, line, next, width)) return;
      const start = block[first]?.start ?? line.start;
      pieces.push({ start, end: line.end, text: text.slice(start, line.end), lines: at - first + 1 });
      first = at + 1;
    });
    return pieces;
  });
}

/** A wrapped text has at least this share of its line ends inside of sentences. */
const fewestCuts = 0.2;

/** The width that text was wrapped at: no line that another follows is longer. Absent when it was not. */
function wrapWidth(text: string, blocks: readonly Line[][]): number | undefined {
  let width = 0;
  let ends = 0;
  let cuts = 0;
  for (const block of blocks)
    for (const [at, line] of block.entries()) {
      const next = block[at + 1];
      if (!next) continue;
      width = Math.max(width, line.end - line.start);
      ends++;
      if (cutsSentence(text, line, next)) cuts++;
    }
  return width <= widestWrap && cuts > ends * fewestCuts ? width : undefined;
}

/** "the minister\nsaid" was never a paragraph's end. */
const cutsSentence = (text: string, line: Line, next: Line): boolean =>
  /^\p{Ll}/u.test(text.slice(next.start, next.start + 2)) &&
  !endsSentence(text.slice(Math.max(line.start, line.end - 4), line.end));

function continues(text: string, line: Line, next: Line, width: number | undefined): boolean {
  if (next.indented && !line.indented) return false;
  if (isListItem(text, next)) return false;
  if (cutsSentence(text, line, next)) return true;
  if (width === undefined) return false;
  const word = /^\S+/u.exec(text.slice(next.start, next.start + 40))?.[0].length ?? 0;
  return line.end - line.start + 1 + word > width - slack;
}

const isListItem = (text: string, { start }: Line): boolean =>
  /^(?:[-*•·▪–—]\s|\d{1,2}[.)]\s)/u.test(text.slice(start, start + 5));

const terminal = /[.!?…。！？][)\]"'”’»」』]*$/u;

/** True when the words end as a sentence does. */
export const endsSentence = (words: string): boolean => terminal.test(words.slice(-8));
