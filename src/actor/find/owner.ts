/** Whose an office or a group is: what stands before its noun, and what stands behind it with `of`. */
import { feature, hasRelation } from '../../language/tree.js';
import { isHyphen, isPossessive, lowerAt } from '../../place/index.js';
import { type Around, sentenceOf, wordsOf } from './around.js';
import { groundAt } from './ground.js';
import type { Given, Owner } from './mention.js';
import type { Unit, Units } from './unit.js';

/** What stands before the noun of an office or a group. */
export interface Before {
  readonly from: number;
  readonly given: Given;
  readonly owner?: Owner;
  /** `military` spokesman: the sector that an attribute names. */
  readonly sector?: string;
  readonly former: boolean;
  /** Bodies that stand before it: `Hamas fighters`. */
  readonly body?: Unit;
  /** First word of the attributes, behind article and pronoun. */
  readonly attributes: number;
}

/** Attributes are no more than this. */
const REACH = 14;

/** The words from the start of the noun group to the head. `name`: head of the name behind, which may have the attributes. */
export function before(setting: Around, units: Units, unit: Unit, name?: number): Before {
  const start = startOf(setting, units, unit, name);
  const draft = new Draft(setting, units);
  const { attributes, given } = draft.opening(start, unit.from);
  draft.read(attributes, unit.from);
  return { from: start, attributes, given, ...draft.result };
}

/** Walks left over what depends on the noun. */
function startOf(setting: Around, units: Units, unit: Unit, name: number | undefined): number {
  const { scan } = setting;
  const first = Math.max(sentenceOf(setting, unit.head)?.from ?? 0, unit.from - REACH);
  let from = unit.from;
  while (from > first) {
    const at = from - 1;
    const token = scan.tokens[at];
    const other = units[at];
    if (token === undefined) break;
    if (isPossessive(scan, at)) {
      const owner = units[at - 1];
      if (owner === undefined || !isStateLike(owner)) break;
      from = owner.from;
      continue;
    }
    if (feature(token, 'Poss') === 'Yes') break;
    const short = shortBefore(setting, units, at);
    if (short !== undefined) {
      from = short;
      continue;
    }
    if (!belongs(setting, other?.head ?? at, unit, name)) break;
    if (token.upos === 'DET') {
      from = at;
      if (feature(token, 'PronType') === 'Art') break;
      continue;
    }
    from = other === undefined ? at : other.from;
  }
  return trimmed(setting, units, from, unit.from);
}

/** `Sandrel Rights Council (SRC) officials`: the start of the name before its short form. */
function shortBefore({ scan }: Around, units: Units, at: number): number | undefined {
  const short = units[at - 1];
  if (lowerAt(scan, at) !== ')' || short?.sort !== 'body' || lowerAt(scan, short.from - 1) !== '(')
    return undefined;
  const name = units[short.from - 2];
  return name?.sort === 'body' ? name.from : undefined;
}

/** Without the words that no noun group begins with: `, and`, `as`, `of`, `own`. */
export function trimmed({ scan }: Around, units: Units, from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    units[at] === undefined &&
    (JOINING.has(scan.tokens[at]?.upos ?? 'X') || lowerAt(scan, at) === 'own')
  )
    at++;
  return at;
}

const JOINING: ReadonlySet<string> = new Set(['PUNCT', 'CCONJ', 'SCONJ', 'PART', 'ADP']);

const ATTRIBUTIVE = ['amod', 'compound', 'nummod', 'det', 'nmod:desc', 'nmod:poss', 'advmod', 'punct', 'cc'];

/** It depends on the noun, or on an attribute of it. */
function belongs({ scan }: Around, at: number, { head, from, to }: Unit, name: number | undefined): boolean {
  let token = scan.tokens[at];
  if (token?.upos === 'PUNCT' && !isHyphen(scan, at) && lowerAt(scan, at) !== ',') return false;
  for (let step = 0; step < 5 && token !== undefined; step++) {
    const { head: above } = token;
    const inner = hasRelation(
      token,
      ...ATTRIBUTIVE,
      'conj',
      'flat',
      'obl:unmarked',
      'goeswith',
      'nmod:unmarked',
    );
    if (!inner) return false;
    if (above === head || above === name || (above >= from && above < to)) {
      return hasRelation(token, ...ATTRIBUTIVE, 'flat');
    }
    if (above <= at && above !== at - 1 && token.deprel !== 'conj') return false;
    token = scan.tokens[above];
  }
  return false;
}

const isStateLike = ({ sort }: Unit): boolean => sort === 'state' || sort === 'demonym' || sort === 'capital';

/** What the attributes say, word by word. */
class Draft {
  readonly #setting: Around;
  readonly #units: Units;
  readonly #countries: string[] = [];
  #textFrom = -1;
  #textTo = -1;
  #sector: string | undefined;
  #ownerSector: string | undefined;
  #head: number | undefined;
  #former = false;
  #body: Unit | undefined;
  #vague = false;

  constructor(setting: Around, units: Units) {
    this.#setting = setting;
    this.#units = units;
  }

