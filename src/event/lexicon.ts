/** The lexicon of acts as loaded: rules by the lemma that names them, and what stands over an act by lemma and link. */
import { z } from 'zod';
import { PloverType, Status, Voucher } from './event.js';
import { listOf, WordList } from './word-list.js';

/** What sort of actor may do it: the state and its officials, armed bodies, or anybody else; of the officials, bodies of states and courts. */
export const ActorSort = z.enum(['official', 'armed', 'civil', 'body', 'court']);
export type ActorSort = z.infer<typeof ActorSort>;

/** A row of verbs/ or nominals.yaml; verbs/README.md says what each field means. */
export const RuleRow = z.strictObject({
  id: z.string().regex(/^(?:verb|noun)\/[a-z0-9-]+$/),
  lemma: WordList,
  code: z.string(),
  also: z.string().optional(),
  cameo: z.string(),
  contexts: WordList.optional(),
  particle: WordList.optional(),
  object: WordList.optional(),
  of: WordList.optional(),
  modifier: WordList.optional(),
  prep: WordList.optional(),
  after: WordList.optional(),
  doer: WordList.optional(),
  except: WordList.optional(),
  modal: WordList.optional(),
  result: WordList.optional(),
  light: WordList.optional(),
  subject: listOf(ActorSort).optional(),
  party: listOf(ActorSort).optional(),
  target: listOf(ActorSort).optional(),
  actor: WordList.optional(),
  recipient: WordList.optional(),
  needs: listOf(z.enum(['pair', 'recipient', 'complement', 'act', 'content', 'light'])).default([]),
  reciprocal: z.boolean().default(false),
  host: z.boolean().default(false),
  abroad: z.boolean().default(false),
  absorbs: z.boolean().default(false),
  unless: WordList.optional(),
  about: WordList.optional(),
  only: WordList.optional(),
  infinitive: z.boolean().default(false),
  own: z.boolean().default(false),
  state: z.boolean().default(false),
  refuses: z.boolean().default(false),
  plan: z.boolean().default(false),
  crowd: z.boolean().default(false),
  through: z.boolean().default(false),
  counts: z.string().optional(),
  intransitive: z.boolean().default(false),
  prior: z.number().min(0).max(1).default(0.8),
  example: z.string(),
  gives: z.string(),
});
export type RuleRow = z.infer<typeof RuleRow>;

/** A rule ready for use. */
export interface Rule extends RuleRow {
  readonly kind: 'verb' | 'noun';
  readonly type: PloverType;
  readonly mode?: string;
  /** Contexts of the rule, else of its CAMEO code. */
  readonly allContexts: readonly string[];
  readonly actorRoles: readonly string[];
  readonly recipientRoles: readonly string[];
  /** Lemmas that the object (or "of" phrase) must have, classes resolved; `actor`, `place`, `number` and `none` stand for themselves. */
  readonly objects?: ReadonlySet<string>;
  readonly ofs?: ReadonlySet<string>;
  /** The same for the noun after `prep`, and for the head of the subject. */
  readonly afters?: ReadonlySet<string>;
  readonly doers?: ReadonlySet<string>;
  readonly abouts?: ReadonlySet<string>;
  readonly excepts?: ReadonlySet<string>;
  /** The same words as a second act: "sentenced to prison" convicts and imprisons. */
  readonly second?: Rule;
}

export const Effect = z.union([Status, z.enum(['keep', 'factive', 'none', 'claim'])]);
export type Effect = z.infer<typeof Effect>;

export const EmbeddingRow = z.strictObject({
  id: z.string().regex(/^embed\/[a-z0-9-]+$/),
  governor: WordList,
  link: WordList,
  effect: Effect,
  types: listOf(PloverType).optional(),
  of: z.enum(['noun', 'verb']).optional(),
  recipient: z.enum(['subject', 'object']).optional(),
  party: z.literal('subject').optional(),
  actor: z.literal('subject').optional(),
  example: z.string(),
  gives: z.string(),
});
export type EmbeddingRow = z.infer<typeof EmbeddingRow>;

export const BackgroundTable = z.strictObject({
  /** Days. */
  older: z.int().positive(),
  words: WordList,
  headings: WordList,
  examples: z.array(z.strictObject({ id: z.string(), text: z.string(), background: z.boolean() })),
});
export type BackgroundTable = z.infer<typeof BackgroundTable>;

/** Words that end the name of a source, in lower case. */
export const VoucherTable = z.strictObject({
  unnamed: WordList,
  bodies: WordList,
  outlets: WordList,
  examples: z.array(
    z.strictObject({ id: z.string(), text: z.string(), said: z.string(), by: z.string(), voucher: Voucher }),
  ),
});
export type VoucherTable = z.infer<typeof VoucherTable>;

/** What is asked for, refused or threatened: a class of verbs and nouns, and the mode that it gives. */
export const ContentRow = z.strictObject({
  id: z.string().regex(/^content\/[a-z0-9-]+$/),
  types: listOf(PloverType),
  mode: z.string(),
  cameo: z.partialRecord(PloverType, z.string()).default({}),
  verbs: WordList.default([]),
  nouns: WordList.default([]),
  example: z.string(),
  gives: z.string(),
});
export type ContentRow = z.infer<typeof ContentRow>;

export interface Lexicon {
  readonly rules: readonly Rule[];
  /** Names of the classes of objects.yaml. */
  readonly classes: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, readonly Rule[]>;
  readonly nouns: ReadonlyMap<string, readonly Rule[]>;
  readonly embeddings: readonly EmbeddingRow[];
  readonly contents: readonly ContentRow[];
  /** Rows of contents.yaml by `type|verb|lemma` and `type|noun|lemma`. */
  readonly contentOf: ReadonlyMap<string, ContentRow>;
  /** By `governor|link`. */
  readonly effects: ReadonlyMap<string, readonly EmbeddingRow[]>;
  readonly background: BackgroundTable;
  readonly vouchers: VoucherTable;
}
