/** Bars by month, of which one takes a part with hand or keyboard. */
import { axisX, type PlotOptions, rectY, ruleY } from '@observablehq/plot';
import { useMemo, useRef, useState } from 'react';
import type { MonthCount } from '../../../../src/record/ask/months.js';
import { counted, monthWords } from '../../../../src/record/dossier/words.js';
import { momentOf, nextOf } from '../days.js';
import { Drawing } from '../drawing.js';
import { useGestures } from '../gestures.js';
import { useWidth } from '../use-width.js';
import { filled } from './filled.js';
import { type Range, Sliders } from './sliders.js';

export interface MonthBrushProps {
  readonly months: readonly MonthCount[];
  /** First and last month of the part taken, `2016-12`; absent for all. */
  readonly since?: string;
  readonly until?: string;
  /** Both absent: all. */
  readonly onChange: (part: { readonly since?: string; readonly until?: string }) => void;
}

const HEIGHT = 98;
const SIDE = 18;

export default function MonthBrush({ months: told, since, until, onChange }: MonthBrushProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const months = useMemo(() => filled(told), [told]);
  const options = useMemo(() => brushOptions(months, Math.max(width, 200)), [months, width]);
  const [dragged, setDragged] = useState<Range>();
  const last = months.length - 1;
  const room = Math.max(width - 2 * SIDE, 1);
  const taken = dragged ?? rangeOf(months, since, until);
  const indexAt = (x: number): number =>
    Math.min(Math.max(Math.floor(((x - SIDE) / room) * months.length), 0), last);
  const take = ({ from, to }: Range) => {
    setDragged(undefined);
    const all = from <= 0 && to >= last;
    onChange(all ? {} : part(months[from]?.month, months[to]?.month));
  };
  useGestures(place, {
    zoom: () => undefined,
    pan: () => undefined,
    hover: () => undefined,
    tap: ({ x }) => take({ from: indexAt(x), to: indexAt(x) }),
    drag: (start, end, done) => {
      const [a, b] = [indexAt(start.x), indexAt(end.x)];
      const range = { from: Math.min(a, b), to: Math.max(a, b) };
      if (done) take(range);
      else setDragged(range);
    },
  });
  if (months.length === 0) return null;
  const all = taken.from === 0 && taken.to === last;
  return (
    <fieldset className="chart month-brush" aria-label="Time">
      <div ref={place} className="chart-place">
        {width > 0 && <Drawing options={options} />}
        {!all && (
          <span
            className="chart-shade"
            style={{ left: SIDE, width: (taken.from / months.length) * room, height: HEIGHT - 34 }}
          />
        )}
        {!all && (
          <span
            className="chart-shade"
            style={{
              left: SIDE + ((taken.to + 1) / months.length) * room,
              width: ((last - taken.to) / months.length) * room,
              height: HEIGHT - 34,
            }}
          />
        )}
      </div>
      <Sliders
        months={months}
        taken={taken}
        side={SIDE}
        onMove={setDragged}
        onTake={(range) => dragged !== undefined && take(range)}
      />
      <p className="chart-readout">
        {wordsOf(months, taken)}{' '}
        {!all && (
          <button type="button" className="chart-button" onClick={() => onChange({})}>
            All times
          </button>
        )}
      </p>
    </fieldset>
  );
}

const part = (since: string | undefined, until: string | undefined) => ({
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
});

function rangeOf(months: readonly MonthCount[], since = '', until = '9999-99'): Range {
  const from = months.findIndex(({ month }) => month >= since);
  const to = months.findLastIndex(({ month }) => month <= until);
  return from < 0 || to < from ? { from: 0, to: months.length - 1 } : { from, to };
}

function wordsOf(months: readonly MonthCount[], { from, to }: Range): string {
  const part = months.slice(from, to + 1);
  const sum = part.reduce((all, { happenings }) => all + happenings, 0);
  const [first, last] = [part[0]?.month ?? '', part.at(-1)?.month ?? ''];
  const time = first === last ? monthWords(first) : `${monthWords(first)} to ${monthWords(last)}`;
  return `${time}: ${counted(sum, 'happening')}.`;
}

function brushOptions(months: readonly MonthCount[], width: number): PlotOptions {
  const x1 = ({ month }: MonthCount) => new Date(momentOf(month));
  const x2 = ({ month }: MonthCount) => new Date(nextOf('month', momentOf(month)));
  const inset = months.length * 4 > width ? 0 : 0.5;
  return {
    width,
    height: HEIGHT,
    marginLeft: SIDE,
    marginRight: SIDE,
    marginTop: 6,
    marginBottom: 34,
    // The square root: a month of war does not hide years of talks.
    y: { axis: null, type: 'sqrt' },
    marks: [
      axisX({ tickSpacing: 80, tickSize: 3, label: null, color: 'var(--ink-soft)' }),
      rectY(months, {
        x1,
        x2,
        y1: 0,
        y2: 'happenings',
        insetLeft: inset,
        insetRight: inset,
        fill: 'var(--rule-strong)',
      }),
      ruleY([0], { stroke: 'var(--rule)' }),
    ],
  };
}
