/** Some paragraphs: plain while they are far away, marked once the reader comes near or a mark in them is chosen. */
import { memo, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { ChosenStore } from './chosen.js';
import type { Block, Layout, Sheet } from './layout.js';
import { PieceText } from './piece-text.js';
import { isIn } from './range.js';

interface SheetProps {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly text: string;
  readonly chosen: ChosenStore;
}

export const SheetText = memo(function SheetText({ sheet, layout, text, chosen }: SheetProps) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNear(place);
  const own = chosen.useIn(sheet);
  const isEntry = isIn(sheet, layout.entry);
  const isDrawn = isNear || own !== undefined || isEntry || hasPlace(sheet, layout);
  return (
    <div ref={place} className="sheet" style={isDrawn ? {} : { containIntrinsicBlockSize: heightOf(sheet) }}>
      {sheet.blocks.map((block) => (
        <Paragraph key={block.start} block={block}>
          {isDrawn ? piecesOf(block, layout, text, own) : textOf(block, layout, text)}
        </Paragraph>
      ))}
    </div>
  );
});

/** Where the address points is drawn at once: the page is scrolled to it. */
const hasPlace = ({ first, end }: Sheet, { pieces }: Layout): boolean =>
  pieces.slice(first, end).some(({ rows }) => rows.some(({ kind }) => kind === 'at'));

/** About 70 letters a line. */
const heightOf = ({ length, blocks }: Sheet): string => `${Math.ceil(length / 70) * 1.9 + blocks.length}rem`;

const textOf = ({ first, end }: Block, { pieces }: Layout, text: string): string =>
  text.slice(pieces[first]?.start ?? 0, pieces[end - 1]?.end ?? 0);

const piecesOf = (
  { first, end }: Block,
  { pieces, entry }: Layout,
  text: string,
  chosen: number | undefined,
) =>
  pieces
    .slice(first, end)
    .map((piece, at) => (
      <PieceText
        key={piece.start}
        piece={piece}
        index={first + at}
        words={text.slice(piece.start, piece.end)}
        isChosen={chosen === first + at}
        isEntry={chosen === first + at || entry === first + at}
      />
    ));

function Paragraph({ block, children }: { readonly block: Block; readonly children: ReactNode }) {
  const { kind, isRest } = block;
  const name = isRest ? `${kind} rest` : kind;
  if (kind === 'headline' || kind === 'heading') return <h2 className={name}>{children}</h2>;
  return <p className={name}>{children}</p>;
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
      { rootMargin: '800px' },
    );
    watch.observe(node);
    return () => watch.disconnect();
  }, [place, isNear]);
  return isNear;
}
