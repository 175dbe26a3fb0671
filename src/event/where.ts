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
  const located = placed.find(({ preposition }) => LOCATIVE.has(preposition));
  return located?.phrase.places[0];
}
