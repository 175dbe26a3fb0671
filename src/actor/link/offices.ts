/** Offices without a name: their holder's, when the report has exactly one; else somebody of their own. */
import type { Note } from '../../log.js';
import type { Mention, Of, RoleRead, Tables } from '../find/index.js';
import { type Cast, countryOf, type Member } from './cast.js';
import { type Discourse, distinct } from './discourse.js';
import type { SpanOf } from './gather.js';

const COUNTERPART = 'title/counterpart';

/** `his Japanese counterpart Fumio Kishida`, said of a foreign minister, makes Kishida one. */
export function takeCounterparts(
  cast: Cast,
  mentions: readonly Mention[],
  settled: ReadonlyMap<Mention, Member>,
): void {
  let leader: Member | undefined;
  let sentence = -1;
  for (const mention of mentions) {
    if (mention.sentence !== sentence) leader = undefined;
    sentence = mention.sentence;
    const member = settled.get(mention);
    if (mention.is !== 'person' || member === undefined) continue;
    const counterpart = mention.roles.find(({ row }) => row.id === COUNTERPART);
    const office = counterpart && leader ? officeOf(leader) : undefined;
    if (counterpart !== undefined && office !== undefined) {
      cast.hold(member, { ...counterpart, row: office.row });
      cast.drop(member, counterpart);
    }
    leader ??= member;
  }
}

const officeOf = (member: Member): RoleRead | undefined =>
  [...member.held.values()].find(
    ({ row }) => row.class !== 'rank' && row.class !== 'common' && row.id !== COUNTERPART,
  );

export interface Linking {
  readonly cast: Cast;
  readonly discourse: Discourse;
  readonly notes: Note[];
  readonly spanOf: SpanOf;
  readonly tables: Tables;
}

/** `owner`: whose office it is, where that is somebody in the report. */
export function takeOffice(linking: Linking, mention: Of<'office'>, owner: Member | undefined): Member {
  const { cast, notes, spanOf } = linking;
  const role = asHeld(mention.role, owner);
  // `Peruvian president arrives`: a headline leaves the article out.
  const bare = mention.given === 'bare' && countryOf(role) !== undefined && isUnique(role);
  const definite = mention.given === 'definite' || bare;
  const holders = cast.holdersOf(role.row.id);
  const sole =
    definite && isUnique(role) ? onlyHolder(holders, role) : lately(linking, mention, role, definite);
  const holder = sole ?? (definite ? headOf(cast, role) : undefined);
  const meant = holder === undefined && definite ? mistitled(linking, role) : undefined;
  if (meant !== undefined && ![...meant.member.held.values()].some(({ row }) => row.id === role.row.id))
    notes.push(noSuchOffice(meant.printed, role, spanOf));
  const member =
    holder ??
    meant?.member ??
    ownMember(cast, { ...mention, given: definite ? 'definite' : mention.given }, role, owner);
  cast.hold(member, role);
  return member;
}

/** `his counterpart`, said of a minister, is a minister; what is somebody's is of their state. */
function asHeld(role: RoleRead, owner: Member | undefined): RoleRead {
  if (owner === undefined) return role;
  const office = role.row.id === COUNTERPART ? officeOf(owner) : undefined;
  return office === undefined ? role : { ...role, row: office.row };
}

/** `the spokesman`, `the boy`: the one who was called so lately, else the only one in the report who is. */
function lately(
  { discourse, cast }: Linking,
  { lemma, role: { owner } }: Of<'office'>,
  { row }: RoleRead,
  definite: boolean,
): Member | undefined {
  if (!definite || owner?.head !== undefined || (owner !== undefined && owner.text !== '')) return undefined;
  const isOne = ({ held: offices }: Member): boolean =>
    [...offices.values()].some(
      (held) => held.row.id === row.id && (row.class !== 'common' || lastWord(held.title) === lemma),
    );
  for (const back of [0, 1, 2]) {
    const fit = distinct(discourse.sentence(back)).filter(
      (member) => member.kind === 'person' && isOne(member),
    );
    if (fit.length > 0) return fit.length === 1 ? fit[0] : undefined;
  }
  const all = cast.holdersOf(row.id).filter(isOne);
  if (all.length > 0) return all.length === 1 ? all[0] : undefined;
  return row.again === true ? onlyPerson(discourse, row.gender) : undefined;
}

