/** What reports disagree on, with both sentences. */
import type { Contradiction } from '../ask/contradictions.js';
import { given, type Happening } from '../ask/happening.js';
import { type Cites, quoteOf } from './cites.js';
import type { Claim, Disagreement, Quote } from './page.js';

/** In the order of the happenings. */
export function disagreementsOf(
  contradictions: readonly Contradiction[],
  happenings: readonly Happening[],
  cites: Cites,
): Disagreement[] {
  const evidence = new Map(happenings.map(({ id, evidence: told = [] }) => [id, told]));
  return contradictions.map(({ kind, happening, a, b, settled }) => {
    const claim = (each: Contradiction['a']): Claim => ({
      claim: each.claim,
      ...given('quote', each.evidence && quoteOf(each.evidence, cites)),
    });
    const wrong = settled === a.event ? ('a' as const) : ('b' as const);
    const by = (wrong === 'a' ? a : b).evidence?.corrected;
    const taker = evidence.get(happening.id)?.find(({ article }) => article === by);
    const taken: Quote | undefined = taker && quoteOf(taker, cites);
    return {
      happening: happening.id,
      kind,
      a: claim(a),
      b: claim(b),
      ...(settled === undefined ? {} : { settled: { wrong, ...given('by', taken) } }),
    };
  });
}
