import { Link } from 'wouter';
import type { Months } from '../../../../src/record/ask/months.js';
import type { OneActor } from '../../../../src/record/ask/one-actor.js';
import { counted, listed } from '../../../../src/record/dossier/words.js';
import { useAnswer } from '../../api/answer.js';
import type { ActorOfRecord } from '../../api/types.js';
import { Sparkline } from '../../chart/index.js';
import { Answered } from '../../piece/state.js';
import { routes } from '../../route.js';
import { PageTitle } from '../../shell/title.js';
import { countryName } from '../../words/country.js';
import { Course } from './course.js';
import { Latest } from './latest.js';
import { Partners } from './partners.js';
import { Roles } from './roles.js';
import { kindWords } from './words.js';

export function One({ id }: { readonly id: string }) {
  const query = useAnswer<OneActor>(`/actors/${encodeURIComponent(id)}`);
  return (
    <div className="folio">
      <p className="kicker">
        <Link href={routes.people}>People</Link>
      </p>
      <Answered query={query} what="what reports tell">
        {({ actor, happenings, partners }) => (
          <>
            <PageTitle>{actor.name}</PageTitle>
            <Facts actor={actor} happenings={happenings} />
            <Course actor={actor} />
            <Roles roles={actor.roles} />
            <Partners actor={actor} happenings={happenings} partners={partners} />
            <Latest actor={actor} />
          </>
        )}
      </Answered>
    </div>
  );
}

function Facts({ actor, happenings }: { readonly actor: ActorOfRecord; readonly happenings: number }) {
  const { kind, country, name, aliases, reports } = actor;
  const others = aliases.filter((alias) => alias !== name);
  const land = country === undefined || countryName(country) === name ? '' : `, ${countryName(country)}`;
  return (
    <>
      <p className="lead">
        {kindWords[kind] ?? kind}
        {land}. Named in {counted(reports, 'report')}, takes part in {counted(happenings, 'happening')}.
        {others.length > 0 &&
          ` Also called ${listed(others.slice(0, 8))}${others.length > 8 ? ' and otherwise' : ''}.`}
      </p>
      <Activity actor={actor} />
    </>
  );
}

/** News by month. */
function Activity({ actor }: { readonly actor: ActorOfRecord }) {
  const { data } = useAnswer<Months>('/months', { actor: actor.id, background: false });
  if (data === undefined || data.rows.length < 3) return null;
  return (
    <p className="kicker">
      <Sparkline months={data.rows} width={220} /> happenings by month
    </p>
  );
}
