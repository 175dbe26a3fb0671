/** What the marks mean, and which of them are shown. */
import { type Kind, type Layer, layers } from './marks.js';

interface LegendProps {
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
  readonly shown: ReadonlySet<Layer>;
  readonly onShow: (layer: Layer, isShown: boolean) => void;
}

export const Legend = ({ counts, shown, onShow }: LegendProps) => (
  <fieldset className="legend">
    <legend>Marks in the text</legend>
    {layers
      .filter(({ kind }) => (counts[kind] ?? 0) > 0)
      .map(({ kind, many }) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={shown.has(kind)}
            onChange={(event) => onShow(kind, event.target.checked)}
          />
          <span className={`mark by-${kind} has-${kind}`}>{many}</span>{' '}
          <span className="number">{counts[kind]}</span>
        </label>
      ))}
    <p className="kicker">
      Point at marked words, tap them, or go to them with the Tab key and on with the arrow keys left and
      right: what was read from them, and by which rule, stands here.
    </p>
  </fieldset>
);
