/** How sure an event is. The one place where a number is made of what is known; fitted to records it would be changed here. */

export interface Grounds {
  /** How often the words of the rule mean its act. */
  readonly prior: number;
  /** How sure the parser is of each relation between the act, its parties and what governs it; each relation once. */
  readonly relations: readonly number[];
  /** A word over or beside the act decided whether it is real. */
  readonly governed: boolean;
  /** A noun without a light verb. */
  readonly bare: boolean;
  /** The rule looks for a recipient, and there is none. */
  readonly unaimed: boolean;
}

/** Of what the parser is unsure of, so much is wrong here: most rules survive a phrase hung on the word beside. */
const HARM = 0.5;
const GOVERNED = 0.9;
const BARE = 0.9;
const UNAIMED = 0.9;

/** 0…1, to two decimals: the prior times a factor for each weakness, as if they were independent. Not calibrated yet. */
export function confidenceOf({ prior, relations, governed, bare, unaimed }: Grounds): number {
  const parse = relations.reduce((sure, probability) => sure * (1 - HARM * (1 - probability)), 1);
  const rule = (governed ? GOVERNED : 1) * (bare ? BARE : 1) * (unaimed ? UNAIMED : 1);
  return Math.round(prior * parse * rule * 100) / 100;
}