  /** Article, pronoun or number at the start; a possessor right before, `his`, `Putin's`. */
  opening(start: number, end: number): { readonly attributes: number; readonly given: Given } {
    const { scan } = this.#setting;
    const possessor = this.#possessor(start);
    if (possessor !== undefined) this.#head = possessor;
    let at = start;
    let given: Given = possessor === undefined ? 'bare' : 'definite';
    while (at < end) {
      const token = scan.tokens[at];
      const word = lowerAt(scan, at);
      if (token?.upos !== 'DET') break;
      if (DEFINITE.has(word)) given = 'definite';
      else if (given === 'bare') given = INDEFINITE.has(word) ? 'indefinite' : 'counted';
      at++;
    }
    const counted = scan.tokens[at]?.upos === 'NUM' && at < end;
    if (given === 'bare' && counted) given = 'counted';
    const owner = this.#units[at];
    if (given === 'bare' && owner !== undefined && isStateLike(owner) && isPossessive(scan, owner.to))
      given = 'definite';
    return { attributes: at, given };
  }

  /** The word that is the possessor's own mention. */
  #possessor(start: number): number | undefined {
    const { scan } = this.#setting;
    const token = scan.tokens[start - 1];
    if (token === undefined || token.sentence !== scan.tokens[start]?.sentence) return undefined;
    if (feature(token, 'Poss') === 'Yes') return token.index;
    if (!isPossessive(scan, start - 1)) return undefined;
    return this.#units[start - 2]?.head ?? start - 2;
  }

  read(from: number, to: number): void {
    for (let at = from; at < to; ) {
      const unit = this.#units[at];
      const end = Math.min(unit?.to ?? at + 1, to);
      if (unit !== undefined) this.#take(unit, at);
      else this.#word(at);
      at = end;
    }
  }

  #take(unit: Unit, at: number): void {
    const { scan } = this.#setting;
    const tied =
      isHyphen(scan, unit.to) && this.#setting.tables.lexicon.telling.has(lowerAt(scan, unit.to + 1));
    if ((isHyphen(scan, unit.to) && !tied) || isHyphen(scan, at - 1)) return;
    if (unit.sort === 'state' || unit.sort === 'demonym') this.#state(unit, unit.codes);
    else if (unit.sort === 'capital') this.#state(unit, [unit.country]);
    else if (unit.sort === 'group') this.#sector = unit.row.sector;
    else if (unit.sort === 'title') this.#sector ??= unit.entry.row.sector;
    // What is short for the name before it says no more.
    else if (unit.sort === 'body' && lowerAt(scan, at - 1) !== '(') {
      this.#body = unit;
      this.#ownerSector = unit.body.sectors[0];
      this.#text(unit);
      if (unit.body.country !== undefined && this.#countries.length === 0)
        this.#countries.push(unit.body.country);
    } else if (unit.sort === 'person') this.#head ??= unit.head;
    else if (unit.sort === 'other' || unit.sort === 'folk') this.#ethnic(unit);
    else if (unit.sort === 'place') this.#located(unit);
  }

  #state(unit: Unit, [country, second]: readonly string[]): void {
    this.#text(unit);
    if (country === undefined || second !== undefined) this.#vague = true;
    else if (!this.#countries.includes(country)) this.#countries.push(country);
  }

  /** `Chechen`, `Karen`: a people of one state only. */
  #ethnic(unit: Unit): void {
    const { scan, tables } = this.#setting;
    const country = tables.lexicon.ethnic.get(
      scan.lower.text.slice(scan.tokens[unit.from]?.start, scan.tokens[unit.to - 1]?.end),
    );
    if (country == null || this.#countries.length > 0) return;
    this.#countries.push(country);
    this.#text(unit);
  }

  #located(unit: Unit): void {
    const country = groundAt(this.#setting, this.#units, unit.head);
    if (country === undefined || this.#countries.length > 0) return;
    this.#countries.push(country);
    this.#text(unit);
  }

  #text({ from, to }: Unit): void {
    if (this.#textFrom < 0) this.#textFrom = from;
    this.#textTo = to;
  }

  #word(at: number): void {
    const { scan, tables } = this.#setting;
    const word = lowerAt(scan, at);
    if (tables.lexicon.former.has(word)) this.#former = true;
    if (tables.lexicon.ethnic.has(word)) this.#ethnic({ from: at, to: at + 1, head: at, sort: 'other' });
    const sector = tables.lexicon.sectorWords.get(word);
    if (sector !== undefined && !isHyphen(scan, at + 1)) this.#sector = sector;
  }

  get result(): Omit<Before, 'from' | 'given' | 'attributes'> {
    const owner = this.#owner();
    return {
      former: this.#former,
      ...(owner && { owner }),
      ...(this.#sector !== undefined && { sector: this.#sector }),
      ...(this.#body && { body: this.#body }),
    };
  }

  #owner(): Owner | undefined {
    const named = this.#textFrom >= 0;
    if (!named && this.#head === undefined) return undefined;
    const from = named ? this.#textFrom : (this.#units[this.#head ?? 0]?.from ?? this.#head ?? 0);
    const to = named ? this.#textTo : (this.#units[this.#head ?? 0]?.to ?? (this.#head ?? 0) + 1);
    const pronoun = this.#setting.scan.tokens[this.#head ?? -1]?.upos === 'PRON';
    return {
      text: pronoun && !named ? '' : wordsOf(this.#setting, from, to),
      countries: this.#vague ? [] : this.#countries,
      located: false,
      ...(this.#ownerSector !== undefined && { sector: this.#ownerSector }),
      ...(this.#head !== undefined && { head: this.#head }),
    };
  }
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'these', 'those', 'that', 'both']);
const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an', 'another', 'some', 'any', 'no', 'each', 'every']);
