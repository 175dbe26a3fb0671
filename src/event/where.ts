/** Where an act was: a place in a locative phrase of its clause. Never the dateline, which is in no clause. */
import type { Candidate } from './match.js';

const LOCATIVE: ReadonlySet<string> = new Set([
  'in',
  'at',
  'on',
  'near',
  'off',
  'outside',
  'inside',
  'around',
  'across',
  'along',
  'over',
  'within',
  'throughout',
]);

/** Place id. For a visit, the place that is visited. */
export function whereOf({ rule, frame, obliques, trigger }: Candidate): string | undefined {
  const placed = obliques.filter(({ phrase }) => phrase.places.length > 0);
  const after = placed.filter(({ phrase }) => phrase.start > trigger.start);
  if (rule.host && rule.type === 'CONSULT') {
    const visited = after.find(({ preposition }) => preposition === 'to' || preposition === 'in');
    return visited?.phrase.places[0] ?? frame.object.find(({ places }) => places.length > 0)?.places[0];
  }
  for (const [nth, { preposition, phrase }] of obliques.entries()) {
    if (!LOCATIVE.has(preposition)) continue;
    if (phrase.places.length > 0) return phrase.places[0];
    const next = obliques[nth + 1];
    // "in the city of Yamaguchi"
    if (next?.preposition === 'of' && next.phrase.places.length > 0 && phrase.actors.length === 0)
      return next.phrase.places[0];
  }
  return undefined;
}
