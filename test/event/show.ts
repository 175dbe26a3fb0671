/** Events as lines for tables of cases. */
import type { Actor } from '../../src/actor/actor.js';
import type { Event } from '../../src/event/event.js';
import type { Place } from '../../src/place/place.js';

export interface Layers {
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
}

/** `CONSULT-visit scheduled JPN > RUS`; an actor without a country by its name. */
export function eventLine(event: Event, { actors }: Layers): string {
  const name = (id: string): string => {
    const actor = actors.find((known) => known.id === id);
    return actor?.country ?? actor?.name ?? id;
  };
  const names = (ids: readonly string[]): string => ids.map(name).join(' + ');
  return [
    event.mode === undefined ? event.type : `${event.type}-${event.mode}`,
    event.status === 'occurred' ? '' : event.status,
    event.background ? 'background' : '',
    names(event.actors),
    event.recipients.length > 0 ? `> ${names(event.recipients)}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The line with all that cases about time, place and voucher look at: `… | when 2016-12-15/2016-12-16 time | where Tokyo | own-voice`. */
export function fullLine(event: Event, layers: Layers): string {
  const where = layers.places.find(({ id }) => id === event.where)?.name;
  return [
    eventLine(event, layers),
    `code ${event.code}`,
    event.when ? `when ${event.when.from}/${event.when.to} ${event.when.basis.split(':')[0]}` : '',
    where === undefined ? '' : `where ${where}`,
    event.via === undefined ? '' : `via ${event.voucher}`,
  ]
    .filter((part) => part !== '')
    .join(' | ');
}
