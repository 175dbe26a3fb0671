/** What another version of the program reads otherwise in one report, and by which rule. */
import type { Insertable } from 'kysely';
import type { EventTable, Party } from '../store/tables.js';

export interface Difference {
  readonly article: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The event's id in the record. */
  readonly event: string;
  readonly sentence: string;
  readonly rule: string;
  /** What is otherwise, `status: scheduled → occurred`; all of it where the event is new or gone. */
  readonly what: readonly string[];
}

type Row = Insertable<EventTable>;

/** Fields that a change of rules may touch, and that people ask about. */
const FIELDS = [
  'code',
  'mode',
  'status',
  'background',
  'from',
  'to',
  'place',
  'voucher',
  'rule',
  'actors',
  'recipients',
  'counts',
] as const;

export function differencesOf(before: readonly Row[], after: readonly Row[]): Difference[] {
  const old = new Map(before.map((row) => [row.id, row]));
  const now = new Map(after.map((row) => [row.id, row]));
  return [
    ...before.filter(({ id }) => !now.has(id)).map((row) => difference('removed', row, told(row))),
    ...after.flatMap((row) => {
      const earlier = old.get(row.id);
      if (earlier === undefined) return [difference('added', row, told(row))];
      const what = FIELDS.filter((field) => shown(earlier, field) !== shown(row, field));
      if (what.length === 0) return [];
      return [
        difference(
          'changed',
          row,
          what.map((field) => `${field}: ${shown(earlier, field)} → ${shown(row, field)}`),
        ),
      ];
    }),
  ];
}

const difference = (
  change: Difference['change'],
  { id, article, sentence, rule }: Row,
  what: readonly string[],
): Difference => ({
  article,
  change,
  event: id,
  sentence,
  rule,
  what,
});

const told = (row: Row): string[] => [
  `${row.code} ${shown(row, 'actors')} > ${shown(row, 'recipients')}, ${row.status}`,
];

function shown(row: Row, field: (typeof FIELDS)[number]): string {
  const value: unknown = row[field];
  if (field === 'actors' || field === 'recipients') {
    return (JSON.parse(row[field]) as Party[]).map(({ name }) => name).join(', ') || 'nobody';
  }
  return value === null || value === undefined ? 'none' : String(value);
}
