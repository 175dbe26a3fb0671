import { monthWords } from '../../../../src/record/dossier/words.js';

/** Indexes of months, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

interface SlidersProps {
  readonly months: readonly { readonly month: string }[];
  readonly taken: Range;
  /** Pixels beside the bars. */
  readonly side: number;
  readonly onMove: (range: Range) => void;
  readonly onTake: (range: Range) => void;
}

/** Two of the browser's own, one above the other: they know keys, fingers and screen readers. */
export function Sliders({ months, taken, side, onMove, onTake }: SlidersProps) {
  const last = months.length - 1;
  const slider = (label: string, value: number, rangeOf: (to: number) => Range) => (
    <input
      type="range"
      min={0}
      max={last}
      value={value}
      aria-label={label}
      aria-valuetext={monthWords(months[value]?.month ?? '')}
      onChange={(event) => onMove(rangeOf(Number(event.currentTarget.value)))}
      onPointerUp={(event) => onTake(rangeOf(Number(event.currentTarget.value)))}
      onKeyUp={(event) => onTake(rangeOf(Number(event.currentTarget.value)))}
    />
  );
  return (
    <div className="chart-sliders" style={{ marginInline: side }}>
      {slider('First month', taken.from, (from) => ({ from: Math.min(from, taken.to), to: taken.to }))}
      {slider('Last month', taken.to, (to) => ({ from: taken.from, to: Math.max(to, taken.from) }))}
    </div>
  );
}
