/** A happening: claim by claim, report beside report. */
import { Link, Redirect } from 'wouter';
import { useHappening } from '../../api/questions.js';
import type { OneHappening } from '../../api/types.js';
import { SmallMap } from '../../chart/index.js';
import { Answered } from '../../piece/state.js';
import { toHappening, toMap } from '../../route.js';
import { Acts } from './acts.js';
import { ClaimTable } from './claim-table.js';
import { claimsOf } from './claims.js';
import { Head } from './head.js';
import { History } from './history.js';
import { Involved } from './involved.js';
import { Telling } from './telling.js';
import './happening.css';

export default function Happening({ id }: { readonly id: string }) {
  const query = useHappening(id);
  return (
    <Answered query={query} what="the happening">
      {(one) => (
        <>
          {/* What is being asked anew may have another id by now. */}
          {one.happening.id === id || query.isFetching ? null : (
            <Redirect to={toHappening(one.happening.id)} replace />
          )}
          <Page one={one} />
        </>
      )}
    </Answered>
  );
}

function Page({ one }: { readonly one: OneHappening }) {
  const { happening } = one;
  const claims = claimsOf(one);
  const place = happening.where;
  return (
    <article className="folio happening">
      <Head happening={happening} />
      <div className="happening-text">
        <ClaimTable claims={claims} />
        <Telling one={one} />
        <History one={one} />
      </div>
      <aside className="happening-margin" aria-label="Who and where">
        {place?.lat === undefined || place.lon === undefined ? null : (
          <SmallMap places={[{ name: place.name, lat: place.lat, lon: place.lon }]} />
        )}
        {place === undefined ? null : (
          <p className="small">
            <Link href={toMap({ place: place.name })}>On the map</Link>
          </p>
        )}
        <Involved happening={happening} />
      </aside>
      <Acts one={one} />
    </article>
  );
}
