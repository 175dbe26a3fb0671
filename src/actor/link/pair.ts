/** The two, or more, who are meant together: `the two leaders`, `both countries`, `they`. */
import type { States } from '../../place/index.js';
import type { Pair } from '../reference.js';
import type { Cast, Member } from './cast.js';
import { countriesOf, distinct, type Named } from './discourse.js';

/** The pair of this sort in a sentence: one named as a group, or exactly two who fit. */
export function pairIn(cast: Cast, states: States, named: readonly Named[], pair: Pair): Member | undefined {
  const group = groupIn(named, pair);
  if (group !== undefined) return group;
  const persons = pair.sort === 'states' ? undefined : personsIn(cast, named, pair);
  if (pair.sort === 'states' || pair.sort === 'either') return statesIn(cast, states, named) ?? persons;
  return persons;
}

/** What a group of several states may be called again. */
const OF_STATES: ReadonlySet<Pair['sort']> = new Set(['heads', 'people', 'either', 'holders']);

/** `the presidents of Peru and Chile`, or a pair that was named together before. */
function groupIn(named: readonly Named[], { sort, title }: Pair): Member | undefined {
  const groups = named.filter(({ member, mention }) => {
    if (member.members !== undefined) return ofSort(member.members, sort);
    return mention.is === 'group' && member.countries !== undefined && OF_STATES.has(sort);
  });
  const [first] = groups;
  if (first === undefined || distinct(groups).length > 1) return undefined;
  if (sort !== 'holders' || first.member.members !== undefined) return first.member;
  return first.mention.is === 'group' && first.mention.row.id.includes(title) ? first.member : undefined;
}

const ofSort = (members: readonly Member[], sort: Pair['sort']): boolean =>
  sort === 'either' || members.every(({ kind }) => (kind === 'person') === (sort !== 'states'));

function personsIn(cast: Cast, named: readonly Named[], pair: Pair): Member | undefined {
  const persons = distinct(named).filter(({ kind }) => kind === 'person');
  if (persons.length !== 2 || !persons.every((person) => fits(person, pair))) return undefined;
  return together(cast, persons, persons.map(nameOf));
}

function fits({ held }: Member, { sort, title, of }: Pair): boolean {
  if (sort === 'people' || sort === 'either') return true;
  const roles = [...held.values()];
  if (of !== undefined) return roles.some(({ row }) => of.includes(row.id));
  if (sort === 'heads') return roles.some(({ row }) => row.class === 'head');
  return roles.some((role) => role.row.id.includes(title) || role.title.toLowerCase().endsWith(title));
}

function statesIn(cast: Cast, states: States, named: readonly Named[]): Member | undefined {
  const countries = new Set(named.flatMap(({ member }) => countriesOf(member)));
  return countries.size === 2 ? statesTogether(cast, states, [...countries]) : undefined;
}

/** Two states, where the report names both. */
export function statesTogether(cast: Cast, states: States, countries: readonly string[]): Member | undefined {
  const members = countries.flatMap((country) => stateOf(cast, country) ?? []);
  const names = countries.flatMap((country) => states.nameOf.get(country) ?? []);
  return members.length === 2 && names.length === 2 ? together(cast, members, names) : undefined;
}

const stateOf = ({ members }: Cast, wanted: string): Member | undefined =>
  members.find(({ kind, country }) => kind === 'state' && country === wanted) ??
  members.find(({ kind, country }) => kind === 'government' && country === wanted);

export function nameOf({ mentions, name }: Member): string {
  const longest = mentions.flatMap((mention) => (mention.is === 'person' ? [mention.name.join(' ')] : []));
  return longest.reduce((best, each) => (each.length > best.length ? each : best), '') || (name ?? '');
}

/** All have a name, or there is no such pair. */
export function together(
  cast: Cast,
  members: readonly Member[],
  names: readonly string[],
): Member | undefined {
  if (members.length < 2 || names.some((name) => name === '')) return undefined;
  const key = [...names].sort().join(' + ');
  const sectors = [...new Set(members.flatMap(sectorsOf))];
  const name =
    names.length === 2 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return cast.keyed(`together ${key}`, () => ({ kind: 'group', sectors, name, members, plural: true }));
}

const sectorsOf = ({ kind, sectors, held }: Member): readonly string[] =>
  kind === 'state' ? ['GOV'] : [...sectors, ...[...held.values()].map(({ row }) => row.sector)];
