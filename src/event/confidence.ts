/** How sure an event is. The one place where a number is made of what is known. */
import { z } from 'zod';

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

/**
 * What a weakness leaves. Of the judged events (bench/eval/reliability.ts) those without a recipient that their rule looks for, and those
 * that a word over them decided, were right less often in every part; the parser's doubt told little: most rules survive a
 * phrase that it hung on the word beside.
 */
const HARM = 0.1;
const GOVERNED = 0.7;
const BARE = 0.9;
const UNAIMED = 0.6;

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

/** Platt's map from the product to how often such events are right: `1 / (1 + exp(-(slope · logit + intercept)))`. */
export const Calibration = z.strictObject({
  /** Above 0: what is surer before is surer after. */
  slope: z.number().positive(),
  intercept: z.number(),
});
export type Calibration = z.infer<typeof Calibration>;

/** Leaves the product as it is. */
export const UNCALIBRATED: Calibration = { slope: 1, intercept: 0 };

/** Nothing is surer, or less sure, before it is calibrated. */
const EDGE = 0.01;

/** Log odds. */
export const logit = (share: number): number => {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, share));
  return Math.log(inside / (1 - inside));
};

/** 0…1. */
export const calibrated = (raw: number, { slope, intercept }: Calibration): number =>
  1 / (1 + Math.exp(-(slope * logit(raw) + intercept)));

/** 0…1, to two decimals. */
export function confidenceOf(grounds: Grounds, calibration: Calibration): number {
  const raw = factorsOf(grounds).reduce((product, { value }) => product * value, 1);
  return Math.round(calibrated(raw, calibration) * 100) / 100;
}
