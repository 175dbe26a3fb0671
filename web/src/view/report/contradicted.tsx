/** Where other reports of the same happenings say otherwise than this one. */
import { Link } from 'wouter';
import type { Contradiction, OneReport } from '../../api/types.js';
import { ReportName } from '../../piece/citation.js';
import { toHappening } from '../../route.js';
import { claimWords } from '../../words/claim.js';
import { disagreementWords } from '../../words/codes.js';

export function Contradicted({ one: { report, contradictions } }: { readonly one: OneReport }) {
  if (contradictions.length === 0) return null;
  return (
    <section className="section" aria-labelledby="contradicted-title">
      <h2 id="contradicted-title">Where others say otherwise</h2>
      <ul className="notes">
        {contradictions.map((each) => (
          <li key={`${each.kind} ${each.a.event} ${each.b.event}`}>
            <OneOfThem contradiction={each} article={report.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneOfThem({
  contradiction: { kind, happening, a, b, settled },
  article,
}: {
  readonly contradiction: Contradiction;
  readonly article: string;
}) {
  const [own, other] = a.evidence?.article === article ? [a, b] : [b, a];
  return (
    <>
      <p>
        <Link href={toHappening(happening.id)}>{happening.title}</Link>{' '}
        <span className="faint">— {disagreementWords[kind]}</span>
      </p>
      <p>
        Here {claimed(own.claim, settled === own.event)}; {claimed(other.claim, settled === other.event)}{' '}
        {other.evidence === undefined ? (
          'in a report that is not in the record any more'
        ) : (
          <>
            in <ReportName {...other.evidence} />
          </>
        )}
      </p>
      {other.evidence === undefined ? null : (
        <blockquote className="faint small" dir="auto">
          “{other.evidence.sentence}”
        </blockquote>
      )}
    </>
  );
}

const claimed = (claim: string, isTakenBack: boolean) =>
  isTakenBack ? (
    <>
      <s>{claimWords(claim)}</s> (taken back)
    </>
  ) : (
    <strong>{claimWords(claim)}</strong>
  );
