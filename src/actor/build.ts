/** The Actor of the contract, from all that the report says of one. */
import type { LogEntry } from '../log.js';
import type { States } from '../place/index.js';
import type { Span } from '../span.js';
import type { Actor, Role } from './actor.js';
import type { Member } from './cast.js';
import type { Mention, RoleRead } from './mention.js';

export interface Built {
  /** Without its final id. */
  readonly actor: Actor;
  readonly log: readonly LogEntry[];
}

type SpanOf = (from: number, to: number) => Span;

export function actorOf(member: Member, text: string, spanOf: SpanOf, { nameOf }: States): Built {
  const spans = member.mentions
    .map(({ from, to }) => spanOf(from, to))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const roles = [...member.roles].sort((a, b) => a.from - b.from);
  const countries = [...new Set(roles.flatMap(({ country }) => country ?? []))];
  const country = member.country ?? (countries.length === 1 ? countries[0] : undefined);
  const { name, aliases } = namesOf(member, text, spanOf, nameOf);
  const actor: Actor = {
    id: '',
    kind: member.kind,
    name,
    ...(country !== undefined && { country }),
    ...(member.countries !== undefined && { countries: [...member.countries] }),
    sectors: [...new Set([...member.sectors, ...roles.flatMap(sectorOf)])],
    roles: roles.map((role) => roleOf(role, spanOf)),
    mentions: spans,
    aliases,
  };
  return { actor, log: countries.length > 1 ? [twoCountries(name, countries, spans)] : [] };
}

/** Who held an office and holds it no more is one of PLOVER's elites. */
function sectorOf({ former, row, sector, country }: RoleRead): string[] {
  if (former) return ['ELI'];
  if (row['of-sector'] !== true) return [row.sector];
  // A director or spokesman is of the sector of what they direct or speak for; of a state, its government's.
  if (sector !== undefined) return [sector];
  return country === undefined ? [] : [row.sector];
}

const roleOf = ({ title, of, from, to }: RoleRead, spanOf: SpanOf): Role => ({
  title,
  ...(of !== undefined && { of }),
  span: spanOf(from, to),
});

/**
 * A person's longest name, the name of the table for a body or a state that only its adjective names, else the
 * words first used. The others are aliases.
 */
function namesOf(
  member: Member,
  text: string,
  spanOf: SpanOf,
  nameOf: States['nameOf'],
): { name: string; aliases: string[] } {
  const ordered = member.mentions.filter(({ is }) => is !== 'reference').sort((a, b) => a.from - b.from);
  const names = ordered.filter((mention) => isName(mention));
  const used = [
    ...new Set((names.length > 0 ? names : ordered).map((each) => writtenName(each, text, spanOf))),
  ];
  const [first = ''] = used;
  const known =
    member.name ??
    (names.length === 0 && member.kind === 'state' ? nameOf.get(member.country ?? '') : undefined);
  const longest = used.reduce((best, each) => (each.length > best.length ? each : best), '');
  const name = known ?? (member.kind === 'person' && names.length > 0 ? longest : first);
  return { name, aliases: used.filter((each) => each !== name) };
}

const isName = (mention: Mention): boolean =>
  mention.is === 'person' || (mention.is === 'state' && !mention.adjective);

function writtenName({ from, to }: Mention, text: string, spanOf: SpanOf): string {
  const { start, end } = spanOf(from, to);
  return text
    .slice(start, end)
    .replaceAll(/\s+/g, ' ')
    .replace(/^(?:the|a|an|its) /i, '');
}

const twoCountries = (name: string, countries: readonly string[], [span]: readonly Span[]): LogEntry => ({
  code: 'actor/two-countries',
  stage: 'actor',
  message: `The roles of ${name} are of ${countries.join(' and ')}.`,
  ...(span !== undefined && { span }),
});
