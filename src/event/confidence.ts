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

/** One weakness and what it leaves of the confidence. */
export interface Factor {
  readonly what: 'prior' | 'parse' | 'governed' | 'bare' | 'unaimed';
  /** 0…1. */
  readonly value: number;
}

/** The prior, and a factor for each weakness, as if they were independent. */
export function factorsOf({ prior, relations, governed, bare, unaimed }: Grounds): Factor[] {
  const parse = relations.reduce((sure, probability) => sure * (1 - HARM * (1 - probability)), 1);
  return [
    { what: 'prior', value: prior },
    { what: 'parse', value: parse },
    ...(governed ? [{ what: 'governed' as const, value: GOVERNED }] : []),
    ...(bare ? [{ what: 'bare' as const, value: BARE }] : []),
    ...(unaimed ? [{ what: 'unaimed' as const, value: UNAIMED }] : []),
  ];
}

/** 0…1, to two decimals. Not calibrated yet. */
export const confidenceOf = (grounds: Grounds): number =>
  Math.round(factorsOf(grounds).reduce((product, { value }) => product * value, 1) * 100) / 100;
