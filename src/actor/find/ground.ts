/** Which state a word lies in: as a place that was read, as a state or capital, as a town or region that can be no other. */
import type { Token } from '../../language/doc.js';
import { hasRelation } from '../../language/tree.js';
import { type Around, wordsOf } from './around.js';
import type { Unit, Units } from './unit.js';

/** Of the word itself. */
export function groundAt(setting: Around, units: Units, at: number): string | undefined {
  const placed = setting.placeAt[at]?.country;
  if (placed !== undefined) return placed;
  const unit = units[at];
  if (unit?.sort === 'state') return unit.codes.length === 1 ? unit.codes[0] : undefined;
  if (unit?.sort === 'capital') return unit.country;
  return unit?.sort === 'place' ? groundOfName(setting, unit) : undefined;
}

export function groundOfName(setting: Around, { from, to }: Pick<Unit, 'from' | 'to'>): string | undefined {
  const name = wordsOf(setting, from, to).replace(/^the /iu, '');
  // `East Timor` is one name, `east Beirut` is in Beirut.
  return setting.tables.ground(name) ?? setting.tables.ground(name.replace(DIRECTION, ''));
}

const DIRECTION = /^(?:(?:north|south|east|west|central)(?:ern)?-?)+ /iu;

/** A place lies in another so many times: `a jail in the town of Cizre`. */
const DEPTH = 3;
const MOST = 8;

/** Of the word or of what says where it is: `a jail in Dili`, `the town of Cizre`, `East Timor's capital`. */
export function groundUnder(setting: Around, units: Units, token: Token): string | undefined {
  let layer = [token];
  for (let step = 0; step < DEPTH && layer.length > 0; step++) {
    const found = new Set(layer.flatMap(({ index }) => groundAt(setting, units, index) ?? []));
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
    layer = layer
      .filter(({ upos, index }) => upos === 'NOUN' || units[index]?.sort === 'place')
      .flatMap(({ index }) =>
        setting.tree.childrenBy(index, 'nmod', 'appos', 'nmod:poss', 'compound', 'flat'),
      )
      .filter((child) => child.upos === 'PROPN' || hasRelation(child, 'nmod', 'appos'))
      .slice(0, MOST);
  }
  return undefined;
}
