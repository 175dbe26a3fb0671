/** The closed-class words that the clause chunker stands on, read from data/events/clause.yaml. */

export interface ClauseWords {
  /** Also two-word ones: `ahead of`. */
  readonly prepositions: ReadonlySet<string>;
  /** First words of the prepositions and quantifiers of two words and more. */
  readonly starts: ReadonlySet<string>;
  /** Prepositions that can open a clause with a verb: `after`, `before`. */
  readonly clausal: ReadonlySet<string>;
  readonly subordinators: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly possessives: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Verbs that take a clause without "that": `say`. */
  readonly clauseTakers: ReadonlySet<string>;
  /** Past forms without -ed that are participles too: `held`. */
  readonly participles: ReadonlySet<string>;
  /** Heads that stand for what follows their "of": `thousand`, `group`. */
  readonly partitives: ReadonlySet<string>;
  /** Words before a number that belong to it: `more than`, `up to`. */
  readonly quantifiers: ReadonlySet<string>;
  /** Pronouns that a clause can bind: `it`, `he`. */
  readonly pronouns: ReadonlySet<string>;
  /** What acts for the state in its name: `official`. */
  readonly bodies: ReadonlySet<string>;
  /** Nouns of what has a place of its own: `war`. */
  readonly happenings: ReadonlySet<string>;
  /** Verbs whose past is their bare form: `cut`. */
  readonly invariant: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  readonly modals: ReadonlySet<string>;
}
