/** The Actor of the contract, from all that the report says of one. */
import type { LogEntry } from '../log.js';
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

export function actorOf(member: Member, text: string, spanOf: SpanOf): Built {
  const spans = member.mentions
    .map(({ from, to }) => spanOf(from, to))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const roles = [...member.roles].sort((a, b) => a.from - b.from);
  const countries = [...new Set(roles.flatMap(({ country }) => country ?? []))];
  const country = member.country ?? (countries.length === 1 ? countries[0] : undefined);
  const { name, aliases } = namesOf(member, text, spanOf);
  const actor: Actor = {
    id: '',
    kind: member.kind,
    name,
    ...(country !== undefined && { country }),
    sectors: [...new Set([...member.sectors, ...roles.map(sectorOf)])],
    roles: roles.map((role) => roleOf(role, spanOf)),
    mentions: spans,
    aliases,
  };
  return { actor, log: countries.length > 1 ? [twoCountries(name, countries, spans)] : [] };
}

/** Who held an office and holds it no more is one of PLOVER's elites. */
function sectorOf({ former, row, sector }: RoleRead): string {
  if (former) return 'ELI';
  return row['of-sector'] === true ? (sector ?? row.sector) : row.sector;
}

const roleOf = ({ title, of, from, to }: RoleRead, spanOf: SpanOf): Role => ({
  title,
  ...(of !== undefined && { of }),
  span: spanOf(from, to),
});

/** A person's longest name; of others the name in the table or the one first used. The rest are aliases. */
function namesOf(member: Member, text: string, spanOf: SpanOf): { name: string; aliases: string[] } {
  const written = [...member.mentions]
    .sort((a, b) => a.from - b.from)
    .map((mention) => ({ mention, text: writtenName(mention, text, spanOf) }));
  const named = written.filter(({ mention }) => mention.is === 'person').map((each) => each.text);
  const all = written.map((each) => each.text);
  const longest = named.reduce((best, each) => (each.length > best.length ? each : best), '');
  const name = member.name ?? (longest === '' ? (all[0] ?? '') : longest);
  const used = [...new Set(named.length > 0 ? named : all)];
  return { name, aliases: used.filter((each) => each !== name) };
}

function writtenName({ from, to }: Mention, text: string, spanOf: SpanOf): string {
  const { start, end } = spanOf(from, to);
  return text
    .slice(start, end)
    .replaceAll(/\s+/g, ' ')
    .replace(/^(?:the|a|an) /i, '');
}

const twoCountries = (name: string, countries: readonly string[], [span]: readonly Span[]): LogEntry => ({
  code: 'actor/two-countries',
  stage: 'actor',
  message: `The roles of ${name} are of ${countries.join(' and ')}.`,
  ...(span !== undefined && { span }),
});
