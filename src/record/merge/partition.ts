/**
 * Which rows are one: average-link agglomeration over log odds. A function of the set alone, not of the order in which
 * its members came, so that the record is the same in whatever order reports arrive.
 */

import { componentsOf, type Edge } from './components.js';

export interface Weighing<Node extends { readonly id: string }> {
  /** Log odds that two rows are one; the same whichever comes first. */
  weigh(a: Node, b: Node): number;
  /** A person's word on two rows, which outweighs all else. */
  decided?(a: string, b: string): 'one' | 'two' | undefined;
}

/** What a person has decided stands beyond any sum of evidence. */
const DECIDED = 1e6;

/** Above this many rows in one component not all are compared with all, so that work stays bounded. */
const LARGEST = 240;
const STEP = 1;
/** Copies of a sentence, and pairs of which all agrees. */
const SURE = 6;

/**
 * @param nodes One component: rows that edges hold together.
 * @param edges Theirs, among others. Asked only where there are too many rows to compare all.
 */
export function partition<Node extends { readonly id: string }>(
  nodes: readonly Node[],
  weighing: Weighing<Node>,
  edges: readonly Edge[] = [],
): Node[][] {
  const byKey = new Map(nodes.map((node) => [node.id, node]));
  const sorted = [...byKey.keys()].sort();
  const groups =
    sorted.length <= LARGEST ? grouped(sorted, byKey, weighing) : bounded(sorted, byKey, weighing, edges);
  return groups.map((group) => group.flatMap((id) => byKey.get(id) ?? []));
}

/**
 * Too many to compare all with all: what is all but sure is taken for one, and the first of each stands for it; where even
 * these are too many, edges must speak louder, step by step.
 */
function bounded<Node extends { readonly id: string }>(
  ids: readonly string[],
  nodes: ReadonlyMap<string, Node>,
  weighing: Weighing<Node>,
  all: readonly Edge[],
): string[][] {
  const edges = all.filter(({ a, b }) => weighing.decided?.(a, b) !== 'two');
  const sure = new Map(componentsOf(ids, edges, SURE).map((each) => [[...each].sort()[0] as string, each]));
  const firstOf = new Map(
    [...sure].flatMap(([first, each]) => each.map((id): [string, string] => [id, first])),
  );
  const among = edges.flatMap(({ a, b, weight }) => {
    const [left, right] = [firstOf.get(a), firstOf.get(b)];
    return left === undefined || right === undefined || left === right ? [] : [{ a: left, b: right, weight }];
  });
  return louder([...sure.keys()].sort(), among, 0)
    .flatMap((part) => grouped(part, nodes, weighing))
    .map((group) => group.flatMap((first) => sure.get(first) ?? []).sort());
}

function louder(part: readonly string[], edges: readonly Edge[], least: number): string[][] {
  if (part.length <= LARGEST || least > SURE) return [[...part]];
  return componentsOf(part, edges, least + STEP).flatMap((each) =>
    louder([...each].sort(), edges, least + STEP),
  );
}

function grouped<Node extends { readonly id: string }>(
  ids: readonly string[],
  nodes: ReadonlyMap<string, Node>,
  weighing: Weighing<Node>,
): string[][] {
  const here = ids.flatMap((id) => nodes.get(id) ?? []);
  return agglomerate([...here.keys()], weightsOf(here, weighing)).map((group) =>
    group.flatMap((at) => here[at]?.id ?? []),
  );
}

type Weights = (a: number, b: number) => number;

function weightsOf<Node extends { readonly id: string }>(
  nodes: readonly Node[],
  { weigh, decided }: Weighing<Node>,
): Weights {
  const size = nodes.length;
  const known = new Float64Array(size * size).fill(Number.NaN);
  return (a, b) => {
    const at = a < b ? a * size + b : b * size + a;
    const before = known[at] as number;
    if (!Number.isNaN(before)) return before;
    const [left, right] = [nodes[Math.min(a, b)] as Node, nodes[Math.max(a, b)] as Node];
    const word = decided?.(left.id, right.id);
    const weight = word === undefined ? weigh(left, right) : word === 'one' ? DECIDED : -DECIDED;
    known[at] = weight;
    return weight;
  };
}

interface Cluster {
  readonly members: number[];
  /** Sum of the weights to each other cluster, by its place in the list. */
  readonly sums: Map<number, number>;
}

function agglomerate(part: readonly number[], weights: Weights): number[][] {
  const clusters = new Map<number, Cluster>(part.map((at) => [at, { members: [at], sums: new Map() }]));
  for (const [at, { sums }] of clusters)
    for (const other of part) if (other !== at) sums.set(other, weights(at, other));
  for (let pair = closest(clusters); pair !== undefined; pair = closest(clusters)) join(clusters, pair);
  return [...clusters.values()].map(({ members }) => members.sort((a, b) => a - b));
}

/** The pair that most speaks for, on average; the first by id where several do. */
function closest(clusters: ReadonlyMap<number, Cluster>): [number, number] | undefined {
  let best: [number, number] | undefined;
  let most = 0;
  for (const [a, { members, sums }] of clusters) {
    for (const [b, sum] of sums) {
      if (b <= a) continue;
      const average = sum / (members.length * (clusters.get(b) as Cluster).members.length);
      if (average > most) {
        most = average;
        best = [a, b];
      }
    }
  }
  return best;
}

function join(clusters: Map<number, Cluster>, [a, b]: [number, number]): void {
  const kept = clusters.get(a) as Cluster;
  const gone = clusters.get(b) as Cluster;
  clusters.delete(b);
  kept.members.push(...gone.members);
  kept.sums.delete(b);
  for (const [other, { sums }] of clusters) {
    if (other === a) continue;
    const sum = (sums.get(a) as number) + (sums.get(b) as number);
    sums.delete(b);
    sums.set(a, sum);
    kept.sums.set(other, sum);
  }
}
