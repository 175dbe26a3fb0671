/** What was read from the words that the reader looks at; else what the marks mean. */
import { useRef } from 'react';
import { type ChosenStore, nothingChosen } from './chosen.js';
import type { Context } from './detail/context.js';
import { Detail, titleOfMark } from './detail/detail.js';
import type { Layout } from './layout.js';
import { Legend } from './legend.js';
import { type Kind, type Layer, layerWords, type Mark } from './marks.js';

interface PanelProps {
  readonly layout: Layout;
  readonly chosen: ChosenStore;
  readonly context: Context;
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
  readonly shown: ReadonlySet<Layer>;
  readonly onShow: (layer: Layer, isShown: boolean) => void;
}

export function Panel({ layout, chosen, context, counts, shown, onShow }: PanelProps) {
  const { piece } = chosen.use();
  const panel = useRef<HTMLElement>(null);
  const rows = (piece === undefined ? [] : (layout.pieces[piece]?.rows ?? [])).filter(
    ({ kind }) => kind !== 'at',
  );
  const close = () => {
    const mark = document.querySelector<HTMLElement>(`[data-piece="${piece}"]`);
    chosen.set(nothingChosen);
    if (panel.current?.contains(document.activeElement)) mark?.focus({ preventScroll: true });
  };
  return (
    <aside
      ref={panel}
      className={rows.length > 0 ? 'panel is-open' : 'panel'}
      aria-label="What was read here"
      onKeyDown={(event) => {
        // Of a dialog over it Escape closes the dialog alone.
        if (event.key === 'Escape' && !(event.target as Element).closest('dialog')) close();
      }}
    >
      {rows.length === 0 ? (
        <Legend counts={counts} shown={shown} onShow={onShow} />
      ) : (
        <>
          <p className="panel-head">
            <span id="read-here" className={rows.length > 1 ? 'kicker' : 'visually-hidden'}>
              {summaryOf(rows, context)}
            </span>
            <button type="button" className="quiet" onClick={close}>
              Close
            </button>
          </p>
          {rows.map((mark) => (
            <section key={mark.key} className={`read by-${mark.kind}`}>
              <h3>
                <span className="read-kind">{layerWords(mark.kind)}</span> {titleOfMark(mark, context)}
              </h3>
              <Detail mark={mark} context={context} />
            </section>
          ))}
        </>
      )}
    </aside>
  );
}

const summaryOf = (rows: readonly Mark[], context: Context): string =>
  rows.length > 1
    ? `${rows.length} things were read here`
    : rows.map((mark) => `${layerWords(mark.kind)}: ${titleOfMark(mark, context)}`).join('');
