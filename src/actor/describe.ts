/**
 * Noun groups that name somebody by office or kind: `the former Japanese foreign minister`, `Japan's FM`,
 * `two Soviet soldiers`, `the spokesman of the European Commission`.
 */
import type { Sentence } from '../language/doc.js';
import { isCapital, isHyphen, lowerAt, type Scan, touches } from '../place/index.js';
import type { Body, GroupRow, Lexicon, TitleEntry } from './lexicon.js';
import type { RoleRead } from './mention.js';
import { type HeadSort, type Owned, type Owner, ofAt, ownerAt, type Tables } from './owner.js';

interface Head {
  readonly from: number;
  readonly to: number;
  readonly title?: TitleEntry;
  readonly group?: GroupRow;
}

export interface Description {
  /** Half-open range of words, determiner included. */
  readonly from: number;
  readonly to: number;
  readonly definite: boolean;
  /** `his`, `their`: somebody's who isn't read here. */
  readonly pronoun: boolean;
  readonly owned: boolean;
  readonly country?: string;
  /** Of several states. */
  readonly countries?: readonly string[];
  readonly role?: RoleRead;
  /** More than one holder: `the foreign ministers`. */
  readonly plural: boolean;
  readonly group?: GroupRow;
  readonly sector?: string;
  /** Whose group it is: `Boko Haram fighters`. */
  readonly body?: Body;
}

/** Whose it is a pronoun tells; only `its` is read, by the caller. */
const POSSESSIVE: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its', 'our', 'my', 'your']);
const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'these', 'those']);
const DETERMINERS: ReadonlySet<string> = new Set([
  ...DEFINITE,
  ...POSSESSIVE,
  'a',
  'an',
  'some',
  'no',
  'any',
  'both',
  'another',
  'each',
  'every',
]);
const MAX_ATTRIBUTES = 7;
/**
 * The description that begins at the word. `owner` is who stands right before it with `'s`, when another
 * reader of names found it.
 */
export function describeAt(
  scan: Scan,
  tables: Tables,
  sentence: Sentence,
  at: number,
  owner?: Owner,
): Description | undefined {
  const determiner = lowerAt(scan, at);
  const determined = DETERMINERS.has(determiner);
  let next = determined ? at + 1 : at;
  let of = owner;
  let sector: string | undefined;
  let former = false;
  const roleFrom = next;
  for (let taken = 0; taken <= MAX_ATTRIBUTES && next < sentence.to; taken++) {
    const head = headAt(scan, tables.lexicon, sentence, next);
    if (head !== undefined) {
      return described({ scan, tables, sentence, at, head, of, sector, former, roleFrom, determiner });
    }
    const attribute = attributeAt(scan, tables, sentence, next);
    if (attribute === undefined) return undefined;
    if (attribute.owner !== undefined) {
      if (of !== undefined) return undefined;
      const several = severalAt(scan, tables, sentence, next);
      of = several?.owner ?? attribute.owner;
      next = several?.to ?? attribute.to;
      continue;
    }
    sector = attribute.sector ?? sector;
    former = former || attribute.former === true;
    next = attribute.to;
  }
  return undefined;
}

/** `Estonian, Latvian and Polish` officials. */
function severalAt(scan: Scan, { states }: Tables, sentence: Sentence, from: number): Owned | undefined {
  const countries: string[] = [];
  let at = from;
  for (let closed = false; at < sentence.to && countries.length < MAX_ATTRIBUTES; ) {
    const demonym = states.demonyms.longestAt(scan.plain, at, sentence.to);
    const [country, second] = demonym?.value ?? [];
    if (demonym === undefined || country === undefined || second !== undefined) return undefined;
    countries.push(country);
    at = demonym.to;
    if (closed) break;
    const link = lowerAt(scan, at);
    closed = link === 'and';
    if (!closed && link !== ',') return undefined;
    at++;
  }
  const text = scan.doc.text.slice(scan.tokens[from]?.start, scan.tokens[at - 1]?.end);
  // Lists that nothing closes are none.
  return countries.length < 2 || lowerAt(scan, at - 1) === 'and' || lowerAt(scan, at - 1) === ','
    ? undefined
    : { to: at, owner: { text, countries } };
}

/** A title or group noun at the word, when no more of the description follows it. */
function headAt(scan: Scan, lexicon: Lexicon, sentence: Sentence, at: number): Head | undefined {
  const title =
    lexicon.shortTitles.longestAt(scan.plain, at, sentence.to) ??
    lexicon.titles.longestAt(scan.lower, at, sentence.to);
  const group = lexicon.groups.longestAt(scan.lower, at, sentence.to);
  const to = Math.max(title?.to ?? 0, group?.to ?? 0);
  if (to === 0 || isHyphen(scan, to)) return undefined;
  // `police officers`, `rebel leader`: what stands here only modifies the next head.
  if (continues(scan, lexicon, sentence, at, to) || (to === at + 1 && modifiesNoun(scan, sentence, to))) {
    return undefined;
  }
  const asTitle = title !== undefined && title.to === to && !(title.value.plural && group?.to === to);
  return asTitle
    ? { from: at, to, title: title.value }
    : { from: at, to, ...(group !== undefined && { group: group.value }) };
}

