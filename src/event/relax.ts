/** All that a rule lacks in a frame: what doesn't fit is taken out of the rule, one field after another, until the rest fits. */

import type { Candidate, Ground, Misfit } from './candidate.js';
import type { Frame } from './frame.js';
import type { Rule } from './lexicon.js';
import { match } from './match.js';

export interface NearMiss {
  readonly lacks: readonly Misfit[];
  /** What the rule would read if it asked for nothing of that. */
  readonly candidate: Candidate;
}

type Fields = Partial<{ readonly [Field in keyof Rule]: Rule[Field] | undefined }>;

/** The rule's fields that ask for it, as if they had not been written. */
const WITHOUT: Readonly<Record<Misfit, (rule: Rule) => Fields>> = {
  complement: () => ({
    only: undefined,
    unless: undefined,
    modal: undefined,
    infinitive: false,
    refuses: false,
  }),
  plan: () => ({ plan: false }),
  result: () => ({ result: undefined }),
  particle: () => ({ particle: undefined }),
  prep: () => ({ prep: undefined }),
  object: () => ({ objects: undefined, object: undefined, intransitive: true }),
  after: () => ({ afters: undefined, after: undefined, prep: undefined }),
  doer: () => ({ doers: undefined }),
  except: () => ({ excepts: undefined }),
  modifier: () => ({ modifier: undefined }),
  of: () => ({ ofs: undefined }),
  light: ({ needs }) => ({ needs: needs.filter((need) => need !== 'light') }),
  subject: () => ({ subject: undefined, party: undefined }),
  crowd: () => ({ crowd: false }),
  target: () => ({ target: undefined }),
  content: ({ needs }) => ({ needs: needs.filter((need) => need !== 'content') }),
};

/** Undefined where nothing helps. */
export function nearMissOf(rule: Rule, frame: Frame, ground: Ground): NearMiss | undefined {
  const lacks: Misfit[] = [];
  let relaxed = rule;
  for (;;) {
    const found = match(relaxed, frame, ground);
    if (typeof found !== 'string') return { lacks, candidate: { ...found, rule } };
    if (lacks.includes(found)) return undefined;
    lacks.push(found);
    relaxed = { ...relaxed, ...WITHOUT[found](relaxed) } as Rule;
  }
}
