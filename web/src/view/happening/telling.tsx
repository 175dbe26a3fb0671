/** Each report's sentence beside the others. */
import { counted } from '../../../../src/record/dossier/words.js';
import type { Evidence, OneHappening } from '../../api/types.js';
import { ReportName } from '../../piece/citation.js';
import { DayText } from '../../piece/day.js';
import { Marked } from '../../piece/marked.js';
import { StatusBadge } from '../../piece/status.js';
import { percent, voucherWords } from '../../words/codes.js';
import { differing } from './differing.js';
import { type Lineage, lineagesOf } from './lineages.js';

export function Telling({ one: { happening } }: { readonly one: OneHappening }) {
  const lineages = lineagesOf(happening.evidence ?? []);
  const firsts = lineages.map(({ first }) => first);
  return (
    <section className="section" aria-labelledby="telling-title">
      <h2 id="telling-title">Report beside report</h2>
      {lineages.length > 1 ? (
        <p className="kicker">
          One column a source. <mark className="differs">Marked</mark>: days, places and numbers that not all
          give.
        </p>
      ) : null}
      <ol className="tellings">
        {lineages.map((lineage) => (
          <li key={lineage.key}>
            <OneSource
              lineage={lineage}
              others={firsts.filter((each) => each !== lineage.first)}
              places={happening.claimed.places}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface OneSourceProps {
  readonly lineage: Lineage;
  readonly others: readonly Evidence[];
  readonly places: readonly string[];
}

const OneSource = ({ lineage: { first, own, copies }, others, places }: OneSourceProps) => (
  <>
    <Told evidence={first} others={others} places={places} />
    {own.length === 0 ? null : (
      <details className="others">
        <summary>{counted(own.length, 'other sentence')} of this report</summary>
        {own.map((each) => (
          <Told key={each.event} evidence={each} others={others} places={places} />
        ))}
      </details>
    )}
    {copies.length === 0 ? null : (
      <details className="others">
        <summary>{copies.length === 1 ? '1 copy' : `${copies.length} copies`} of it</summary>
        {copies.map((each) => (
          <Told key={each.event} evidence={each} others={others} places={places} />
        ))}
      </details>
    )}
  </>
);

interface ToldProps {
  readonly evidence: Evidence;
  readonly others: readonly Evidence[];
  readonly places: readonly string[];
}

function Told({ evidence, others, places }: ToldProps) {
  const { sentence, when, where, status, voucher, rule, confidence, rejected, corrected } = evidence;
  return (
    <figure className={rejected ? 'telling is-rejected' : 'telling'} id={`event-${evidence.event}`}>
      <figcaption>
        <ReportName {...evidence} />
        {rejected ? <span className="note"> thrown out by a person</span> : null}
        {corrected === undefined ? null : <span className="note"> taken back later</span>}
      </figcaption>
      <blockquote dir="auto">
        <Marked text={sentence} spans={differing(evidence, others, places)} className="differs" />
      </blockquote>
      <p className="telling-facts">
        <StatusBadge status={status} />
        {when === undefined ? null : <DayText when={when} />}
        {where === undefined ? null : <span>{where}</span>}
        <span>{voucherWords[voucher] ?? voucher}</span>
        <span className="rule">
          rule {rule}, {percent(confidence)}
        </span>
      </p>
    </figure>
  );
}
