/** Words that were read: a link to themselves, so that they can be reached by keyboard and their address copied. */
import { memo } from 'react';
import { isMarked, type Piece } from './layout.js';
import type { Mark } from './marks.js';

interface PieceProps {
  readonly piece: Piece;
  readonly index: number;
  readonly words: string;
  readonly isChosen: boolean;
  /** The Tab key goes to it: the first in the text, and the one that is looked at. */
  readonly isEntry: boolean;
}

export const PieceText = memo(function PieceText({ piece, index, words, isChosen, isEntry }: PieceProps) {
  const isAt = piece.rows.some(({ kind }) => kind === 'at');
  const place = isAt ? { 'data-at': '' } : {};
  if (!isMarked(piece)) {
    return isAt ? (
      <span className="at" {...place}>
        {words}
      </span>
    ) : (
      words
    );
  }
  return (
    <a
      href={`?at=${piece.start}-${piece.end}`}
      className={classOf(piece.rows, isAt, isChosen)}
      data-piece={index}
      {...place}
      tabIndex={isEntry ? 0 : -1}
      {...(isChosen ? { 'aria-describedby': 'read-here' } : {})}
    >
      {words}
    </a>
  );
});

/** The smallest thing read there gives the line below it; what is said has a ground of its own. */
function classOf(rows: readonly Mark[], isAt: boolean, isChosen: boolean): string {
  const top = rows.find(({ kind }) => kind !== 'at');
  const isRejected = top !== undefined && 'isRejected' in top && top.isRejected;
  return [
    'mark',
    `by-${top?.kind}`,
    ...(rows.some(({ kind }) => kind === 'event') ? ['has-event'] : []),
    ...(rows.some(({ kind }) => kind === 'statement') ? ['has-statement'] : []),
    ...(isRejected ? ['is-rejected'] : []),
    ...(isAt ? ['at'] : []),
    ...(isChosen ? ['is-chosen'] : []),
  ].join(' ');
}
