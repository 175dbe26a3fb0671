/** What is said beside a text (headers, feed, record) meets what the text says itself. */
import type { LogEntry, Note } from '../log.js';
import type { Article, Stamp } from './article.js';
import type { FoundStamp } from './date/index.js';
import type { Draft } from './finish.js';
import type { Arranged, PlacedStamp } from './text/arrange.js';
import { plain } from './text/phrases.js';

/** Trusted before the visible text; where both speak and differ, a note says so. */
export interface Stated {
  readonly headline?: string;
  readonly dek?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly agency?: string;
  readonly url?: string;
  readonly language?: string;
  readonly published?: Stamp;
  readonly updated?: Stamp;
}

export function withStated(text: string, visible: Arranged, stated: Stated, log: readonly LogEntry[]): Draft {
  const seen = visibleDates(visible.stamps);
  const headline = headlineOf(visible.headline, stated.headline);
  return {
    text,
    headline,
    ...fields(visible, stated),
    ...(visible.dateline ? { dateline: visible.dateline } : {}),
    ...chosen('published', stated.published, seen.published),
    ...chosen('updated', stated.updated, seen.updated),
    ...(stated.url === undefined ? {} : { url: stated.url }),
    ...(stated.language === undefined ? {} : { languageHint: stated.language }),
    paragraphs: visible.paragraphs,
    notes: [
      ...dateNotes('publication', stated.published, seen.published),
      ...dateNotes('update', stated.updated, seen.updated),
    ],
    log: [...log, ...visible.log],
  };
}

/** What is said beside a text, unless the text has the same in fewer words: `Briefing: Envoys meet`. */
const headlineOf = (visible: string, stated: string | undefined): string =>
  stated === undefined || (visible !== '' && plain(stated).includes(plain(visible))) ? visible : stated;

const words = ['dek', 'outlet', 'byline', 'agency'] as const;

function fields(visible: Arranged, stated: Stated): Partial<Pick<Article, (typeof words)[number]>> {
  return Object.fromEntries(
    words.flatMap((name) => {
      const value = stated[name] ?? visible[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function chosen(
  name: 'published' | 'updated',
  stated: Stamp | undefined,
  seen: Stamp | undefined,
): { published?: Stamp; updated?: Stamp } {
  const stamp =
    stated && seen && sameDate(stated.value, seen.value) ? withPlace(stated, seen) : (stated ?? seen);
  return stamp ? { [name]: stamp } : {};
}

/** The stated date where the text shows it, too: its place can be cited. */
const withPlace = (stated: Stamp, seen: Stamp): Stamp =>
  seen.value.length >= stated.value.length || !seen.span ? seen : { ...stated, span: seen.span };

/** One is as precise as the other, or less, and they do not differ in what both say. */
export const sameDate = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length, 'YYYY-MM-DD'.length);
  return a.slice(0, length) === b.slice(0, length);
};

function dateNotes(what: string, stated: Stamp | undefined, seen: Stamp | undefined): Note[] {
  if (!stated || !seen || sameDate(stated.value, seen.value)) return [];
  return [
    {
      kind: 'article/two-dates',
      message: `Two dates of ${what}: ${stated.value} beside the text, ${seen.value} in it.`,
      spans: seen.span ? [seen.span] : [],
    },
  ];
}

/** Where what is said beside a page differs from the page's own metadata. */
export const statedNotes = (beside: Stated, page: Stated): Note[] => [
  ...dateNotes('publication', beside.published, page.published),
  ...dateNotes('update', beside.updated, page.updated),
];

/** A date without label above the report is when it was published; labels say what the others are. */
function visibleDates(stamps: readonly PlacedStamp[]): { published?: Stamp; updated?: Stamp } {
  const updated = stamps.find(({ label }) => label === 'updated');
  const published =
    stamps.find(({ label }) => label === 'published') ??
    stamps.find(({ label, at }) => label === undefined && at === 'head') ??
    stamps.find(({ label }) => label === undefined && updated === undefined);
  return {
    ...(published ? { published: stampAt(published) } : {}),
    ...(updated ? { updated: stampAt(updated) } : {}),
  };
}

const stampAt = ({ value, text, span }: FoundStamp): Stamp => ({ value, text, span });
