/** The web of rows that may be one: marks find pairs, pairs that speak for being one are edges, edges hold components. */
import { sql } from 'kysely';
import { hash } from '../filing/shingles.js';
import type { Tx } from '../store/database.js';
import { componentsOf, type Edge } from './components.js';
import { partition, type Weighing } from './partition.js';

export interface Kind<Node extends { readonly id: string }> extends Weighing<Node> {
  /** Takes the place of `partition` where what is one is not told by weights alone. */
  split?(nodes: readonly Node[]): Node[][];
  /** Where others find it. */
  marksOf(node: Node): readonly string[];
  /**
   * Where it looks for others; its own marks if not given. Where one seeks another's mark, the other must seek one of its:
   * what is found may not depend on who came first.
   */
  seeksOf?(node: Node): readonly string[];
  load(ids: readonly string[]): Promise<Node[]>;
  /** Pairs of these rows and any others that a person has joined. */
  joined?(ids: readonly string[]): Promise<Edge[]>;
}

/**
 * Takes new rows in. @returns every group that could have changed, those of the new rows among them: the groups of the
 * components that they touch.
 * @param around Other rows whose groups are wanted too.
 */
export async function regroup<Node extends { readonly id: string }>(
  tx: Tx,
  fresh: readonly Node[],
  kind: Kind<Node>,
  around: readonly string[] = [],
): Promise<Node[][]> {
  const known = new Map(fresh.map((node) => [node.id, node]));
  const marks = fresh.flatMap((node) => marked(node.id, kind.marksOf(node)));
  const seeks = fresh.flatMap((node) => marked(node.id, (kind.seeksOf ?? kind.marksOf)(node)));
  const near = await nearOf(tx, seeks, marks);
  await load(
    kind,
    known,
    [...near.values()].flatMap((ids) => [...ids]),
  );
  const ids = fresh.map(({ id }) => id);
  const edges = [...edgesOf(fresh, near, known, kind), ...((await kind.joined?.(ids)) ?? [])];
  await addEdges(tx, edges);
  // What is new has no edges but these: most of it stands alone, and the record need not be asked.
  const tied = new Set([...around, ...edges.flatMap(({ a, b }) => [a, b])]);
  const alone = fresh.filter(({ id }) => !tied.has(id)).map((node) => [node]);
  return [...alone, ...(tied.size === 0 ? [] : await groupsAround(tx, [...tied], kind, known))];
}

/** The groups of the components in which these rows stand now. */
export async function groupsAround<Node extends { readonly id: string }>(
  tx: Tx,
  ids: readonly string[],
  kind: Kind<Node>,
  known: Map<string, Node> = new Map(),
): Promise<Node[][]> {
  const web = await webOf(tx, ids);
  await load(kind, known, web.ids);
  return componentsOf(web.ids, web.edges).flatMap((component) => {
    const nodes = component.flatMap((id) => known.get(id) ?? []);
    return kind.split?.(nodes) ?? partition(nodes, kind, web.edges);
  });
}

/** Takes rows out of the web. */
export async function unlink(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = sql`any(${[...ids]}::text[])`;
  await sql`delete from mark where node = ${gone}`.execute(tx);
  await sql`delete from edge where a = ${gone} or b = ${gone}`.execute(tx);
}

/** Rows that edges tie to these. */
export async function neighboursOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const wanted = sql`any(${[...ids]}::text[])`;
  const { rows } = await sql<{ id: string }>`
    select b as id from edge where a = ${wanted} union select a from edge where b = ${wanted}`.execute(tx);
  return rows.map(({ id }) => id);
}

interface Mark {
  /** Hashed: two marks that fall together cost a comparison, no more. */
  readonly mark: number;
  readonly node: string;
}

const marked = (node: string, marks: readonly string[]): Mark[] =>
  [...new Set(marks.map(hash))].map((mark) => ({ mark, node }));

