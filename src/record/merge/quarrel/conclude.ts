/** The row of a quarrel: a function of the disputes that reports tell of. */

import type { Selectable } from 'kysely';
import type { QuarrelTable } from '../../store/tables.js';
import { byText, grouped } from '../grouped.js';
import { type DisputeRow, nameKey } from './matter.js';

/** A dispute with what its article says of itself. */
export type Told = Pick<
  DisputeRow,
  'id' | 'article' | 'parties' | 'names' | 'places' | 'since' | 'matter' | 'quarrel'
> & { readonly day: string | null; readonly lineage: string | null; readonly superseded: string | null };

export type Quarrel = Selectable<QuarrelTable>;

/** Earliest first, what has no day last. */
export const byTime = (a: Told, b: Told): number =>
  byText(a.day ?? '9999', b.day ?? '9999') || byText(a.article, b.article) || byText(a.id, b.id);

/** Articles that a later version of their page has replaced do not count, unless there are no others. */
export const standingOf = (told: readonly Told[]): readonly Told[] => {
  const standing = told.filter(({ superseded }) => superseded === null);
  return standing.length > 0 ? standing : told;
};

export function quarrelOf(told: readonly Told[]): Quarrel {
  const standing = told.filter(({ superseded }) => superseded === null);
  const [first] = [...told].sort(byTime);
  const empty: Quarrel = {
    id: `q${first?.id}`,
    parties: [],
    names: [],
    places: [],
    since: null,
    reports: new Set(standing.map(({ article }) => article)).size,
    sources: new Set(standing.map(({ article, lineage }) => lineage ?? article)).size,
  };
  return withFacts(empty, standingOf(told));
}

/** With what these disputes say beside it; counts stay. */
export function withFacts(quarrel: Quarrel, told: readonly Told[]): Quarrel {
  const since = [quarrel.since, ...told.map((each) => each.since)].filter((day) => day !== null).sort(byText);
  const names = told.flatMap((each) =>
    each.names.map(({ name, usedBy }) => ({ name, usedBy: usedBy ? [usedBy] : [] })),
  );
  return {
    ...quarrel,
    parties: unique([...quarrel.parties, ...told.flatMap(({ parties }) => parties)]),
    names: namesOf([...quarrel.names, ...names]),
    places: [...new Set([...quarrel.places, ...told.flatMap(({ places }) => places)])].sort((a, b) => a - b),
    since: since[0] ?? null,
  };
}

/** Each once, however it is written, with all who use it. */
function namesOf(names: Quarrel['names']): Quarrel['names'] {
  const byKey = [...grouped(names, ({ name }) => nameKey(name).replace('~', ''))].sort(([a], [b]) =>
    byText(a, b),
  );
  return byKey.map(([, same]) => ({
    name: same.map(({ name }) => name).sort(byText)[0] ?? '',
    usedBy: unique(same.flatMap(({ usedBy }) => usedBy)),
  }));
}

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort(byText);
