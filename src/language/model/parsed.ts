import type { NameType, Upos } from '../doc.js';

/** What the model says of one word of a sentence. */
export interface ParsedWord {
  readonly upos: Upos;
  /** `Number=Sing|Person=3`; empty when there are none. */
  readonly feats: string;
  readonly lemma: string;
  /** Place in the sentence; -1 for its root. */
  readonly head: number;
  /** UD relation with its subtype. */
  readonly deprel: string;
  /** 0…1, calibrated. */
  readonly headProbability: number;
}

export interface ParsedName {
  readonly type: NameType;
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
  /** 0…1, calibrated. */
  readonly probability: number;
}

/** One well-formed tree, and names that do not overlap. */
export interface ParsedSentence {
  readonly words: readonly ParsedWord[];
  readonly names: readonly ParsedName[];
}
