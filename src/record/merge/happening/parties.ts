/** Are the same people, states and bodies on both sides? */
import { countriesOf } from '../../filing/party.js';
import type { Party } from '../../store/tables.js';
import { loadNamingRules } from '../actor/naming-rules.js';
import { fits, type PersonName, personNameOf } from '../actor/person-name.js';
import type { Merging } from '../merging.js';
import type { Telling } from './telling.js';

/** Log odds of who did it to whom; of what several do together the sides are one. */
export function weighParties(a: Telling, b: Telling, merging: Merging): number {
  const { mutual, weights } = merging;
  const together = (mutual.has(a.row.type) && mutual.has(b.row.type)) || isBoth(a) || isBoth(b);
  if (!together)
    return weighSide(a.actors, b.actors, weights) + weighSide(a.recipients, b.recipients, weights);
  const [left, right] = [partiesOf(a), partiesOf(b)];
  const sum = weighSide(left, right, weights);
  const [few, many] = [countriesOf(left), countriesOf(right)].sort((x, y) => x.length - y.length);
  if (left.length < 2 && right.length < 2) return sum;
  const missing = left.length < 2 || right.length < 2 ? weights['side-missing'] : 0;
  const extra = many?.filter((country) => !few?.includes(country)).length ?? 0;
  return sum + (few !== undefined && few.length > 1 ? extra * weights['extra-country'] : missing);
}

const partiesOf = ({ actors, recipients }: Telling): Party[] => [...actors, ...recipients].flatMap(ofEach);

/** `Ugandan and South Sudanese soldiers` are two. */
const ofEach = (party: Party): Party[] =>
  (party.countries?.length ?? 0) < 2
    ? [party]
    : (party.countries ?? []).map((country) => ({ ...party, country, countries: [country] }));

/** One group of two countries, and nobody whom it is done to: `soldiers of both clashed`. */
const isBoth = ({ actors, recipients }: Telling): boolean =>
  recipients.length === 0 && actors.some(({ countries: several }) => (several?.length ?? 0) > 1);

/** Each party of the shorter side is matched with its best on the other. */
function weighSide(a: readonly Party[], b: readonly Party[], weights: Merging['weights']): number {
  if (a.length === 0 && b.length === 0) return 0;
  if (a.length === 0 || b.length === 0) return weights['side-missing'];
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const best = few.map((party) => Math.max(...many.map((other) => weighParty(party, other, weights))));
  // The worst match decides against, the best two speak for: a list of ten names is no ten proofs.
  const against = best.filter((each) => each < 0).reduce((sum, each) => sum + each, 0);
  const pro = best
    .filter((each) => each > 0)
    .sort((x, y) => y - x)
    .slice(0, 2)
    .reduce((sum, each) => sum + each, 0);
  return against + pro;
}

function weighParty(a: Party, b: Party, weights: Merging['weights']): number {
  const shared = sharedCountry(a, b);
  if (shared === false) return weights['other-country'];
  if (isPerson(a) && isPerson(b)) return weighPersons(a, b, shared, weights);
  if (a.form === b.form) return a.form.startsWith('state|') ? weights['same-country'] : weights['same-name'];
  if (shared === true) return weights['same-country'];
  if (isPerson(a) !== isPerson(b)) return weights['person-of-unknown'];
  if (isPartOf(a.name, b.name) || isPartOf(b.name, a.name)) return weights['same-name'];
  return isUnnamed(a) || isUnnamed(b) ? weights.unnamed : weights['other-person'];
}

/** `the coast guard` and `Argentina's coast guard`. */
function isPartOf(part: string, whole: string): boolean {
  const words = new Set(nameWords(whole));
  return nameWords(part).every((word) => words.has(word));
}

/** `gunmen`, `two ministers`: a word for people, no name of theirs. */
export const isUnnamed = ({ kind }: Party): boolean =>
  kind === 'group' || kind === 'people' || kind === 'unknown';

function weighPersons(
  a: Party,
  b: Party,
  countries: boolean | undefined,
  weights: Merging['weights'],
): number {
  const [left, right] = [properName(a), properName(b)];
  if (left !== undefined && right !== undefined) {
    return namesMeet(left, right) ? weights['same-person'] : weights['other-person'];
  }
  const offices = a.title !== undefined && b.title !== undefined && lastWord(a.title) === lastWord(b.title);
  if (offices) return countries === true ? weights['same-office'] : weights['same-office'] / 2;
  return countries === true ? 0 : weights['person-of-unknown'];
}

const isPerson = ({ kind }: Party): boolean => kind === 'person';

/** A person's name, where the report gives one: `Japan's foreign minister` has none. */
const properName = ({ name, title }: Party): string | undefined =>
  title !== undefined && name.toLowerCase().includes(title.toLowerCase()) ? undefined : name;

/** `Kishida` and `Fumio Kishida`, `Sergey Lavrov` and `S. Lavrov`; not Alexander and Alexei of one family name. */
export function namesMeet(a: string, b: string): boolean {
  const [left, right] = [personName(a), personName(b)];
  return fits(left, right) || fits(right, left);
}

const known = new Map<string, PersonName>();
/** Names kept ready: news has few at a time. */
const MOST = 20_000;

function personName(name: string): PersonName {
  let found = known.get(name);
  if (found === undefined) {
    if (known.size >= MOST) known.clear();
    found = personNameOf(name, '', loadNamingRules());
    known.set(name, found);
  }
  return found;
}

const nameWords = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const lastWord = (title: string): string => title.toLowerCase().split(/\s+/u).at(-1) ?? '';

/** True: they share one; false: both have one and they differ; undefined: not known. */
function sharedCountry(a: Party, b: Party): boolean | undefined {
  const [left, right] = [countries(a), countries(b)];
  if (left.length === 0 || right.length === 0) return undefined;
  return left.some((country) => right.includes(country));
}

const countries = ({ country, countries: several = [] }: Party): readonly string[] =>
  country === undefined ? several : [country, ...several];
