/** Persons by name. */
import type { Token } from '../../language/doc.js';
import { feature, hasRelation } from '../../language/tree.js';
import { folded, isHyphen } from '../../place/index.js';
import type { Gender } from '../lexicon.js';
import type { Around } from './around.js';
import type { Collector } from './collect.js';
import type { UnitOf } from './unit.js';

export function takePerson(setting: Around, unit: UnitOf<'person'>, found: Collector): void {
  const { scan, tables } = setting;
  const { lexicon } = tables;
  if (isHyphen(scan, unit.to) && lexicon.compound.has(scan.forms[unit.to + 1] ?? '')) return;
  const token = scan.tokens[unit.head];
  if (token === undefined) return;
  const plain = (at: number): string => scan.plain.text.slice(scan.tokens[at]?.start, scan.tokens[at]?.end);
  const titled = lexicon.honorifics.has(plain(unit.from)) && unit.to - unit.from > 1;
  const from = titled ? unit.from + 1 : unit.from;
  const honorific = lexicon.honorifics.get(titled ? plain(unit.from) : plain(unit.from - 1));
  const name = nameWords(setting, from, unit.to);
  const roles = found.roles.get(unit.head) ?? [];
  const sure = unit.sure || roles.length > 0 || honorific !== undefined || acts(token);
  const gender =
    honorific ?? genderOf(roles.map(({ row }) => row.gender)) ?? lexicon.genders.get(name[0] ?? '');
  found.add({
    is: 'person',
    from,
    to: unit.to,
    head: Math.max(unit.head, from),
    sentence: token.sentence,
    name,
    roles,
    sure,
    ...(gender != null && { gender }),
  });
}

const genderOf = (genders: readonly (Gender | undefined)[]): Gender | undefined =>
  genders.find((gender) => gender !== undefined);

const acts = (token: Token): boolean =>
  hasRelation(token, 'nsubj', 'obl:agent') && feature(token, 'Number') !== 'Plur';

/** Surface words, hyphens inside, accents taken off. */
function nameWords({ scan }: Around, from: number, to: number): string[] {
  const text = folded(scan.doc.text.slice(scan.tokens[from]?.start, scan.tokens[to - 1]?.end));
  return text.split(/\s+/).filter((word) => word !== '');
}
