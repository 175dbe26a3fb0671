/** A layout of a timeline as marks of Observable Plot. Positions are pixels already; only time has a scale. */
import {
  axisX,
  dot,
  link,
  type Markish,
  type PlotOptions,
  rect,
  ruleX,
  ruleY,
  text,
} from '@observablehq/plot';
import { counted as amount } from '../../../../src/record/dossier/words.js';
import type { Lane } from './item.js';
import type { Bin, LaneRoom, Layout, Placed } from './layout.js';
import type { Window } from './window.js';

/** Pixels beside the time shown, and below it for the axis. */
export const SIDE = 14;
const AXIS = 34;

export const laneName: Readonly<Record<Lane, string>> = {
  happened: 'Happened',
  planned: 'Planned, asked or threatened',
  background: 'Background',
};

const symbolOf: Readonly<Record<Lane, 'circle' | 'triangle' | 'diamond'>> = {
  happened: 'circle',
  planned: 'triangle',
  background: 'diamond',
};

export function timelineOptions(layout: Layout, window: Window, width: number, today?: number): PlotOptions {
  const pixels = width - 2 * SIDE;
  const moment = (x: number): number => window.from + (x / pixels) * (window.to - window.from);
  return {
    width,
    height: layout.height + AXIS,
    marginLeft: SIDE,
    marginRight: SIDE,
    marginTop: 0,
    marginBottom: AXIS,
    x: { type: 'utc', domain: [new Date(window.from), new Date(window.to)] },
    y: { type: 'identity', axis: null },
    marks: [
      axisX({ anchor: 'bottom', tickSpacing: 90, tickSize: 4, label: null, color: 'var(--ink-soft)' }),
      ...laneMarks(layout, window),
      ...todayMarks(today, window, layout.height),
      ...barMarks(layout),
      ...entryMarks(layout.placed, moment),
    ],
  };
}

const laneMarks = ({ lanes, unit }: Layout, { from }: Window): Markish[] => [
  ruleY(lanes, { y: 'bottom', stroke: 'var(--rule)' }),
  text(lanes, {
    x: new Date(from),
    y: ({ top }) => top + 14,
    text: ({ lane, count }: LaneRoom) =>
      `${laneName[lane]} · ${count}${unit === undefined ? '' : ` by ${unit}`}`,
    textAnchor: 'start',
    fontWeight: 600,
    fontSize: 11.5,
    fill: 'var(--ink-soft)',
  }),
];

const todayMarks = (today: number | undefined, { from, to }: Window, height: number): Markish[] =>
  today === undefined || today < from || today > to
    ? []
    : [ruleX([new Date(today)], { y1: 0, y2: height, stroke: 'var(--accent)', strokeDasharray: '2 3' })];

const colourOf = ({ tone }: { readonly tone?: string }): string => `var(--${tone ?? 'neutral'})`;

function entryMarks(placed: readonly Placed[], moment: (x: number) => number): Markish[] {
  const x1 = (each: Placed) => new Date(moment(each.x1));
  const x2 = (each: Placed) => new Date(moment(each.x2));
  const colour = ({ item, lane }: Placed) => (lane === 'planned' ? 'var(--planned)' : colourOf(item));
  const long = placed.filter((each) => each.x2 > each.x1);
  const named = (anchor: 'start' | 'end') =>
    text(
      placed.filter(({ label }) => label?.anchor === anchor),
      {
        x: ({ label }) => new Date(moment(label?.x ?? 0)),
        y: 'y',
        text: ({ label }) => label?.text ?? '',
        textAnchor: anchor,
        fontFamily: 'var(--serif)',
        fontSize: 13.5,
        fill: 'var(--ink)',
        stroke: 'var(--paper)',
        strokeWidth: 4,
      },
    );
  return [
    link(long, {
      x1,
      x2,
      y1: 'y',
      y2: 'y',
      stroke: colour,
      strokeWidth: 5,
      strokeOpacity: 0.45,
      strokeLinecap: 'round',
    }),
    // Only what happened is filled.
    dot(placed, {
      x: x1,
      y: 'y',
      r: ({ item }) => 3.6 + Math.min(Math.sqrt(item.sources - 1) * 1.1, 3.4),
      symbol: ({ lane }: Placed) => symbolOf[lane],
      fill: (each) => (each.lane === 'happened' ? colour(each) : 'var(--paper)'),
      stroke: colour,
      strokeWidth: 1.8,
    }),
    named('start'),
    named('end'),
  ];
}

function barMarks({ bins, lanes }: Layout): Markish[] {
  if (bins.length === 0) return [];
  const sides = {
    x1: ({ from }: { from: number }) => new Date(from),
    x2: ({ to }: { to: number }) => new Date(to),
    insetLeft: 0.5,
    insetRight: 0.5,
  };
  const most = lanes.flatMap(({ lane, top }) => {
    const own = bins.filter((bin) => bin.lane === lane);
    return [{ top, most: Math.max(...own.map(({ count }) => count)) }];
  });
  return [
    rect(bins, { ...sides, y1: ({ y, up }: Bin) => y - up, y2: 'y', fill: 'var(--cooperation)' }),
    rect(bins, { ...sides, y1: 'y', y2: ({ y, down }: Bin) => y + down, fill: 'var(--conflict)' }),
    text(most, {
      frameAnchor: 'right',
      y: ({ top }) => top + 14,
      text: (each) => `at most ${amount(each.most, 'entry', 'entries')}`,
      textAnchor: 'end',
      fontSize: 11,
      fill: 'var(--ink-soft)',
    }),
  ];
}
