import { toldBy } from '../../../../src/record/dossier/words.js';
import type { Happening } from '../../api/types.js';
import { DayText } from '../../piece/day.js';
import { StatusBadge } from '../../piece/status.js';
import { PageTitle } from '../../shell/title.js';
import { codeWords } from '../../words/codes.js';
import { countryName } from '../../words/country.js';

export function Head({ happening }: { readonly happening: Happening }) {
  const { title, code, when, firstDay, where, status, background, reports, sources } = happening;
  return (
    <header className="happening-head">
      <p className="kicker">{codeWords(code)}</p>
      <PageTitle>{title}</PageTitle>
      <p className="lead">
        <DayText when={when} printed={background ? undefined : firstDay} />
        {where === undefined ? null : `, ${placeWords(where)}`}
      </p>
      <p className="entry-facts">
        <StatusBadge status={status} isBackground={background} />
        <span>Told by {toldBy(reports, sources)}</span>
      </p>
    </header>
  );
}

function placeWords({ name, country }: NonNullable<Happening['where']>): string {
  const state = country === undefined ? name : countryName(country);
  return state === name ? name : `${name}, ${state}`;
}
