import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import type { MapPlace } from '../../chart/index.js';
import { type Address, fields, fitting } from '../../filter/asked.js';
import { toSearch } from '../../route.js';
import { countryName } from '../../words/country.js';
import { HappeningsFound } from '../search/happenings.js';
import { placeAddress } from './place-address.js';

/** What happened at the place that was opened on the map. */
export function AtPlace({
  address,
  places,
}: {
  readonly address: Address;
  readonly places: readonly MapPlace[];
}) {
  const at = address.get('at');
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (at !== undefined && at !== before.current) {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView({ block: 'nearest' });
    }
    before.current = at;
  }, [at]);
  if (at === undefined) return null;
  const place = places.find((each) => placeAddress(each) === at);
  const { within: _, ...others } = address.asked;
  const { params } = fitting({ ...others, place: at }, fields);
  return (
    <section className="section" aria-labelledby="at-place">
      <h2 id="at-place" ref={heading} tabIndex={-1}>
        {place?.name ?? (/^\d+$/u.test(at) ? 'At this place' : at)}
        {place?.country === undefined || place.country === place.name
          ? ''
          : `, ${countryName(place.country)}`}
      </h2>
      <p className="kicker">
        {place === undefined
          ? 'Not on the map as it is narrowed now. '
          : `${counted(place.happenings, 'happening')}. `}
        <Link href={toSearch(params)}>Search among them</Link>{' '}
        <button type="button" className="quiet" onClick={() => address.change({ at: undefined })}>
          Close
        </button>
      </p>
      <HappeningsFound params={params} />
    </section>
  );
}
