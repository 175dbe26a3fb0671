/** The two lines of cooperation and conflict as marks of Observable Plot. */
import {
  areaY,
  axisX,
  axisY,
  dot,
  lineY,
  type Markish,
  type PlotOptions,
  rectY,
  ruleX,
  ruleY,
  text,
} from '@observablehq/plot';
import { momentOf, nextOf } from '../days.js';

/** A month of it, as `Month` of a dossier and as `/api/months` count it. */
export interface MonthOfTwo {
  /** `2016-12` */
  readonly month: string;
  readonly cooperation: number;
  readonly conflict: number;
  readonly happenings: number;
  /** Reports that were printed in it; absent where that is not counted, 0 for a gap. */
  readonly read?: number;
}

export const HEIGHT = 240;
export const MARGIN = { left: 44, right: 96, top: 18, bottom: 36 };
/** Where there is no room beside the lines, their names stand on them. */
const NARROW = 520;

export const marginRight = (width: number): number => (width < NARROW ? 14 : MARGIN.right);

/** Months are drawn at their middle. */
export const middleOf = (month: string): Date => {
  const start = momentOf(month);
  return new Date((start + nextOf('month', start)) / 2);
};

export function relationsOptions(months: readonly MonthOfTwo[], width: number, scale: string): PlotOptions {
  const [first, last] = [months[0]?.month ?? '1970-01', months.at(-1)?.month ?? '1970-01'];
  const domain = [new Date(momentOf(first)), new Date(nextOf('month', momentOf(last)))];
  const most = Math.max(1, ...months.map(({ cooperation }) => cooperation));
  const least = Math.min(-1, ...months.map(({ conflict }) => conflict));
  return {
    width,
    height: HEIGHT,
    marginLeft: MARGIN.left,
    marginRight: marginRight(width),
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: 'utc', domain },
    y: { domain: [least * 1.08, most * 1.08] },
    marks: [
      ...gapMarks(months, least * 1.08, most * 1.08),
      axisX({ tickSpacing: 90, label: null, color: 'var(--ink-soft)', tickSize: 4 }),
      axisY({
        tickSpacing: 40,
        label: scale,
        labelAnchor: 'top',
        labelArrow: 'none',
        color: 'var(--ink-soft)',
        tickSize: 0,
        tickFormat: signed,
      }),
      ruleY([0], { stroke: 'var(--ink)', strokeOpacity: 0.5 }),
      ...lineMarks(months, 'cooperation', width),
      ...lineMarks(months, 'conflict', width),
    ],
  };
}

/** With a minus that is as wide as a plus. */
export const signed = (value: number): string =>
  `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value).toLocaleString('en')}`;

/** Nothing was read: neither quiet nor loud. */
function gapMarks(months: readonly MonthOfTwo[], y1: number, y2: number): Markish[] {
  const gaps = months.filter(({ read }) => read === 0);
  const start = ({ month }: MonthOfTwo) => new Date(momentOf(month));
  const end = ({ month }: MonthOfTwo) => new Date(nextOf('month', momentOf(month)));
  return [
    rectY(gaps, { x1: start, x2: end, y1, y2, fill: 'var(--rule)', fillOpacity: 0.45 }),
    ruleX(gaps, {
      x: ({ month }) => middleOf(month),
      y1,
      y2,
      stroke: 'var(--ink-soft)',
      strokeOpacity: 0.35,
      strokeDasharray: '1 4',
    }),
  ];
}

type Side = 'cooperation' | 'conflict';

function lineMarks(months: readonly MonthOfTwo[], side: Side, width: number): Markish[] {
  const x = ({ month }: MonthOfTwo) => middleOf(month);
  // A gap breaks the line; a month between two gaps is a point.
  const y = (each: MonthOfTwo) => (each.read === 0 ? Number.NaN : each[side]);
  const stroke = `var(--${side})`;
  const shown = months.filter((each) => each[side] !== 0 && each.read !== 0);
  const last = shown.at(-1);
  return [
    areaY(months, { x, y1: 0, y2: y, fill: stroke, fillOpacity: 0.13, curve: 'monotone-x' }),
    lineY(months, {
      x,
      y,
      stroke,
      strokeWidth: 2,
      curve: 'monotone-x',
      strokeDasharray: side === 'conflict' ? '5 3' : undefined,
    }),
    dot(months.length > 90 ? alone(months, side) : shown, {
      x,
      y,
      r: 2.6,
      fill: stroke,
      symbol: side === 'conflict' ? 'square' : 'circle',
    }),
    text(last === undefined ? [] : [last], {
      ...(width < NARROW
        ? {
            frameAnchor: side === 'cooperation' ? 'top-right' : 'bottom-right',
            dy: side === 'cooperation' ? 4 : -6,
          }
        : { frameAnchor: 'right', y: side, dx: MARGIN.right, textAnchor: 'end' }),
      text: () => side,
      fill: stroke,
      fontSize: 12.5,
      fontWeight: 600,
    }),
  ];
}

/** Months with neighbours on neither side: a line does not show them. */
const alone = (months: readonly MonthOfTwo[], side: Side): MonthOfTwo[] =>
  months.filter((each, at) => each[side] !== 0 && months[at - 1]?.read === 0 && months[at + 1]?.read === 0);
