/** What speaks for two statements being one utterance, from data/record/sayings.yaml. */
import { z } from 'zod';
import { checkedData } from '../../../data-file.js';

const weightNames = [
  'prior',
  'same-day',
  'next-day',
  'shared',
  'alike',
  'runs',
  'both-quotes',
  'other-number',
  'other-sense',
  'same-quote',
] as const;

const SayingsFile = z.strictObject({
  weights: z.record(z.enum(weightNames), z.number()),
  long: z.int().positive(),
  same: z.number().min(0).max(1),
  telling: z.int().positive(),
  slack: z.int().nonnegative(),
  negations: z.array(z.string()),
  opposites: z.array(z.tuple([z.string(), z.string()])),
  empty: z.array(z.string()),
});

export interface SayingRules {
  readonly weights: Readonly<Record<(typeof weightNames)[number], number>>;
  /** Words. */
  readonly long: number;
  readonly same: number;
  readonly telling: number;
  /** Days. */
  readonly slack: number;
  readonly negations: ReadonlySet<string>;
  /** Stems of each word's opposites. */
  readonly opposites: ReadonlyMap<string, ReadonlySet<string>>;
  readonly empty: ReadonlySet<string>;
}

let loaded: SayingRules | undefined;

/** Loaded once. @throws Error naming file and entry. */
export function loadSayingRules(): SayingRules {
  loaded ??= readRules();
  return loaded;
}

function readRules(): SayingRules {
  const { opposites: pairs, ...file } = checkedData('record', 'sayings.yaml', SayingsFile);
  const opposites = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    for (const [one, other] of [
      [stemOf(a), stemOf(b)],
      [stemOf(b), stemOf(a)],
    ] as const) {
      opposites.set(one, (opposites.get(one) ?? new Set()).add(other));
    }
  }
  return { ...file, opposites, negations: new Set(file.negations), empty: new Set(file.empty) };
}

/** Endings off, so that `islands` and `island`, `returned` and `return` meet. */
export const stemOf = (word: string): string =>
  word.length < 5 ? word : word.replace(/(?:ies|y)$/u, 'i').replace(/(?:ing|ed|es|s|e)$/u, '');
