/** What a timeline shows, from happenings and from dossiers. */
import type { Due, Happening } from '../../../../src/record/ask/index.js';
import type { DossierPage, Entry } from '../../../../src/record/dossier/page.js';
import { toldBy, whenWords } from '../../../../src/record/dossier/words.js';
import { DAY, momentOf } from '../days.js';

/** Told apart by where they stand and by their shape. */
export const lanes = ['happened', 'planned', 'background'] as const;
export type Lane = (typeof lanes)[number];

/** Of PLOVER's types the first seven are cooperation. */
export type Tone = 'cooperation' | 'conflict';

export interface Item {
  /** The happening, where it is known which. */
  readonly id?: string;
  readonly title: string;
  readonly lane: Lane;
  /** Absent where the type of the act is not known. */
  readonly tone?: Tone;
  readonly status: string;
  readonly sources: number;
  /** Moments, half open. */
  readonly from: number;
  readonly to: number;
  /** Day and sources in words. */
  readonly words: string;
}

const cooperative = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT']);
const open = new Set(['scheduled', 'intended', 'requested', 'conditional']);

export function toneOf(code: string): Tone {
  return cooperative.has(code.split('-')[0] ?? '') ? 'cooperation' : 'conflict';
}

interface Told {
  readonly id?: string;
  readonly title: string;
  readonly code?: string;
  readonly status: string;
  readonly background: boolean;
  readonly when?: { readonly from: string; readonly to: string; readonly precision?: string };
  /** First printed. */
  readonly printed?: string;
  readonly reports: number;
  readonly sources: number;
}

/** None where no day is known at all: it has no place in time. */
export function itemOf({ when, printed, background, status, code, ...told }: Told): Item[] {
  // A report of today recalls what is long past: its day says nothing of when.
  const day = when === undefined && !background ? printed : undefined;
  const span = when ?? (day === undefined ? undefined : { from: day, to: '' });
  if (span === undefined) return [];
  const from = momentOf(span.from);
  const to = span.to === '' ? from + DAY : momentOf(span.to);
  if (Number.isNaN(from) || Number.isNaN(to)) return [];
  const time =
    when === undefined ? `printed ${whenWords({ from: span.from, to: span.from })}` : whenWords(when);
  return [
    {
      ...(told.id === undefined ? {} : { id: told.id }),
      title: told.title,
      lane: background ? 'background' : open.has(status) ? 'planned' : 'happened',
      ...(code === undefined ? {} : { tone: toneOf(code) }),
      status,
      sources: told.sources,
      from,
      to,
      words: `${time}, ${status}, ${toldBy(told.reports, told.sources)}`,
    },
  ];
}

export const itemsOfHappenings = (happenings: readonly (Happening | Due)[]): Item[] =>
  happenings.flatMap(({ firstDay, ...each }) =>
    itemOf({ ...each, ...(firstDay === undefined ? {} : { printed: firstDay }) }),
  );

const ofEntry = (background: boolean) => (entry: Entry) => itemOf({ ...entry, code: entry.type, background });

/** The course and the background of a dossier, and what is due. */
export const itemsOfDossier = ({ course, background, due }: DossierPage): Item[] => [
  ...course.flatMap(ofEntry(false)),
  ...background.flatMap(ofEntry(true)),
  ...due.flatMap((each) => itemOf({ ...each, background: false })),
];
