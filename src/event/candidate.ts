/** An act as a rule reads it, and what a rule is held against. */
import type { Span } from '../span.js';
import type { Content } from './content.js';
import type { Frame, Governor, Oblique, Syntax, VerbForm } from './frame.js';
import type { Lexicon, Rule } from './lexicon.js';
import type { Parties } from './party.js';

/** Before anything is known of whether it's real. */
export interface Candidate {
  readonly rule: Rule;
  readonly frame: Frame;
  /** Index of the light verb in `doc.tokens`. */
  readonly light?: number;
  /** The verb that carries tense: the frame's own, or the light verb's. */
  readonly verb?: VerbForm;
  readonly governors: readonly Governor[];
  readonly qualifiers: readonly Governor[];
  readonly obliques: readonly Oblique[];
  readonly trigger: Span;
  readonly clause: readonly Span[];
  /** The clauses whose time is its too. */
  readonly earlier: readonly (readonly Span[])[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** What is told beside it of the same act: "opened fire, *killing* seven". */
  readonly result?: Candidate;
  /** What it's about; only of acts that are told by what they ask, refuse or threaten. */
  readonly content?: Content;
  /** Why it can't stand on its own; it may still be what another act is about. */
  readonly problem?: 'no-actor' | 'no-recipient' | 'no-pair' | 'no-complement';
}

/** What a rule is held against, beside the frame. */
export interface Ground {
  readonly syntax: Syntax;
  readonly parties: Parties;
  readonly lexicon: Lexicon;
}

/** The field of a rule's row that the words don't meet: the rule isn't about them. */
export type Misfit =
  | 'complement'
  | 'plan'
  | 'result'
  | 'particle'
  | 'prep'
  | 'object'
  | 'after'
  | 'doer'
  | 'except'
  | 'modifier'
  | 'of'
  | 'light'
  | 'subject'
  | 'crowd'
  | 'target'
  | 'content';
