/**
 * Where somebody stands once all that the report says of them is gathered: their states and their sectors. The one
 * place where both are decided, and so the place for what else is known of persons, such as a table of office holders.
 */

import type { RoleRead } from './find/index.js';
import { countryOf, type Member } from './link/cast.js';

export interface Standing {
  readonly country?: string;
  readonly sectors: readonly string[];
  /** The states that their roles name, more than one where the report contradicts itself. */
  readonly claimed: readonly string[];
}

/** An owner's owner is asked no further than this. */
const DEPTH = 3;

export function standingOf(member: Member): Standing {
  const claimed = [...new Set([...member.held.values()].flatMap((role) => countryOf(role) ?? []))];
  const country =
    member.country ?? (claimed.length === 1 ? claimed[0] : undefined) ?? ownersOf(member, claimed);
  const sectors = sectorsOf(member);
  return { ...(country !== undefined && { country }), sectors, claimed };
}

/** Of the state of whose they are. */
function ownersOf({ owner, countries }: Member, claimed: readonly string[]): string | undefined {
  if (claimed.length > 0 || countries !== undefined) return undefined;
  let at = owner;
  for (let step = 0; step < DEPTH && at !== undefined; step++) {
    const told = at.country ?? [...at.held.values()].map(countryOf).find((country) => country !== undefined);
    if (told !== undefined) return told;
    at = at.owner;
  }
  return undefined;
}

/** An office counts before a rank, and both before what somebody is besides: a farmer, a man. */
function sectorsOf({ sectors, held, owner }: Member): string[] {
  const roles = [...held.values()];
  const tiers = [['head', 'office'], ['rank'], ['common']].map((classes) =>
    roles.filter(({ row }) => classes.includes(row.class)),
  );
  const told = tiers.find((tier) => tier.length > 0) ?? [];
  return [...new Set([...sectors, ...told.flatMap((role) => sectorOf(role, owner))])];
}

/** Who held an office and holds it no more is one of PLOVER's elites. */
function sectorOf(role: RoleRead, owner: Member | undefined): string[] {
  const { former, row } = role;
  if (former) return ['ELI'];
  // The president of a bank or a court is of theirs.
  if (row['of-sector'] !== true)
    return [row.class === 'head' ? (role.owner?.sector ?? row.sector) : row.sector];
  // A director or spokesman is of the sector of what they direct or speak for; of a state, its government's.
  const sector = role.owner?.sector ?? owner?.sectors[0];
  if (sector !== undefined) return [sector];
  return countryOf(role) === undefined ? [] : [row.sector];
}
