/** The lexicon of acts as loaded: rules by the lemma that names them, and what stands over an act by lemma and link. */
import { z } from 'zod';
import { PloverType, Status, Voucher } from './event.js';
import { listOf, WordList } from './word-list.js';

/** What sort of actor may do it: the state and its officials, armed bodies, or anybody else. */
export const ActorSort = z.enum(['official', 'armed', 'civil']);
export type ActorSort = z.infer<typeof ActorSort>;

/** A row of verbs.yaml or nominals.yaml; the files say what each field means. */
export const RuleRow = z.strictObject({
  id: z.string().regex(/^(?:verb|noun)\/[a-z0-9-]+$/),
  lemma: WordList,
  code: z.string(),
  cameo: z.string(),
  contexts: WordList.optional(),
  particle: WordList.optional(),
  object: WordList.optional(),
  of: WordList.optional(),
  modifier: WordList.optional(),
  prep: WordList.optional(),
  light: WordList.optional(),
  subject: listOf(ActorSort).optional(),
  party: listOf(ActorSort).optional(),
  target: listOf(ActorSort).optional(),
  actor: WordList.optional(),
  recipient: WordList.optional(),
  needs: listOf(z.enum(['pair', 'recipient', 'complement', 'light'])).default([]),
  reciprocal: z.boolean().default(false),
  host: z.boolean().default(false),
  absorbs: z.boolean().default(false),
  unless: WordList.optional(),
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
  recipient: z.literal('subject').optional(),
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

export interface Lexicon {
  readonly rules: readonly Rule[];
  readonly verbs: ReadonlyMap<string, readonly Rule[]>;
  readonly nouns: ReadonlyMap<string, readonly Rule[]>;
  readonly embeddings: readonly EmbeddingRow[];
  /** By `governor|link`. */
  readonly effects: ReadonlyMap<string, readonly EmbeddingRow[]>;
  readonly background: BackgroundTable;
  readonly vouchers: VoucherTable;
}
