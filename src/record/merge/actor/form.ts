/** Forms of names as the actors of the record are made from them. */
import type { Selectable } from 'kysely';
import { countryIn, foldedName } from '../../filing/party.js';
import type { FormTable } from '../../store/tables.js';
import { type Bearer, familyGroups } from './family.js';
import type { NamingRules } from './naming-rules.js';
import { personNameOf } from './person-name.js';

export type Form = Selectable<FormTable>;

/** Is a name, as one report writes it, the word for an office or a crowd: `the minister`, `FBI director`? */
export function isCommon(
  kind: string,
  name: string,
  titles: readonly string[],
  { nouns }: NamingRules,
): boolean {
  const last = /[\p{L}\p{N}]\S*$/u.exec(name)?.[0] ?? name;
  if (/^\p{Ll}/u.test(last)) return true;
  const lower = foldedName(name);
  return (
    nouns.has(lower) || (kind === 'person' && titles.some((title) => endsWith(lower, foldedName(title))))
  );
}

const endsWith = (name: string, title: string): boolean => name === title || name.endsWith(` ${title}`);

/** What tells whether names may be one actor's. */
type NameFacts = Pick<Form, 'id' | 'kind' | 'common'>;

/** Can the form stand for one actor in all reports? */
export function isProper({ id, kind, common }: NameFacts, { bodies }: NamingRules): boolean {
  if (kind === 'state') return true;
  if (bodies.has(nameIn(id))) return true;
  return !common && (kind === 'person' || kind === 'organization' || kind === 'government');
}

/** `organization|nato|` gives `nato`. */
const nameIn = (id: string): string => id.split('|')[1] ?? '';

/** Forms with the same mark may be one actor; without one a form stands for itself alone. */
export function familyMark(form: NameFacts, rules: NamingRules): string | undefined {
  if (!isProper(form, rules) || form.kind === 'state') return undefined;
  const name = nameIn(form.id);
  const body = rules.bodies.get(name);
  if (body !== undefined) return `actor:body:${body.name}`;
  if (form.kind === 'person') return `actor:person:${personNameOf(name, countryIn(form.id), rules).family}`;
  return isLocal(name, rules) ? undefined : `actor:body:${name}`;
}

const isLocal = (name: string, { local, nouns }: NamingRules): boolean =>
  nouns.has(name) || name.split(/[\s-]/u).some((word) => local.has(word));

/** Forms of one mark, told apart. */
export function groupForms(mark: string, forms: readonly Form[], rules: NamingRules): string[][] {
  const isPerson = mark.startsWith('actor:person:');
  const home = isPerson ? '' : (rules.bodies.get(mark.slice('actor:body:'.length))?.country ?? '');
  return familyGroups(forms.map((form): Bearer => bearerOf(form, isPerson, home, rules)));
}

/** A body of one state is its own also where the report does not say whose. */
function bearerOf({ id }: Form, isPerson: boolean, home: string, rules: NamingRules): Bearer {
  const country = countryIn(id);
  if (isPerson) return { id, name: personNameOf(nameIn(id), country, rules) };
  return { id, name: { family: 'body', given: ['body'], country: country === '' ? home : country } };
}

/** The form that says most. */
export const fullestOf = (forms: readonly Form[]): Form => byFullness(forms)[0] as Form;

/** Most words, known country, longest, first by id. */
export function byFullness(forms: readonly Form[]): Form[] {
  return [...forms].sort(
    (a, b) =>
      wordCount(b) - wordCount(a) ||
      Number(b.country !== null) - Number(a.country !== null) ||
      nameIn(b.id).length - nameIn(a.id).length ||
      (a.id < b.id ? -1 : 1),
  );
}

const wordCount = ({ id }: Form): number => nameIn(id).split(' ').length;
