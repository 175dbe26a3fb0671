/** Cooperation and conflict between two parties, month by month. */
import { useId, useMemo, useRef, useState } from 'react';
import type { Relation } from '../../../../src/record/dossier/relations.js';
import { counted, monthWords } from '../../../../src/record/dossier/words.js';
import { Drawing } from '../drawing.js';
import { useGestures } from '../gestures.js';
import { Picked } from '../picked.js';
import { hasMouse, Readout } from '../readout.js';
import { useWidth } from '../use-width.js';
import { HEIGHT, MARGIN, type MonthOfTwo, marginRight, relationsOptions, signed } from './marks.js';
import { MonthTable } from './month-table.js';
import { per100 } from './per-100.js';

export interface RelationsProps {
  readonly relation: Relation;
  /** Names of the two. */
  readonly names: readonly [string, string];
  /** Called with `2016-12`. */
  readonly onMonth?: (month: string) => void;
}

export default function Relations({ relation, names, onMonth }: RelationsProps) {
  const { months, undated } = relation;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [picked, setPicked] = useState(-1);
  const [perRead, setPerRead] = useState(false);
  const note = useId();
  const shown: readonly MonthOfTwo[] = useMemo(
    () => (perRead ? months.map(per100) : months),
    [months, perRead],
  );
  const scale = perRead ? 'Goldstein, per 100 reports read' : 'Goldstein';
  const options = useMemo(() => relationsOptions(shown, Math.max(width, 240), scale), [shown, width, scale]);
  const room = Math.max(width - MARGIN.left - marginRight(width), 1);
  const indexAt = (x: number): number => {
    const index = Math.floor(((x - MARGIN.left) / room) * months.length);
    return index >= 0 && index < months.length ? index : -1;
  };
  const open = (index: number) => {
    const month = months[index]?.month;
    if (month !== undefined) onMonth?.(month);
  };
  useGestures(place, {
    zoom: () => undefined,
    pan: () => undefined,
    tap: ({ x }, touch) => (touch ? setPicked(indexAt(x)) : open(indexAt(x))),
    hover: (at) => at !== undefined && setPicked(indexAt(at.x)),
  });
  const active = shown[picked];
  const entry = active && { title: monthWords(active.month), words: wordsOf(active) };
  const title = `Cooperation and conflict between ${names[0]} and ${names[1]} by month`;
  if (months.length === 0) return null;
  return (
    <figure className="chart relations" aria-describedby={note}>
      <div className="chart-head">
        <figcaption id={note}>
          Sums of Goldstein’s scale (−10 to 10, by CAMEO code) over happenings, each counted once.
          {months.some(({ read }) => read === 0) && ' Grey: no report was read.'}
          {undated > 0 && ` ${counted(undated, 'happening')} without a month left out.`}
        </figcaption>
        <label className="chart-choice">
          <input type="checkbox" checked={perRead} onChange={() => setPerRead(!perRead)} /> per 100 reports
          read
        </label>
      </div>
      <Picked
        label={title}
        count={months.length}
        picked={picked}
        onPick={setPicked}
        onOpen={open}
        words={entry === undefined ? '' : `${entry.title}: ${entry.words}`}
      >
        <div ref={place} className="chart-place">
          {width > 0 && <Drawing options={options} />}
          {active !== undefined && (
            <span
              className="chart-line"
              style={{
                left: MARGIN.left + ((picked + 0.5) / months.length) * room,
                top: MARGIN.top,
                height: HEIGHT - MARGIN.top - MARGIN.bottom,
              }}
            />
          )}
        </div>
      </Picked>
      <Readout entry={entry} help={summaryOf(months)} />
      <MonthTable months={shown} caption={`${title}, ${scale}`} />
    </figure>
  );
}

function wordsOf({ read, happenings, cooperation, conflict }: MonthOfTwo): string {
  if (read === 0) return 'no report was read';
  const reports = read === undefined ? '' : `, ${counted(read, 'report')} read`;
  return `cooperation ${signed(cooperation)}, conflict ${signed(conflict)}; ${counted(happenings, 'happening')}${reports}`;
}

function summaryOf(months: readonly MonthOfTwo[]): string {
  const sum = months.reduce((all, { happenings }) => all + happenings, 0);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${monthWords(first.month)} to ${monthWords(last.month)}: ${counted(sum, 'happening')}. ${hasMouse() ? 'Point at a month, or go through them with the arrow keys.' : 'Touch a month.'}`;
}
