/** The words of data/events/syntax.yaml: what the tree of a sentence doesn't tell by itself. */

export interface SyntaxWords {
  /** Heads that stand for what follows their "of": `thousand`, `group`. */
  readonly partitives: ReadonlySet<string>;
  /** Verbs whose object is there only by them: `set` up, `form`. */
  readonly creates: ReadonlySet<string>;
  /** What acts for the state in its name: `official`. */
  readonly bodies: ReadonlySet<string>;
  /** Nouns of what has a place of its own: `war`. */
  readonly happenings: ReadonlySet<string>;
  /** Verbs with an object whose infinitive is still their subject's: `promise`. */
  readonly promises: ReadonlySet<string>;
  /** Prepositions before who speaks: `from`. */
  readonly sources: ReadonlySet<string>;
  /** Pronouns and determiners that negate: `no`, `nobody`. */
  readonly none: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Prepositions of two words: `ahead of`. */
  readonly compounds: ReadonlySet<string>;
  /** Nouns that only measure what follows their "of": `round`, `day`. */
  readonly measures: ReadonlySet<string>;
  /** Verbs by which a thing is somebody's: `fire`, `organise`. */
  readonly made: ReadonlySet<string>;
  /** What bears a name with an article: `tanker`. */
  readonly vessels: ReadonlySet<string>;
  /** What is written or said: `statement`. */
  readonly texts: ReadonlySet<string>;
  /** `if`. */
  readonly conditions: ReadonlySet<string>;
  /** Verbs whose past is their bare form: `put`. */
  readonly invariant: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  readonly modals: ReadonlySet<string>;
}
