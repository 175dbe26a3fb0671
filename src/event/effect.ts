/** What a governing word does to the act under it: the row of embedding.yaml that speaks of it. */
import type { Governor } from './frame.js';
import type { EmbeddingRow, Lexicon } from './lexicon.js';

export function effectOf(
  lexicon: Lexicon,
  governor: Governor,
  kind: 'verb' | 'noun',
): EmbeddingRow | undefined {
  const { lemma, link, particle } = governor;
  const phrasal = particle === undefined ? undefined : `${lemma} ${particle}`;
  const role = link === particle ? 'object' : link;
  const keys = [
    phrasal === undefined ? undefined : `${phrasal}|${role}`,
    `${lemma}|${role}`,
    `*|${link}`,
    link === 'object-to' ? `${lemma}|to` : undefined,
  ];
  for (const key of keys) {
    const row =
      key === undefined
        ? undefined
        : lexicon.effects.get(key)?.find(({ of }) => of === undefined || of === kind);
    if (row) return row;
  }
  return undefined;
}
