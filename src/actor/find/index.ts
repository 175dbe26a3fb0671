/** All mentions of a report, from its names, its nouns, its pronouns and the tree. */

import { BEYOND_STATES } from '../rows.js';
import type { Around } from './around.js';
import { groundOfBody } from './behind.js';
import { bodyMention, shortOf } from './body.js';
import { Collector } from './collect.js';
import { takeCountry } from './country.js';
import type { Found, Of } from './mention.js';
import { takeNoun } from './noun.js';
import { before } from './owner.js';
import { takePair, takeSides } from './pair.js';
import { takePerson } from './person.js';
import { takePronoun } from './pronoun.js';
import { takeLeading, takeTies } from './role.js';
import { takeState } from './state.js';
import { type Unit, type UnitOf, type Units, unitsOf } from './unit.js';

export { actsAtHome } from './acting.js';
export { type Around, around, type Tables } from './around.js';
export { prepositionOf } from './behind.js';
export type { Found, Mention, Of, Pronoun, RoleRead } from './mention.js';

/** Offices first, since they take the states and persons that they are of. */
export function findMentions(setting: Around): Found {
  const units = unitsOf(setting);
  const all = distinct(units);
  const found = new Collector();
  for (const token of setting.scan.tokens) takeLeading(setting, units, token, found);
  for (const unit of all) {
    if (unit.sort !== 'title' && unit.sort !== 'group') continue;
    if (!takePair(setting, unit, found)) takeNoun(setting, units, unit, found);
  }
  for (const unit of all) takeName(setting, units, unit, found);
  for (const token of setting.scan.tokens) {
    takePronoun(setting, token, found);
    if (units[token.index] === undefined) {
      takeSides(setting, token.index, found);
      takeCountry(setting, token.index, found);
    }
    takeTies(setting, token, found);
  }
  const mentions = found.mentions.sort((a, b) => a.from - b.from || b.to - a.to);
  return { mentions, ties: found.ties, roles: found.roles };
}

const distinct = (units: Units): Unit[] =>
  units.filter((unit, at): unit is Unit => unit !== undefined && unit.from === at);

function takeName(setting: Around, units: Units, unit: Unit, found: Collector): void {
  if (unit.sort === 'person') takePerson(setting, unit, found);
  else if (unit.sort === 'body') takeBody(setting, units, unit, found);
  else if (
    unit.sort === 'state' ||
    unit.sort === 'demonym' ||
    unit.sort === 'people' ||
    unit.sort === 'capital' ||
    unit.sort === 'folk'
  )
    takeState(setting, units, unit, found);
}

function takeBody(setting: Around, units: Units, unit: UnitOf<'body'>, found: Collector): void {
  const { scan } = setting;
  const token = scan.tokens[unit.head];
  // `Hamas fighters` are named by all their words, `a Hamas spokesman` is another than Hamas.
  if (token === undefined || found.isWhole(unit.head)) return;
  const words: Pick<Of<'body'>, 'from' | 'to' | 'head' | 'sentence'> = {
    from: unit.from,
    to: unit.to,
    head: unit.head,
    sentence: token.sentence,
  };
  const left = before(setting, units, unit);
  const [owner, second] = left.owner?.countries ?? [];
  const { body } = unit;
  const isNobodys = body.country === undefined && isOfOneState(body.sectors);
  const own = isNobodys && second === undefined ? owner : undefined;
  const ground = own === undefined && isNobodys ? groundOfBody(setting, units, unit) : undefined;
  const country = own ?? ground?.country;
  if (ground?.at !== undefined) found.take(ground.at, ground.at + 1);
  if (own !== undefined) found.take(left.from, unit.from);
  const name = shortOf(setting, units, unit)?.name;
  const mention = bodyMention(setting, unit, words, name);
  found.add(country === undefined ? mention : { ...mention, country, key: `${mention.key} ${country}` });
}

/** `the Bolivian Senate`; NATO is nobody's. */
const isOfOneState = (sectors: readonly string[]): boolean =>
  !sectors.some((sector) => BEYOND_STATES.has(sector));
