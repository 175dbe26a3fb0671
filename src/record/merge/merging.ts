/** The weights of merging, from data/record/merging.yaml. */
import { z } from 'zod';
import { checkedData } from '../../data-file.js';
import { PloverType } from '../../event/event.js';

const weightNames = [
  'prior',
  'repeatable',
  'same-article',
  'same-sentence',
  'same-code',
  'other-type',
  'other-mode',
  'same-person',
  'same-office',
  'same-country',
  'same-name',
  'other-person',
  'other-country',
  'side-missing',
  'same-day',
  'next-day',
  'within',
  'overlap',
  'apart',
  'undated',
  'same-place',
  'same-country-place',
  'other-place',
  'other-country-place',
  'same-count',
  'other-count',
  'words',
] as const;

const MergingFile = z.strictObject({
  families: z.record(z.string(), z.array(PloverType)),
  repeatable: z.array(PloverType),
  mutual: z.array(PloverType),
  weights: z.record(z.enum(weightNames), z.number()),
  slack: z.int().nonnegative(),
  far: z.number().positive(),
});

export interface Merging {
  readonly familyOf: ReadonlyMap<string, string>;
  readonly repeatable: ReadonlySet<string>;
  readonly mutual: ReadonlySet<string>;
  readonly weights: Readonly<Record<(typeof weightNames)[number], number>>;
  /** Days. */
  readonly slack: number;
  /** Kilometres. */
  readonly far: number;
}

/** @throws Error naming file and entry. */
export function loadMerging(): Merging {
  const { families, repeatable, mutual, weights, slack, far } = checkedData(
    'record',
    'merging.yaml',
    MergingFile,
  );
  const familyOf = new Map(
    Object.entries(families).flatMap(([family, types]) =>
      types.map((type) => [type as string, family] as const),
    ),
  );
  return { familyOf, repeatable: new Set(repeatable), mutual: new Set(mutual), weights, slack, far };
}
