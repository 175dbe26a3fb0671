/** A small line of counts by month, beside words that say them. */
import { areaY, lineY, type PlotOptions } from '@observablehq/plot';
import { useMemo } from 'react';
import { counted, monthWords } from '../../../src/record/dossier/words.js';
import { Drawing } from './drawing.js';

export interface SparklineProps {
  /** In the order of time, none left out. */
  readonly months: readonly { readonly month: string; readonly happenings: number }[];
  readonly width?: number;
  readonly height?: number;
}

export default function Sparkline({ months, width = 120, height = 24 }: SparklineProps) {
  const options = useMemo((): PlotOptions => {
    const line = { x: (_: unknown, at: number) => at, y: 'happenings' };
    return {
      width,
      height,
      margin: 2,
      axis: null,
      y: { zero: true },
      marks: [
        areaY(months, { ...line, fill: 'var(--ink-soft)', fillOpacity: 0.18 }),
        lineY(months, { ...line, stroke: 'var(--ink-soft)', strokeWidth: 1.4 }),
      ],
    };
  }, [months, width, height]);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const sum = months.reduce((all, { happenings }) => all + happenings, 0);
  const words = `${counted(sum, 'happening')}, ${monthWords(first.month)} to ${monthWords(last.month)}`;
  return (
    <span className="chart-spark" role="img" aria-label={words} title={words}>
      <Drawing options={options} />
    </span>
  );
}
