/** Which items were taken before. */
import type { FeedItem } from '../article/index.js';
import { keyOf, pageKeyOf } from './item.js';

/** Keys kept beyond those of what is listed now: an item may leave a feed and come back. */
const mostKept = 50_000;

export interface Seen {
  has(item: FeedItem): boolean;
  /** Some feeds give one address to all of their items: only a page is not read twice, an item's own text is. */
  hasPage(item: FeedItem): boolean;
  add(item: FeedItem): void;
  /** The newest last. */
  keys(): string[];
}

export function seenFrom(before: readonly string[]): Seen {
  const keys = new Set(before);
  return {
    has: (item) => keys.has(keyOf(item)),
    hasPage: (item) => keys.has(pageKeyOf(item) ?? ''),
    add(item) {
      for (const key of [keyOf(item), pageKeyOf(item)]) {
        if (key === undefined) continue;
        // Moved to the end: what is still listed is kept longest.
        keys.delete(key);
        keys.add(key);
      }
    },
    keys: () => [...keys].slice(-mostKept),
  };
}
