/** The report's paragraphs, each cut where what was read begins and ends. */

import { type Segment, segmentsOf } from '../../../../src/reading/format/segments.js';
import type { Reading, Span } from '../../api/types.js';
import type { Mark } from './marks.js';

export type Piece = Segment<Mark>;
export type ParagraphKind = Reading['article']['paragraphs'][number]['kind'] | 'outside';

/** Pieces that are drawn together once the reader comes near. */
export interface Stretch {
  /** Of its first piece among all pieces of the report. */
  readonly first: number;
  readonly pieces: readonly Piece[];
}

export interface Block {
  readonly kind: ParagraphKind;
  readonly start: number;
  readonly stretches: readonly Stretch[];
}

export interface Layout {
  readonly blocks: readonly Block[];
  /** All of the text in order; a piece never crosses the edge of a paragraph. */
  readonly pieces: readonly Piece[];
}

const TOGETHER = 120;

export function layoutOf({ text, paragraphs }: Reading['article'], marks: readonly Mark[]): Layout {
  const cut = segmentsOf(text.length, marks);
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
    const own = pieces.slice(first);
    blocks.push({ kind, start: span.start, stretches: inStretches(own, first) });
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
  return { blocks, pieces };
}

function inStretches(pieces: readonly Piece[], first: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < pieces.length; at += TOGETHER) {
    stretches.push({ first: first + at, pieces: pieces.slice(at, at + TOGETHER) });
  }
  return stretches;
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
