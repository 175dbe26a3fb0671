/** Who acts and speaks for a side: one line a person, whatever the reports call them. */
import { z } from 'zod';
import { checkedData } from '../../data-file.js';
import type { Side } from '../ask/wanted.js';
import { foldedName } from '../filing/party.js';
import { byText, grouped } from '../merge/grouped.js';
import type { Party } from '../store/tables.js';
import type { Gathered } from './gather.js';
import type { Person } from './page.js';
import { listed } from './words.js';

const VoicesFile = z.strictObject({
  official: z.array(z.string()),
  offices: z.array(z.string()),
  relational: z.array(z.string()),
});

export interface Voices {
  /** Is it the side's own voice, and not just somebody of that country? */
  speaksFor(party: Party, side: Side): boolean;
  peopleOf(side: Side): Person[];
  /** Those of the side: `Fumio Kishida, foreign minister`, `the government` */
  speakersOf(parties: readonly Party[], side: Side): string;
}

/** As a page writes it; nothing for a word that is no office. */
type OfficeOf = (title: string) => string | undefined;

interface Named {
  readonly party: Party;
  readonly article: string;
  readonly lineage: string;
  readonly day: string | null;
}

/** @throws Error naming file and entry. */
export function voicesOf(
  { events, statements, forms, speakers }: Pick<Gathered, 'events' | 'statements' | 'forms' | 'speakers'>,
  lineageOf: (article: string) => string,
): Voices {
  const { official, offices, relational } = checkedData('record', 'dossier/voices.yaml', VoicesFile);
  const named: Named[] = [
    ...events.map((event) => ({ ...event, parties: [...event.actors, ...event.recipients] })),
    ...statements.map((statement) => ({ ...statement, parties: statement.speakers })),
  ].flatMap(({ parties, article, day }) =>
    parties.map((party) => ({ party, article, day, lineage: lineageOf(article) })),
  );
  const isOf = affiliations([...named.map(({ party, lineage }) => ({ party, lineage })), ...speakers]);
  const isOfSide = (party: Party, side: Side): boolean =>
    'who' in side ? side.who.includes(party.form) : party.country === side.country && isOf(party);
  const speaksFor = (party: Party, side: Side): boolean =>
    isOfSide(party, side) &&
    ('who' in side ||
      party.kind === 'state' ||
      party.kind === 'government' ||
      party.sectors.some((sector) => official.includes(sector)));
  const officeOf = (title: string): string | undefined => {
    const words = title.toLowerCase().split(/\s+/u);
    if (relational.includes(title.toLowerCase())) return undefined;
    return words.every((word) => offices.includes(word)) ? title.toLowerCase() : title;
  };
  return {
    speaksFor,
    peopleOf: (side) => {
      const people = named.filter(
        ({ party }) => party.kind === 'person' && isName(party) && speaksFor(party, side),
      );
      const byPerson = grouped(people, personKey(people, forms));
      return [...byPerson.values()].map((same) => personOf(same, officeOf)).sort(byReports);
    },
    speakersOf: (parties, side) => {
      const own = parties.filter((party) => speaksFor(party, side));
      return listed(own.map((party) => calledIn(party, officeOf)));
    },
  };
}

/** A body that the report gives no name is the one that it speaks of: `the government`. */
function calledIn(party: Party, officeOf: OfficeOf): string {
  const { kind, name, title } = party;
  const office = title === undefined ? undefined : officeOf(title);
  if (office !== undefined && isName(party)) return `${name}, ${office}`;
  return kind !== 'person' && /^\p{Ll}/u.test(name) ? `the ${name}` : name;
}

/** A description ("senior official", "Japan's foreign minister") is no name. */
const isName = ({ name, title }: Party): boolean =>
  /^\p{Lu}/u.test(name) && (title === undefined || !name.toLowerCase().endsWith(title.toLowerCase()));

/**
 * Is the person of that country by at least half of the sources that name them? One report that says so against several
 * that do not is more likely misread.
 */
function affiliations(
  named: readonly { readonly party: Party; readonly lineage: string }[],
): (party: Party) => boolean {
  const people = named.filter(({ party }) => party.kind === 'person');
  // The same few names are asked for at every line of a page.
  const folded = remembered(foldedName);
  const byName = grouped(people, ({ party }) => folded(party.name));
  const isOf = remembered((key: string): boolean => {
    const [country] = key.split('|', 1);
    const all = byName.get(key.slice(key.indexOf('|') + 1)) ?? [];
    const sources = (rows: typeof all): number => new Set(rows.map(({ lineage }) => lineage)).size;
    return 2 * sources(all.filter(({ party }) => (party.country ?? '') === country)) >= sources(all);
  });
  return ({ kind, name, country = '' }) => kind !== 'person' || isOf(`${country}|${folded(name)}`);
}

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}

/** The actor that the record has joined the name to; else `Putin` is the one Vladimir Putin of that country here. */
function personKey(people: readonly Named[], forms: Gathered['forms']): (named: Named) => string {
  const whole = [...new Set(people.map(({ party }) => party.name))].filter((name) => name.includes(' '));
  return ({ party: { form, name, country } }) => {
    const actor = forms.get(form)?.actor;
    if (actor !== undefined) return actor;
    const [one, ...others] = whole.filter((each) => each.endsWith(` ${name}`));
    return `${one !== undefined && others.length === 0 ? one : name}|${country}`;
  };
}

function personOf(same: readonly Named[], officeOf: OfficeOf): Person {
  const names = same.map(({ party }) => party.name).sort((a, b) => b.length - a.length || byText(a, b));
  const days = same.flatMap(({ day }) => day ?? []).sort();
  const country = same[0]?.party.country;
  const [first, last] = [days[0], days.at(-1)];
  return {
    name: names[0] ?? '',
    ...(country === undefined ? {} : { country }),
    titles: titlesOf(same, officeOf),
    reports: new Set(same.map(({ article }) => article)).size,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
}

/** The most used first, each once however it is written. */
function titlesOf(same: readonly Named[], officeOf: OfficeOf): string[] {
  const titles = same.flatMap(({ party }) =>
    party.title === undefined ? [] : (officeOf(party.title) ?? []),
  );
  return [...grouped(titles, (title) => title.toLowerCase()).values()]
    .sort((a, b) => b.length - a.length || byText(a[0] ?? '', b[0] ?? ''))
    .flatMap(([first]) => first ?? []);
}

const byReports = (a: Person, b: Person): number =>
  b.reports - a.reports || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
