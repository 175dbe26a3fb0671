/** A happening in the course of a dossier, with what must not be missed about it. */
import { Link } from 'wouter';
import type { Disagreement, Entry } from '../../../../src/record/dossier/page.js';
import { counted, toldBy } from '../../../../src/record/dossier/words.js';
import { ReportName } from '../../piece/citation.js';
import { DayText } from '../../piece/day.js';
import { StatusBadge } from '../../piece/status.js';
import { toHappening } from '../../route.js';
import { claimWords } from '../../words/claim.js';
import { disagreementWords, followWords } from '../../words/codes.js';
import { Quoted } from './quote.js';

interface EntryLineProps {
  readonly entry: Entry;
  readonly isNew: boolean;
  readonly isBackground?: boolean;
}

export function EntryLine({ entry, isNew, isBackground = false }: EntryLineProps) {
  const { id, when, printed, title, status, reports, sources, quote, others, disputed, planned } = entry;
  const Heading = isBackground ? 'h4' : 'h3';
  return (
    <article className={isBackground ? 'entry past' : 'entry'}>
      <p className="entry-day">
        <DayText when={when} printed={printed} />
      </p>
      <div className="entry-body">
        <Heading className="entry-title">
          <Link href={toHappening(id)}>{title}</Link>
          {isNew ? <span className="new"> new</span> : null}
        </Heading>
        <p className="entry-facts">
          {status === 'occurred' ? null : <StatusBadge status={status} />}
          <span>{toldBy(reports, sources)}</span>
        </p>
        <Quoted quote={quote} />
        {disputed.map((each) => (
          <Disputed key={`${each.kind} ${each.a.claim} ${each.b.claim}`} disagreement={each} />
        ))}
        {planned.map(({ kind, entry: plan }) => (
          <p key={plan.id} className="aside-line">
            <span className="aside-label">{followWords[kind].plan}</span>{' '}
            <Link href={toHappening(plan.id)}>{plan.title}</Link>
            {plan.when === undefined ? null : (
              <>
                {' for '}
                <DayText when={plan.when} />
              </>
            )}{' '}
            <span className="faint">{toldBy(plan.reports, plan.sources)}</span>
          </p>
        ))}
        {others.length === 0 ? null : (
          <details className="others">
            <summary>Told by {counted(others.length, 'other source')}</summary>
            {others.map((each) => (
              <Quoted key={`${each.cite.number} ${each.text}`} quote={each} />
            ))}
          </details>
        )}
      </div>
    </article>
  );
}

function Disputed({ disagreement: { kind, a, b, settled } }: { readonly disagreement: Disagreement }) {
  if (settled === undefined) {
    return (
      <p className="aside-line">
        <span className="aside-label disputed">Reports disagree</span> on {disagreementWords[kind]}:{' '}
        {claimWords(a.claim)} against {claimWords(b.claim)}
      </p>
    );
  }
  const [wrong, right] = settled.wrong === 'a' ? [a, b] : [b, a];
  return (
    <p className="aside-line">
      <span className="aside-label">Corrected</span> {disagreementWords[kind]} was {claimWords(right.claim)},
      not <s>{claimWords(wrong.claim)}</s>
      {settled.by === undefined ? null : (
        <>
          {'; taken back by '}
          <ReportName {...settled.by.cite} />
        </>
      )}
    </p>
  );
}
