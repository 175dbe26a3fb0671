/** Ids made from where things stand, so that a report read again gives the same ones. */
import type { Span } from '../../span.js';

/** 80 bits of the text's digest: enough for any archive. */
export const articleKey = (id: string): string => id.replace(/^sha256:/u, '').slice(0, 20);

/** Of an event, statement or dispute of an article. */
export const nodeId = (article: string, letter: 'e' | 's' | 'd', { start }: Span): string =>
  `${article}-${letter}${start}`;

/** The same id twice gets a number: two acts of one verb. */
export function unique(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}.${count}`;
  };
}
