/** The weights of merging, from data/record/merging.yaml. */
import { z } from 'zod';
import { checkedData } from '../../data-file.js';
import { PloverType } from '../../event/event.js';

const weightNames = [
  'prior',
  'repeatable',
  'unspecific',
  'same-article',
  'same-sentence',
  'headline',
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
  'unnamed',
  'person-of-unknown',
  'extra-country',
  'same-day',
  'next-day',
  'next-day-repeatable',
  'within',
  'overlap',
  'apart',
  'undated',
  'open',
  'open-repeatable',
  'same-place',
  'same-country-place',
  'other-place',
  'other-name-place',
  'other-country-place',
  'same-count',
  'other-count',
  'words',
  'shared-name',
] as const;

const MergingFile = z.strictObject({
  families: z.record(z.string(), z.array(PloverType)),
  repeatable: z.array(PloverType),
  crowded: z.array(PloverType),
  mutual: z.array(PloverType),
  weights: z.record(z.enum(weightNames), z.number()),
  slack: z.int().nonnegative(),
  far: z.number().positive(),
  alike: z.number().min(0).max(1),
  postponed: z.array(z.string()),
});

export interface Merging {
  readonly familyOf: ReadonlyMap<string, string>;
  readonly repeatable: ReadonlySet<string>;
  readonly crowded: ReadonlySet<string>;
  readonly mutual: ReadonlySet<string>;
  readonly weights: Readonly<Record<(typeof weightNames)[number], number>>;
  /** Days. */
  readonly slack: number;
  /** Kilometres. */
  readonly far: number;
  /** Share of words from which on two sentences are alike. */
  readonly alike: number;
  readonly isPostponed: (sentence: string) => boolean;
}

/** @throws Error naming file and entry. */
export function loadMerging(): Merging {
  const file = checkedData('record', 'merging.yaml', MergingFile);
  const familyOf = Object.entries(file.families).flatMap(([family, types]) =>
    types.map((type): [string, string] => [type, family]),
  );
  const postponed = new RegExp(`\\b(?:${file.postponed.join('|')})`, 'iu');
  return {
    familyOf: new Map(familyOf),
    repeatable: new Set(file.repeatable),
    crowded: new Set(file.crowded),
    mutual: new Set(file.mutual),
    weights: file.weights,
    slack: file.slack,
    far: file.far,
    alike: file.alike,
    isPostponed: (sentence) => postponed.test(sentence),
  };
}
