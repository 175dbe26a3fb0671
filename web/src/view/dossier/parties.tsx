/** The parties, and who speaks for each. */
import { Link } from 'wouter';
import type { PartyPage, Person } from '../../../../src/record/dossier/page.js';
import { counted } from '../../../../src/record/dossier/words.js';
import { Day } from '../../piece/day.js';
import { toSearch } from '../../route.js';
import { countryName } from '../../words/country.js';
import { NoneTold, Part } from './part.js';

export const Parties = ({ parties }: { readonly parties: readonly PartyPage[] }) => (
  <Part id="parties">
    <div className="sides">
      {parties.map(({ name, people }) => (
        <section key={name} className="side" aria-label={name}>
          <h3>{name}</h3>
          {people.length === 0 ? <NoneTold /> : null}
          <ul>
            {people.map((person) => (
              <li key={person.name} className="utterance">
                <OnePerson person={person} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </Part>
);

const OnePerson = ({
  person: { name, country, titles, reports, first, last },
}: {
  readonly person: Person;
}) => (
  <>
    <p>
      <Link href={toSearch({ actor: name })}>{name}</Link>
      {country === undefined ? '' : `, ${countryName(country)}`}
    </p>
    {titles.length === 0 ? null : <p className="small">{titles.join('; ')}</p>}
    <p className="small faint">
      {counted(reports, 'report')}
      {first === undefined ? null : (
        <>
          , <Day day={first} />
          {last === undefined || last === first ? null : (
            <>
              {' to '}
              <Day day={last} />
            </>
          )}
        </>
      )}
    </p>
  </>
);
