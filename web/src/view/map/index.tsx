/** Where things happened, and when: places one looks into, months one takes a part of. */
import { useMemo } from 'react';
import type { Months } from '../../../../src/record/ask/months.js';
import type { Page } from '../../../../src/record/ask/page.js';
import { counted } from '../../../../src/record/dossier/words.js';
import { useAnswer } from '../../api/answer.js';
import { type MapPlace, MonthBrush, WorldMap } from '../../chart/index.js';
import { type Address, type Asked, fields, fitting, useAddress } from '../../filter/asked.js';
import { Chips } from '../../filter/chips.js';
import { FilterForm } from '../../filter/form.js';
import { FilterPanel } from '../../filter/panel.js';
import { Nothing } from '../../piece/listed.js';
import { Answered } from '../../piece/state.js';
import { PageTitle } from '../../shell/title.js';
import { AtPlace } from './at-place.js';
import { firstDayOf, lastDayIn, monthPart } from './months.js';
import { placeAddress } from './place-address.js';

type Places = Page<MapPlace>;

/** More places than these would hide each other. */
const MOST = 1000;
const known = fields.filter((field) => field !== 'sort');

export default function MapView() {
  const address = useAddress();
  const { asked, change } = address;
  const { params } = fitting(asked, known);
  const places = useAnswer<Places>('/places', { ...params, limit: MOST }, { keep: true });
  return (
    <div className="folio">
      <PageTitle>Map</PageTitle>
      <div className="beside">
        <FilterPanel>
          <FilterForm asked={asked} change={change} known={known} />
        </FilterPanel>
        <div>
          <Chips asked={asked} change={change} except={['sort']} />
          <Answered query={places} what="places">
            {(answer) => <Shown answer={answer} address={address} />}
          </Answered>
          <Time asked={asked} change={change} />
          <AtPlace address={address} places={places.data?.rows ?? []} />
        </div>
      </div>
    </div>
  );
}

function Shown({ answer: { rows, next }, address }: { readonly answer: Places; readonly address: Address }) {
  const at = address.get('at');
  const chosen = useMemo(() => rows.find((place) => placeAddress(place) === at), [rows, at]);
  if (rows.length === 0) {
    return (
      <Nothing title="No place to show">
        No happening that this leaves has a place of which one knows where it lies.
      </Nothing>
    );
  }
  return (
    <>
      <WorldMap
        places={rows}
        chosen={chosen}
        onOpen={(place) => address.change({ at: placeAddress(place) })}
      />
      {next !== undefined && <p className="notice">The {MOST} places with most happenings are shown.</p>}
    </>
  );
}

function Time({ asked, change }: Pick<Address, 'change'> & { readonly asked: Asked }) {
  const { since, until, ...others } = asked;
  // The news only: history would be a century of empty months.
  const { params } = fitting({ background: 'false', ...others }, known);
  const months = useAnswer<Months>('/months', params, { keep: true });
  if (months.data?.rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="map-time">
      <h2 id="map-time">When</h2>
      <Answered query={months} what="months">
        {({ rows, undated }) => (
          <>
            <MonthBrush
              months={rows}
              {...monthPart(since, until)}
              onChange={(part) => change({ since: firstDayOf(part.since), until: lastDayIn(part.until) })}
            />
            {undated > 0 && (
              <p className="kicker">{counted(undated, 'happening')} without a month left out.</p>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}
