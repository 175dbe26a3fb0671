/** The report's text with all that was read from it marked. Arrow keys go from mark to mark. */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Span } from '../../api/types.js';
import { type ChosenStore, nothingChosen } from './chosen.js';
import { type Block, type Layout, step } from './layout.js';
import { StretchText } from './stretch.js';

interface TextProps {
  readonly text: string;
  readonly lang: string;
  readonly layout: Layout;
  readonly chosen: ChosenStore;
  readonly at?: Span;
}

const indexOf = (target: EventTarget): number | undefined => {
  const mark = target instanceof Element ? target.closest<HTMLElement>('[data-piece]') : null;
  return mark === null ? undefined : Number(mark.dataset.piece);
};

export function ReportText({ text, lang, layout, chosen, at }: TextProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at !== undefined) root.current?.querySelector('[data-at]')?.scrollIntoView({ block: 'center' });
  }, [at]);
  const onOver = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || chosen.get().isHeld) return;
    const piece = indexOf(event.target);
    if (piece !== undefined) chosen.set({ piece, isHeld: false });
  };
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const piece = indexOf(event.target);
    if (piece === undefined) return;
    event.preventDefault();
    const now = chosen.get();
    chosen.set(now.isHeld && now.piece === piece ? nothingChosen : { piece, isHeld: true });
  };
  const onKey = (event: KeyboardEvent) => {
    const piece = indexOf(event.target);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') chosen.set(nothingChosen);
    if (piece === undefined || by === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const next = step(layout.pieces, piece, by as 1 | -1);
    if (next !== undefined) focusPiece(next, chosen);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its links are what is acted on; events are heard for all of them here
    <div
      ref={root}
      className="report-text"
      lang={lang}
      dir="auto"
      onPointerOver={onOver}
      onFocus={(event) => {
        const piece = indexOf(event.target);
        if (piece !== undefined) chosen.set((now) => ({ piece, isHeld: now.isHeld }));
      }}
      onClick={onClick}
      onKeyDown={onKey}
    >
      {layout.blocks.map((block) => (
        <Paragraph
          key={block.start}
          block={block}
          text={text}
          first={step(layout.pieces, -1, 1)}
          chosen={chosen}
        />
      ))}
    </div>
  );
}

/** Draws the piece where it is not yet, then gives it the focus. */
export function focusPiece(piece: number, chosen: ChosenStore): void {
  flushSync(() => chosen.set((now) => ({ piece, isHeld: now.isHeld })));
  const mark = document.querySelector<HTMLElement>(`[data-piece="${piece}"]`);
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: 'nearest' });
}

interface ParagraphProps {
  readonly block: Block;
  readonly text: string;
  /** Where the text is entered by keyboard. */
  readonly first: number | undefined;
  readonly chosen: ChosenStore;
}

function Paragraph({ block: { kind, stretches }, text, first, chosen }: ParagraphProps) {
  const inner = stretches.map((stretch) => (
    <StretchText key={stretch.first} stretch={stretch} text={text} entry={first} chosen={chosen} />
  ));
  if (kind === 'headline' || kind === 'heading') return <h2 className={kind}>{inner}</h2>;
  return <p className={kind}>{inner}</p>;
}
