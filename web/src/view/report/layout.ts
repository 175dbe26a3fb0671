/** The report's paragraphs, each cut where what was read begins and ends. */
import { type Segment, segmentsOf } from '../../../../src/reading/format/segments.js';
import type { Reading, Span } from '../../api/types.js';
import type { Mark } from './marks.js';
import type { Range } from './range.js';

export type Piece = Segment<Mark>;
type ParagraphKind = Reading['article']['paragraphs'][number]['kind'] | 'outside';

/** A paragraph, or a part of one that is very long. */
export interface Block extends Range {
  readonly kind: ParagraphKind;
  readonly start: number;
  /** It goes on the paragraph before it. */
  readonly isRest: boolean;
}

/** Paragraphs that are drawn together once the reader comes near. */
export interface Sheet extends Range {
  readonly blocks: readonly Block[];
  /** UTF-16 code units: how high it is, more or less. */
  readonly length: number;
}

export interface Layout {
  readonly sheets: readonly Sheet[];
  /** All of the text in order; a piece never crosses the edge of a block. */
  readonly pieces: readonly Piece[];
  /** The first that is marked: where the text is entered by keyboard. */
  readonly entry?: number;
}

export function layoutOf(article: Reading['article'], marks: readonly Mark[]): Layout {
  const { pieces, blocks } = cutAt(article, segmentsOf(article.text.length, marks));
  const entry = step(pieces, -1, 1);
  return { sheets: sheetsOf(blocks, pieces), pieces, ...(entry === undefined ? {} : { entry }) };
}

/** Longer paragraphs are drawn in parts. */
const PARTS = 150;

function cutAt({ text, paragraphs }: Reading['article'], cut: readonly Piece[]) {
  const pieces: Piece[] = [];
  const blocks: Block[] = [];
  let next = 0;
  const add = (kind: ParagraphKind, span: Span) => {
    const first = pieces.length;
    while ((cut[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    for (let i = next; i < cut.length; i++) {
      const piece = cut[i];
      if (piece === undefined || piece.start >= span.end) break;
      pieces.push({
        start: Math.max(piece.start, span.start),
        end: Math.min(piece.end, span.end),
        rows: piece.rows,
      });
    }
    for (let at = first; at < pieces.length; at += PARTS) {
      const end = Math.min(at + PARTS, pieces.length);
      blocks.push({ kind, start: pieces[at]?.start ?? 0, isRest: at > first, first: at, end });
    }
  };
  let at = 0;
  const outside = (end: number) => {
    if (text.slice(at, end).trim() !== '') add('outside', { start: at, end });
  };
  for (const { kind, span } of paragraphs) {
    outside(span.start);
    add(kind, span);
    at = span.end;
  }
  outside(text.length);
  return { pieces, blocks };
}

function sheetsOf(blocks: readonly Block[], pieces: readonly Piece[]): Sheet[] {
  const sheets: Block[][] = [];
  for (const block of blocks) {
    const last = sheets.at(-1);
    const size = block.end - (last?.[0]?.first ?? 0);
    if (last === undefined || size > PARTS) sheets.push([block]);
    else last.push(block);
  }
  return sheets.map((own) => {
    const [first, end] = [own[0]?.first ?? 0, own.at(-1)?.end ?? 0];
    const length = (pieces[end - 1]?.end ?? 0) - (pieces[first]?.start ?? 0);
    return { blocks: own, first, end, length };
  });
}

/** Something was read there that can be chosen. */
export const isMarked = ({ rows }: Piece): boolean => rows.some(({ kind }) => kind !== 'at');

/** The next piece in a direction that is marked; undefined at the ends. */
export function step(pieces: readonly Piece[], from: number, by: 1 | -1): number | undefined {
  for (let at = from + by; at >= 0 && at < pieces.length; at += by) {
    const piece = pieces[at];
    if (piece !== undefined && isMarked(piece)) return at;
  }
  return undefined;
}

/** The first piece that one thing is read from. */
export function pieceOf(pieces: readonly Piece[], key: string): number | undefined {
  const at = pieces.findIndex(({ rows }) => rows.some((row) => row.key === key));
  return at < 0 ? undefined : at;
}
