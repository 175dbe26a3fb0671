/** Day, place, status and numbers, with the reports that give each. */
import { counted } from '../../../../src/record/dossier/words.js';
import { ReportName } from '../../piece/citation.js';
import type { Aspect, Value } from './claims.js';

export const ClaimTable = ({ claims }: { readonly claims: readonly Aspect[] }) => (
  <section className="section" aria-labelledby="claims-title">
    <h2 id="claims-title">Claim by claim</h2>
    <dl className="claims">
      {claims.map(({ key, label, values, isDisputed }) => (
        <div key={key} className={isDisputed ? 'aspect is-disputed' : 'aspect'}>
          <dt>
            {label}
            {isDisputed ? <span className="disputed"> reports disagree</span> : null}
          </dt>
          {values.map((value) => (
            <dd key={value.words}>
              <OneValue value={value} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  </section>
);

const NAMED = 4;

const OneValue = ({ value: { words, reports, isTakenBack } }: { readonly value: Value }) => {
  const named = onePerReport(reports);
  return (
    <>
      <span className="value">{isTakenBack ? <s>{words}</s> : words}</span>
      <span className="by">
        {isTakenBack ? 'taken back; ' : ''}
        {named.slice(0, NAMED).map((report, at) => (
          <span key={report.event}>
            {at === 0 ? '' : '; '}
            <ReportName {...report} />
          </span>
        ))}
        {named.length > NAMED ? ` and ${counted(named.length - NAMED, 'other')}` : ''}
      </span>
    </>
  );
};

const onePerReport = (reports: Value['reports']): Value['reports'] => [
  ...new Map(reports.map((report) => [report.article, report])).values(),
];
