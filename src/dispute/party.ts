/** Who is a party: a state, or who acts for one; armed groups, parties and organisations as themselves. */
import type { Actor } from '../actor/actor.js';
import type { Token } from '../language/doc.js';
import { hasRelation } from '../language/tree.js';
import { folded } from '../place/index.js';
import type { Ground } from './ground.js';

/** Actors by country where they have one, so that a minister, a capital and a state are one party. */
export interface Party {
  readonly key: string;
  readonly actor: Actor;
}

/** Sectors whose people act for their state. */
const OF_STATE = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY']);

/** The parties that the group of words around `head` names, coordinated ones included. */
export function partiesAt(ground: Ground, head: Token): Party[] {
  return unique(ground.tree.conjuncts(head.index).flatMap((token) => partyOfWord(ground, token)));
}

function partyOfWord(ground: Ground, token: Token): Party[] {
  const actor = ground.actorAt.get(token.index);
  if (actor) return membersOf(ground, actor).flatMap((each) => partyOf(ground, each));
  const country = countryAt(ground, token);
  const state = country === undefined ? undefined : ground.stateOf.get(country);
  return state && country !== undefined ? [{ key: country, actor: state }] : [];
}

const membersOf = ({ actorById, stateOf }: Ground, { members, countries, ...actor }: Actor): Actor[] => {
  if (members) return members.flatMap((id) => actorById.get(id) ?? []);
  if (countries) return countries.flatMap((country) => stateOf.get(country) ?? []);
  return [actor];
};

/** Private people are no parties, whatever they quarrel about. */
export function partyOf({ stateOf }: Ground, actor: Actor): Party[] {
  const { kind, country, sectors } = actor;
  const official = kind === 'state' || kind === 'government' || kind === 'military';
  if (country !== undefined && (official || sectors.some((sector) => OF_STATE.has(sector))))
    return [{ key: country, actor: stateOf.get(country) ?? actor }];
  const body =
    kind === 'organization' || kind === 'military' || (kind === 'group' && sectors.includes('REB'));
  return body ? [{ key: actor.id, actor }] : [];
}

/** The country that a word names as a state, a capital, a language or a nationality. */
export function countryAt({ states, actorAt, placeAt, doc }: Ground, token: Token): string | undefined {
  const actor = actorAt.get(token.index);
  if (actor?.kind === 'state' || actor?.kind === 'government') return actor.country;
  const place = placeAt.get(token.index);
  if (place?.kind === 'country') return place.country;
  if (place?.kind === 'city' && place.country !== undefined) {
    const capitals = states.capitals.get(place.country) ?? [];
    const isCapital = capitals.includes(place.name) || states.otherCapitals.get(place.name) === place.country;
    return isCapital ? place.country : undefined;
  }
  const before = doc.tokens[token.index - 1];
  for (const words of [`${before?.form} ${token.form}`, token.form]) {
    const name = folded(words);
    const codes = states.demonyms.get(name) ?? states.people.get(name) ?? states.names.get(name);
    if (codes?.length === 1) return codes[0];
  }
  return undefined;
}

/** `the Greek-Turkish dispute`, `Argentina's claim`, `the Thai claim`. */
export function partiesBefore(ground: Ground, noun: Token): Party[] {
  const { tree } = ground;
  const near = tree.children(noun.index).filter((child) => child.index < noun.index);
  return unique(
    near
      .filter((child) => hasRelation(child, 'nmod:poss', 'amod', 'compound'))
      .flatMap((child) => {
        if (hasRelation(child, 'nmod:poss')) return partiesAt(ground, child);
        // "Greek-Turkish": the first hangs on the second.
        const all = [...tree.childrenBy(child.index, 'amod', 'compound'), child];
        return all.flatMap((each) => byCountry(ground, countryAt(ground, each)));
      }),
  );
}

export function byCountry({ stateOf }: Ground, country: string | undefined): Party[] {
  const actor = country === undefined ? undefined : stateOf.get(country);
  return actor && country !== undefined ? [{ key: country, actor }] : [];
}

export const unique = (parties: readonly Party[]): Party[] => [
  ...new Map(parties.map((party) => [party.key, party])).values(),
];
