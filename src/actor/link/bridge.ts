/**
 * Whose those are of whom the report says nothing: the police and courts deal with the people of their own state, and
 * `the army`, where one state alone has been named so far, is that state's. Runs when all else is settled.
 */
import type { Token } from '../../language/doc.js';
import { hasRelation } from '../../language/tree.js';
import { type Around, actsAtHome, type Mention } from '../find/index.js';
import { standingOf } from '../standing.js';
import type { Member } from './cast.js';

export interface Settled {
  readonly around: Around;
  /** By their first words. */
  readonly mentions: readonly Mention[];
  readonly memberOf: (mention: Mention) => Member | undefined;
  /** Whose mention hangs on a word. */
  readonly settled: (head: number) => Member | undefined;
}

export function takeBridges(setting: Settled): void {
  takeOwners(setting);
  takeInstitutions(setting);
  for (const mention of setting.mentions) {
    const member = isUnplaced(mention) ? setting.memberOf(mention) : undefined;
    if (member === undefined || member.names.size > 0 || member.countries !== undefined) continue;
    const { country, sectors } = standingOf(member);
    if (country !== undefined || !sectors.every(actsAtHome)) continue;
    const authority = authorityOver(setting, mention.head);
    if (authority !== undefined && authority !== member) member.country = standingOf(authority).country;
  }
}

/** `The party's leader Jan Lis` is of the party's state. */
function takeOwners({ mentions, memberOf, settled }: Settled): void {
  for (const mention of mentions) {
    const member = mention.is === 'person' && mention.roles.length > 0 ? memberOf(mention) : undefined;
    if (mention.is !== 'person' || member === undefined || member.owner !== undefined) continue;
    const role = mention.roles.find(({ owner, former }) => owner?.head !== undefined && !former);
    const owner = role?.owner?.countries.length === 0 ? settled(role.owner.head ?? -1) : undefined;
    if (owner !== undefined && owner !== member && isNobodys(member)) member.owner = owner;
  }
}

/** Of no country as far as the words say; `students at the university` are of it, and it may be anywhere. */
function isUnplaced(mention: Mention): boolean {
  if (mention.is === 'group') return mention.owner === undefined || mention.owner.countries.length === 0;
  return mention.is === 'office' && mention.role.row.class === 'common' && mention.role.owner === undefined;
}

const isNobodys = (member: Member): boolean =>
  member.owner === undefined && member.countries === undefined && standingOf(member).country === undefined;

/** No sentence nests deeper. */
const STEPS = 6;

/** Who of police or courts does what they are part of: `police dispersed demonstrators`, `… the march held by students`. */
function authorityOver({ around, settled }: Settled, head: number): Member | undefined {
  const { tree, scan } = around;
  let at: Token | undefined = scan.tokens[head];
  for (let step = 0; step < STEPS && at !== undefined; step++) {
    if (hasRelation(at, 'nsubj') && at.deprel !== 'nsubj:pass') return undefined;
    const above: Token | undefined = scan.tokens[at.head];
    if (above === undefined) return undefined;
    const from = at.index;
    const does = [...tree.childrenBy(above.index, 'nsubj'), ...tree.childrenBy(above.index, 'obl:agent')];
    const others = does.filter(({ index, deprel }) => index !== from && deprel !== 'nsubj:pass');
    for (const { index } of others) {
      const member = settled(index);
      if (member !== undefined && isAuthority(member, scan.tokens[index])) return member;
    }
    if (others.length > 0 || hasRelation(above, 'ccomp')) return undefined;
    at = above;
  }
  return undefined;
}

const isAuthority = (member: Member, token: Token | undefined): boolean =>
  (member.sectors.some((sector) => sector === 'COP' || sector === 'JUD') || token?.lemma === 'authority') &&
  standingOf(member).country !== undefined;

/** PLOVER's sectors of which a state has one each: `the government`, `the police`, `the ruling party`. */
const INSTITUTIONS: ReadonlySet<string> = new Set(['GOV', 'JUD', 'COP', 'MIL', 'LEG', 'OPP', 'SPY']);

/** In the order of the text: the states named so far. */
function takeInstitutions({ mentions, memberOf }: Settled): void {
  const named = new Set<string>();
  for (const mention of mentions) {
    const member = memberOf(mention);
    if (member === undefined) continue;
    const country = standingOf(member).country;
    for (const each of country === undefined ? (member.countries ?? []) : [country]) named.add(each);
    const [only, second] = named;
    if (country !== undefined || only === undefined || second !== undefined) continue;
    if (isInstitution(mention) && isNobodys(member) && member.names.size === 0) member.country = only;
  }
}

/** With the article and no more before it: `the army`, `the president`. */
function isInstitution(mention: Mention): boolean {
  if ((mention.is !== 'group' && mention.is !== 'office') || mention.given !== 'definite') return false;
  if (mention.to - mention.from > MOST_WORDS) return false;
  if (mention.is === 'group') return mention.owner === undefined && INSTITUTIONS.has(mention.row.sector);
  const { row, owner } = mention.role;
  return owner === undefined && row.class === 'head' && row['of-sector'] !== true;
}

/** `the`, and a noun of two words. */
const MOST_WORDS = 3;
