/** Chance that is the same on every run: a seed gives one sequence. */

export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number below `most`. */
  below(most: number): number;
  chance(share: number): boolean;
  one<Item>(items: readonly Item[]): Item;
}

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    next,
    below,
    chance: (share) => next() < share,
    one: (items) => items[below(items.length)] as (typeof items)[number],
  };
}

export type Drawn<Item> = (random: Random) => Item;

/** Each as often as its weight says. */
export function weighted<Item>(entries: readonly (readonly [Item, number])[]): Drawn<Item> {
  const sums: number[] = [];
  let sum = 0;
  for (const [, weight] of entries) {
    sum += weight;
    sums.push(sum);
  }
  return (random) => {
    const wanted = random.next() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) <= wanted) low = middle + 1;
      else high = middle;
    }
    return (entries[low] as readonly [Item, number])[0];
  };
}

/** As names in news are: the nth about 1/n as often as the first. */
export const skewed = <Item>(items: readonly Item[], steepness = 1): Drawn<Item> =>
  weighted(items.map((item, at) => [item, 1 / (at + 1) ** steepness]));
