/**
 * The merge test set in `gold/merging/`: one YAML file a story, its reports and the happenings that they tell.
 * What the fields mean stands in gold/README.md.
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PloverType } from '../../src/event/event.js';
import type { Span } from '../../src/span.js';
import { type MergingReport, placeOf, type StoryHappening, storyIn, textIn } from './merging-story.js';

export type { MergingReport };

/** One report's telling of one happening. */
export interface Telling {
  readonly report: string;
  readonly happening: string;
  /** The act of the happening. */
  readonly type: PloverType;
  /** Of each place that tells it, the words; they hold the verb or noun of the act. */
  readonly places: readonly Span[];
}

export interface MergingHappening
  extends Readonly<Pick<StoryHappening, 'id' | 'type' | 'follows' | 'outcome' | 'contradicts'>> {
  readonly tellings: readonly Telling[];
}

/** Ids of reports and happenings are `STORY/ID`. */
export interface MergingSet {
  readonly reports: readonly MergingReport[];
  readonly happenings: readonly MergingHappening[];
  readonly lineages: readonly (readonly string[])[];
}

/** @throws Error that names the file and each entry that is wrong. */
export function readMerging(folder: string): MergingSet {
  const stories = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readStory(join(folder, file)));
  return {
    reports: stories.flatMap(({ reports }) => reports),
    happenings: stories.flatMap(({ happenings }) => happenings),
    lineages: stories.flatMap(({ lineages }) => lineages),
  };
}

function readStory(path: string): MergingSet {
  const story = storyIn(path);
  const name = basename(path, '.yaml');
  const full = (id: string): string => `${name}/${id}`;
  return {
    reports: story.reports.map((report) => ({ ...report, id: full(report.id) })),
    happenings: story.happenings.map(({ id, type, told, follows, outcome, contradicts }) => ({
      id: full(id),
      type,
      ...(follows === undefined ? {} : { follows: full(follows), outcome }),
      ...(contradicts === undefined ? {} : { contradicts }),
      tellings: Object.entries(told).map(([report, all]) => ({
        report: full(report),
        happening: full(id),
        type,
        places: all.map((one) => placeOf(textIn(story, report), one)),
      })),
    })),
    lineages: story.lineages.map((lineage) => lineage.map(full)),
  };
}
