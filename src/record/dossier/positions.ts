/**
 * Changes of position: where what one party says and does in words toward another turns from one stand to another.
 * A stand counts once it is established: two independent sources, or two acts one after the other. Between stands that
 * are not, and between acts whose order is not known, no change is told.
 */
import { z } from 'zod';
import { checkedData } from '../../data-file.js';

const Stances = z.record(z.string(), z.strictObject({ degree: z.int(), as: z.string() }));

/** An act in words toward the other party. */
export interface Act {
  readonly type: string;
  /** Days in which it may lie, half open. */
  readonly from: string;
  readonly to: string;
  /** Sources that do not copy each other. */
  readonly lineages: readonly string[];
}

export interface Change {
  /** Turned from one side of zero to the other; or became harder or softer on one side. */
  readonly kind: 'turned' | 'hardened' | 'softened';
  /** What the stands are called: `agreement`, `threats`. */
  readonly before: string;
  readonly after: string;
}

export interface Stances {
  /** 0: it takes no stand. */
  degreeOf(type: string): number;
  /** By the place in `acts`, which stand in order: the first act of each new stand. */
  changes(acts: readonly Act[]): ReadonlyMap<number, Change>;
}

/** @throws Error naming file and entry. */
export function loadStances(): Stances {
  const stances = checkedData('record', 'dossier/stances.yaml', Stances);
  const degreeOf = (type: string): number => stances[type]?.degree ?? 0;
  const nameOf = (acts: readonly Act[]): string =>
    [...new Set(acts.map(({ type }) => stances[type]?.as ?? type))].join(' and ');
  const changes = (acts: readonly Act[]): Map<number, Change> => {
    const found = new Map<number, Change>();
    const turns = turnsOf(acts, ({ type }) => Math.sign(degreeOf(type)));
    for (const { before, after } of turns) {
      found.set(after.at, { kind: 'turned', before: nameOf(before.acts), after: nameOf(after.acts) });
    }
    for (const { before, after } of turnsOf(acts, ({ type }) => degreeOf(type))) {
      const [old, now] = [before, after].map(({ acts: [first] }) => degreeOf(first?.type ?? ''));
      if (found.has(after.at) || Math.sign(old ?? 0) !== Math.sign(now ?? 0)) continue;
      const kind = (now ?? 0) < (old ?? 0) ? 'hardened' : 'softened';
      found.set(after.at, { kind, before: nameOf(before.acts), after: nameOf(after.acts) });
    }
    return found;
  };
  return { degreeOf, changes };
}

/** Acts one after the other that take one stand. */
interface Run {
  readonly key: number;
  /** Place of its first act. */
  readonly at: number;
  readonly acts: readonly Act[];
}

/** Established stands, each beside the established one before it where they differ and their order is certain. */
function turnsOf(acts: readonly Act[], keyOf: (act: Act) => number): { before: Run; after: Run }[] {
  const established = runsOf(acts, keyOf).filter(isEstablished);
  return established.flatMap((after, at) => {
    const before = established[at - 1];
    return before !== undefined && before.key !== after.key && isOver(before, after)
      ? [{ before, after }]
      : [];
  });
}

function runsOf(acts: readonly Act[], keyOf: (act: Act) => number): Run[] {
  const runs: { key: number; at: number; acts: Act[] }[] = [];
  for (const [at, act] of acts.entries()) {
    const key = keyOf(act);
    if (key === 0) continue;
    const last = runs.at(-1);
    if (last?.key === key) last.acts.push(act);
    else runs.push({ key, at, acts: [act] });
  }
  return runs;
}

const ENOUGH = 2;

const isEstablished = ({ acts }: Run): boolean =>
  acts.length >= ENOUGH || new Set(acts.flatMap(({ lineages }) => lineages)).size >= ENOUGH;

const isOver = ({ acts: before }: Run, { acts: after }: Run): boolean =>
  before.every(({ to }) => after.every(({ from }) => to <= from));
