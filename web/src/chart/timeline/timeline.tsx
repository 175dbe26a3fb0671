/** Happenings in time, which one goes through with hand or keyboard. */
import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import { momentOf } from '../days.js';
import { Drawing } from '../drawing.js';
import { faceOf, widthOf } from '../measure.js';
import { Picked } from '../picked.js';
import { hasMouse, Readout } from '../readout.js';
import { useWidth } from '../use-width.js';
import { ZoomButtons } from '../zoom-buttons.js';
import { entriesOf } from './entries.js';
import type { Item } from './item.js';
import { laidOut } from './layout.js';
import { Legend } from './legend.js';
import { SIDE, timelineOptions } from './marks.js';
import { Table } from './table.js';
import { useHand } from './use-hand.js';
import { useWindow } from './use-window.js';
import { showing } from './window.js';

/** As the names are drawn. */
const measure = (text: string): number => widthOf(text, `13.5px ${faceOf('--serif')}`);

const HELP =
  'Drag over a time to look closer, or hold Ctrl and turn the wheel. By keyboard: arrows, Enter, + and −.';
const HELP_TOUCH = 'Touch an entry to see what it is. One finger moves the time, two zoom.';

export interface TimelineProps {
  readonly items: readonly Item[];
  /** Address of a happening. */
  readonly href: (id: string) => string;
  /** A line is drawn there: `2016-12-02`. */
  readonly today?: string;
  readonly label?: string;
  /** Left out where the same stands beside it as a list. Default true. */
  readonly table?: boolean;
}

export default function Timeline({ items, href, today, label = 'Timeline', table = true }: TimelineProps) {
  const [, go] = useLocation();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const pixels = Math.max(width - 2 * SIDE, 100);
  const time = useWindow(items);
  const { window, whole, set } = time;
  const [picked, setPicked] = useState(-1);
  const layout = useMemo(() => laidOut(items, window, pixels, measure), [items, window, pixels]);
  const options = useMemo(
    () =>
      timelineOptions(layout, window, pixels + 2 * SIDE, today === undefined ? undefined : momentOf(today)),
    [layout, window, pixels, today],
  );
  const entries = useMemo(() => entriesOf(items, layout), [items, layout]);
  const active = entries[picked];
  const pick = (index: number) => {
    setPicked(index);
    const entry = entries[index];
    if (entry !== undefined) set(showing(window, whole, entry.moment));
  };
  const open = (index: number) => {
    const entry = entries[index];
    if (entry?.id !== undefined) go(href(entry.id));
    else if (entry?.window !== undefined) {
      set(entry.window);
      setPicked(-1);
    }
  };
  const hand = useHand(place, { entries, time, pixels, onHover: setPicked, onOpen: open });
  if (items.length === 0) return null;
  return (
    <figure className="chart timeline">
      <div className="chart-head">
        <Legend layout={layout} count={items.length} />
        <ZoomButtons zoom={time.zoom} pan={time.pan} whole={time.all} />
      </div>
      <Picked
        label={label}
        count={entries.length}
        picked={picked}
        onPick={pick}
        onOpen={open}
        onKey={time.key}
        words={active === undefined ? '' : `${active.title}. ${active.words}`}
      >
        <div ref={place} className="chart-place">
          {width > 0 && <Drawing options={options} />}
          {active?.box !== undefined && (
            <span
              className="chart-ring"
              style={{
                left: active.box.x + SIDE,
                top: active.box.y,
                width: active.box.width,
                height: active.box.height,
              }}
            />
          )}
          {hand.brush !== undefined && (
            <span
              className="chart-brush"
              style={{ left: hand.brush.from, width: hand.brush.to - hand.brush.from, height: layout.height }}
            />
          )}
        </div>
      </Picked>
      <Readout entry={active} href={href} help={hasMouse() ? HELP : HELP_TOUCH} />
      {table && (
        <Table items={items} href={href} caption={`${label}: ${counted(items.length, 'entry', 'entries')}`} />
      )}
    </figure>
  );
}
