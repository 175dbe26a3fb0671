/** What `demarche explain` gives of a report; its JSON is this as it stands. */
import type { Span } from '../span.js';

export interface Explanation {
  readonly from: string;
  readonly sentences: readonly {
    /** From 1 in the report, headline included. */
    readonly number: number;
    readonly kind: string;
    readonly span: Span;
    readonly text: string;
    readonly words: readonly Word[];
    readonly events: readonly ExplainedEvent[];
    /** Rules for words of the sentence that gave nothing, nearest first. */
    readonly near: readonly NearRule[];
    /** Verbs and nouns, by lemma, for which there is no row. */
    readonly notInLexicon: { readonly verbs: readonly string[]; readonly nouns: readonly string[] };
  }[];
}

/** Words are named by their number in the sentence, from 1. */
export interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  /** 0 for the root. */
  readonly head: number;
  readonly deprel: string;
  readonly probability: number;
}

/** A row of a lexicon, with file and line where it stands in one. */
export interface Row {
  readonly id: string;
  readonly file?: string;
  readonly line?: number;
}

/** A word that stands over an act or qualifies it; without a row, nothing in embedding.yaml speaks of it. */
export interface OverWord {
  readonly words: string;
  readonly word: number;
  readonly link: string;
  readonly row?: Row;
  readonly effect?: string;
}

export interface ExplainedEvent {
  /** As in the Reading; absent where the Reading leaves the event out, since another sentence tells it. */
  readonly id?: string;
  readonly code: string;
  readonly type: string;
  readonly mode?: string;
  readonly status: string;
  readonly background: boolean;
  readonly voucher: string;
  readonly word: number;
  readonly rule: Row;
  /** Fields of the row, and what met them. */
  readonly met: readonly {
    readonly field: string;
    readonly asks: string;
    readonly found: readonly string[];
  }[];
  readonly pieces: readonly ExplainedPiece[];
  readonly over: readonly OverWord[];
  readonly confidence: {
    readonly value: number;
    readonly factors: readonly { readonly what: string; readonly value: number }[];
  };
}

export interface ExplainedPiece {
  readonly what: 'trigger' | 'actor' | 'recipient' | 'time' | 'place' | 'status';
  readonly value: string;
  /** Role, row or basis. */
  readonly by: Row;
  readonly words?: string;
  readonly span?: Span;
  /** From the word that names the act to the one that gave the piece. */
  readonly path: readonly {
    readonly word: number;
    readonly lower: number;
    readonly relation: string;
    readonly up: boolean;
    readonly probability: number;
  }[];
}

export interface NearRule {
  readonly words: string;
  readonly word: number;
  readonly rule?: Row;
  readonly lacks: readonly { readonly field: string; readonly message: string }[];
  readonly over: readonly OverWord[];
  readonly distance: number;
}
