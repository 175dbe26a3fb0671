/** A visit to one city, and the meeting of the same parties in the same days in another. */
import type { Event } from '../event/event.js';
import { folded } from '../place/index.js';
import type { Place } from '../place/place.js';
import type { Noticing, Read } from './index.js';

/** So many meetings are compared with each other, at most. */
export const MAX_MEETINGS = 60;

export const visitNotes: Noticing = (read) => {
  const meetings = read.events.filter(({ type }) => type === 'CONSULT').slice(0, MAX_MEETINGS);
  return meetings
    .filter(({ mode }) => mode === 'visit')
    .flatMap((visit) => {
      const at = cityOf(read, visit);
      const elsewhere = meetings.find((meeting) => isElsewhere(read, visit, at, meeting));
      const city = elsewhere && cityOf(read, elsewhere);
      if (!at || !city) return [];
      return [
        {
          kind: 'note/visit-elsewhere',
          message: `The visit is to ${at.name}, yet the meeting is in ${city.name}.`,
          spans: [at.span, city.span],
        },
      ];
    });
};

/** Both are to come or both have been, the visitor and the host's country take part, the days may be the same. */
function isElsewhere(read: Read, visit: Event, at: Place | undefined, meeting: Event): boolean {
  if (!at || meeting === visit || meeting.mode === 'visit') return false;
  if ((visit.status === 'occurred') !== (meeting.status === 'occurred')) return false;
  if (visit.background || meeting.background) return false;
  const city = cityOf(read, meeting);
  if (!city || isSamePlace(at, city)) return false;
  const present = [...meeting.actors, ...meeting.recipients];
  const visitor = visit.actors.some((id) => present.includes(id));
  const hosts = new Set(visit.recipients.map((id) => countryOf(read, id)));
  const host = present.some((id) => hosts.has(countryOf(read, id)));
  return visitor && host && maySameDays(visit, meeting);
}

const countryOf = ({ actors }: Read, id: string): string | undefined =>
  actors.find((actor) => actor.id === id)?.country;

/** Only a city is not within another one. */
export function cityOf({ places }: Pick<Read, 'places'>, { where }: Event): Place | undefined {
  const place = places.find(({ id }) => id === where);
  return place?.kind === 'city' ? place : undefined;
}

export const isSamePlace = (a: Place, b: Place): boolean =>
  folded(a.name) === folded(b.name) || (a.geonames !== undefined && a.geonames === b.geonames);

function maySameDays({ when: a }: Event, { when: b }: Event): boolean {
  return a !== undefined && b !== undefined && a.from < b.to && b.from < a.to;
}
