/**
 * The Doc: an article's readable text as sentences and UD words. Everything downstream of `language/`
 * stands on these types, never on the library or model that filled them.
 */
import type { Article, ParagraphKind } from '../article/article.js';
import type { LogEntry } from '../log.js';
import type { Span } from '../span.js';

/** Universal POS tags, https://universaldependencies.org/u/pos/ */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/**
 * A syntactic word by UD English (EWT) conventions: "don't" is the two words `do` and `n't`. Spans of
 * words never overlap; the words of one surface token touch.
 */
export interface Token extends Span {
  /** Place in `doc.tokens`. */
  readonly index: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** UD features as in CoNLL-U, `Number=Sing|Person=3`; empty when there are none. */
  readonly feats: string;
  /** Place in `doc.tokens` of the word it depends on; -1 for the root of its sentence. */
  readonly head: number;
  /** UD relation with its subtype, `nsubj:pass`; `root` for the root. */
  readonly deprel: string;
  /** 0…1: how sure the parser is of the head. */
  readonly headProbability: number;
  /** Place in `doc.sentences`. */
  readonly sentence: number;
  /** True when this word continues the surface token of the word before it (CoNLL-U multiword token). */
  readonly joined: boolean;
}

/** The types of OntoNotes that are names: NORP are nationalities and religious or political groups. */
export type NameType = 'PERSON' | 'NORP' | 'ORG' | 'GPE' | 'LOC' | 'FAC' | 'EVENT' | 'LAW';

/** A name that the text has, not yet who or what bears it. Names never overlap. */
export interface Name extends Span {
  readonly type: NameType;
  /** Half-open range into `doc.tokens`, within one sentence; without article and possessive. */
  readonly from: number;
  readonly to: number;
  /** 0…1. */
  readonly probability: number;
}

export interface Sentence extends Span {
  /** Place in `doc.sentences`. */
  readonly index: number;
  /** Half-open range into `doc.tokens`. */
  readonly from: number;
  readonly to: number;
  /** Place in `doc.paragraphs`. */
  readonly paragraph: number;
  /** The kind of paragraph it stands in: a headline has no full stop and no tense of its own. */
  readonly kind: ParagraphKind;
}

export interface DocParagraph extends Span {
  readonly kind: ParagraphKind;
  /** Half-open range into `doc.sentences`. */
  readonly from: number;
  readonly to: number;
}

export interface Doc {
  readonly article: Article;
  /** Same string as `article.text`. */
  readonly text: string;
  /** Only what is read: headline, dek, body, heading. */
  readonly paragraphs: readonly DocParagraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** In the order of the text. */
  readonly names: readonly Name[];
  /** What could not be parsed, and why. */
  readonly log: readonly LogEntry[];
}
