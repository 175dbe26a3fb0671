import type { Span } from '../span.js';
import { contains, overlaps } from '../span.js';
import type { Actor } from './actor.js';

/**
 * The actor that the words of `span` name: one whose mention lies in it or holds it. Of several the one of the
 * longest mention, of equals the last, since the head of an English noun group stands at its end.
 */
export function actorAt(actors: readonly Actor[], span: Span): Actor | undefined {
  let best: Actor | undefined;
  let length = 0;
  for (const actor of actors) {
    // Where something was said is nobody who says it.
    if (actor.basis === 'place') continue;
    for (const mention of actor.mentions) {
      if (mention.start >= span.end) break;
      if (!overlaps(mention, span) || !(contains(mention, span) || contains(span, mention))) continue;
      if (mention.end - mention.start >= length) {
        best = actor;
        length = mention.end - mention.start;
      }
    }
  }
  return best;
}