/** For each new row those whose marks it seeks, new ones among them; its own marks are written in the same step. */
async function nearOf(
  tx: Tx,
  seeks: readonly Mark[],
  fresh: readonly Mark[],
): Promise<Map<string, Set<string>>> {
  const seekers = new Map<number, string[]>();
  for (const { mark, node } of seeks) seekers.set(mark, [...(seekers.get(mark) ?? []), node]);
  const found = await exchangeMarks(tx, [...seekers.keys()], fresh);
  const near = new Map<string, Set<string>>();
  for (const { mark, node } of [...found, ...fresh]) {
    for (const seeker of seekers.get(mark) ?? []) {
      if (seeker === node) continue;
      const set = near.get(seeker) ?? new Set();
      near.set(seeker, set.add(node));
    }
  }
  return near;
}

/** Writes new marks. @returns those that were there and are wanted. */
async function exchangeMarks(tx: Tx, wanted: readonly number[], fresh: readonly Mark[]): Promise<Mark[]> {
  if (wanted.length + fresh.length === 0) return [];
  const { rows } = await sql<Mark>`with made as (insert into mark (mark, node)
      select * from unnest(${fresh.map(({ mark }) => mark)}::integer[], ${fresh.map(({ node }) => node)}::text[]))
    select mark, node from mark where mark = any(${wanted}::integer[])`.execute(tx);
  return rows;
}

function edgesOf<Node extends { readonly id: string }>(
  fresh: readonly Node[],
  near: ReadonlyMap<string, ReadonlySet<string>>,
  known: ReadonlyMap<string, Node>,
  { weigh }: Weighing<Node>,
): Edge[] {
  const edges = new Map<string, Edge>();
  for (const node of fresh) {
    for (const id of near.get(node.id) ?? []) {
      const other = known.get(id);
      if (other === undefined) continue;
      const [a, b] = node.id < id ? [node, other] : [other, node];
      const weight = weigh(a, b);
      if (weight > 0) edges.set(`${a.id} ${b.id}`, { a: a.id, b: b.id, weight });
    }
  }
  return [...edges.values()];
}

/** Of a pair that stands twice the last counts: a person's word after what the rows say. */
async function addEdges(tx: Tx, all: readonly Edge[]): Promise<void> {
  if (all.length === 0) return;
  const edges = [...new Map(all.map((edge) => [`${edge.a} ${edge.b}`, edge])).values()];
  await sql`insert into edge (a, b, weight)
    select * from unnest(${edges.map(({ a }) => a)}::text[], ${edges.map(({ b }) => b)}::text[],
      ${edges.map(({ weight }) => weight)}::real[])
    on conflict (a, b) do update set weight = excluded.weight`.execute(tx);
}

interface Web {
  readonly ids: readonly string[];
  readonly edges: readonly Edge[];
}

/**
 * All rows that edges reach from these, and the edges. What no edge ties together is never compared. Step by step: of a
 * recursive query databases think that it reaches most of the record, and plan for that. A report that stands alone takes
 * one step.
 */
async function webOf(tx: Tx, ids: readonly string[]): Promise<Web> {
  const reached = new Set(ids);
  const edges = new Map<string, Edge>();
  for (let front = [...reached]; front.length > 0; ) {
    const here = sql`any(${front}::text[])`;
    const { rows } = await sql<Edge>`
      select a, b, weight from edge where a = ${here} union select a, b, weight from edge where b = ${here}`.execute(
      tx,
    );
    for (const edge of rows) edges.set(`${edge.a} ${edge.b}`, edge);
    front = [...new Set(rows.flatMap(({ a, b }) => [a, b]))].filter((id) => !reached.has(id));
    for (const id of front) reached.add(id);
  }
  return { ids: [...reached], edges: [...edges.values()] };
}

async function load<Node extends { readonly id: string }>(
  kind: Kind<Node>,
  known: Map<string, Node>,
  ids: readonly string[],
): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  if (missing.length === 0) return;
  for (const node of await kind.load(missing)) known.set(node.id, node);
}
