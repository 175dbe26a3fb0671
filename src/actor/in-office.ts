/**
 * What the table of office holders adds to the actors of a report: the country of a person whom the text names without it;
 * and, where the report has a date, a note where the text gives a head of state or government another office or state.
 */
import type { Name } from '../language/doc.js';
import type { Note } from '../log.js';
import { foldedLower, type Scan } from '../place/index.js';
import type { Span } from '../span.js';
import type { Actor, Role } from './actor.js';
import { type Data, heldBy, officeOf, soleCountry } from './holder.js';
import type { Lexicon } from './lexicon.js';
import { surelyHoldsAt, type Term } from './office-holders.js';

export interface InOffice {
  readonly actors: readonly Actor[];
  readonly notes: readonly Note[];
}

/** `ruling`: first mentions of those whose a government is called, by their span: `the Prado administration`. */
export function withHolders(
  actors: readonly Actor[],
  scan: Scan,
  ruling: readonly Span[],
  data: Data,
): InOffice {
  const day = dayOf(scan);
  const rulers = new Set(ruling.map(({ start, end }) => `${start}:${end}`));
  const names = new ShortNames(actors);
  const known = actors.map((actor) => placed(actor, names, rulers, day, data));
  const unread = day === undefined ? [] : unreadNames(scan, known, names, day, data);
  const all = unread.length === 0 ? known : numbered([...known, ...unread]);
  return {
    actors: all,
    notes: day === undefined ? [] : all.flatMap((actor) => notesOf(actor, scan, day, data)),
  };
}

function dayOf({ doc }: Scan): string | undefined {
  const day = doc.article.published?.value.slice(0, 10) ?? '';
  return day.length < 10 ? undefined : day;
}

/** The country of a person, where exactly one state has had an officer of this name who can be meant. */
function placed(
  actor: Actor,
  names: ShortNames,
  rulers: ReadonlySet<string>,
  day: string | undefined,
  data: Data,
): Actor {
  const { name, roles, mentions, sectors } = actor;
  if (actor.kind !== 'person' || actor.country !== undefined || actor.code !== undefined) return actor;
  const rules = rulers.size > 0 && mentions.some(({ start, end }) => rulers.has(`${start}:${end}`));
  const held = heldBy({ name, roles, rules, shared: names.isShared(name) }, day, data);
  if (held === undefined) return actor;
  const when =
    held.when === 'then' ? ['GOV'] : held.when === 'before' && !rules ? ['ELI'] : rules ? ['GOV'] : [];
  return {
    ...actor,
    country: held.country,
    sectors: sectors.length > 0 ? sectors : when,
    basis: 'office-holders',
  };
}

/** Last words of the longer names in the report. */
class ShortNames {
  readonly #last: ReadonlySet<string>;

  constructor(actors: readonly Actor[]) {
    const longer = actors
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .filter((name) => name.includes(' '));
    this.#last = new Set(longer.map((name) => foldedLower(name.slice(name.lastIndexOf(' ') + 1))));
  }

  /** Somebody else in the report has the name with a first name. */
  isShared(name: string): boolean {
    return !name.includes(' ') && this.#last.has(foldedLower(name));
  }
}

const LEADER = 'title/leader';

/** `Former Norwegian President` */
const isFormer = ({ span }: Role, { doc }: Scan, { former }: Lexicon): boolean =>
  wordsOf(doc.text.slice(span.start, span.end)).some((word) => former.has(word));

const wordsOf = (text: string): string[] => foldedLower(text).split(/[\s-]+/u);

/** Names of persons whom nothing in the text tells to be anybody: "Obama wants …". */
function unreadNames(
  { doc }: Scan,
  actors: readonly Actor[],
  names: ShortNames,
  day: string,
  data: Data,
): Actor[] {
  const found = new Map<string, Actor | undefined>();
  for (const { start, end } of freeNames(doc.names, actors)) {
    const name = doc.text.slice(start, end).replaceAll(/\s+/gu, ' ');
    if (!found.has(name)) found.set(name, holderOf(name, heldNow(name, names, day, data)));
    found.get(name)?.mentions.push({ start, end });
  }
  return [...found.values()].filter((actor) => actor !== undefined);
}

function heldNow(name: string, names: ShortNames, day: string, data: Data): string | undefined {
  const held = heldBy({ name, roles: [], rules: false, shared: names.isShared(name) }, day, data);
  return held?.when === 'then' ? held.country : undefined;
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
