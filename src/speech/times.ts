/** From a place in the text to the time expression that stands there. */
import { overlaps, type Span } from '../span.js';
import type { Time } from '../time/timex3.js';

export type TimeAt = (span: Span | undefined) => Time | undefined;

export function timeFinder(times: readonly Time[]): TimeAt {
  const ordered = [...times].sort((a, b) => a.span.start - b.span.start);
  return (span) => {
    if (!span) return undefined;
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.span.end ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const time = ordered[low];
    return time && overlaps(time.span, span) ? time : undefined;
  };
}
