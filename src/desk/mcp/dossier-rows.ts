/** The sections of a dossier as lines with their citations. */
import type { z } from 'zod';
import { given } from '../../record/ask/happening.js';
import type { Claim, DossierPage, Entry, Quote, SaidItem, SourceReport } from '../../record/dossier/page.js';
import type { Relation } from '../../record/dossier/relations.js';
import { ofCite, ofQuote } from './citation.js';
import type { DossierLine, Section } from './dossier.js';
import { type Days, toldText } from './happening.js';
import { clipped } from './words.js';

/** Of one line. */
const QUOTES = 5;

export const rowsOf = (page: DossierPage, section: Section): DossierLine[] => sectionRows[section](page);

/** The newest first: an agent reads the beginning. */
const newest = <Row>(rows: readonly Row[]): Row[] => [...rows].reverse();

const sectionRows: Readonly<Record<Section, (page: DossierPage) => DossierLine[]>> = {
  course: ({ course }) => newest(course).map(entryLine),
  background: ({ background }) => background.map(entryLine),
  said: ({ said }) => said.flatMap(({ party, items }) => newest(items).map((item) => saidLine(party, item))),
  due: ({ due }) =>
    due.map(({ title, when, status, quote, outcome, perhaps, ...told }) =>
      line(title, [quote], {
        ...given('when', when && daysOf(when)),
        details: [
          status,
          toldText(told),
          outcome.kind === 'no-further-word' ? `no-further-word up to ${outcome.until}` : outcome.kind,
          ...(perhaps === undefined
            ? []
            : [`perhaps it came about as: ${perhaps.title}; the record does not link the two`]),
        ],
      }),
    ),
  disagreements: ({ disagreements }) =>
    disagreements.map(({ happening, title, kind, a, b, settled }) => ({
      ...line(`${title}: ${a.claim} against ${b.claim}`, [a, b].flatMap(quotesOf), {
        details: [
          kind,
          settled === undefined ? 'open' : `"${settled.wrong === 'a' ? a.claim : b.claim}" was taken back`,
        ],
      }),
      happening,
    })),
  relations: ({ relations }) => relations.flatMap(monthLines),
  names: ({ names }) =>
    names.map(({ name, usedBy, quote, reports }) =>
      line(name, quote === undefined ? [] : [quote], {
        details: [
          usedBy.length === 0 ? 'used by: not told' : `used by ${usedBy.join(', ')}`,
          `${reports} reports`,
        ],
      }),
    ),
  sources: ({ sources }) =>
    sources.flatMap(({ agency, reports }) => reports.map((report, at) => sourceLine(report, agency, at > 0))),
};

function line(
  title: string,
  quotes: readonly Quote[],
  { details, ...fields }: Partial<DossierLine> & { readonly details: readonly string[] },
): DossierLine {
  return {
    title: clipped(title, 500),
    ...fields,
    details: details.map((each) => clipped(each, 300)),
    citations: quotes.slice(0, QUOTES).map(ofQuote),
  };
}

const daysOf = ({ from, to }: z.infer<typeof Days>) => ({ from, to });
const quotesOf = ({ quote }: Claim): Quote[] => (quote === undefined ? [] : [quote]);

function entryLine({
  id,
  title,
  when,
  printed,
  status,
  quote,
  others,
  disputed,
  planned,
  ...told
}: Entry): DossierLine {
  return line(title, [quote, ...others], {
    happening: id,
    ...given('when', when && daysOf(when)),
    ...given('firstPrinted', printed),
    details: [
      status,
      toldText(told),
      ...planned.map(({ kind, entry }) => `${kind}, as planned: ${entry.title}`).slice(0, 3),
      ...(disputed.length === 0
        ? []
        : [`reports disagree on: ${disputed.map(({ kind }) => kind).join(', ')}`]),
    ],
  });
}

function saidLine(
  party: string,
  { speaker, when, printed, act, change, quote, cites }: SaidItem,
): DossierLine {
  const { number } = quote.cite;
  const others = cites.filter((cite) => cite.number !== number);
  return line(`${party}: ${speaker}`, [quote], {
    ...given('when', when && daysOf(when)),
    ...given('firstPrinted', printed),
    details: [
      ...(act === undefined ? [] : [`act ${act}`]),
      ...(change === undefined
        ? []
        : [`change of position: ${`${change.kind} from ${change.before} to ${change.after}`}`]),
      ...(others.length === 0 ? [] : [`${others.length} more reports carry it`]),
    ],
  });
}

const monthLines = ({ pair, months }: Relation): DossierLine[] =>
  months.map(({ month, read, happenings, cooperation, conflict }) => ({
    title: `${pair.join(' and ')}, ${month}`,
    details: [
      read === 0 ? 'nothing was read of this month' : `${read} reports read`,
      `${happenings} happenings`,
      `Goldstein scale: cooperation ${cooperation}, conflict ${conflict}`,
    ],
    citations: [],
  }));

const sourceLine = (report: SourceReport, agency: string | undefined, copy: boolean): DossierLine => ({
  title: clipped(report.headline, 500),
  details: [
    ...(copy ? ['copies the one before, or one agency with it'] : []),
    ...(agency === undefined ? [] : [`agency ${clipped(agency)}`]),
    ...(report.correction ? ['corrects an earlier report'] : []),
  ],
  citations: [],
  source: ofCite(report),
});
