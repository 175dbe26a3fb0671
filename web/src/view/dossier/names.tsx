/** What the thing is called, and whose name it is. */
import type { NameUse } from '../../../../src/record/dossier/page.js';
import { counted, listed } from '../../../../src/record/dossier/words.js';
import { NoneTold, Part } from './part.js';
import { Quoted } from './quote.js';

export function Names({ names }: { readonly names: readonly NameUse[] }) {
  const told = names.filter(({ reports }) => reports > 0);
  const rest = names.filter(({ reports }) => reports === 0).map(({ name }) => name);
  return (
    <Part id="names">
      {names.length === 0 ? <NoneTold /> : null}
      <dl className="names">
        {told.map(({ name, usedBy, quote, reports }) => (
          <div key={name} className="entry">
            <dt>
              <strong>{name}</strong>
              <span className="faint small">
                {usedBy.length === 0 ? '' : `so called by ${listed(usedBy)}, `}
                {counted(reports, 'report')}
              </span>
            </dt>
            <dd>{quote === undefined ? null : <Quoted quote={quote} />}</dd>
          </div>
        ))}
      </dl>
      {rest.length === 0 ? null : <p className="faint small">The question also names {listed(rest)}.</p>}
    </Part>
  );
}
