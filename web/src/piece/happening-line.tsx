/** A happening as one entry of a list: the day, what it was, on how many words, and its sentence. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { toldBy } from '../../../src/record/dossier/words.js';
import type { Happening } from '../api/types.js';
import { toHappening } from '../route.js';
import { Citation, reportOf } from './citation.js';
import { DayText } from './day.js';
import { StatusBadge } from './status.js';

export function HappeningLine({
  happening,
  isNew = false,
  mark = (text) => text,
  heading: Heading = 'h3',
}: {
  readonly happening: Happening;
  readonly isNew?: boolean;
  /** By what it stands under. */
  readonly heading?: 'h2' | 'h3' | 'h4';
  /** Marks words that were searched. */
  readonly mark?: (text: string) => ReactNode;
}) {
  const { id, title, when, firstDay, background, where, status, reports, sources, contradictions, cite } =
    happening;
  return (
    <article className="entry">
      <p className="entry-day">
        <DayText when={when} printed={background ? undefined : firstDay} />
      </p>
      <div className="entry-body">
        <Heading className="entry-title">
          <Link href={toHappening(id)}>{mark(title)}</Link>
          {where === undefined || title.includes(where.name) ? null : (
            <span className="entry-where">, {where.name}</span>
          )}
          {isNew ? <span className="new"> new</span> : null}
        </Heading>
        <p className="entry-facts">
          {status === 'occurred' && !background ? null : (
            <StatusBadge status={status} isBackground={background} />
          )}
          <span>{toldBy(reports, sources)}</span>
          {contradictions > 0 ? <span className="disputed">reports disagree</span> : null}
        </p>
        {cite === undefined ? (
          <p>{mark(happening.sentence)}</p>
        ) : (
          <Citation report={reportOf(cite)}>{mark(cite.sentence)}</Citation>
        )}
      </div>
    </article>
  );
}
