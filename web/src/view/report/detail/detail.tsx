/** All that is known of one thing that was read. */
import type { Mark } from '../marks.js';
import { partiesOf, speakerOf } from '../names.js';
import { ActorDetail } from './actor.js';
import type { Context } from './context.js';
import { EventDetail } from './event.js';
import { DisputeDetail, NoteDetail, PlaceDetail, TimeDetail, UnreadDetail } from './others.js';
import { StatementDetail } from './statement.js';

export function titleOfMark(mark: Mark, { names }: Context): string {
  switch (mark.kind) {
    case 'event':
      return `${partiesOf(mark.value, names)}: “${names.text(mark.value.trigger)}”`;
    case 'statement':
      return speakerOf(mark.value, names);
    case 'actor':
    case 'place':
      return mark.value.name;
    case 'time':
      return mark.value.text;
    case 'dispute':
      return mark.value.object.names.map(({ name }) => name).join(' / ') || 'Over what is not said';
    case 'note':
    case 'unread':
      return mark.value.message;
    case 'at':
      return '';
  }
}

export function Detail({ mark, context }: { readonly mark: Mark; readonly context: Context }) {
  switch (mark.kind) {
    case 'event':
      return <EventDetail mark={mark} context={context} />;
    case 'statement':
      return <StatementDetail mark={mark} context={context} />;
    case 'actor':
      return <ActorDetail actor={mark.value} context={context} />;
    case 'place':
      return <PlaceDetail place={mark.value} />;
    case 'time':
      return <TimeDetail time={mark.value} context={context} />;
    case 'dispute':
      return <DisputeDetail dispute={mark.value} context={context} />;
    case 'note':
      return <NoteDetail note={mark.value} />;
    case 'unread':
      return <UnreadDetail entry={mark.value} />;
    case 'at':
      return null;
  }
}
