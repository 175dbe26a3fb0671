/** A sentence and the report that it stands in: what every line of the page rests on. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Span } from '../../../src/span.js';
import type { Source } from '../api/types.js';
import { toReport } from '../route.js';
import { Day } from './day.js';

/** A report as a line names it. */
export interface CitedReport {
  /** Its id in the record: absent only of what the record no longer has. */
  readonly article?: string;
  /** Where in its text to stand. */
  readonly span?: Span;
  readonly outlet?: string;
  readonly agency?: string;
  readonly headline?: string;
  readonly day?: string;
  /** On a list of sources. */
  readonly number?: number;
}

/** Outlet and day, linked to the report at that sentence. */
export function ReportName({ article, span, outlet, agency, headline, day, number }: CitedReport) {
  const name = outlet ?? agency ?? (headline || 'a report');
  return (
    <span className="report-name">
      {article === undefined ? (
        name
      ) : (
        <Link href={toReport(article, span)} title={headline}>
          {name}
        </Link>
      )}
      {day === undefined ? null : (
        <>
          , <Day day={day} />
        </>
      )}
      {number === undefined ? null : <span className="number"> [{number}]</span>}
    </span>
  );
}

interface CitationProps {
  /** The sentence, or a part of it with marks. */
  readonly children: ReactNode;
  readonly report: CitedReport;
  /** Reports that copy it or that it copies. */
  readonly copies?: readonly CitedReport[];
  /** Beside the name of the report. */
  readonly note?: ReactNode;
  readonly lang?: string;
}

/** On wide screens the report stands in the margin of its sentence. */
export const Citation = ({ children, report, copies = [], note, lang }: CitationProps) => (
  <figure className="citation">
    <blockquote {...(lang === undefined ? {} : { lang })}>
      <p dir="auto">{children}</p>
    </blockquote>
    <figcaption>
      <ReportName {...report} />
      {note === undefined ? null : <span className="note">{note}</span>}
      {copies.length === 0 ? null : (
        <span className="copies">
          the same text in{' '}
          {copies.map((copy, at) => (
            <span key={`${copy.article} ${copy.number}`}>
              {at === 0 ? '' : '; '}
              <ReportName {...copy} />
            </span>
          ))}
        </span>
      )}
    </figcaption>
  </figure>
);

/** Of evidence, wordings and hits alike. */
export const reportOf = (source: Source & { readonly span?: Span }): CitedReport => source;
