/** Whose `its` is. */
import type { Mention } from './mention.js';
import type { Owner } from './owner.js';

/** The one state that the sentence, else the one before it, names; bodies may own things too. */
export function ownerOfIts(mentions: readonly Mention[], before: readonly Mention[]): Owner | undefined {
  const candidates = mentions.some(isOwnerLike) ? mentions : before;
  const countries = new Set<string | undefined>();
  let named = false;
  for (const mention of candidates) {
    if (!isOwnerLike(mention)) continue;
    countries.add(mention.country);
    named ||= mention.is !== 'state' || !mention.adjective;
  }
  const [country] = countries;
  return named && countries.size === 1 && country !== undefined ? { text: 'its', country } : undefined;
}

const isOwnerLike = (mention: Mention): mention is Extract<Mention, { is: 'state' | 'group' | 'body' }> =>
  mention.is === 'state' ||
  mention.is === 'body' ||
  (mention.is === 'group' && mention.row.kind === 'government');
