/**
 * The words of a report that the tables or the model know, as units that never overlap: `foreign minister` is a
 * title, `Japanese` a demonym, `Kishida` a person. What stands in a longer name is no unit: `Japan Airlines`.
 */
import type { Name, Sentence } from '../../language/doc.js';
import { hasRelation } from '../../language/tree.js';
import { isCapital, isHyphen, lowerAt, type PhraseTable } from '../../place/index.js';
import type { Body, GroupRow, TitleEntry } from '../lexicon.js';
import type { Around } from './around.js';
import { bodyOfName } from './body.js';

interface Words {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

export type Unit = Words &
  (
    | { readonly sort: 'title'; readonly entry: TitleEntry }
    | { readonly sort: 'group'; readonly row: GroupRow }
    | { readonly sort: 'body'; readonly body: Omit<Body, 'name'> & { readonly name?: string } }
    | { readonly sort: 'state'; readonly codes: readonly string[] }
    | { readonly sort: 'demonym'; readonly codes: readonly string[] }
    | { readonly sort: 'people'; readonly codes: readonly string[] }
    | { readonly sort: 'capital'; readonly country: string }
    | { readonly sort: 'person'; readonly sure: boolean }
    | { readonly sort: 'folk' }
    | { readonly sort: 'place' }
    | { readonly sort: 'other' }
  );

export type UnitOf<Sort extends Unit['sort']> = Extract<Unit, { sort: Sort }>;

/** By word: the unit that covers it. */
export type Units = ReadonlyArray<Unit | undefined>;

export function unitsOf(setting: Around): Units {
  const { doc } = setting.scan;
  const units = new Array<Unit | undefined>(doc.tokens.length).fill(undefined);
  const names = new Array<Name | undefined>(doc.tokens.length).fill(undefined);
  for (const name of doc.names) names[name.from] = name;
  for (const sentence of doc.sentences) {
    for (let at = sentence.from; at < sentence.to; ) {
      const unit = setting.scan.timed[at] ? undefined : unitAt(setting, sentence, at, names, units[at - 1]);
      if (unit === undefined) at++;
      else {
        units.fill(unit, unit.from, unit.to);
        at = unit.to;
      }
    }
  }
  takeSurnames(setting, units);
  takeShortOthers(setting, units);
  return units;
}

type Found<V> = NonNullable<ReturnType<PhraseTable<V>['longestAt']>>;

/** A unit but for its words. */
type Sorted = Unit extends infer U ? (U extends Unit ? Omit<U, keyof Words> : never) : never;

/** `the Harbour Rights Act (HRA)`: what is short for a law is no body either. */
function takeShortOthers({ scan }: Around, units: Array<Unit | undefined>): void {
  const form = (at: number): string => scan.tokens[at]?.form ?? '';
  const shorts = new Set<string>();
  for (const unit of units) {
    const short =
      unit?.sort === 'other'
        ? units.slice(unit.to, unit.to + 3).find((each) => each?.sort === 'body')
        : undefined;
    if (short && form(short.from - 1) === '(' && form(short.to) === ')') shorts.add(form(short.from));
  }
  if (shorts.size === 0) return;
  for (const [at, unit] of units.entries())
    if (unit?.sort === 'body' && unit.to === at + 1 && unit.from === at && shorts.has(form(at)))
      units[at] = { from: at, to: at + 1, head: at, sort: 'other' };
}

/**
 * `Anna Paris` makes `Paris` a person, unless the report also has it as a place: `in Paris`; and `Ivan Basic` makes `Basic said`
 * one, whatever part of speech the model takes it for.
 */
function takeSurnames(setting: Around, units: Array<Unit | undefined>): void {
  const { scan } = setting;
  const form = (at: number): string => scan.tokens[at]?.form ?? '';
  const surnames = new Set<string>();
  for (const unit of units)
    if (unit?.sort === 'person' && unit.to - unit.from > 1) surnames.add(form(unit.to - 1));
  if (surnames.size === 0) return;
  for (const [at, unit] of units.entries()) {
    if (!surnames.has(form(at))) continue;
    if (unit === undefined && isSurnameAgain(setting, at))
      units[at] = { from: at, to: at + 1, head: at, sort: 'person', sure: true };
    if (unit === undefined || unit.from !== at || unit.to !== at + 1) continue;
    if (!['state', 'capital', 'place', 'body', 'title'].includes(unit.sort) || !isCapital(scan, at)) continue;
    if (scan.tokens[at]?.upos !== 'PROPN' || isHyphen(scan, at + 1)) continue;
    units[at] = { from: at, to: at + 1, head: at, sort: 'person', sure: true };
  }
}

/** Written as a name where a word would be small, or before a verb. */
function isSurnameAgain({ scan }: Around, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined || !isCapital(scan, at) || isHyphen(scan, at + 1)) return false;
  if (scan.titleCase[token.sentence] || hasRelation(token, 'flat')) return false;
  const opens = scan.doc.sentences[token.sentence]?.from === at;
  const next = scan.tokens[at + 1]?.upos;
  return !opens || next === 'VERB' || next === 'AUX';
}

