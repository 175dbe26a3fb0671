/** One report's telling of an act, with all that is compared. */
import { wordsOf } from '../../filing/shingles.js';
import type { Count, EventRow, Party } from '../../store/tables.js';

/** An event row with what its article says of itself. */
export type Told = EventRow & {
  readonly day: string | null;
  readonly outlet: string | null;
  readonly lineage: string | null;
  readonly correction: boolean;
  readonly superseded: string | null;
};

export interface Telling {
  readonly id: string;
  readonly row: Told;
  readonly realis: Realis;
  /** Days since 1970, half open; absent where nothing is known. */
  readonly days?: Days;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly counts: readonly Count[];
  readonly words: ReadonlySet<string>;
  /** Names in the sentence besides those of the parties' countries: ships, towns, people. */
  readonly names: ReadonlySet<string>;
  /** The word for the act, without its ending. */
  readonly verb: string;
  /** The sentence's words in order: equal in copies. */
  readonly said: string;
}

export interface Days {
  readonly from: number;
  readonly to: number;
  /** The report gives no time: some while before it was printed, or after, where it tells of a plan. */
  readonly open?: true;
}

/** Done, planned, asked for, on a condition, called off: different things that are never one happening. */
export type Realis = 'done' | 'planned' | 'asked' | 'conditional' | 'off';

const REALIS: Readonly<Record<string, Realis>> = {
  occurred: 'done',
  ongoing: 'done',
  reported: 'done',
  denied: 'done',
  scheduled: 'planned',
  intended: 'planned',
  requested: 'asked',
  conditional: 'conditional',
  cancelled: 'off',
};

const DAY = 86_400_000;
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
export const dayText = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

export function tellingOf(row: Told): Telling {
  const days = daysOf(row);
  const words = wordsOf(row.sentence);
  return {
    id: row.id,
    row,
    realis: realisOf(row, days),
    ...(days === undefined ? {} : { days }),
    actors: row.actors,
    recipients: row.recipients,
    counts: row.counts,
    words: new Set(words.filter((word) => word.length > 3).map(stem)),
    names: namesIn(row),
    verb: stem(verbOf(row)),
    said: words.join(' '),
  };
}

/** How far back news reaches that is told again as history, and how far ahead plans; days. */
export const MEMORY = 90;
/** What is told as news without its date is of these days. */
const FRESH = 10;

function daysOf({ from, to, day, status, background }: Told): Days | undefined {
  if (from !== null && to !== null) return { from: dayNumber(from), to: dayNumber(to) };
  const realis = REALIS[status];
  if (day === null || (realis !== 'done' && realis !== 'planned')) return undefined;
  const printed = dayNumber(day);
  if (realis === 'planned') return { from: printed, to: printed + MEMORY + 1, open: true };
  return { from: printed - (background ? MEMORY : FRESH), to: printed + 1, open: true };
}

/** What a report printed afterwards still calls planned is a claim about what happened. */
function realisOf({ status, day }: Told, days: Telling['days']): Realis {
  const realis = REALIS[status] ?? 'done';
  if (realis === 'planned' && day !== null && days !== undefined && !days.open && dayNumber(day) > days.to)
    return 'done';
  return realis;
}

/** Endings off, so that `met`/`meets` stay apart but `talks`/`talk` and `protested`/`protest` meet. */
const stem = (word: string): string => word.replace(/(?:ing|ed|es|s)$/u, '');

/** Words with a capital inside the sentence; the first has one anyway. */
function namesIn({ sentence, actors, recipients }: Told): Set<string> {
  const known = [...actors, ...recipients].flatMap(({ name }) => wordsOf(name));
  const inside =
    sentence.replace(/^\P{L}*\p{L}+/u, '').match(/(?<![.!?]["”’]?\s)\b\p{Lu}[\p{L}\p{N}-]{2,}/gu) ?? [];
  return new Set(
    inside.map((name) => name.toLowerCase()).filter((name) => !known.includes(name) && !CALENDAR.test(name)),
  );
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/u;

const verbOf = ({ sentence, trigger_start, trigger_end, cite_start }: Told): string =>
  sentence.slice(trigger_start - cite_start, trigger_end - cite_start).toLowerCase();
