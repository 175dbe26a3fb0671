/** All that was read, as lists: each line leads to its words in the text. */
import { useState } from 'react';
import type { ChosenStore } from './chosen.js';
import type { Context } from './detail/context.js';
import { titleOfMark } from './detail/detail.js';
import { type Layout, pieceOf } from './layout.js';
import { type Layer, layers, type Mark } from './marks.js';
import { focusPiece } from './text.js';

interface EverythingProps {
  readonly marks: readonly Mark[];
  readonly layout: Layout;
  readonly chosen: ChosenStore;
  readonly context: Context;
  /** A mark that is hidden is shown when it is wanted. */
  readonly onShow: (layer: Layer, isShown: boolean) => void;
}

export function Everything(props: EverythingProps) {
  return (
    <section className="section no-print" aria-labelledby="everything-title">
      <h2 id="everything-title">All that was read</h2>
      {layers.map(({ kind, many }) => {
        const own = props.marks.filter((mark) => mark.kind === kind);
        return own.length === 0 ? null : (
          <OneLayer key={kind} kind={kind} title={many} own={own} {...props} />
        );
      })}
    </section>
  );
}

const PAGE = 100;

interface OneLayerProps extends EverythingProps {
  readonly kind: Layer;
  readonly title: string;
  readonly own: readonly Mark[];
}

function OneLayer({ kind, title, own, layout, chosen, context, onShow }: OneLayerProps) {
  const [isOpen, setOpen] = useState(false);
  const [most, setMost] = useState(PAGE);
  const go = (mark: Mark) => {
    const piece = pieceOf(layout.pieces, mark.key);
    if (piece === undefined) onShow(kind, true);
    else focusPiece(piece, chosen);
  };
  return (
    <details className="layer" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} <span className="number">{own.length.toLocaleString('en')}</span>
      </summary>
      {isOpen ? (
        <ul>
          {own.slice(0, most).map((mark) => (
            <li key={mark.key}>
              {mark.spans.length === 0 ? (
                titleOfMark(mark, context)
              ) : (
                <button type="button" className="quiet" onClick={() => go(mark)}>
                  {titleOfMark(mark, context)}
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {isOpen && own.length > most ? (
        <button type="button" onClick={() => setMost(most + PAGE)}>
          {Math.min(PAGE, own.length - most)} more
        </button>
      ) : null}
    </details>
  );
}
