/** What stands behind the noun of an office or group and tells whose it is: `of Peru and Chile`, `in Chad`. */
import type { Token } from '../../language/doc.js';
import { lowerAt } from '../../place/index.js';
import { BEYOND_STATES } from '../rows.js';
import { type Around, wordsOf } from './around.js';
import { groundUnder } from './ground.js';
import type { Owner } from './mention.js';
import type { Unit, UnitOf, Units } from './unit.js';

export interface Behind {
  readonly owner: Owner;
  /** End of what belongs to the mention: `the president of Peru`. */
  readonly to: number;
  /** End of the words that tell it. */
  readonly through: number;
}

const OF: ReadonlySet<string> = new Set(['of', 'for', 'from', 'at', 'with', 'to']);
const IN: ReadonlySet<string> = new Set(['in', 'throughout', 'across', 'inside', 'within', 'around']);

export interface Sort {
  /** An envoy or embassy: `to Japan` says where to, not whose. */
  readonly sender: boolean;
  readonly plural: boolean;
}

/** `head`: the word that the phrase hangs on. */
export function behind(
  setting: Around,
  units: Units,
  { head, to }: Pick<Unit, 'head' | 'to'>,
  { sender, plural }: Sort,
): Behind | undefined {
  let located: Behind | undefined;
  for (const child of setting.tree.childrenBy(head, 'nmod')) {
    if (child.index < to || child.deprel === 'nmod:poss') continue;
    const preposition = prepositionOf(setting, child);
    if (preposition === undefined) continue;
    // "withdrew *its* envoy from Chad": that is where from, not whose he is.
    if (sender && preposition === 'from' && setting.tree.childrenBy(head, 'nmod:poss').length > 0) continue;
    if (OF.has(preposition) && !(sender && (preposition === 'to' || preposition === 'at'))) {
      if (preposition === 'to' || preposition === 'with') continue;
      const found = ofWhom(setting, units, child, plural && preposition === 'of', to);
      if (found !== undefined) return found;
    } else if (IN.has(preposition)) located ??= where(setting, units, child, to);
  }
  return located ?? attached(setting, units, head, to);
}

