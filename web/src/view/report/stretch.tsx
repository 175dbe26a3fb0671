/** A stretch of text: plain while it is far away, marked once the reader comes near or a mark in it is chosen. */
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import type { ChosenStore } from './chosen.js';
import { isMarked, type Piece, type Stretch } from './layout.js';
import type { Mark } from './marks.js';

interface StretchProps {
  readonly stretch: Stretch;
  readonly text: string;
  readonly entry: number | undefined;
  readonly chosen: ChosenStore;
}

export const StretchText = memo(function StretchText({ stretch, text, entry, chosen }: StretchProps) {
  const place = useRef<HTMLSpanElement>(null);
  const isNear = useNear(place);
  const isIn = (piece: number | undefined): piece is number =>
    piece !== undefined && piece >= stretch.first && piece < stretch.first + stretch.pieces.length;
  const own = chosen.useOf(({ piece }) => (isIn(piece) ? piece : undefined));
  const isNone = chosen.useOf(({ piece }) => piece === undefined);
  const isEntry = isIn(entry);
  const isAt = stretch.pieces.some(({ rows }) => rows.some(({ kind }) => kind === 'at'));
  const current = isNone ? entry : own;
  if (!isNear && own === undefined && !isAt && !isEntry) {
    const [start, end] = [stretch.pieces[0]?.start ?? 0, stretch.pieces.at(-1)?.end ?? 0];
    return <span ref={place}>{text.slice(start, end)}</span>;
  }
  return (
    <span ref={place}>
      {stretch.pieces.map((each, at) => (
        <PieceText
          key={each.start}
          piece={each}
          index={stretch.first + at}
          words={text.slice(each.start, each.end)}
          isChosen={own === stretch.first + at}
          isCurrent={current === stretch.first + at}
        />
      ))}
    </span>
  );
});

interface PieceProps {
  readonly piece: Piece;
  readonly index: number;
  readonly words: string;
  readonly isChosen: boolean;
  /** The one that the Tab key goes to. */
  readonly isCurrent: boolean;
}

const PieceText = memo(function PieceText({ piece, index, words, isChosen, isCurrent }: PieceProps) {
  const isAt = piece.rows.some(({ kind }) => kind === 'at');
  if (!isMarked(piece)) {
    return isAt ? (
      <span className="at" data-at="">
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
      {...(isAt ? { 'data-at': '' } : {})}
      tabIndex={isCurrent ? 0 : -1}
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

/** True from when it first comes near what is seen. */
function useNear(place: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const node = place.current;
    if (isNear || node === null) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '1000px' },
    );
    watch.observe(node);
    return () => watch.disconnect();
  }, [place, isNear]);
  return isNear;
}
