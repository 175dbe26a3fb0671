/** What a governing word does to the act under it: the row of embedding.yaml that speaks of it. */
import type { PloverType } from './event.js';
import type { Governor } from './frame.js';
import type { EmbeddingRow, Lexicon } from './lexicon.js';

/** `act` is what stands under the word: named by a verb or a noun, of a type. */
export function effectOf(
  lexicon: Lexicon,
  governor: Governor,
  act: { readonly kind: 'verb' | 'noun'; readonly type?: PloverType },
): EmbeddingRow | undefined {
  const { lemma, link, particle, predicate } = governor;
  const phrasal = particle === undefined ? undefined : `${lemma} ${particle}`;
  const role = link === particle ? 'object' : link;
  const keys = [
    predicate === undefined ? undefined : `${predicate}|${role}`,
    phrasal === undefined ? undefined : `${phrasal}|${role}`,
    `${lemma}|${role}`,
    // "killed *in* an ambush": what may be a particle is a preposition as well.
    `${lemma}|${link}`,
    `*|${link}`,
    link === 'object-to' || link === 'passive-to' ? `${lemma}|to` : undefined,
    link === 'passive-that' ? `${lemma}|that` : undefined,
  ];
  for (const key of keys) {
    const row =
      key === undefined
        ? undefined
        : lexicon.effects.get(key)?.find((row) => speaksOf(row, act.kind, act.type));
    if (row) return row;
  }
  return undefined;
}

const speaksOf = (
  { of, types }: EmbeddingRow,
  kind: 'verb' | 'noun',
  type: PloverType | undefined,
): boolean =>
  (of === undefined || of === kind) && (types === undefined || (type !== undefined && types.includes(type)));
