/** Groups and peoples: who the report tells together by what they are. */
import type { Of } from '../find/index.js';
import { BEYOND_STATES } from '../rows.js';
import type { Cast, Member } from './cast.js';
import { type Discourse, distinct } from './discourse.js';

/**
 * The same sort of the same state is the same group; `two soldiers` and `a company` are others each time. `owner`:
 * whose they are, where that is somebody in the report.
 */
export function takeGroup(
  cast: Cast,
  discourse: Discourse,
  mention: Of<'group'>,
  owner: Member | undefined,
): Member {
  const { row, given, plural, noun, owner: told } = mention;
  const countries = told?.countries ?? [];
  const [country] = countries.length === 1 ? countries : [owner?.country];
  const sector = row['of-sector'] === true ? (told?.sector ?? owner?.sectors[0] ?? row.sector) : row.sector;
  // `The UN war crimes court` is a court and the UN's.
  const beyond = country === undefined && told?.sector !== undefined && BEYOND_STATES.has(told.sector);
  const make = () => ({
    kind: row.kind,
    sectors: [...new Set([sector, ...(beyond ? [told.sector] : [])])],
    plural,
    ...(country !== undefined && { country }),
    ...(countries.length > 1 && { countries }),
    ...(owner !== undefined && { owner }),
  });
  const sort = `group ${row.id} ${plural ? 'all' : 'one'} ${noun}`;
  if (given === 'counted' || (given === 'indefinite' && !plural)) {
    const member = cast.add(make());
    cast.latest(`${sort} any`, member);
    return member;
  }
  const loose = told?.loose === true;
  const of = loose
    ? ''
    : (country ?? (countries.join(' ') || (owner === undefined ? (told?.text ?? '') : `of ${owner.nth}`)));
  const before =
    of === '' && given === 'definite'
      ? (cast.known(`${sort} any`) ?? (noun !== '' || plural ? bodyOf(discourse, mention) : undefined))
      : undefined;
  const known = before ?? (loose ? cast.known(`${sort} ${of}`) : undefined);
  // The students in one country are no others than `the students`, but not those in another.
  if (known !== undefined && (!loose || known.country === undefined || known.country === country)) {
    if (loose && country !== undefined && known.owner === undefined) known.country ??= country;
    return known;
  }
  const member = cast.keyed(`${sort} ${loose && known !== undefined ? country : of}`, make);
  cast.latest(`${sort} any`, member);
  return member;
}

/** So many sentences back a body is still `the company`. */
const REACH = 2;

/** `the party`, `the company`: the one body of that sort that was named lately. */
function bodyOf(discourse: Discourse, { row, plural }: Of<'group'>): Member | undefined {
  for (let back = 0; back <= REACH; back++) {
    const bodies = distinct(discourse.sentence(back)).filter(({ mentions }) =>
      mentions.some(({ is }) => is === 'body'),
    );
    const fit = bodies.filter((member) => fits(member, row, plural));
    if (fit.length > 0) return fit.length === 1 ? fit[0] : undefined;
    // Of which nothing is known but its name.
    const vague = plural
      ? []
      : bodies.filter(({ kind, sectors }) => kind === 'organization' && sectors.length === 0);
    if (vague.length > 0) return vague.length === 1 && bodies.length === 1 ? vague[0] : undefined;
  }
  return undefined;
}

function fits({ kind, sectors }: Member, row: Of<'group'>['row'], plural: boolean): boolean {
  if (plural) return kind === 'group' && sectors.includes(row.sector);
  return row['of-sector'] === true || row.sector === 'SOC'
    ? kind !== 'government'
    : sectors.includes(row.sector);
}

export function takePeople(cast: Cast, { country, noun, given }: Of<'people'>): Member {
  const make = () => ({
    kind: 'people' as const,
    sectors: [],
    plural: true,
    ...(country !== undefined && { country }),
  });
  if (given === 'counted') return cast.add(make());
  return cast.keyed(`people ${country ?? ''} ${noun}`, make);
}
