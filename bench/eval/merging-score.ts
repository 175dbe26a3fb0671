/**
 * Scores what a record merged, on the tellings of the merge test set: pairs of tellings, and B³ (Bagga and Baldwin 1998).
 *
 * A telling counts once for each happening of the record that its places were put in: a headline and its lead in one happening
 * are one, in two happenings they are two that should have been one. A telling of which no event was read is missed: it counts
 * against recall and not against precision. Events of the record that no telling names are not judged.
 */
import type { Event, PloverType } from '../../src/event/event.js';
import { overlaps, type Span } from '../../src/span.js';
import { b3, type Cluster, type Figures, f1, type Share, value } from './coref-score.js';
import type { MergingSet, Telling } from './merging-read.js';
import type { Row } from './row.js';

/** The id of the happening that the record put the event at this place into; nothing where none was read. */
export type Placed = (telling: Telling, place: Span) => string | undefined;

export interface MergingScores {
  readonly pairs: Figures;
  /** Recall over the pairs of which both were read: what merging alone loses. */
  readonly recallOfRead: Share;
  readonly b3: Figures;
  /** Tellings of which an event was read. */
  readonly read: Share;
  /** Tellings that stand in one happening of the record and should not. */
  readonly wrong: readonly (readonly [Telling, Telling])[];
  /** Tellings of one happening that the record keeps apart, both of them read. */
  readonly apart: readonly (readonly [Telling, Telling])[];
}

/** A telling in one happening of the record, or in none. */
interface Unit {
  readonly telling: Telling;
  readonly key: string;
  readonly happening: string | undefined;
}

export function scoreMerging({ happenings }: Pick<MergingSet, 'happenings'>, placed: Placed): MergingScores {
  const tellings = happenings.flatMap((one) => one.tellings);
  const units = tellings.flatMap((telling) => unitsOf(telling, placed));
  const gold = clustersOf(units, ({ telling }) => telling.happening);
  const goldRead = clustersOf(units, ({ telling, happening }) => happening && telling.happening);
  const ours = clustersOf(units, ({ happening }) => happening);
  const both = pairsOf(units);
  return {
    pairs: pairFigures(gold, ours),
    recallOfRead: pairFigures(goldRead, ours).recall,
    b3: { recall: b3(gold, ours), precision: b3(ours, gold) },
    read: {
      part: tellings.length - units.filter(({ happening }) => happening === undefined).length,
      whole: tellings.length,
    },
    wrong: tellingsOf(both.filter(([a, b]) => !isOne(a, b) && isJoined(a, b))),
    apart: tellingsOf(both.filter(([a, b]) => isOne(a, b) && isApart(a, b))),
  };
}

function unitsOf(telling: Telling, placed: Placed): Unit[] {
  const found = new Set(telling.places.flatMap((place) => placed(telling, place) ?? []));
  const ids = found.size === 0 ? [undefined] : [...found];
  return ids.map((happening, nth) => ({
    telling,
    key: `${telling.happening} ${telling.report} ${nth}`,
    happening,
  }));
}

function clustersOf(units: readonly Unit[], idOf: (unit: Unit) => string | undefined): Cluster[] {
  const clusters = new Map<string, string[]>();
  for (const unit of units) {
    const id = idOf(unit);
    if (id !== undefined) clusters.set(id, [...(clusters.get(id) ?? []), unit.key]);
  }
  return [...clusters.values()];
}

/** Pairs that stand together on both sides, of those that stand together on one. */
export function pairFigures(gold: readonly Cluster[], ours: readonly Cluster[]): Figures {
  const [wanted, made] = [pairKeys(gold), pairKeys(ours)];
  const part = [...wanted].filter((pair) => made.has(pair)).length;
  return { recall: { part, whole: wanted.size }, precision: { part, whole: made.size } };
}

const pairKeys = (clusters: readonly Cluster[]): Set<string> =>
  new Set(clusters.flatMap((cluster) => pairsOf([...cluster].sort()).map((pair) => pair.join('\t'))));

const pairsOf = <T>(items: readonly T[]): (readonly [T, T])[] =>
  items.flatMap((one, nth) => items.slice(nth + 1).map((other) => [one, other] as const));

const isOne = (a: Unit, b: Unit): boolean => a.telling.happening === b.telling.happening;
const isJoined = (a: Unit, b: Unit): boolean => a.happening !== undefined && a.happening === b.happening;
const isApart = (a: Unit, b: Unit): boolean =>
  a.happening !== undefined && b.happening !== undefined && a.happening !== b.happening;

const tellingsOf = (pairs: readonly (readonly [Unit, Unit])[]): (readonly [Telling, Telling])[] =>
  pairs.map(([a, b]) => [a.telling, b.telling] as const);

/** Reports that the record takes for one text; those that the set names in no lineage are alone. */
export function scoreLineages(
  { reports, lineages }: Pick<MergingSet, 'reports' | 'lineages'>,
  lineageOf: (report: string) => string | undefined,
): Figures {
  const ours = new Map<string, string[]>();
  for (const { id } of reports) {
    const lineage = lineageOf(id);
    if (lineage !== undefined) ours.set(lineage, [...(ours.get(lineage) ?? []), id]);
  }
  return pairFigures(lineages, [...ours.values()]);
}

/**
 * Of the events of the telling's report the one that is told at this place: its trigger overlaps the words. Of several the one
 * of the telling's own type, else the first.
 */
export function eventAt(
  events: readonly Event[],
  { type }: { readonly type: PloverType },
  place: Span,
): Event | undefined {
  const here = events.filter(({ trigger }) => overlaps(trigger, place));
  return here.find((event) => event.type === type) ?? here[0];
}

/** The rows of the accuracy table; a measure that nothing was measured on is left out. */
export function mergingRows({ pairs, recallOfRead, b3: b3Figures, read }: MergingScores): Row[] {
  const row = (measure: string, { part, whole }: Share): Row[] =>
    whole === 0 ? [] : [{ corpus: 'gold/merging', measure, value: part / whole, n: whole }];
  return [
    ...row('tellings read', read),
    ...row('pairwise precision', pairs.precision),
    ...row('pairwise recall', pairs.recall),
    ...row('pairwise recall of those read', recallOfRead),
    ...row('B³ precision', b3Figures.precision),
    ...row('B³ recall', b3Figures.recall),
    ...(value(b3Figures.recall) === 0
      ? []
      : [{ corpus: 'gold/merging', measure: 'B³ F1', value: f1(b3Figures), n: b3Figures.recall.whole }]),
  ];
}
