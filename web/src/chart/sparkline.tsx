/** A small line of counts by month, beside words that say them. */
import { areaY, lineY, type PlotOptions } from '@observablehq/plot';
import { useMemo } from 'react';
import type { MonthCount } from '../../../src/record/ask/months.js';
import { counted, monthWords } from '../../../src/record/dossier/words.js';
import { Drawing } from './drawing.js';
import { filled } from './months/filled.js';

export interface SparklineProps {
  /** Those in which something happened. */
  readonly months: readonly MonthCount[];
  readonly width?: number;
  readonly height?: number;
}

export default function Sparkline({ months: told, width = 120, height = 24 }: SparklineProps) {
  const months = useMemo(() => filled(told), [told]);
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
