/** The words of disputes, read from data/disputes once and checked. */
import { z } from 'zod';
import { checkedData } from '../data-file.js';

const words = z.array(z.string().min(1));

const Row = z.strictObject({
  id: z.string().regex(/^dispute\/[a-z-]+$/),
  lemma: z.string().min(1),
  example: z.string().min(1),
  /** What the example must give; see data/disputes/README.md. */
  gives: z.string(),
});

const Disputing = Row.extend({
  /** Prepositions before what is disputed; `obj` is the direct object. */
  object: words,
  /** Only of land, water and the like. */
  territory: z.boolean().default(false),
  /** Only with one of these words before it. */
  needs: words.optional(),
  /** Only after one of these prepositions: at odds. */
  after: words.optional(),
});
export type Disputing = z.infer<typeof Disputing>;

const Naming = Row.extend({ frame: z.enum(['object', 'as']) });
export type Naming = z.infer<typeof Naming>;

/** A verb whose subject is the dispute; `with`: one of these words must follow. */
const Predicate = Row.extend({
  with: z
    .union([z.string(), words])
    .transform((one) => [one].flat())
    .optional(),
  'since-only': z.boolean().default(false),
});
export type Predicate = z.infer<typeof Predicate>;

const File = z.strictObject({
  nouns: z.array(Disputing),
  verbs: z.array(Disputing),
  adjectives: z.array(Row),
  light: words,
  rejecting: words,
  settling: words,
  states: words,
  naming: z.array(Naming),
  holders: words,
  origins: z.array(Predicate),
  effects: z.array(Predicate),
  kinds: words,
  appositive: words,
  aspects: words,
  bare: words,
  directions: words,
});

export interface DisputeWords {
  readonly nouns: ReadonlyMap<string, Disputing>;
  readonly verbs: ReadonlyMap<string, Disputing>;
  readonly adjectives: ReadonlyMap<string, z.infer<typeof Row>>;
  readonly light: ReadonlySet<string>;
  readonly rejecting: ReadonlySet<string>;
  readonly settling: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  readonly naming: ReadonlyMap<string, Naming>;
  readonly holders: ReadonlySet<string>;
  readonly origins: ReadonlyMap<string, Predicate>;
  readonly effects: ReadonlyMap<string, Predicate>;
  readonly kinds: ReadonlySet<string>;
  readonly appositive: ReadonlySet<string>;
  readonly aspects: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
  readonly directions: ReadonlySet<string>;
  /** All rows with their examples. */
  readonly rows: readonly z.infer<typeof Row>[];
}

/** @throws Error naming file and entry. */
export function loadDisputes(): DisputeWords {
  const file = checkedData('disputes', 'words.yaml', File);
  const { nouns, verbs, adjectives, naming, origins, effects } = file;
  const rows = [nouns, verbs, adjectives, naming, origins, effects].flat();
  const twice = rows.find(({ id }, at) => rows.findIndex((row) => row.id === id) !== at);
  if (twice) throw new Error(`data/disputes/words.yaml: two rows have the id ${twice.id}.`);
  return {
    nouns: byLemma(nouns),
    verbs: byLemma(verbs),
    adjectives: byLemma(adjectives),
    naming: byLemma(naming),
    origins: byLemma(origins),
    effects: byLemma(effects),
    light: new Set(file.light),
    rejecting: new Set(file.rejecting),
    settling: new Set(file.settling),
    states: new Set(file.states),
    holders: new Set(file.holders),
    kinds: new Set(file.kinds),
    appositive: new Set(file.appositive),
    aspects: new Set(file.aspects),
    bare: new Set(file.bare),
    directions: new Set(file.directions),
    rows,
  };
}

/** Several rows of one lemma are more examples of it: the first has the settings. */
function byLemma<Of extends { readonly lemma: string }>(rows: readonly Of[]): Map<string, Of> {
  const found = new Map<string, Of>();
  for (const row of rows) if (!found.has(row.lemma)) found.set(row.lemma, row);
  return found;
}
