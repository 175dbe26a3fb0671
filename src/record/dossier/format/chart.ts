/** Cooperation above the line, conflict below it, a bar a month; months that nobody read are hatched. SVG, no script. */
import type { Month, Relation } from '../relations.js';
import { monthWords } from '../words.js';
import { escaped } from './escape.js';
import { isGap } from './relation.js';

/** Units of the drawing; it is as wide as the page lets it be. */
const LEFT = 34;
const TOP = 8;
const HEIGHT = 132;
const BELOW = 20;
const WIDEST = 28;
const WHOLE = 640;

export function chart({ months }: Relation): string {
  const step = Math.min(WIDEST, (WHOLE - LEFT) / months.length);
  const width = Math.max(220, LEFT + step * months.length);
  const [high, low] = [
    Math.max(1, ...months.map(({ cooperation }) => cooperation)),
    Math.max(1, ...months.map(({ conflict }) => -conflict)),
  ];
  const unit = HEIGHT / (high + low);
  const zero = TOP + high * unit;
  const bars = months.map((month, at) => barsOf(month, LEFT + at * step, step, { zero, unit }));
  return `<figure><svg viewBox="0 0 ${round(width)} ${TOP + HEIGHT + BELOW}" role="img" aria-label="Cooperation and conflict by month; the table below has the figures" style="max-width:${round(width * 1.4)}px">
<defs><pattern id="unread" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern></defs>
${bars.join('')}<path class="axis" d="M${LEFT} ${round(zero)}H${round(width)}"/>
${labels(high, low, zero, unit)}${monthLabels(months, step)}
</svg><figcaption>Sum of Goldstein values of each month's happenings: cooperation above the line, conflict below. Hatched: nothing read.</figcaption></figure>`;
}

interface Scale {
  readonly zero: number;
  readonly unit: number;
}

function barsOf(month: Month, left: number, step: number, { zero, unit }: Scale): string {
  const x = round(left + step * 0.12);
  const wide = round(step * 0.76);
  if (isGap(month)) {
    return `<rect class="unread" x="${round(left)}" y="${TOP}" width="${round(step)}" height="${HEIGHT}"><title>${escaped(monthWords(month.month))}: nothing read</title></rect>`;
  }
  const [up, down] = [month.cooperation * unit, -month.conflict * unit];
  const title = `<title>${escaped(monthWords(month.month))}: cooperation ${month.cooperation}, conflict ${month.conflict}, ${month.happenings} happenings, ${month.read} articles read</title>`;
  const bar = (name: string, y: number, height: number): string =>
    height <= 0
      ? ''
      : `<rect class="${name}" x="${x}" y="${round(y)}" width="${wide}" height="${round(height)}">${title}</rect>`;
  return bar('cooperation', zero - up, up) + bar('conflict', zero, down);
}

const labels = (high: number, low: number, zero: number, unit: number): string =>
  [
    [high, zero - high * unit],
    [0, zero],
    [-low, zero + low * unit],
  ]
    .map(
      ([value = 0, y = 0]) =>
        `<text x="${LEFT - 5}" y="${round(y + 3)}" text-anchor="end">${String(round(value)).replace('-', '−')}</text>`,
    )
    .join('');

/** As many as there is room for; the first of a year says which. */
function monthLabels(months: readonly Month[], step: number): string {
  const every = Math.ceil(34 / step);
  return months
    .map(({ month }, at) => {
      if (at % every !== 0) return '';
      const [year = '', number = ''] = month.split('-');
      return `<text x="${round(LEFT + at * step + step / 2)}" y="${TOP + HEIGHT + 14}" text-anchor="middle">${number}/${year.slice(2)}</text>`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
