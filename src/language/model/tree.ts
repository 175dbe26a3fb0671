/**
 * The best well-formed tree over the scores of all arcs: maximum spanning arborescence by Chu-Liu and Edmonds,
 * with one word below the root. The best head of each word alone is a tree most of the time, and then it is the
 * answer; only else are cycles contracted.
 */

/**
 * @param scores Of a sentence of n words, `scores[word * (n + 1) + head]`, larger is better; head 0 is the
 *   root and head h the word h - 1.
 * @returns The head of each word, -1 for the one below the root.
 */
export function treeOf(scores: Float32Array, n: number): Int32Array {
  const heads = bestTree(scores, n);
  const root = heads.indexOf(-1);
  if (!heads.some((head, word) => spans(head, word, root))) return heads;
  return bestTree(withoutSpanning(scores, n, root), n);
}

function bestTree(scores: Float32Array, n: number): Int32Array {
  const heads = bestHeads(scores, n);
  if (isTree(heads)) return heads;
  const nodes = spanning(matrixOf(scores, n), n + 1);
  return Int32Array.from(nodes.slice(1), (head) => head - 1);
}

/** Does the arc run over the word below the root? English hardly has such; without them UAS rises on EWT and on GUM. */
const spans = (head: number, word: number, root: number): boolean =>
  head >= 0 && (head - root) * (word - root) < 0;

/** The scores with the root's word kept and arcs over it priced out. */
function withoutSpanning(scores: Float32Array, n: number, root: number): Float32Array {
  const most = scores.subarray(0, n * (n + 1)).reduce((sum, score) => sum + Math.abs(score), 1);
  return Float32Array.from(scores, (score, at) => {
    const word = Math.floor(at / (n + 1));
    const head = (at % (n + 1)) - 1;
    if (word >= n) return score;
    if (head === -1) return word === root ? score : score - most;
    return spans(head, word, root) ? score - most : score;
  });
}

function bestHeads(scores: Float32Array, n: number): Int32Array {
  const heads = new Int32Array(n);
  for (let word = 0; word < n; word++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let head = 0; head <= n; head++) {
      const score = scores[word * (n + 1) + head] ?? 0;
      if (head === word + 1 || score <= best) continue;
      best = score;
      heads[word] = head - 1;
    }
  }
  return heads;
}

/** One word below the root, and every word's heads lead to it. */
export function isTree(heads: Int32Array): boolean {
  if (heads.filter((head) => head === -1).length !== 1) return false;
  const reached = new Uint8Array(heads.length);
  for (let start = 0; start < heads.length; start++) {
    const path: number[] = [];
    let at = start;
    while (at >= 0 && reached[at] === 0) {
      reached[at] = 2;
      path.push(at);
      at = heads[at] ?? -1;
    }
    if (at >= 0 && reached[at] === 2) return false;
    for (const word of path) reached[word] = 1;
  }
  return true;
}

/** `matrix[dependent][head]`, the root first. Arcs from the root cost so much that a second one never pays. */
function matrixOf(scores: Float32Array, n: number): Float64Array[] {
  const spread = scores.subarray(0, n * (n + 1)).reduce((sum, score) => sum + Math.abs(score), 1);
  return Array.from({ length: n + 1 }, (_, dependent) =>
    Float64Array.from({ length: n + 1 }, (__, head) => {
      if (dependent === 0 || dependent === head) return Number.NEGATIVE_INFINITY;
      const score = scores[(dependent - 1) * (n + 1) + head] ?? 0;
      return head === 0 ? score - 2 * spread : score;
    }),
  );
}

/** The head of each of `size` nodes; node 0 is the root. */
function spanning(matrix: readonly Float64Array[], size: number): number[] {
  const heads = matrix.map((row, node) => (node === 0 ? -1 : best(row)));
  const cycle = cycleIn(heads);
  if (!cycle) return heads;

  const inside = new Set(cycle);
  const outside = Array.from({ length: size }, (_, node) => node).filter((node) => !inside.has(node));
  // The cycle becomes one node, the last; `enters` and `leaves` say through which of its words.
  const enters = new Map<number, number>();
  const leaves = new Map<number, number>();
  const small = outside.map((node) => {
    const row = Float64Array.from(outside, (head) => at(matrix, node, head));
    const from = cycle.reduce((a, b) => (at(matrix, node, b) > at(matrix, node, a) ? b : a));
    leaves.set(node, from);
    return Float64Array.from([...row, at(matrix, node, from)]);
  });
  const own = cycle.reduce((sum, node) => sum + at(matrix, node, heads[node] ?? 0), 0);
  const gain = (node: number, head: number): number =>
    own - at(matrix, node, heads[node] ?? 0) + at(matrix, node, head);
  small.push(
    Float64Array.from([
      ...outside.map((head) => {
        const into = cycle.reduce((a, b) => (gain(b, head) > gain(a, head) ? b : a));
        enters.set(head, into);
        return gain(into, head);
      }),
      Number.NEGATIVE_INFINITY,
    ]),
  );

  const solved = spanning(small, small.length);
  const last = small.length - 1;
  solved.forEach((head, node) => {
    if (node === 0) return;
    const whole = outside[head];
    if (node === last) heads[enters.get(whole ?? 0) ?? 0] = whole ?? 0;
    else {
      const dependent = outside[node] ?? 0;
      heads[dependent] = head === last ? (leaves.get(dependent) ?? 0) : (whole ?? 0);
    }
  });
  return heads;
}

const at = (matrix: readonly Float64Array[], node: number, head: number): number =>
  matrix[node]?.[head] ?? Number.NEGATIVE_INFINITY;

const best = (row: Float64Array): number =>
  row.reduce((found, score, head) => (score > (row[found] ?? 0) ? head : found), 0);

function cycleIn(heads: readonly number[]): number[] | undefined {
  const state = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node > 0 && state[node] === 0) {
      state[node] = start;
      node = heads[node] ?? 0;
    }
    if (node <= 0 || state[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] ?? 0; next !== node; next = heads[next] ?? 0) cycle.push(next);
    return cycle;
  }
  return undefined;
}
