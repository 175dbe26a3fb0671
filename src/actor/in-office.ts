/**
 * What the table of office holders adds to the actors of a report with a date: the country of a person whom the text names
 * without it, and a note where the text gives a head of state or government another office or state than the table.
 */
import type { Name } from '../language/doc.js';
import type { Note } from '../log.js';
import { foldedLower, type Scan } from '../place/index.js';
import type { Actor, Role } from './actor.js';
import type { Lexicon } from './lexicon.js';
import { holdsAt, type OfficeHolders, surelyHoldsAt, type Term } from './office-holders.js';

interface Data {
  readonly holders: OfficeHolders;
  readonly lexicon: Lexicon;
}

export interface InOffice {
  readonly actors: readonly Actor[];
  readonly notes: readonly Note[];
}

export function withHolders(actors: readonly Actor[], scan: Scan, data: Data): InOffice {
  const day = scan.doc.article.published?.value.slice(0, 10);
  if (day === undefined || day.length < 10) return { actors, notes: [] };
  const known = actors.map((actor) => placed(actor, actors, day, data));
  const unread = unreadNames(scan, known, day, data);
  const all = unread.length === 0 ? known : numbered([...known, ...unread]);
  return { actors: all, notes: all.flatMap((actor) => notesOf(actor, scan, day, data)) };
}

/** The country of a person, where exactly one state had an officer of this name on the day. */
function placed(actor: Actor, actors: readonly Actor[], day: string, data: Data): Actor {
  if (actor.kind !== 'person' || actor.country !== undefined || actor.code !== undefined) return actor;
  if (actor.sectors.includes('ELI')) return actor;
  const terms = termsFor(actor.name, actors, day, data).filter((term) => allows(actor, term, data.lexicon));
  const country = soleCountry(terms);
  if (country === undefined) return actor;
  const sectors = actor.sectors.length > 0 ? actor.sectors : ['GOV'];
  return { ...actor, country, sectors, basis: 'office-holders' };
}

/** By the full name; by the family name alone only a head of state or government whom nobody else can be. */
function termsFor(
  name: string,
  actors: readonly Actor[],
  day: string,
  { holders, lexicon }: Data,
): readonly Term[] {
  if (name.includes(' ')) return holders.named(name).filter((term) => holdsAt(term, day));
  const terms = holders.ofFamily(name).filter((term) => holdsAt(term, day));
  if (terms.length === 0) return [];
  const heads = terms.every(({ office }) => lexicon.heads.has(office));
  return heads && !isShared(name, actors) ? terms : [];
}

/** Somebody else in the report has the name with a first name. */
const isShared = (name: string, actors: readonly Actor[]): boolean => {
  const last = ` ${foldedLower(name)}`;
  return actors.some((actor) =>
    [actor.name, ...actor.aliases].some((each) => foldedLower(each).endsWith(last)),
  );
};

function soleCountry(terms: readonly Term[]): string | undefined {
  const [country, second] = [...new Set(terms.map((term) => term.country))];
  return second === undefined ? country : undefined;
}

/** What the text calls a person must be the office that the table has, where it calls them anything. */
const allows = ({ roles }: Actor, { office }: Term, lexicon: Lexicon): boolean =>
  roles.every((role) => {
    const id = officeOf(role, lexicon);
    return role.of === undefined && (id === office || (office === LEADER && lexicon.heads.has(id ?? '')));
  });

const LEADER = 'title/leader';

/** `Former Norwegian President` */
const isFormer = ({ span }: Role, { doc }: Scan, { former }: Lexicon): boolean =>
  wordsOf(doc.text.slice(span.start, span.end)).some((word) => former.has(word));

const wordsOf = (text: string): string[] => foldedLower(text).split(/[\s-]+/u);

/** The row of the office that a role names. */
function officeOf({ title }: Role, { titles, shortTitles }: Lexicon): string | undefined {
  const words = wordsOf(title);
  return (
    titles.get(foldedLower(title)) ??
    shortTitles.get(title) ??
    titles.get(words.slice(-2).join(' ')) ??
    titles.get(words.at(-1) ?? '')
  )?.row.id;
}

/** Names of persons whom nothing in the text tells to be anybody: "Obama wants …". */
function unreadNames({ doc }: Scan, actors: readonly Actor[], day: string, data: Data): Actor[] {
  const found = new Map<string, Actor | undefined>();
  for (const { start, end } of freeNames(doc.names, actors)) {
    const name = doc.text.slice(start, end).replaceAll(/\s+/gu, ' ');
    if (!found.has(name)) found.set(name, holderOf(name, soleCountry(termsFor(name, actors, day, data))));
    found.get(name)?.mentions.push({ start, end });
  }
  return [...found.values()].filter((actor) => actor !== undefined);
}

const holderOf = (name: string, country: string | undefined): Actor | undefined =>
  country === undefined
    ? undefined
    : {
        id: '',
        kind: 'person',
        name,
        country,
        sectors: ['GOV'],
        roles: [],
        mentions: [],
        aliases: [],
        basis: 'office-holders',
      };

/** Those that no actor's mention touches: one walk over both, by start. */
function freeNames(names: readonly Name[], actors: readonly Actor[]): Name[] {
  const taken = actors.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start);
  let at = 0;
  let reach = 0;
  return names.filter((name) => {
    for (let span = taken[at]; span !== undefined && span.start < name.end; span = taken[++at])
      reach = Math.max(reach, span.end);
    return name.type === 'PERSON' && reach <= name.start;
  });
}

function numbered(actors: readonly Actor[]): Actor[] {
  const ordered = [...actors].sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
  const ids = new Map(ordered.flatMap(({ id }, nth) => (id === '' ? [] : [[id, `a${nth + 1}`] as const])));
  return ordered.map((actor, nth) => ({
    ...actor,
    id: `a${nth + 1}`,
    ...(actor.members && { members: actor.members.flatMap((id) => ids.get(id) ?? []) }),
  }));
}

/** One note a person: the office of the text and those of the table, where both are of a head and all the table's are known. */
function notesOf(actor: Actor, scan: Scan, day: string, { holders, lexicon }: Data): Note[] {
  if (actor.kind !== 'person' || !actor.name.includes(' ') || actor.basis !== undefined) return [];
  const terms = holders
    .named(actor.name)
    .filter((term) => surelyHoldsAt(term, day) && lexicon.heads.has(term.office));
  const [term] = terms;
  const state = soleCountry(terms);
  if (term === undefined || state === undefined) return [];
  for (const role of actor.roles) {
    const office = officeOf(role, lexicon);
    if (office === undefined || !lexicon.heads.has(office) || office === LEADER) continue;
    if (isFormer(role, scan, lexicon)) continue;
    const otherState = actor.country !== undefined && actor.country !== state;
    const otherOffice = terms.every((each) => each.office !== office && each.office !== LEADER);
    if (!otherState && !otherOffice) continue;
    return [
      {
        kind: 'actor/office-holder',
        message: `The report calls ${actor.name} ${[role.of, role.title].filter(Boolean).join(' ')}; the table of office holders has ${titleOf(term)} of ${state} on ${day}.`,
        spans: [role.span],
      },
    ];
  }
  return [];
}

const titleOf = ({ office }: Term): string => office.replace('title/', '').replaceAll('-', ' ');
