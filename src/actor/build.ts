/** The Actor of the contract, from all that the report says of one. */
import type { LogEntry } from '../log.js';
import type { States } from '../place/index.js';
import type { Span } from '../span.js';
import type { Actor, Role } from './actor.js';
import type { Mention, RoleRead } from './find/index.js';
import type { Member } from './link/cast.js';
import type { SpanOf } from './link/gather.js';
import { standingOf } from './standing.js';

export interface Built {
  /** Without its final id. */
  readonly actor: Actor;
  readonly log: readonly LogEntry[];
}

export function actorOf(member: Member, text: string, spanOf: SpanOf, { nameOf }: States): Built {
  const spans = distinctSpans(member.mentions.map(({ from, to }) => spanOf(from, to)));
  // `the man` is no office.
  const roles = member.roles.filter(({ row }) => row.again !== true).sort((a, b) => a.from - b.from);
  const { country, sectors, claimed } = standingOf(member);
  const { name, aliases } = namesOf(member, text, spanOf, nameOf);
  const actor: Actor = {
    id: '',
    kind: member.kind,
    name,
    ...(country !== undefined && { country }),
    ...(member.countries !== undefined && { countries: [...member.countries] }),
    sectors: [...sectors],
    roles: roles.map((role) => roleOf(role, spanOf)),
    mentions: spans,
    aliases,
  };
  return { actor, log: claimed.length > 1 ? [twoCountries(name, claimed, spans)] : [] };
}

const distinctSpans = (spans: readonly Span[]): Span[] =>
  [...spans]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(
      ({ start, end }, at, all) => at === 0 || all[at - 1]?.start !== start || all[at - 1]?.end !== end,
    );

const roleOf = ({ title, owner, from, to }: RoleRead, spanOf: SpanOf): Role => ({
  title,
  ...(owner !== undefined && owner.text !== '' && !owner.located && { of: owner.text }),
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
  const ordered = member.mentions
    .filter(({ is }) => is !== 'pronoun' && is !== 'pair' && is !== 'country')
    .sort((a, b) => a.from - b.from);
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
  return { name: name || firstWords(member, text, spanOf), aliases: used.filter((each) => each !== name) };
}

/** Of those whom only a pair names: `The ministers`. */
const firstWords = ({ mentions }: Member, text: string, spanOf: SpanOf): string =>
  mentions.map((mention) => writtenName(mention, text, spanOf))[0] ?? '';

const isName = (mention: Mention): boolean =>
  mention.is === 'person' || mention.is === 'body' || (mention.is === 'state' && !mention.adjective);

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
