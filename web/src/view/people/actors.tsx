import { type FormEvent, useId } from 'react';
import { Link } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import { usePages } from '../../api/answer.js';
import type { ActorOfRecord } from '../../api/types.js';
import { fitting, useAddress } from '../../filter/asked.js';
import { Chips } from '../../filter/chips.js';
import { Listed, Nothing } from '../../piece/listed.js';
import { toPerson } from '../../route.js';
import { PageTitle } from '../../shell/title.js';
import { countries, countryName } from '../../words/country.js';
import { kindWords, roleWords } from './words.js';

const known = ['actor', 'country'] as const;

export function Actors() {
  const { asked, change } = useAddress();
  const { params } = fitting(asked, known);
  const pages = usePages<ActorOfRecord>('/actors', params);
  const list = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    change({
      actor: String(data.get('actor') ?? '').trim(),
      country: String(data.get('country') ?? '').trim(),
    });
  };
  return (
    <div className="folio">
      <PageTitle>People</PageTitle>
      <p className="lead">
        People, states and organisations that reports name, those with most reports first.
      </p>
      <search>
        <form key={JSON.stringify(params)} className="people-find" onSubmit={submit}>
          <label>
            Name
            <input type="search" name="actor" defaultValue={asked.actor ?? ''} autoComplete="off" />
          </label>
          <label>
            Country
            <input
              name="country"
              list={list}
              defaultValue={(asked.country ?? []).map(countryName).join(', ')}
              autoComplete="off"
            />
          </label>
          <button type="submit">Find</button>
          <datalist id={list}>
            {countries.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </form>
      </search>
      <Chips asked={asked} change={change} />
      <Listed
        pages={pages}
        what="names"
        empty={<Nothing title="Nobody is named">No report that this leaves names anybody.</Nothing>}
      >
        {(rows) => <List actors={rows} />}
      </Listed>
    </div>
  );
}

function List({ actors }: { readonly actors: readonly ActorOfRecord[] }) {
  const most = Math.max(...actors.map(({ reports }) => reports));
  return (
    <ol className="people">
      {actors.map((actor) => (
        <li key={actor.id} className="people-row">
          <div>
            <Link href={toPerson(actor.id)} className="people-name">
              {actor.name}
            </Link>
            <span className="people-facts">{factsOf(actor)}</span>
          </div>
          <div className="people-count">
            {counted(actor.reports, 'report')}
            <meter min={0} max={most} value={actor.reports} aria-hidden="true" />
          </div>
        </li>
      ))}
    </ol>
  );
}

function factsOf({ kind, country, name, roles }: ActorOfRecord): string {
  const land = country === undefined || countryName(country) === name ? undefined : countryName(country);
  const role = roles
    .toSorted((a, b) => (a.lastDay ?? '').localeCompare(b.lastDay ?? '') || a.reports - b.reports)
    .at(-1);
  const what = role === undefined ? (kindWords[kind] ?? kind) : roleWords(role);
  return [what, land].filter((each) => each !== undefined).join(', ');
}
