/** Who has been named lately, and how much each stands out. */
import type { Token } from '../../language/doc.js';
import { relation } from '../../language/tree.js';
import type { Mention } from '../find/index.js';
import { countryOf, type Member } from './cast.js';

export interface Named {
  readonly member: Member;
  readonly mention: Mention;
  /** 0…1: a subject stands out most. */
  readonly weight: number;
  /** The subject of a verb of saying. */
  readonly says: boolean;
}

/** What a relation is worth: subjects stand out, then objects, then the rest. */
const WEIGHT: Readonly<Record<string, number>> = {
  nsubj: 1,
  obj: 0.6,
  iobj: 0.6,
  obl: 0.4,
  'nmod:poss': 0.45,
  nmod: 0.35,
  root: 0.5,
};
const LEAST = 0.3;
/** What was named a sentence ago stands out half as much. */
const DECAY = 0.5;
/** So many sentences back. */
const REACH = 2;
/** Of one sentence no more are kept: a list of names is nobody's antecedent. */
const MOST = 40;

export function weightOf(tokens: readonly Token[], head: number): number {
  let token = tokens[head];
  for (let step = 0; step < 4 && token !== undefined; step++) {
    const above = relation(token);
    if (above !== 'conj' && above !== 'appos' && above !== 'flat') break;
    token = tokens[token.head];
  }
  if (token === undefined) return LEAST;
  return WEIGHT[token.deprel] ?? WEIGHT[relation(token)] ?? LEAST;
}

export class Discourse {
  /** The sentence that is read, then those before it. */
  #sentences: Named[][] = [[]];
  #at = -1;

  /** Opens the sentence; those too far back are forgotten. */
  moveTo(sentence: number): void {
    if (sentence === this.#at) return;
    const gap = this.#at < 0 ? 1 : Math.min(sentence - this.#at, REACH + 1);
    for (let step = 0; step < gap; step++) this.#sentences.unshift([]);
    this.#sentences.length = Math.min(this.#sentences.length, REACH + 1);
    this.#at = sentence;
  }

  add(named: Named): void {
    const [here] = this.#sentences;
    if (here !== undefined && here.length < MOST) here.push(named);
  }

  /** Of one sentence, 0 for the one that is read, in the order of the text. */
  sentence(back: number): readonly Named[] {
    return this.#sentences[back] ?? [];
  }

  /** How much each who passes stands out now, most first. */
  ranked(passes: (named: Named) => boolean, worth: (named: Named) => number): Ranked[] {
    const score = new Map<Member, number>();
    for (const [back, sentence] of this.#sentences.entries()) {
      const best = new Map<Member, number>();
      for (const named of sentence) {
        if (!passes(named)) continue;
        best.set(named.member, Math.max(best.get(named.member) ?? 0, worth(named)));
      }
      for (const [member, weight] of best)
        score.set(member, (score.get(member) ?? 0) + weight * DECAY ** back);
    }
    return [...score].map(([member, value]) => ({ member, value })).sort((a, b) => b.value - a.value);
  }
}

export interface Ranked {
  readonly member: Member;
  readonly value: number;
}

export const distinct = (named: readonly Named[]): Member[] => [
  ...new Set(named.map(({ member }) => member)),
];

/** The states that somebody is, is of, or holds an office of. */
export function countriesOf({ countries, country, held }: Member): readonly string[] {
  if (countries !== undefined) return countries;
  if (country !== undefined) return [country];
  return [...held.values()].flatMap((role) => countryOf(role) ?? []);
}
