/** The closed-class words that the clause chunker stands on, read from data/event/clause.yaml. */

export interface ClauseWords {
  /** Also two-word ones: `ahead of`. */
  readonly prepositions: ReadonlySet<string>;
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
  readonly future: ReadonlySet<string>;
  readonly modals: ReadonlySet<string>;
}
