/** A filter in words. */
import { dayWords, listed } from '../../../src/record/dossier/words.js';
import { statusWords, typeWords } from '../words/codes.js';
import { countryName } from '../words/country.js';
import type { Asked, Field } from './asked.js';

export const fieldNames: Readonly<Record<Field, string>> = {
  words: 'Words',
  actor: 'Who',
  country: 'Country',
  dyad: 'Between',
  type: 'Act',
  code: 'Code',
  status: 'Status',
  since: 'From',
  until: 'Until',
  place: 'Place',
  within: 'Within',
  minSources: 'Sources',
  background: 'Told as',
  dossier: 'Dossier',
  sort: 'Order',
};

export const sortWords: Readonly<Record<string, string>> = {
  oldest: 'oldest first',
  sources: 'most sources first',
};

export const backgroundWords: Readonly<Record<string, string>> = { false: 'news', true: 'history' };

/** `person|shinzo abe|JPN` as `shinzo abe`: an id says enough of whom it is. */
const actorWords = (actor: string): string => actor.split('|')[1] ?? actor;

function dyadWords(dyad: string): string {
  const [a = '', b = ''] = dyad.split(/[>,]/u).map((each) => countryName(each.trim()));
  return dyad.includes('>') ? `${a} to ${b}` : `${a} and ${b}`;
}

const toWords: Partial<Record<Field, (value: string) => string>> = {
  actor: actorWords,
  dyad: dyadWords,
  since: dayOrAsIs,
  until: dayOrAsIs,
  within: (value) => `${value} km`,
  minSources: (value) => `at least ${value}`,
  background: (value) => backgroundWords[value] ?? value,
  sort: (value) => sortWords[value] ?? value,
};

function dayOrAsIs(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? dayWords(value) : value;
}

const listWords = {
  country: (value: string) => countryName(value),
  type: (value: string) => typeWords[value] ?? value,
  status: (value: string) => statusWords[value] ?? value,
};

export function valueWords(field: Field, asked: Asked): string {
  const value = asked[field];
  if (value === undefined) return '';
  if (typeof value === 'string') return toWords[field]?.(value) ?? value;
  return listed(value.map(listWords[field as keyof typeof listWords]));
}
