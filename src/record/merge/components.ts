/** Rows that edges hold together. */

/** Two rows that speak for being one, each pair once with `a` < `b`. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  /** Log odds, above 0. */
  readonly weight: number;
}

/** Parts that edges above `least` hold together; edges that lead elsewhere are passed over. */
export function componentsOf(ids: readonly string[], edges: readonly Edge[], least = 0): string[][] {
  const near = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { a, b, weight } of edges) {
    if (weight <= least) continue;
    near.get(a)?.push(b);
    near.get(b)?.push(a);
  }
  const left = new Set(ids);
  const components: string[][] = [];
  for (const start of ids) {
    if (!left.delete(start)) continue;
    const component = [start];
    for (const id of component) {
      for (const next of near.get(id) ?? []) if (left.delete(next)) component.push(next);
    }
    components.push(component);
  }
  return components;
}
