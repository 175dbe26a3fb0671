/** Words that stand for somebody named before: `he`, `they`, `the two leaders`, `the ministers`. */
import { z } from 'zod';
import { checkedData } from '../data-file.js';
import type { Sentence } from '../language/doc.js';
import { isPossessive, lowerAt, PhraseTable, type Scan } from '../place/index.js';
import type { Lexicon } from './lexicon.js';

const Row = z.strictObject({
  id: z.string().regex(/^reference\/[a-z-]+$/),
  sort: z.enum(['states', 'people', 'heads', 'either']),
  nouns: z.array(z.string()).min(1),
  example: z.strictObject({ text: z.string(), words: z.string(), names: z.string() }),
});
export type ReferenceRow = z.infer<typeof Row>;

/** Who a noun in the plural stands for: a sort of two, or the holders of one title. */
export interface Pair {
  readonly sort: ReferenceRow['sort'] | 'holders';
  /** The title in the singular, as the roles of its holders end with it. */
  readonly title: string;
}

export interface References {
  readonly nouns: PhraseTable<Pair>;
  readonly rows: readonly ReferenceRow[];
}

export type Reference =
  | { readonly as: 'he' | 'she' | 'him' | 'they' }
  | { readonly as: 'pair'; readonly pair: Pair };

export interface ReferenceAt {
  readonly reference: Reference;
  /** The word behind. */
  readonly to: number;
}

/** @throws Error naming file and entry. */
export function loadReferences(): References {
  const rows = checkedData('actors', 'references.yaml', z.array(Row));
  const nouns = new PhraseTable<Pair>();
  for (const { sort, nouns: forms } of rows) for (const noun of forms) nouns.set(noun, { sort, title: '' });
  return { nouns, rows };
}

export function referenceAt(
  scan: Scan,
  { nouns }: References,
  lexicon: Lexicon,
  sentence: Sentence,
  at: number,
): ReferenceAt | undefined {
  const word = lowerAt(scan, at);
  if (word === 'he' || word === 'she' || word === 'him' || word === 'they')
    return { reference: { as: word }, to: at + 1 };
  if (word !== 'the' && word !== 'both') return undefined;
  const two = word === 'both' || lowerAt(scan, at + 1) === 'two';
  const first = lowerAt(scan, at + 1) === 'two' ? at + 2 : at + 1;
  const title = lexicon.titles.longestAt(scan.lower, first, sentence.to);
  const noun = two ? nouns.longestAt(scan.lower, first, sentence.to) : undefined;
  const found = noun ?? (title?.value.plural === true ? title : undefined);
  if (found === undefined || isOwned(scan, found.to)) return undefined;
  const singular = lowerAt(scan, found.to - 1).replace(/s$/, '');
  const pair = noun?.value ?? { sort: 'holders' as const, title: singular };
  return { reference: { as: 'pair', pair }, to: found.to };
}

/** `the two leaders of Peru and Chile` says itself who they are; `the two countries' leaders` are others. */
const isOwned = (scan: Scan, at: number): boolean =>
  lowerAt(scan, at) === 'of' || lowerAt(scan, at) === 'from' || isPossessive(scan, at);