/** What of the tables begins at a word. */
interface Known {
  readonly to: number;
  readonly make: (words: Words) => Unit;
}

function unitAt(
  setting: Around,
  sentence: Sentence,
  at: number,
  names: ReadonlyArray<Name | undefined>,
  before: Unit | undefined,
): Unit | undefined {
  const { tree } = setting;
  const name = names[at];
  const known = knownAt(setting, sentence, at, names);
  const words = (to: number) => ({ from: at, to, head: tree.headOf(at, to)?.index ?? to - 1 });
  if (name !== undefined && name.to > (known?.to ?? 0)) {
    if (known !== undefined && isMadeOfParts(setting, sentence, name, known.to))
      return known.make(words(known.to));
    return unitOfName(setting, name, words(name.to));
  }
  if (known === undefined) return untoldPerson(setting, sentence, at, before);
  // "*accused* Kigali of …" is no "the accused Lis".
  const titled =
    before?.sort === 'title' && before.to === at && setting.scan.tokens[before.head]?.upos !== 'VERB';
  if (name?.type === 'PERSON' && titled) {
    return { ...words(name.to), sort: 'person', sure: true };
  }
  const unit = known.make(words(known.to));
  const whole = unit.sort === 'title' || unit.sort === 'group' || names[known.to] !== undefined;
  return !whole && isPiece(setting, sentence, at, known.to) ? undefined : unit;
}

function knownAt(
  { scan, tables: { lexicon, states, capitals } }: Around,
  sentence: Sentence,
  at: number,
  names: ReadonlyArray<Name | undefined>,
): Known | undefined {
  const end = sentence.to;
  const known: Known[] = [];
  const add = <V>(found: Found<V> | undefined, unit: (value: V) => Sorted) => {
    if (found) known.push({ to: found.to, make: (words) => ({ ...words, ...unit(found.value) }) });
  };
  add(lexicon.bodies.longestAt(scan.plain, at, end), (body) => ({ sort: 'body', body }));
  if (isCapital(scan, at)) {
    add(states.people.longestAt(scan.plain, at, end), (codes) => ({ sort: 'people', codes }));
    // `U.S.` is a state and its adjective: as an adjective it stands before a noun, which describing looks at.
    add(states.names.longestAt(scan.plain, at, end), (codes) => ({ sort: 'state', codes }));
    add(states.demonyms.longestAt(scan.plain, at, end), (codes) => ({ sort: 'demonym', codes }));
    add(capitals.longestAt(scan.plain, at, end), (country) => ({ sort: 'capital', country }));
  }
  const group = lexicon.groups.longestAt(scan.lower, at, end);
  const title =
    lexicon.shortTitles.longestAt(scan.plain, at, end) ?? lexicon.titles.longestAt(scan.lower, at, end);
  // `officials` are a group, `Ministers Lis and Soto` two of an office.
  const isGroup = title?.value.plural && group?.to === title.to && names[title.to]?.type !== 'PERSON';
  if (!isGroup) add(title, (entry) => ({ sort: 'title', entry }));
  if (isGroup || group?.to !== title?.to) add(group, (row) => ({ sort: 'group', row }));
  const best = known.reduce<Known | undefined>((a, b) => (b.to > (a?.to ?? at) ? b : a), undefined);
  const word = scan.plain.text.slice(scan.tokens[at]?.start, scan.tokens[at]?.end);
  const token = scan.tokens[at];
  const people = lexicon.ethnic.has(word.toLowerCase()) && token && hasRelation(token, 'amod', 'compound');
  if (best === undefined && people && isCapital(scan, at))
    return { to: at + 1, make: (words) => ({ ...words, sort: 'other' }) };
  if (best === undefined && lexicon.peoples.has(word))
    return { to: at + 1, make: (words) => ({ ...words, sort: 'folk' }) };
  return best;
}

