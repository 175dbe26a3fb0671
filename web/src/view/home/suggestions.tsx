import type { UseQueryResult } from '@tanstack/react-query';
import { listed } from '../../../../src/record/dossier/words.js';
import type { Rows } from '../../api/questions.js';
import type { Suggestion } from '../../api/types.js';
import { countryName } from '../../words/country.js';

const SHOWN = 8;

/** What is proposed from the record; a slow or failed proposal does not keep the page. */
export function Suggestions({
  query: { data },
}: {
  readonly query: UseQueryResult<Rows<Suggestion>, Error>;
}) {
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section className="section">
      <h2>The record holds enough for</h2>
      <p className="kicker">
        To keep one, save it as a file in the folder “dossiers” beside the record: “demarche dossier suggest
        --write dossiers” writes them all.
      </p>
      <ul className="suggested">
        {data.rows.slice(0, SHOWN).map(({ name, why, file }) => (
          <li key={name}>
            <p className="entry-title">{file.title}</p>
            <p className="small">{why}</p>
            <p className="small faint">{listed(file.parties.map(countryName))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
