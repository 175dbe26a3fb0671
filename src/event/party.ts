/** Who takes part: actors by sort, and the state whose place somebody visits. */
import type { Actor } from '../actor/actor.js';
import type { Before, Phrase } from './frame.js';
import type { ActorSort } from './lexicon.js';

const ARMED = new Set(['MIL', 'REB', 'PRM', 'COP', 'SPY', 'UAF', 'IMG']);
const OFFICIAL = new Set(['GOV', 'LEG', 'JUD', 'IGO', 'UNO', 'EUR', 'PRE']);
const PRIVATE = new Set([
  'NGO',
  'ISM',
  'MNC',
  'AGR',
  'BUS',
  'CRM',
  'CVL',
  'EDU',
  'JRN',
  'LAB',
  'MED',
  'OPP',
  'PTY',
  'REF',
  'REL',
  'SOC',
]);

export function sortOf({ kind, sectors }: Actor): 'official' | 'armed' | 'civil' {
  if (kind === 'military' || sectors.some((sector) => ARMED.has(sector))) return 'armed';
  if (kind === 'state' || kind === 'government' || sectors.some((sector) => OFFICIAL.has(sector)))
    return 'official';
  if (kind === 'organization' && !sectors.some((sector) => PRIVATE.has(sector))) return 'official';
  return 'civil';
}

const BODY = new Set(['IGO', 'UNO', 'EUR']);
/** Bodies of no state that are no states' either: a code begins with what they are. */
const PEOPLES = new Set(['NGO', 'ISM', 'IMG', 'MNC']);

/** Whether somebody is of a sort that a rule asks for. */
export const isOfSort = (actor: Actor, sort: ActorSort): boolean => {
  if (sort === 'body') return actor.sectors.some((sector) => BODY.has(sector));
  if (sort === 'court') return actor.sectors.includes('JUD');
  return sortOf(actor) === sort;
};

export interface Parties {
  readonly actor: ReadonlyMap<string, Actor>;
  readonly placeCountry: ReadonlyMap<string, string>;
  /** The state itself, by its country; a government where the state isn't named. */
  readonly state: ReadonlyMap<string, string>;
}

export function partiesOf(before: Before): Parties {
  const state = new Map<string, string>();
  for (const kind of ['state', 'government'])
    for (const actor of before.actors)
      if (actor.kind === kind && actor.country !== undefined && !state.has(actor.country))
        state.set(actor.country, actor.id);
  return {
    actor: new Map(before.actors.map((actor) => [actor.id, actor])),
    placeCountry: new Map(
      before.places.flatMap(({ id, country }) => (country === undefined ? [] : [[id, country] as const])),
    ),
    state,
  };
}

/** "The two leaders" are those whom the report named before. */
const membersOf = ({ actor }: Parties, id: string): readonly string[] => {
  const members = actor.get(id)?.members ?? [];
  return members.length > 1 ? members : [id];
};

/** How many sides the actors are: "the presidents of Peru and Chile" are two. */
export const sidesOf = ({ actor }: Parties, ids: readonly string[]): number =>
  ids.reduce((count, id) => count + Math.max(1, actor.get(id)?.countries?.length ?? 1), 0);

/** The actors that the phrases name; with `host`, else the states of the places that they name. */
export function named(parties: Parties, phrases: readonly Phrase[], host: boolean): string[] {
  const ids = new Set<string>();
  for (const phrase of phrases) {
    for (const id of phrase.actors) for (const one of membersOf(parties, id)) ids.add(one);
    if (!host || phrase.actors.length > 0) continue;
    for (const place of phrase.places) {
      const state = parties.state.get(parties.placeCountry.get(place) ?? '');
      if (state !== undefined) ids.add(state);
    }
  }
  return [...ids];
}

/** Sectors of those whose doings are affairs of state, or against one: a singer's, a cook's and a runner's aren't. */
const PUBLIC: ReadonlySet<string> = new Set([
  ...ARMED,
  ...OFFICIAL,
  'OPP',
  'PTY',
  'ELI',
  'REL',
  'NGO',
  'ISM',
  'LAB',
]);

/** Is one of them a body, a people, a group, or a person of public life? A name without an office is nobody's yet. */
export const isPublic = ({ actor }: Parties, ids: readonly string[]): boolean =>
  ids.some((id) => {
    const one = actor.get(id);
    return one !== undefined && (one.kind !== 'person' || one.sectors.some((sector) => PUBLIC.has(sector)));
  });

/** The states whose ground the places are, where it is known to be none of those who act. */
export function foreignStates(
  { actor, placeCountry, state }: Parties,
  actors: readonly string[],
  places: readonly string[],
): string[] {
  const own = new Set(actors.flatMap((id) => actor.get(id)?.countries ?? actor.get(id)?.country ?? []));
  if (own.size === 0) return [];
  const others = places.flatMap((place) => placeCountry.get(place) ?? []).filter((code) => !own.has(code));
  return [...new Set(others.flatMap((country) => state.get(country) ?? []))];
}

/** `isAct`: whom an act is *of* need not be whose it is: "condemned the bombing of Lebanon". */
export const owners = (phrases: readonly Phrase[], isAct: (lemma: string) => boolean): string[] => [
  ...new Set(
    phrases.flatMap((phrase) =>
      phrase.actors.length > 0 || (phrase.ofOwners && isAct(phrase.lemma)) ? [] : phrase.owners,
    ),
  ),
];

/** Its country; of an actor of the user's own dictionary, whose states need not be ISO's, the first part of its code. */
const stateOf = ({ country, code, sectors }: Actor): string | undefined => {
  const beyond = sectors.some((sector) => BODY.has(sector) || PEOPLES.has(sector));
  return country ?? (beyond ? undefined : /^[A-Z]{3}/u.exec(code ?? '')?.[0]);
};

/** One actor, or a state and those who act for it. */
export function isSameSide({ actor }: Parties, a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [actor.get(a), actor.get(b)];
  const state = one && stateOf(one);
  if (!one || !other || state === undefined || state !== stateOf(other)) return false;
  return sortOf(one) !== 'civil' && sortOf(other) !== 'civil';
}
