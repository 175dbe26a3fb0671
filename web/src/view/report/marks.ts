/** What was read from a report, each with its spans in the text. */
import type { OneReport, Reading, Span } from '../../api/types.js';

interface Of<Kind extends string, Value> {
  readonly kind: Kind;
  /** `event-3`: in the order of its layer. */
  readonly key: string;
  readonly index: number;
  readonly spans: readonly Span[];
  readonly value: Value;
}

export type EventMark = Of<'event', Reading['events'][number]> & { readonly isRejected: boolean };
export type StatementMark = Of<'statement', Reading['statements'][number]> & { readonly isRejected: boolean };

export type Mark =
  | EventMark
  | StatementMark
  | Of<'actor', Reading['actors'][number]>
  | Of<'place', Reading['places'][number]>
  | Of<'time', Reading['times'][number]>
  | Of<'dispute', Reading['disputes'][number]>
  | Of<'note', Reading['notes'][number]>
  | Of<'unread', Reading['log'][number]>
  /** Where the address points. */
  | Of<'at', Span>;

export type Kind = Mark['kind'];
export type Layer = Exclude<Kind, 'at'>;

export const layers: readonly { readonly kind: Layer; readonly one: string; readonly many: string }[] = [
  { kind: 'event', one: 'Event', many: 'Events' },
  { kind: 'statement', one: 'Statement', many: 'Statements' },
  { kind: 'dispute', one: 'Dispute', many: 'Disputes' },
  { kind: 'actor', one: 'Actor', many: 'Actors' },
  { kind: 'place', one: 'Place', many: 'Places' },
  { kind: 'time', one: 'Time', many: 'Times' },
  { kind: 'note', one: 'Oddity', many: 'Oddities' },
  { kind: 'unread', one: 'Passed over', many: 'Passed over' },
];

export function marksOf({ reading, events, statements }: OneReport): Mark[] {
  const rejectedEvents = new Set(events.filter(({ rejected }) => rejected).map(({ index }) => index));
  const rejectedStatements = new Set(statements.filter(({ rejected }) => rejected).map(({ index }) => index));
  const make = <K extends Layer, Value>(
    kind: K,
    values: readonly Value[],
    spansOf: (value: Value) => readonly Span[],
  ) => values.map((value, index) => ({ kind, key: `${kind}-${index}`, index, spans: spansOf(value), value }));
  // Of things read from the same words the first gives the line below them.
  return [
    ...make('event', reading.events, ({ trigger }) => [trigger]).map((each) => ({
      ...each,
      isRejected: rejectedEvents.has(each.index),
    })),
    ...make('statement', reading.statements, ({ content }) => content).map((each) => ({
      ...each,
      isRejected: rejectedStatements.has(each.index),
    })),
    ...make('dispute', reading.disputes, ({ mentions, object, effects }) => [
      ...mentions,
      ...object.names.map(({ span }) => span),
      ...effects,
    ]),
    ...make('place', reading.places, ({ span }) => [span]),
    ...make('time', reading.times, ({ span }) => [span]),
    ...make('actor', reading.actors, ({ mentions }) => mentions),
    ...make('note', reading.notes, ({ spans }) => spans),
    ...make('unread', reading.log, ({ span }) => (span === undefined ? [] : [span])),
  ];
}

export const layerWords = (kind: Kind): string => layers.find((layer) => layer.kind === kind)?.one ?? '';