/** `loyal to the general`, `based in Lima`, `fleeing the war in Peru`. */
function attached(setting: Around, units: Units, head: number, end: number): Behind | undefined {
  const { tree, scan, tables } = setting;
  for (const word of tree.childrenBy(head, 'amod', 'acl')) {
    const prepositions =
      word.index < end ? undefined : tables.lexicon.attached.get(lowerAt(scan, word.index));
    if (prepositions === undefined) continue;
    for (const child of tree.childrenBy(word.index, 'obl', 'obj')) {
      const preposition = prepositionOf(setting, child) ?? '';
      if (!prepositions.has(preposition)) continue;
      const found =
        preposition === 'to' || preposition === 'for'
          ? ofWhom(setting, units, child, false, end)
          : where(setting, units, child, end);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

export function prepositionOf({ tree, scan }: Around, { index }: Token): string | undefined {
  const [first] = tree.childrenBy(index, 'case');
  return first === undefined || first.index > index ? undefined : lowerAt(scan, first.index);
}

function ofWhom(
  setting: Around,
  units: Units,
  child: Token,
  several: boolean,
  end: number,
): Behind | undefined {
  const unit = units[child.index];
  if (unit === undefined) return ofPlace(setting, units, child, end);
  if (unit.sort === 'state') return ofStates(setting, units, child, several, end);
  if (unit.sort === 'group' || unit.sort === 'title') return ofGroup(setting, units, unit, end);
  if (unit.sort === 'body') {
    const { sectors } = unit.body;
    const country = groundOfBody(setting, units, unit)?.country;
    const [sector] = sectors;
    return {
      to: end,
      through: unit.to,
      owner: {
        text: wordsOf(setting, articled(setting, unit.from), unit.to),
        countries: country === undefined ? [] : [country],
        located: false,
        head: unit.head,
        ...(sector !== undefined && { sector }),
      },
    };
  }
  if (unit.sort === 'person' || unit.sort === 'people' || unit.sort === 'folk')
    return {
      to: end,
      through: unit.to,
      owner: { text: wordsOf(setting, unit.from, unit.to), countries: [], located: false, head: unit.head },
    };
  return ofPlace(setting, units, child, end);
}

/** Of its row or name, or of the place that stands behind the name: `the United Bus Company of Lima`. */
export function groundOfBody(
  setting: Around,
  units: Units,
  { head, to, body }: UnitOf<'body'>,
): { readonly country: string; readonly at?: number } | undefined {
  if (body.country !== undefined) return { country: body.country };
  if (body.sectors.some((sector) => BEYOND_STATES.has(sector))) return undefined;
  for (const child of setting.tree.childrenBy(head, 'nmod')) {
    if (child.index < to || !OF_OR_IN.has(prepositionOf(setting, child) ?? '')) continue;
    const country = groundUnder(setting, units, child);
    if (country !== undefined) return { country, at: child.index };
  }
  return undefined;
}

const OF_OR_IN: ReadonlySet<string> = new Set(['of', 'in']);

/** Longer lists are none that a group is of. */
const MAX_STATES = 9;

function ofStates(
  setting: Around,
  units: Units,
  child: Token,
  several: boolean,
  end: number,
): Behind | undefined {
  const all = several ? setting.tree.conjuncts(child.index).slice(0, MAX_STATES) : [child];
  const countries: string[] = [];
  let to = end;
  for (const { index } of all) {
    const unit = units[index];
    if (unit?.sort !== 'state' || unit.codes.length !== 1) break;
    countries.push(...unit.codes);
    to = unit.to;
  }
  const from = articled(setting, units[child.index]?.from ?? child.index);
  return {
    to,
    through: to,
    owner: { text: wordsOf(setting, from, Math.max(to, from + 1)), countries, located: false },
  };
}

/** `of the Peruvian army`: the group's sector, and its country. */
function ofGroup(setting: Around, units: Units, unit: Unit, end: number): Behind {
  const from = setting.tree.subtree(unit.head).from;
  const start = Math.max(from, end + 1, unit.from - 6);
  const countries: string[] = [];
  for (let at = start; at < unit.from; at++) {
    const other = units[at];
    if (other?.sort === 'demonym' || other?.sort === 'state') {
      if (other.codes.length === 1 && countries.length === 0) countries.push(...other.codes);
    }
  }
  const sector =
    unit.sort === 'group' ? unit.row.sector : unit.sort === 'title' ? unit.entry.row.sector : undefined;
  return {
    to: end,
    through: unit.to,
    owner: {
      text: wordsOf(setting, Math.min(start, unit.from), unit.to),
      countries,
      located: false,
      head: unit.head,
      ...(sector !== undefined && { sector }),
    },
  };
}

/** `of Kaduna`: a town or province. Its country is that of the place, where it has one. */
function ofPlace(setting: Around, units: Units, child: Token, end: number): Behind | undefined {
  const unit = units[child.index];
  const first = Math.max(setting.tree.subtree(child.index).from, child.index - 4);
  const placed = setting.placeAt.slice(first, child.index + 1).find((place) => place?.country !== undefined);
  if (child.upos !== 'PROPN' && unit?.sort !== 'place' && unit?.sort !== 'capital' && placed === undefined)
    return undefined;
  const country = placed?.country ?? groundUnder(setting, units, child);
  const from = articled(setting, unit?.from ?? child.index);
  const to = unit?.to ?? child.index + 1;
  return {
    to: end,
    through: to,
    owner: {
      text: wordsOf(setting, from, to),
      countries: country === undefined ? [] : [country],
      located: false,
    },
  };
}

/** `in Chad`, `in Lagos`: where they are. */
function where(setting: Around, units: Units, child: Token, end: number): Behind | undefined {
  const unit = units[child.index];
  const country = groundUnder(setting, units, child);
  if (country === undefined) return undefined;
  const text = wordsOf(setting, unit?.from ?? child.index, unit?.to ?? child.index + 1);
  return { to: end, through: end, owner: { text, countries: [country], located: true } };
}

/** With the article before it, as written. */
const articled = ({ scan }: Around, from: number): number =>
  lowerAt(scan, from - 1) === 'the' ? from - 1 : from;
