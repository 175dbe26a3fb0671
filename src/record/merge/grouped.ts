/** Items by key, each list in the order given. */
export function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** By code point, as `collate "C"` orders: the same on every database. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
