/** The page as headings, lines and quotes, the same for every format. */
import type { Cite, DossierPage, Quote } from '../page.js';
import type { Relation } from '../relations.js';
import { counted, dayWords } from '../words.js';
import { courseSection } from './course.js';
import { disagreementSection } from './disagreement.js';
import { dueSection } from './due.js';
import { nameSection, partySection } from './names.js';
import { relationSection } from './relation.js';
import { saidSection } from './said.js';
import { sourceSection } from './source.js';

/** Words, some of which stand out, are links, or name a report. */
export type Piece =
  | string
  | { readonly strong: string }
  | { readonly faint: string }
  | { readonly link: string; readonly url: string }
  | { readonly cite: Cite };

export interface Line {
  readonly head: readonly Piece[];
  /** The report of this number stands here. */
  readonly source?: number;
  readonly quotes?: readonly Quote[];
  /** Contradictions, corrections, plans, changes: what a reader must not miss. */
  readonly marks?: readonly Mark[];
  /** What is there for those who want it. */
  readonly folded?: { readonly summary: string; readonly quotes: readonly Quote[] };
  readonly lines?: readonly Line[];
}

export interface Mark {
  readonly kind: 'open' | 'settled' | 'planned' | 'change';
  readonly label: string;
  readonly text: readonly Piece[];
  readonly quotes?: readonly Quote[];
}

export interface Section {
  /** For links within a page. */
  readonly id: string;
  readonly title: string;
  readonly intro?: readonly (readonly Piece[])[];
  readonly parts: readonly Part[];
}

export interface Part {
  readonly title?: string;
  readonly lines: readonly Line[];
  readonly chart?: Relation;
  readonly table?: Table;
  /** Below it. */
  readonly note?: string;
}

export interface Table {
  readonly columns: readonly string[];
  /** A row of one cell goes over all columns after the first. */
  readonly rows: readonly (readonly string[])[];
}

export interface Outline {
  readonly title: string;
  readonly intro: readonly (readonly Piece[])[];
  readonly sections: readonly Section[];
}

export function outlineOf(page: DossierPage): Outline {
  return {
    title: page.title,
    intro: [...(page.about === undefined ? [] : [[page.about.trim()]]), [{ faint: groundOf(page) }]],
    sections: [
      nameSection(page),
      partySection(page),
      ...(page.background.length === 0 ? [] : [courseSection('background', 'Background', page.background)]),
      courseSection('course', 'The course of events', page.course),
      saidSection(page),
      relationSection(page),
      dueSection(page),
      disagreementSection(page),
      sourceSection(page),
    ],
  };
}

/** What it stands on. */
function groundOf({ reports, lineages, sources, since, today }: DossierPage): string {
  const days = sources.flatMap((group) => group.reports.flatMap(({ day }) => day ?? [])).sort();
  const [first, last] = [days[0], days.at(-1)];
  const span = first === undefined || last === undefined ? '' : `, ${dayWords(first)} to ${dayWords(last)}`;
  const begun = since === undefined ? '' : ` Nothing before ${dayWords(since)} is told.`;
  return `From ${counted(reports, 'report')}, ${lineages === reports ? 'none of which copies another' : `${lineages} if copies are counted once`}${span}.${begun} As of ${dayWords(today)}.`;
}

export const none: Line = { head: [{ faint: 'None in the reports read.' }] };

/** At least one line. */
export const orNone = (lines: readonly Line[]): readonly Line[] => (lines.length === 0 ? [none] : lines);
