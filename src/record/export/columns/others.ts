import type { ActorOfRecord, Contradiction, Hit } from '../../ask/index.js';
import { type Column, day, integer, list, number, text } from '../column.js';
import { namesOf, sourceColumns, spanColumns } from './parts.js';

export const actorColumns: readonly Column<ActorOfRecord>[] = [
  text('id', ({ id }) => id),
  text('kind', ({ kind }) => kind),
  text('name', ({ name }) => name),
  text('country', ({ country }) => country),
  list('sectors', ({ sectors }) => sectors),
  list('aliases', ({ aliases }) => aliases),
  list('roles', ({ roles }) => roles.map(roleText)),
  integer('reports', ({ reports }) => reports),
];

/** `foreign minister (Japanese), 2016-12-02 to 2017-03-01`: what the office is of stands as reports write it. */
export function roleText({ title, of, firstDay, lastDay }: ActorOfRecord['roles'][number]): string {
  const days = [...new Set([firstDay, lastDay])].filter((each) => each !== undefined).join(' to ');
  return `${title}${of === undefined ? '' : ` (${of})`}${days === '' ? '' : `, ${days}`}`;
}

export const contradictionColumns: readonly Column<Contradiction>[] = [
  text('happening', ({ happening }) => happening.id),
  text('title', ({ happening }) => happening.title),
  day('from', ({ happening }) => happening.from),
  text('kind', ({ kind }) => kind),
  ...claimColumns('a'),
  ...claimColumns('b'),
  text('settled', ({ settled }) => settled),
];

function claimColumns(side: 'a' | 'b'): Column<Contradiction>[] {
  const evidence = (row: Contradiction) => row[side].evidence;
  return [
    text<Contradiction>(`claim_${side}`, (row) => row[side].claim),
    text<Contradiction>(`event_${side}`, (row) => row[side].event),
    text<Contradiction>(`sentence_${side}`, (row) => evidence(row)?.sentence),
    ...[
      ...sourceColumns<Contradiction>(evidence),
      ...spanColumns<Contradiction>((row) => evidence(row)?.span),
    ].map((column) => ({ ...column, name: `${column.name}_${side}` })),
  ];
}

export const hitColumns: readonly Column<Hit>[] = [
  text('in', (hit) => hit.in),
  text('saying', ({ saying }) => saying),
  list('speakers', ({ speakers = [] }) => namesOf(speakers)),
  number('rank', ({ rank }) => rank),
  text('sentence', ({ sentence }) => sentence),
  ...sourceColumns<Hit>((hit) => hit),
  ...spanColumns<Hit>(({ span }) => span),
];

/** Three kinds of row in one list: outlets, what was visited, and failures by cause. */
export interface SourceLine {
  readonly kind: 'outlet' | 'visited' | 'failure';
  readonly name: string | null;
  readonly articles?: number;
  readonly lineages?: number;
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly visits?: number;
  readonly last?: string;
  readonly outcome?: string;
  readonly lastReached?: string;
  readonly message?: string;
}

export const sourceLineColumns: readonly Column<SourceLine>[] = [
  text('kind', ({ kind }) => kind),
  text('name', ({ name }) => name),
  integer('articles', ({ articles }) => articles),
  integer('lineages', ({ lineages }) => lineages),
  day('first_day', ({ firstDay }) => firstDay),
  day('last_day', ({ lastDay }) => lastDay),
  integer('visits', ({ visits }) => visits),
  text('last', ({ last }) => last),
  text('outcome', ({ outcome }) => outcome),
  text('last_reached', ({ lastReached }) => lastReached),
  text('message', ({ message }) => message),
];
