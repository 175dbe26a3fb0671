/** The states that a report speaks of, as somebody or as a place, sentence by sentence. */
import type { Around, Mention } from '../find/index.js';
import type { Member } from './cast.js';
import { countriesOf } from './discourse.js';

/** A state where it was spoken of. */
export interface SpokenOf {
  readonly country: string;
  /** The word that it hangs on. */
  readonly head: number;
  /** By its own name or its capital's; not by one of its people. */
  readonly named: boolean;
}

/** So much oftener than a third are the two of a report named. */
const AHEAD = 2;
/** A report of which one is named so much oftener than the other is not about both. */
const APART = 5;

export class Spoken {
  readonly #around: Around;
  readonly #bySentence = new Map<number, SpokenOf[]>();
  readonly #counts = new Map<string, number>();
  /** As somebody, without those that are only places. */
  readonly #told = new Map<string, number>();
  /** The first word that hasn't been looked at for places. */
  #at = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Takes in the places before the word. */
  moveTo(word: number): void {
    const { scan, placeAt } = this.#around;
    for (; this.#at < word; this.#at++) {
      const place = placeAt[this.#at];
      const isNew = place !== undefined && place !== placeAt[this.#at - 1];
      if (!isNew || place.kind !== 'country' || place.country === undefined || place.dateline === true)
        continue;
      this.#take(scan.tokens[this.#at]?.sentence ?? 0, {
        country: place.country,
        head: this.#at,
        named: true,
      });
    }
  }

  add(mention: Mention, member: Member): void {
    const { head, sentence } = mention;
    const named = member.kind === 'state' || member.kind === 'government';
    for (const country of countriesOf(member)) {
      this.#take(sentence, { country, head, named });
      this.#told.set(country, (this.#told.get(country) ?? 0) + 1);
    }
  }

  #take(sentence: number, spoken: SpokenOf): void {
    const known = this.#bySentence.get(sentence);
    if (known === undefined) this.#bySentence.set(sentence, [spoken]);
    else known.push(spoken);
    this.#counts.set(spoken.country, this.count(spoken.country) + 1);
  }

  /** By name, or where none is named there, by their people. */
  inSentence(sentence: number): readonly SpokenOf[] {
    const all = this.#bySentence.get(sentence) ?? [];
    const named = all.filter((each) => each.named);
    return named.length > 0 ? named : all;
  }

  count(country: string): number {
    return this.#counts.get(country) ?? 0;
  }

  /** How often the state is spoken of that is so most. */
  get most(): number {
    return Math.max(0, ...this.#counts.values());
  }

  /** The two states of which the report tells so far, if none comes near them. */
  get two(): readonly string[] | undefined {
    const [first, second, third] = [...this.#told].sort(([, a], [, b]) => b - a);
    if (first === undefined || second === undefined || first[1] > second[1] * APART) return undefined;
    return third === undefined || second[1] >= third[1] * AHEAD ? [first[0], second[0]] : undefined;
  }
}
