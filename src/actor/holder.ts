/**
 * Who of the table of office holders a person is. In office on the day of the report comes first. Who isn't is told by a
 * head's title in the text (`President Reagan`, `the Reagan administration`) or by the full name: the one state whose
 * holders have that name, those nearest in time first. Of two states it's nobody.
 */
import { foldedLower } from '../place/index.js';
import type { Role } from './actor.js';
import type { Lexicon } from './lexicon.js';
import { holdsAt, nearlyHoldsAt, type OfficeHolders, type Term } from './office-holders.js';

export interface Data {
  readonly holders: OfficeHolders;
  readonly lexicon: Lexicon;
}

/** What a person is known by. */
export interface Known {
  readonly name: string;
  readonly roles: readonly Role[];
  /** A government is called theirs. */
  readonly rules: boolean;
  /** Somebody else in the report has the name with a first name. */
  readonly shared: boolean;
}

export interface Held {
  readonly country: string;
  /** `then`: in office on the day; `before`, `after`: what lies behind or ahead of the day; undefined where that isn't known. */
  readonly when: 'then' | 'before' | 'after' | undefined;
}

export function heldBy(known: Known, day: string | undefined, data: Data): Held | undefined {
  const now = day === undefined ? [] : inOffice(known, day, data);
  if (now.length > 0) return held(now, 'then');
  const ever = titled(known, data);
  const all = ever.length > 0 ? ever : byFullName(known, data);
  const near = day === undefined ? [] : all.filter((term) => nearlyHoldsAt(term, day));
  const terms = near.length > 0 ? near : all;
  return held(terms, day === undefined ? undefined : whenOf(terms, day));
}

function held(terms: readonly Term[], when: Held['when']): Held | undefined {
  const country = soleCountry(terms);
  return country === undefined ? undefined : { country, when };
}

export function soleCountry(terms: readonly Term[]): string | undefined {
  const [country, second] = [...new Set(terms.map((term) => term.country))];
  return second === undefined ? country : undefined;
}

function whenOf(terms: readonly Term[], day: string): Held['when'] {
  if (terms.every(({ to }) => to !== '' && to < day)) return 'before';
  return terms.every(({ from }) => from > day) ? 'after' : undefined;
}

/** By the full name; by the family name alone only a head of state or government whom nobody else can be. */
function inOffice(known: Known, day: string, { holders, lexicon }: Data): readonly Term[] {
  const { name, roles, shared } = known;
  const whole = name.includes(' ');
  const terms = (whole ? holders.named(name) : holders.ofFamily(name)).filter((term) => holdsAt(term, day));
  if (!whole && (shared || terms.some(({ office }) => !lexicon.heads.has(office)))) return [];
  return terms.filter((term) => roles.every((role) => fits(role, term, lexicon)));
}

/** What the text calls a person is the office that the table has. */
function fits(role: Role, { office }: Term, lexicon: Lexicon): boolean {
  const id = officeOf(role, lexicon);
  return role.of === undefined && (id === office || (office === LEADER && lexicon.heads.has(id ?? '')));
}

/** The table doesn't say which office this leader of a state held. */
const LEADER = 'title/leader';
const MONARCH = 'title/monarch';

/** Who is called a head, or whose a government is: by all that such a person goes by. */
function titled({ name, roles, rules, shared }: Known, { holders, lexicon }: Data): readonly Term[] {
  const offices = roles.flatMap((role) => {
    const id = role.of === undefined ? officeOf(role, lexicon) : undefined;
    return id !== undefined && lexicon.heads.has(id) ? [id] : [];
  });
  if (offices.length === 0 && !rules) return [];
  const isHead = ({ office }: Term): boolean =>
    lexicon.heads.has(office) && (rules || office === LEADER || offices.includes(office));
  const whole = [...holders.named(name), ...holders.alike(name)].filter(isHead);
  if (whole.length > 0) return whole;
  // Of some leaders the table has the last name alone.
  const bare = name.includes(' ') ? holders.ofLast(name.slice(name.lastIndexOf(' ') + 1)) : [];
  if (name.includes(' ') && holders.ofLast(name).length === 0)
    return bare.filter((term) => isHead(term) && !term.name.includes(' '));
  if (shared) return [];
  const last = offices.includes(MONARCH) ? holders.reigning(name) : holders.ofLast(name);
  return last.filter(isHead);
}

/** Whom nothing in the text makes somebody outside of affairs of state: a professor of the same name is another. */
function byFullName({ name, roles }: Known, { holders, lexicon }: Data): readonly Term[] {
  if (!name.includes(' ')) return [];
  const isOther = roles.some(
    (role) => role.of !== undefined || !OF_STATE.has(titleOf(role, lexicon)?.row.sector ?? ''),
  );
  return isOther ? [] : holders.named(name);
}

/** PLOVER's sectors in which those are who held or will hold an office of the table. */
const OF_STATE: ReadonlySet<string> = new Set(['GOV', 'ELI', 'MIL', 'LEG', 'OPP', 'PTY', 'REB']);

/** The row of the office that a role names. */
function titleOf({ title }: Role, { titles, shortTitles }: Lexicon) {
  const words = foldedLower(title).split(/[\s-]+/u);
  return (
    titles.get(foldedLower(title)) ??
    shortTitles.get(title) ??
    titles.get(words.slice(-2).join(' ')) ??
    titles.get(words.at(-1) ?? '')
  );
}

export const officeOf = (role: Role, lexicon: Lexicon): string | undefined => titleOf(role, lexicon)?.row.id;
