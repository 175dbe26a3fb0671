/** Happenings in order, each with its best sentence, its other tellings and its marks. */
import type { Entry, Plan } from '../page.js';
import { counted, dayWords, toldBy, whenWords } from '../words.js';
import { claimMark } from './disagreement.js';
import { type Line, type Mark, orNone, type Section } from './outline.js';

export const courseSection = (id: string, title: string, entries: readonly Entry[]): Section => ({
  id,
  title,
  parts: [{ lines: orNone(entries.map(entryLine)) }],
});

function entryLine(entry: Entry): Line {
  const { title, reports, sources, quote, others, disputed, planned } = entry;
  return {
    head: [{ strong: whenOf(entry) }, ` ${title} `, { faint: toldBy(reports, sources) }],
    quotes: [quote],
    marks: [...planned.map(planMark), ...disputed.map(claimMark)],
    ...(others.length === 0
      ? {}
      : { folded: { summary: `Told by ${counted(others.length, 'other source')}`, quotes: others } }),
  };
}

/** The day it is told for; of news without one the day it was printed, and that it is so. */
function whenOf({ when, printed }: Entry): string {
  if (when !== undefined) return whenWords(when);
  return printed === undefined ? 'Day not told' : `Printed ${dayWords(printed)}, day not told`;
}

const LABEL = {
  held: 'Was planned',
  kept: 'Was announced',
  postponed: 'Puts off',
  'called-off': 'Calls off',
  broken: 'Goes against',
} as const;

const planMark = ({ kind, entry }: { kind: keyof typeof LABEL; entry: Plan }): Mark => ({
  kind: 'planned',
  label: LABEL[kind],
  text: [
    entry.title,
    entry.when ? `, ${whenWords(entry.when)}` : '',
    ` (${toldBy(entry.reports, entry.sources)})`,
  ],
  quotes: [entry.quote],
});
