/** Codes of the record in plain words. */
import type { Link } from '../api/types.js';

type Words = Readonly<Record<string, string>>;

export const statusWords: Words = {
  occurred: 'Took place',
  ongoing: 'Under way',
  scheduled: 'Scheduled',
  intended: 'Intended',
  requested: 'Asked for',
  conditional: 'On a condition',
  denied: 'Denied',
  cancelled: 'Called off',
  reported: 'Only reported',
};

export const voucherWords: Words = {
  'own-voice': "in the report's own voice",
  'named-official': 'on the word of a named official',
  'unnamed-official': 'on the word of an official who is not named',
  party: 'on the word of a party',
  'other-outlet': 'on the word of another outlet',
  unsourced: 'on nobody’s word that is told',
};

export const disagreementWords: Readonly<Record<'date' | 'place' | 'title' | 'count' | 'status', string>> = {
  date: 'the day',
  place: 'the place',
  title: 'the office',
  count: 'the number',
  status: 'whether it took place',
};

export const followWords: Readonly<Record<Link['kind'], { readonly came: string; readonly plan: string }>> = {
  held: { came: 'It was held', plan: 'It had been planned' },
  postponed: { came: 'It was put off', plan: 'It puts off' },
  'called-off': { came: 'It was called off', plan: 'It calls off' },
  kept: { came: 'It was kept', plan: 'It keeps' },
  broken: { came: 'It was broken', plan: 'It breaks' },
};

/** PLOVER's sixteen acts. */
export const typeWords: Words = {
  AGREE: 'Agreement',
  CONSULT: 'Talks',
  SUPPORT: 'Support',
  CONCEDE: 'Concession',
  COOPERATE: 'Cooperation',
  AID: 'Aid',
  RETREAT: 'Retreat',
  REQUEST: 'Demand',
  ACCUSE: 'Accusation',
  REJECT: 'Refusal',
  THREATEN: 'Threat',
  PROTEST: 'Protest',
  SANCTION: 'Sanctions',
  MOBILIZE: 'Mobilisation',
  COERCE: 'Coercion',
  ASSAULT: 'Assault',
};

/** `CONSULT-visit` as `Talks, visit`. */
export function codeWords(code: string): string {
  const [type = '', mode] = code.split('-');
  return [typeWords[type] ?? type, ...(mode === undefined ? [] : [mode])].join(', ');
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