/** `police station`, `the general manager`; heads in the plural or of two words rarely modify. */
function modifiesNoun(scan: Scan, sentence: Sentence, to: number): boolean {
  if (to >= sentence.to || lowerAt(scan, to - 1).endsWith('s') || isCapital(scan, to)) return false;
  return scan.tokens[to]?.upos === 'NOUN' && touches(scan, to - 1, to);
}

function continues(scan: Scan, lexicon: Lexicon, sentence: Sentence, at: number, to: number): boolean {
  const modifier = lexicon.sectorWords.longestAt(scan.lower, at, sentence.to);
  if (modifier?.to !== to || to >= sentence.to) return false;
  return (
    lexicon.titles.longestAt(scan.lower, to, sentence.to) !== undefined ||
    lexicon.groups.longestAt(scan.lower, to, sentence.to) !== undefined
  );
}

interface Attribute {
  readonly to: number;
  readonly owner?: Owner;
  readonly sector?: string;
  readonly former?: boolean;
}

function attributeAt(scan: Scan, tables: Tables, sentence: Sentence, at: number): Attribute | undefined {
  const { lexicon } = tables;
  const token = scan.tokens[at];
  if (token === undefined) return undefined;
  const owner = ownerAt(scan, tables, sentence, at);
  if (owner !== undefined) return owner;
  const compound = hyphenEnd(scan, sentence, at);
  if (compound !== undefined && !lexicon.standing.has(lowerAt(scan, at))) {
    return lexicon.former.has(lowerAt(scan, at)) ? { to: at + 2, former: true } : { to: compound };
  }
  const word = lowerAt(scan, at);
  if (lexicon.former.has(word)) return { to: at + 1, former: true };
  const sector = lexicon.sectorWords.longestAt(scan.lower, at, sentence.to);
  if (sector !== undefined) return { to: sector.to, sector: sector.value };
  if (lexicon.standing.has(word) || lexicon.ethnic.has(word)) return { to: at + 1 };
  const plain = token.upos === 'ADJ' || token.upos === 'NUM' || (token.upos === 'ADV' && word.endsWith('ly'));
  return plain && (!isCapital(scan, at) || word.includes('-')) ? { to: at + 1 } : undefined;
}

/** `U.S.-backed`, `rebel-held`: one modifier, which says nothing on whose it is. */
function hyphenEnd(scan: Scan, sentence: Sentence, at: number): number | undefined {
  let to = at + 1;
  while (to + 1 < sentence.to && isHyphen(scan, to) && to - at < 6) to += 2;
  return to === at + 1 ? undefined : to;
}

interface Parts {
  readonly scan: Scan;
  readonly tables: Tables;
  readonly sentence: Sentence;
  readonly at: number;
  readonly head: Head;
  readonly of: Owner | undefined;
  readonly sector: string | undefined;
  readonly former: boolean;
  readonly roleFrom: number;
  readonly determiner: string;
}

const isSeveral = ({ title }: Head, last: string): boolean => title?.plural ?? last.endsWith('s');

const sortOf = (head: Head, last: string): HeadSort => ({
  sender: head.title?.row.sender === true,
  plural: isSeveral(head, last),
  seated: head.group?.needs === 'state',
});

function described(parts: Parts): Description | undefined {
  const { scan, tables, sentence, at, head, determiner } = parts;
  const behind = ofAt(scan, tables, sentence, head.to, sortOf(head, lowerAt(scan, head.to - 1)));
  const of = parts.of ?? behind?.owner;
  // One holder is of one state: `the Polish and | Czech President`.
  if (of?.countries !== undefined && !isSeveral(head, lowerAt(scan, head.to - 1))) return undefined;
  const to = behind?.to ?? head.to;
  const sector = parts.sector ?? of?.sector;
  const country = of?.country;
  const common = {
    from: at,
    to,
    definite:
      DEFINITE.has(determiner) ||
      (parts.of !== undefined && (determiner === 'its' || !DETERMINERS.has(determiner))),
    pronoun: POSSESSIVE.has(determiner),
    owned: of !== undefined,
    plural: head.title?.plural ?? true,
    ...(country !== undefined && { country }),
    ...(of?.countries !== undefined && { countries: of.countries }),
    ...(sector !== undefined && { sector }),
  };
  if (head.title === undefined) {
    const body = of?.body;
    return {
      ...common,
      ...(head.group !== undefined && { group: head.group }),
      ...(body !== undefined && { body }),
    };
  }
  const role: RoleRead = {
    row: head.title.row,
    title: scan.doc.text.slice(scan.tokens[head.from]?.start, scan.tokens[head.to - 1]?.end),
    ...(of !== undefined && { of: of.text }),
    ...(country !== undefined && { country }),
    ...(sector !== undefined && { sector }),
    former: parts.former,
    from: parts.roleFrom,
    to,
  };
  return { ...common, role };
}
