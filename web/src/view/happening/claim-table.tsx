/** Day, place, status and numbers, with the reports that give each. */
import { counted } from '../../../../src/record/dossier/words.js';
import { ReportName } from '../../piece/citation.js';
import type { Aspect, Value } from './claims.js';

export const ClaimTable = ({ claims }: { readonly claims: readonly Aspect[] }) => (
  <section className="section" aria-labelledby="claims-title">
    <h2 id="claims-title">Claim by claim</h2>
    <dl className="claims">
      {claims.map(({ key, label, values, dispute }) => (
        <div key={key} className={dispute === undefined ? 'aspect' : `aspect is-${dispute}`}>
          <dt>
            {label}
            {dispute === 'open' ? <span className="disputed"> reports disagree</span> : null}
            {dispute === 'settled' ? <span className="faint"> was corrected</span> : null}
          </dt>
          {values.map((value) => (
            <dd key={value.words}>
              <OneValue value={value} isAll={values.length === 1} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  </section>
);

const NAMED = 4;

function OneValue({ value, isAll }: { readonly value: Value; readonly isAll: boolean }) {
  const { words, isTakenBack } = value;
  const reports = [...new Map(value.reports.map((report) => [report.article, report])).values()];
  const rest = reports.length - NAMED;
  return (
    <>
      <span className="value">{isTakenBack ? <s>{words}</s> : words}</span>
      <span className="by">
        {isTakenBack ? 'taken back; ' : ''}
        {isAll && reports.length > 1
          ? `all ${reports.length} reports that tell it`
          : reports.slice(0, NAMED).map((report, at) => (
              <span key={report.article}>
                {at === 0 ? '' : '; '}
                <ReportName {...report} />
              </span>
            ))}
        {!isAll && rest > 0 ? ` and ${counted(rest, 'other')}` : ''}
      </span>
    </>
  );
}
