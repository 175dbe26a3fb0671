/** What each side has said and done in words, in order, with changes of position. */
import { given, type Happening } from '../ask/happening.js';
import { byText } from '../merge/grouped.js';
import { actsOf, type Toward, type VerbalAct } from './acts.js';
import type { Cites } from './cites.js';
import type { SaidItem } from './page.js';
import type { Voices } from './people.js';
import type { Stances } from './positions.js';
import { type Speech, speechesOf } from './speeches.js';
import type { StatementRow } from './statements.js';
import { orderDay } from './words.js';

export interface Words {
  readonly statements: readonly StatementRow[];
  readonly happenings: readonly Happening[];
}

/** @returns items by day; those of no known day come last. */
export function saidOf(
  toward: Toward,
  { statements, happenings }: Words,
  voices: Voices,
  stances: Stances,
  cites: Cites,
): SaidItem[] {
  const acts = actsOf(happenings, toward, voices, stances, cites);
  const told = withActs(speechesOf(statements, toward.side, voices, cites), acts);
  const spoken = new Set(told.flatMap(({ sentences }) => sentences));
  const silent = acts.filter(({ sentences }) => !sentences.some((text) => spoken.has(text)));
  const all = [...told, ...silent].sort(byDay);
  const acting = all.flatMap(({ act }, at) => (act === undefined ? [] : [{ act, at }]));
  const changes = stances.changes(acting.map(({ act }) => act));
  const changeAt = new Map([...changes].map(([place, change]) => [acting[place]?.at, change]));
  return all.map(({ item }, at) => ({ ...item, ...given('change', changeAt.get(at)) }));
}

/** What is said and coded stands once: the statement, with the act's code and day. */
function withActs(speeches: readonly Speech[], acts: readonly VerbalAct[]): VerbalAct[] {
  const bySentence = new Map(acts.flatMap((act) => act.sentences.map((text) => [text, act] as const)));
  return speeches.map((speech) => {
    const act = speech.sentences.flatMap((text) => bySentence.get(text) ?? [])[0];
    if (act === undefined) return speech;
    const { when, act: code } = act.item;
    const item = { ...speech.item, ...given('when', when ?? speech.item.when), ...given('act', code) };
    return { ...speech, item, ...given('act', act.act) };
  });
}

const dayOf = ({ item: { when, printed } }: VerbalAct): string => orderDay(when) ?? printed ?? '9999';

const byDay = (a: VerbalAct, b: VerbalAct): number =>
  byText(dayOf(a), dayOf(b)) || (a.item.cites[0]?.number ?? 0) - (b.item.cites[0]?.number ?? 0);