/** `the man`: the one person of whom the report has just spoken. */
function onlyPerson(discourse: Discourse, gender: RoleRead['row']['gender']): Member | undefined {
  const lately = [0, 1].flatMap((back) => distinct(discourse.sentence(back)));
  const persons = [...new Set(lately)].filter(({ kind }) => kind === 'person');
  const [only] = persons;
  if (persons.length !== 1 || only === undefined) return undefined;
  return gender === undefined || only.gender === undefined || only.gender === gender ? only : undefined;
}

const lastWord = (title: string): string => title.toLowerCase().split(' ').at(-1) ?? '';

/** There is one president; officials and men are many. */
const isUnique = ({ row }: RoleRead): boolean => row.class !== 'rank' && row.class !== 'common';

/** Who holds, as printed, an office that the state doesn't have, where the report names the one it has. */
function mistitled(
  { cast, tables }: Linking,
  role: RoleRead,
): { readonly member: Member; readonly printed: RoleRead } | undefined {
  const country = countryOf(role);
  const rule = tables.lexicon.offices.find(
    ({ but, countries }) => but === role.row.id && countries.includes(country ?? ''),
  );
  if (rule === undefined) return undefined;
  const found = cast.holdersOf(rule.not).flatMap((member) => {
    const printed = [...member.held.values()].find(
      (held) => held.row.id === rule.not && countryOf(held) === country,
    );
    return printed === undefined ? [] : [{ member, printed }];
  });
  return found.length === 1 ? found[0] : undefined;
}

const noSuchOffice = (printed: RoleRead, meant: RoleRead, spanOf: SpanOf): Note => ({
  kind: 'actor/no-such-office',
  message: `The report prints '${printed.title}' and '${meant.title}' of one state, which has no ${printed.title.toLowerCase()}.`,
  spans: [spanOf(printed.from, printed.to), spanOf(meant.from, meant.to)],
});

function onlyHolder(holders: readonly Member[], role: RoleRead): Member | undefined {
  const named = holders.filter((holder) => holder.names.size > 0);
  const country = countryOf(role);
  const current = (holder: Member) =>
    [...holder.held.values()].filter(({ row, former }) => row.id === role.row.id && former === role.former);
  const sameCountry = named.filter((holder) => current(holder).some((held) => countryOf(held) === country));
  if (country !== undefined || sameCountry.length > 0)
    return sameCountry.length === 1 ? sameCountry[0] : undefined;
  // Of a state that nobody's office here is of, or of something else: a person who isn't named.
  if (role.owner !== undefined && (role.owner.text !== '' || role.owner.head !== undefined)) return undefined;
  const holding = named.filter((holder) => current(holder).length > 0);
  return holding.length === 1 ? holding[0] : undefined;
}

/** `the Russian leader`: whoever the report names as the head of that state or its government. */
function headOf(cast: Cast, role: RoleRead): Member | undefined {
  const country = countryOf(role);
  if (role.row.class !== 'head' || role.row['of-sector'] !== true || country === undefined || role.former)
    return undefined;
  const heads = cast
    .heads()
    .filter(
      ({ names, held: offices }) =>
        names.size > 0 &&
        [...offices.values()].some(
          (held) => held.row.class === 'head' && countryOf(held) === country && !held.former,
        ),
    );
  return heads.length === 1 ? heads[0] : undefined;
}

/** The same office of the same state is the same somebody; `an official` is another one each time. */
function ownMember(cast: Cast, mention: Of<'office'>, role: RoleRead, owner: Member | undefined): Member {
  const { row, former } = role;
  const make = () => ({
    kind: 'person' as const,
    sectors: [],
    ...(owner !== undefined && { owner }),
    ...(row.gender !== undefined && { gender: row.gender }),
  });
  const of = owner === undefined ? (countryOf(role) ?? role.owner?.text ?? '') : `of ${owner.nth}`;
  // Whose it is isn't known: `his wife` is another one each time.
  const lost = role.owner?.head !== undefined && owner === undefined && countryOf(role) === undefined;
  if (mention.given !== 'definite' || lost) return cast.add(make());
  const key = `office ${row.id} ${mention.lemma} ${of} ${former}`;
  return cast.keyed(key, make);
}
