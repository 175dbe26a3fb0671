/** Who did it, to whom, and how it is coded. */
import { Link } from 'wouter';
import type { Happening, Party } from '../../api/types.js';
import { toSearch } from '../../route.js';
import { percent } from '../../words/codes.js';
import { countryName } from '../../words/country.js';

export function Involved({ happening }: { readonly happening: Happening }) {
  const { actors, recipients, code, cameo, intensity, contexts, confidence } = happening;
  return (
    <dl className="facts">
      <Parties label={recipients.length === 0 ? 'Between' : 'By'} parties={actors} />
      <Parties label="To" parties={recipients} />
      <div>
        <dt>Coded</dt>
        <dd>
          PLOVER {code}
          {cameo === undefined ? '' : `, CAMEO ${cameo}`}
        </dd>
        {contexts.length === 0 ? null : <dd>{contexts.join(', ')}</dd>}
        <dd>
          intensity {signed(intensity.plover)} (PLOVER)
          {intensity.goldstein === undefined ? '' : `, ${signed(intensity.goldstein)} (Goldstein)`}
        </dd>
        <dd>confidence {percent(confidence)}</dd>
      </div>
    </dl>
  );
}

const Parties = ({ label, parties }: { readonly label: string; readonly parties: readonly Party[] }) =>
  parties.length === 0 ? null : (
    <div>
      <dt>{label}</dt>
      {parties.map((party) => (
        <dd key={party.form}>
          <Link href={toSearch({ actor: party.name })}>{party.name}</Link>
          {detailOf(party)}
        </dd>
      ))}
    </div>
  );

function detailOf({ title, country, countries = [], name }: Party): string {
  const states = [...(country === undefined ? [] : [country]), ...countries].map(countryName);
  return [...(title === undefined ? [] : [title]), ...states.filter((state) => state !== name)]
    .map((words) => `, ${words}`)
    .join('');
}

const signed = (value: number): string => (value < 0 ? `−${-value}` : `+${value}`);