/**
 * A name of a body that only says whose and what: `Polish Defence Ministry`, `Israeli Army`. Described, it is
 * the same as `Poland's defence ministry`. And a title that the model took into a person's name.
 */
function isMadeOfParts({ scan, tables }: Around, sentence: Sentence, name: Name, to: number): boolean {
  const { lexicon, states } = tables;
  const end = Math.min(name.to, sentence.to);
  if (name.type === 'PERSON') return lexicon.titles.longestAt(scan.lower, name.from, end) !== undefined;
  if (name.type !== 'ORG') return false;
  const owner =
    states.demonyms.longestAt(scan.plain, name.from, end) ??
    states.names.longestAt(scan.plain, name.from, end);
  if (owner === undefined || owner.to !== to || isHyphen(scan, to)) return false;
  const next = ["'s", "'", '’s'].includes(lowerAt(scan, to)) ? to + 1 : to;
  const group = lexicon.groups.longestAt(scan.lower, next, end);
  const title = lexicon.titles.longestAt(scan.lower, next, end);
  const body = lexicon.bodies.longestAt(scan.plain, next, end);
  return group?.to === end || title?.to === end || (body?.to === end && body.value.country === undefined);
}

function unitOfName(setting: Around, name: Name, words: Words): Unit | undefined {
  // `Kovac Foundation`, which the model takes for a person.
  const last = setting.scan.tokens[words.to - 1]?.form ?? '';
  const isBody = words.to - words.from > 1 && setting.tables.lexicon.bodyEnds.has(last);
  if (name.type === 'PERSON' && !isBody) return { ...words, sort: 'person', sure: name.probability >= SURE };
  if (name.type === 'ORG' && isNoBody(setting, words)) return { ...words, sort: 'other' };
  if (name.type === 'ORG' || isBody)
    return { ...words, sort: 'body', body: bodyOfName(setting, words.from, words.to) };
  if (name.type === 'NORP') {
    const plural = setting.scan.tokens[words.to - 1]?.feats.includes('Number=Plur') === true;
    return plural ? { ...words, sort: 'folk' } : { ...words, sort: 'other' };
  }
  const isPlace = name.type !== 'EVENT' && name.type !== 'LAW';
  return isPlace ? { ...words, sort: 'place' } : { ...words, sort: 'other' };
}

/** `Sandrel Agreement`, `Sandrel Rights | Act`, `anti-NATO`, which the model takes for a body. */
function isNoBody({ scan, tables: { lexicon } }: Around, { from, to }: Words): boolean {
  const ends = [lowerAt(scan, to - 1), isCapital(scan, to) ? lowerAt(scan, to) : ''];
  if (ends.some((word) => lexicon.notNames.has(word) || lexicon.notBodies.has(word))) return true;
  return /^\p{Ll}+-/u.test(scan.tokens[from]?.form ?? '');
}

/** The model is this sure of a name that nothing else speaks for. */
const SURE = 0.5;

/** Capitalised words right behind a title, which the model didn't take for a name. */
function untoldPerson(
  { scan, tables: { lexicon }, tree }: Around,
  sentence: Sentence,
  at: number,
  before: Unit | undefined,
): Unit | undefined {
  if (before?.sort !== 'title' || before.to !== at || before.entry.plural) return undefined;
  let to = at;
  while (to < sentence.to && to - at < 4 && scan.tokens[to]?.upos === 'PROPN' && isCapital(scan, to)) to++;
  if (to === at || lexicon.bodyEnds.has(scan.tokens[to - 1]?.form ?? '')) return undefined;
  const head = tree.headOf(at, to)?.index ?? at;
  const tied = scan.tokens[head]?.head === before.head || scan.tokens[before.head]?.head === head;
  return tied ? { from: at, to, head, sort: 'person', sure: true } : undefined;
}

/** A piece of a longer capitalised name that neither table nor model has: `Japan Sea Line`, `Mount Peru`. */
function isPiece({ scan }: Around, sentence: Sentence, from: number, to: number): boolean {
  if (scan.titleCase[sentence.index] || !isCapital(scan, from)) return false;
  const isFlat = (at: number): boolean =>
    at < sentence.to && at > sentence.from && isCapital(scan, at) && scan.tokens[at]?.deprel === 'flat';
  if (scan.tokens[from]?.upos !== 'PROPN' || scan.tokens[to - 1]?.upos !== 'PROPN') return false;
  return isFlat(to) || (isFlat(from) && isCapital(scan, from - 1) && scan.tokens[from - 1]?.upos === 'PROPN');
}
