import type { Member } from './cast.js';
import type { Mention } from './mention.js';

/** Somebody named in a sentence. */
export interface Named {
  readonly member: Member;
  readonly mention: Mention;
  readonly subject: boolean;
}

export const distinct = (named: readonly Named[]): Member[] => [
  ...new Set(named.map(({ member }) => member)),
];
