/**
 * The three measures of CoNLL-2011/2012, on partitions of mention keys: MUC (Vilain et al. 1995) counts the links that are
 * missing, B³ (Bagga and Baldwin 1998) averages over mentions, CEAF-φ4 (Luo 2005) pairs whole clusters one to one. A mention
 * that only one side has counts against the other (Cai and Strube 2010, as the CoNLL scorer does it).
 */

export type Cluster = readonly string[];

/** Parts of a share; several documents are added up. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

export interface Figures {
  readonly recall: Share;
  readonly precision: Share;
}

export interface CorefScores {
  readonly muc: Figures;
  readonly b3: Figures;
  readonly ceaf: Figures;
  readonly mentions: Figures;
}

export function scoreClusters(gold: readonly Cluster[], ours: readonly Cluster[]): CorefScores {
  const similarity = bestPairing(gold, ours);
  return {
    muc: { recall: muc(gold, ours), precision: muc(ours, gold) },
    b3: { recall: b3(gold, ours), precision: b3(ours, gold) },
    ceaf: {
      recall: { part: similarity, whole: gold.length },
      precision: { part: similarity, whole: ours.length },
    },
    mentions: { recall: shared(gold, ours), precision: shared(ours, gold) },
  };
}

export const addFigures = (a: Figures, b: Figures): Figures => ({
  recall: addShares(a.recall, b.recall),
  precision: addShares(a.precision, b.precision),
});

const addShares = (a: Share, b: Share): Share => ({ part: a.part + b.part, whole: a.whole + b.whole });

export const value = ({ part, whole }: Share): number => (whole === 0 ? 0 : part / whole);

export function f1({ recall, precision }: Figures): number {
  const [r, p] = [value(recall), value(precision)];
  return r + p === 0 ? 0 : (2 * r * p) / (r + p);
}

const byKey = (clusters: readonly Cluster[]): Map<string, number> =>
  new Map(clusters.flatMap((cluster, nth) => cluster.map((key) => [key, nth] as const)));

/** Of each cluster its size less the number of parts that the others cut it into. */
function muc(clusters: readonly Cluster[], others: readonly Cluster[]): Share {
  const other = byKey(others);
  let part = 0;
  let whole = 0;
  for (const cluster of clusters) {
    const parts = new Set(cluster.map((key) => other.get(key) ?? key)).size;
    part += cluster.length - parts;
    whole += cluster.length - 1;
  }
  return { part, whole };
}

/** Of each item the share of its cluster that the others have with it, added up. */
export function b3(clusters: readonly Cluster[], others: readonly Cluster[]): Share {
  const other = byKey(others);
  let part = 0;
  let whole = 0;
  for (const cluster of clusters) {
    const sizes = new Map<number, number>();
    for (const key of cluster) {
      const nth = other.get(key);
      if (nth !== undefined) sizes.set(nth, (sizes.get(nth) ?? 0) + 1);
    }
    for (const size of sizes.values()) part += (size * size) / cluster.length;
    whole += cluster.length;
  }
  return { part, whole };
}

function shared(clusters: readonly Cluster[], others: readonly Cluster[]): Share {
  const other = byKey(others);
  const keys = clusters.flat();
  return { part: keys.filter((key) => other.has(key)).length, whole: keys.length };
}

const phi4 = (a: Cluster, b: Cluster): number => {
  const keys = new Set(b);
  return (2 * a.filter((key) => keys.has(key)).length) / (a.length + b.length);
};

/** The most that a one-to-one pairing of the clusters can have in common (the Hungarian algorithm). */
function bestPairing(gold: readonly Cluster[], ours: readonly Cluster[]): number {
  const size = Math.max(gold.length, ours.length);
  const gain = (row: number, column: number): number => {
    const [a, b] = [gold[row], ours[column]];
    return a && b ? phi4(a, b) : 0;
  };
  const rowOf = assign(size, (row, column) => -gain(row, column));
  return rowOf.reduce((sum, row, column) => sum + gain(row, column), 0);
}

/** Cheapest pairing of `size` rows and columns: for each column its row. Potentials, one row more at a time. */
function assign(size: number, cost: (row: number, column: number) => number): number[] {
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  const rows = new Array<number>(size + 1).fill(0);
  const columns = new Array<number>(size + 1).fill(0);
  const held = new Array<number>(size + 1).fill(0);
  const way = new Array<number>(size + 1).fill(0);
  for (let row = 1; row <= size; row++) {
    held[0] = row;
    let column = 0;
    const least = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Array<boolean>(size + 1).fill(false);
    do {
      used[column] = true;
      const from = at(held, column);
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= size; other++) {
        if (used[other]) continue;
        const reduced = cost(from - 1, other - 1) - at(rows, from) - at(columns, other);
        if (reduced < at(least, other)) {
          least[other] = reduced;
          way[other] = column;
        }
        if (at(least, other) < step) {
          step = at(least, other);
          next = other;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (used[other]) {
          rows[at(held, other)] = at(rows, at(held, other)) + step;
          columns[other] = at(columns, other) - step;
        } else least[other] = at(least, other) - step;
      }
      column = next;
    } while (at(held, column) !== 0);
    while (column !== 0) {
      held[column] = at(held, at(way, column));
      column = at(way, column);
    }
  }
  return held.slice(1).map((row) => row - 1);
}
