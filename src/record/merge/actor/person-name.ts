/** A person's name as it compares: spelling folded, family name told from first names. */
import { foldedName } from '../../filing/party.js';
import type { NamingRules } from './naming-rules.js';

export interface PersonName {
  readonly family: string;
  /** First names in their order, particles left out; empty where only the family name stands. */
  readonly given: readonly string[];
  /** Empty where it is not known. */
  readonly country: string;
}

export function personNameOf(name: string, country: string, rules: NamingRules): PersonName {
  const words = wordsOf(name, rules);
  const bare = words.filter((word, at) => at === words.length - 1 || !rules.particles.has(word));
  const spell = (word: string): string => spelled(word, rules);
  const [first = '', ...rest] = bare;
  if (rest.length > 0 && isFamilyFirst(first, country, rules)) {
    return { family: spell(first), given: [rest.map(spell).join('')], country };
  }
  const father = bare.findIndex((word) => rules.patronymics.has(word));
  if (father >= 0 && father < bare.length - 1) {
    return {
      family: bare.slice(father).map(spell).join(''),
      given: bare.slice(0, father).map(spell),
      country,
    };
  }
  return { family: spell(bare.at(-1) ?? ''), given: bare.slice(0, -1).map(spell), country };
}

const isFamilyFirst = (first: string, country: string, { familyFirst, familyNames }: NamingRules): boolean =>
  country === '' ? familyNames.has(first) : familyFirst.has(country);

function wordsOf(name: string, { suffixes }: NamingRules): string[] {
  const words = foldedName(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  while (words.length > 1 && suffixes.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/** `sergey` and `sergei` are one, `zelensky` and `zelenskyy` are. */
function spelled(word: string, { spellings }: NamingRules): string {
  let key = word;
  for (const [from, to] of spellings) key = key.replaceAll(from, to);
  return key.replace(/(.)\1+/gu, '$1');
}

/** Could whoever bears the fuller name be called by the shorter? `S Lavrov` by `Sergei Viktorovich Lavrov`; never the other way. */
export const fits = (short: PersonName, full: PersonName): boolean =>
  short.family === full.family &&
  short.given.length <= full.given.length &&
  short.given.every((word, at) => isShort(word, full.given[at] ?? '')) &&
  countriesMeet(short.country, full.country);

const isShort = (word: string, full: string): boolean =>
  word === full || (word.length === 1 && full.startsWith(word));

export const countriesMeet = (a: string, b: string): boolean => a === '' || b === '' || a === b;

/** Does one name say strictly more than the other that fits it? */
export const isFuller = (full: PersonName, short: PersonName): boolean =>
  fits(short, full) && (!fits(full, short) || (short.country === '' && full.country !== ''));
