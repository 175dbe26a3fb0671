/** Claims that cannot both be right, side by side; then those that were settled. */
import { Link } from 'wouter';
import type { Claim, Disagreement } from '../../../../src/record/dossier/page.js';
import { ReportName } from '../../piece/citation.js';
import { toHappening } from '../../route.js';
import { claimWords } from '../../words/claim.js';
import { disagreementWords } from '../../words/codes.js';
import { NoneTold, Part } from './part.js';

export function Disagreements({ disagreements }: { readonly disagreements: readonly Disagreement[] }) {
  const open = disagreements.filter(({ settled }) => settled === undefined);
  const closed = disagreements.filter(({ settled }) => settled !== undefined);
  return (
    <Part id="disagreements">
      {disagreements.length === 0 ? <NoneTold /> : null}
      <Listed all={open} />
      {closed.length === 0 ? null : (
        <>
          <h3 className="part-title">Settled: one side took its claim back</h3>
          <Listed all={closed} />
        </>
      )}
    </Part>
  );
}

const Listed = ({ all }: { readonly all: readonly Disagreement[] }) => (
  <ol className="lines">
    {all.map((each) => (
      <li key={`${each.happening} ${each.kind} ${each.a.claim} ${each.b.claim}`} className="versus-line">
        <p className="entry-title">
          <Link href={toHappening(each.happening)}>{each.title}</Link>{' '}
          <span className="faint">— {disagreementWords[each.kind]}</span>
        </p>
        <div className="versus">
          <OneClaim claim={each.a} isWrong={each.settled?.wrong === 'a'} />
          <OneClaim claim={each.b} isWrong={each.settled?.wrong === 'b'} />
        </div>
        {each.settled?.by === undefined ? null : (
          <p className="aside-line">
            <span className="aside-label">Taken back</span> by <ReportName {...each.settled.by.cite} />: “
            {each.settled.by.text}”
          </p>
        )}
      </li>
    ))}
  </ol>
);

const OneClaim = ({
  claim: { claim, quote },
  isWrong,
}: {
  readonly claim: Claim;
  readonly isWrong: boolean;
}) => (
  <div className="claim">
    <p className="claim-words">
      {isWrong ? <s>{claimWords(claim)}</s> : claimWords(claim)}
      {isWrong ? <span className="note"> taken back</span> : null}
    </p>
    {quote === undefined ? (
      <p className="faint small">Its sentence is not in the record any more.</p>
    ) : (
      <figure>
        <blockquote dir="auto">“{quote.text}”</blockquote>
        <figcaption>
          <ReportName {...quote.cite} />
        </figcaption>
      </figure>
    )}
  </div>
);
