/** Groups and peoples: who the report tells together by what they are. */
import type { Of } from '../find/index.js';
import type { Cast, Member } from './cast.js';

/**
 * The same sort of the same state is the same group; `two soldiers` are others each time. `owner`: whose they are,
 * where that is somebody in the report.
 */
export function takeGroup(cast: Cast, mention: Of<'group'>, owner: Member | undefined): Member {
  const { row, given, plural, owner: told } = mention;
  const countries = told?.countries ?? [];
  const [country] = countries.length === 1 ? countries : [owner?.country];
  const sector = row['of-sector'] === true ? (told?.sector ?? owner?.sectors[0] ?? row.sector) : row.sector;
  const make = () => ({
    kind: row.kind,
    sectors: [sector],
    plural,
    ...(country !== undefined && { country }),
    ...(countries.length > 1 && { countries }),
    ...(owner !== undefined && { owner }),
  });
  if (given === 'counted') return cast.add(make());
  const of = country ?? (countries.join(' ') || (told?.text ?? ''));
  const key = `group ${row.id} ${plural ? 'all' : 'one'} ${of}`;
  const named = of === '' && given === 'definite' ? cast.known(`group ${row.id} any`) : undefined;
  if (named !== undefined) return named;
  const member = cast.keyed(key, make);
  if (country !== undefined) cast.alias(`group ${row.id} any`, member);
  return member;
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
