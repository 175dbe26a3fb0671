/** Nouns that stand for those named before: `the two leaders`, `the ministers`, `the company`. */
import { z } from 'zod';
import { checkedData } from '../data-file.js';
import { PhraseTable } from '../place/index.js';

const Row = z.strictObject({
  id: z.string().regex(/^reference\/[a-z-]+$/),
  sort: z.enum(['state', 'states', 'people', 'heads', 'either', 'diplomats']),
  nouns: z.array(z.string()).min(1),
  /** Ids of the offices that they hold. */
  of: z.array(z.string()).optional(),
  /** However long ago they were named: the two of whom the report tells. */
  far: z.literal(true).optional(),
  example: z.strictObject({ text: z.string(), words: z.string(), names: z.string() }),
});
export type ReferenceRow = z.infer<typeof Row>;

/** Who a noun in the plural stands for: a sort of two, or the holders of one title. */
export interface Pair {
  readonly sort: Exclude<ReferenceRow['sort'], 'state'> | 'holders';
  /** The title in the singular, as the roles of its holders end with it. */
  readonly title: string;
  /** Ids of the offices that its members hold. */
  readonly of?: readonly string[];
  /** Those of whom the report tells, where nobody was named lately. */
  readonly far?: true;
}

export interface References {
  readonly nouns: PhraseTable<Pair>;
  /** Nouns in the singular that stand for one state: `the country`. */
  readonly state: ReadonlySet<string>;
  readonly rows: readonly ReferenceRow[];
}

/** @throws Error naming file and entry. */
export function loadReferences(): References {
  const rows = checkedData('actors', 'references.yaml', z.array(Row));
  const nouns = new PhraseTable<Pair>();
  const state = new Set<string>();
  for (const { sort, nouns: forms, of, far } of rows)
    for (const noun of forms)
      if (sort === 'state') state.add(noun);
      else nouns.set(noun, { sort, title: '', ...(of && { of }), ...(far && { far }) });
  return { nouns, state, rows };
}
