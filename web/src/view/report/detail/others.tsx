/** Places, times, disputes, oddities, and what was passed over. */
import { whenWords } from '../../../../../src/record/dossier/words.js';
import type { Reading } from '../../../api/types.js';
import { countryName } from '../../../words/country.js';
import type { Context } from './context.js';
import { Facts } from './facts.js';

export const PlaceDetail = ({ place }: { readonly place: Reading['places'][number] }) => (
  <Facts
    facts={[
      { label: 'Kind', value: place.kind },
      { label: 'Country', value: place.country && countryName(place.country) },
      {
        label: 'At',
        value:
          place.lat === undefined || place.lon === undefined
            ? undefined
            : `${place.lat.toFixed(2)}, ${place.lon.toFixed(2)}`,
      },
      { label: 'GeoNames', value: place.geonames },
      { label: 'Dateline', value: place.dateline && 'only says where it was written' },
    ]}
  />
);

export const TimeDetail = ({
  time,
  context: { names },
}: {
  readonly time: Reading['times'][number];
  readonly context: Context;
}) => (
  <Facts
    facts={[
      { label: 'Means', value: time.from && time.to && whenWords({ from: time.from, to: time.to }) },
      { label: 'Type', value: time.type },
      { label: 'TIMEX3 value', value: <code>{time.value}</code> },
      { label: 'Modified', value: time.mod },
      {
        label: 'Counted from',
        value:
          time.anchor === 'published'
            ? 'the day it was printed'
            : time.anchor && (names.time(time.anchor) ?? time.anchor),
      },
      { label: 'Rule', value: <code>{time.rule}</code> },
    ]}
  />
);

export const DisputeDetail = ({
  dispute,
  context: { names },
}: {
  readonly dispute: Reading['disputes'][number];
  readonly context: Context;
}) => (
  <Facts
    facts={[
      { label: 'Between', value: names.actors(dispute.parties).join(', ') },
      {
        label: 'Over',
        value: dispute.object.names
          .map(({ name, usedBy }) =>
            usedBy === undefined ? name : `${name} (so called by ${names.actor(usedBy)})`,
          )
          .join('; '),
      },
      { label: 'Since', value: names.time(dispute.since) },
      { label: 'Has led to', value: dispute.effects.map((span) => `“${names.text(span)}”`).join('; ') },
      { label: 'Rule', value: <code>{dispute.rule}</code> },
    ]}
  />
);

export const NoteDetail = ({ note }: { readonly note: Reading['notes'][number] }) => (
  <Facts facts={[{ label: 'Kind', value: <code>{note.kind}</code> }]} />
);

export const UnreadDetail = ({ entry }: { readonly entry: Reading['log'][number] }) => (
  <Facts facts={[{ label: 'Code', value: <code>{entry.code}</code> }]} />
);
