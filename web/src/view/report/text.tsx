/** The report's text with all that was read from it marked. Arrow keys go from mark to mark. */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Span } from '../../api/types.js';
import { type ChosenStore, nothingChosen } from './chosen.js';
import { type Layout, step } from './layout.js';
import { SheetText } from './sheet.js';

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

const ways: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowRight: 1, ArrowLeft: -1 };

export function ReportText({ text, lang, layout, chosen, at }: TextProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at !== undefined) root.current?.querySelector('[data-at]')?.scrollIntoView({ block: 'center' });
  }, [at]);
  const onOver = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || chosen.get().isHeld) return;
    const piece = indexOf(event.target);
    if (piece !== undefined && piece !== chosen.get().piece) chosen.set({ piece, isHeld: false });
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
    if (event.key === 'Escape') chosen.set(nothingChosen);
    const [piece, by] = [indexOf(event.target), ways[event.key]];
    if (piece === undefined || by === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const next = step(layout.pieces, piece, by);
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
      onFocus={({ target }) => {
        const piece = indexOf(target);
        const now = chosen.get();
        if (piece !== undefined && piece !== now.piece) chosen.set({ piece, isHeld: now.isHeld });
      }}
      onClick={onClick}
      onKeyDown={onKey}
    >
      {layout.sheets.map((sheet) => (
        <SheetText key={sheet.first} sheet={sheet} layout={layout} text={text} chosen={chosen} />
      ))}
    </div>
  );
}

/** Draws the piece where it is not yet, then gives it the focus. */
export function focusPiece(piece: number, chosen: ChosenStore): void {
  flushSync(() => chosen.set({ piece, isHeld: chosen.get().isHeld }));
  const mark = document.querySelector<HTMLElement>(`[data-piece="${piece}"]`);
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: 'nearest' });
}
