import { useState } from 'react';
import { Link } from 'wouter';
import type { Partner } from '../../../../src/record/ask/one-actor.js';
import { counted } from '../../../../src/record/dossier/words.js';
import type { ActorOfRecord } from '../../api/types.js';
import { toPerson, toSearch } from '../../route.js';
import { countryName } from '../../words/country.js';

interface PartnersProps {
  readonly actor: ActorOfRecord;
  /** The latest, of which the partners were counted. */
  readonly happenings: number;
  readonly partners: readonly Partner[];
}

const SHOWN = 15;

/** Who meets, speaks and is at odds with whom. */
export function Partners({ actor, happenings, partners }: PartnersProps) {
  const [all, setAll] = useState(false);
  if (partners.length === 0) return null;
  const shown = all ? partners : partners.slice(0, SHOWN);
  const most = Math.max(...partners.map((each) => each.happenings));
  return (
    <section className="section" aria-labelledby="partners">
      <h2 id="partners">With whom</h2>
      <p className="kicker">
        Who takes part in the same happenings
        {happenings >= 2000 ? `, of the latest ${counted(happenings, 'happening')}` : ''}. One happening may
        count as met and as conflict.
      </p>
      <div className="partners-scroll">
        <table className="partners">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Met</th>
              <th scope="col">Spoke</th>
              <th scope="col">Conflict</th>
              <th scope="col">In all</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((partner) => (
              <Row key={partner.actor} actor={actor} partner={partner} most={most} />
            ))}
          </tbody>
        </table>
      </div>
      {partners.length > SHOWN && (
        <p className="more">
          <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `All ${partners.length}`}
          </button>
        </p>
      )}
    </section>
  );
}

function Row({
  actor,
  partner,
  most,
}: {
  readonly actor: ActorOfRecord;
  readonly partner: Partner;
  readonly most: number;
}) {
  const { name, country, met, spoke, conflict, happenings } = partner;
  return (
    <tr>
      <th scope="row">
        <Link href={toPerson(partner.actor)}>{name}</Link>
        {country !== undefined && countryName(country) !== name && (
          <span className="faint"> {countryName(country)}</span>
        )}
      </th>
      <td className={met > 0 ? 'figure' : 'figure none'}>{met}</td>
      <td className={spoke > 0 ? 'figure' : 'figure none'}>{spoke}</td>
      <td className={conflict > 0 ? 'figure conflict' : 'figure none'}>{conflict}</td>
      <td className="figure">
        <Link href={togetherOf(actor, name)} aria-label={`${counted(happenings, 'happening')} with ${name}`}>
          {happenings}
        </Link>
        <meter min={0} max={most} value={happenings} aria-hidden="true" />
      </td>
    </tr>
  );
}

/** Happenings of the one that name the other. */
const togetherOf = (actor: ActorOfRecord, name: string): string =>
  toSearch({ actor: actor.id, words: `"${name}"` });
