/** Is it the same one who speaks? Told by forms of names alone, so that it never depends on a single report. */
import type { Party } from '../../store/tables.js';
import { isCommon } from '../actor/form.js';
import type { NamingRules } from '../actor/naming-rules.js';
import { countriesMeet, fits, type PersonName, personNameOf } from '../actor/person-name.js';

export interface Speaker {
  readonly form: string;
  /** A person, state or body with a name: not `officials`, nor `the foreign minister`. */
  readonly known: boolean;
  readonly person?: PersonName;
  /** Of a body: its full name where an abbreviation stands for it. */
  readonly name: string;
  readonly country: string;
}

/** `one`: the same; `may`: nothing against it, but only words that are the same beyond accident tell; `two`: somebody else. */
export type Meeting = 'one' | 'may' | 'two';

export const isKnown = ({ kind, name, title, form }: Party, rules: NamingRules): boolean =>
  form.startsWith('state|') ||
  rules.bodies.has(form.split('|')[1] ?? '') ||
  ((kind === 'person' || kind === 'organization' || kind === 'government') &&
    !isCommon(kind, name, title === undefined ? [] : [title], rules));

export function speakerOf({ form, known }: Pick<Speaker, 'form' | 'known'>, rules: NamingRules): Speaker {
  const [kind = '', name = '', country = ''] = form.split('|');
  if (kind === 'state') return { form, known, name, country: name };
  if (kind === 'person' && known)
    return { form, known, name, country, person: personNameOf(name, country, rules) };
  return { form, known, name: rules.bodies.get(name)?.name ?? name, country };
}

/** Of statements of several, each of the fewer must be among the more. */
export function speakersMeet(a: readonly Speaker[], b: readonly Speaker[]): Meeting {
  if (a.length === 0 || b.length === 0) return 'may';
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const best = few.map((speaker) => bestOf(many.map((other) => speakerMeets(speaker, other))));
  if (best.includes('two')) return 'two';
  return best.includes('may') || few.length < many.length ? 'may' : 'one';
}

const bestOf = (meetings: readonly Meeting[]): Meeting =>
  meetings.includes('one') ? 'one' : meetings.includes('may') ? 'may' : 'two';

function speakerMeets(a: Speaker, b: Speaker): Meeting {
  if (a.form === b.form) return a.known && b.known ? 'one' : 'may';
  if (a.person !== undefined && b.person !== undefined) {
    return fits(a.person, b.person) || fits(b.person, a.person) ? 'one' : 'two';
  }
  if (!countriesMeet(a.country, b.country)) return 'two';
  // A state speaks by its people, an office by who holds it.
  if (a.person !== undefined || b.person !== undefined || !a.known || !b.known) return 'may';
  return a.name === b.name ? 'one' : 'two';
}
