/** What the words of one sentence name, before it is settled who is who in the report. */
import type { Actor } from './actor.js';
import type { GroupRow, TitleRow } from './lexicon.js';
import type { Reference } from './reference.js';

/** An office as one place of the report states it. */
export interface RoleRead {
  readonly row: TitleRow;
  /** As written. */
  readonly title: string;
  /** What it is of, as written. */
  readonly of?: string;
  readonly country?: string;
  /** Sector of what it is of, where that decides. */
  readonly sector?: string;
  readonly former: boolean;
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
}

interface Words {
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
}

export type Mention = Words &
  (
    | {
        readonly is: 'person';
        /** The words of the name, folded, particles left in. */
        readonly name: readonly string[];
        readonly roles: readonly RoleRead[];
        /** False where nothing but its capitals speaks for its being a person: it must be known from elsewhere. */
        readonly sure: boolean;
        /** What it looks like: `acting` is followed by a verb or `'s`. */
        readonly shape: 'name' | 'acting' | 'other';
      }
    | { readonly is: 'office'; readonly role: RoleRead; readonly definite: boolean }
    | {
        readonly is: 'group';
        readonly row: Pick<GroupRow, 'id' | 'kind' | 'sector'>;
        readonly country?: string;
        /** Of several states: `the presidents of Peru and Chile`. */
        readonly countries?: readonly string[];
        readonly definite: boolean;
      }
    | {
        readonly is: 'body';
        readonly key: string;
        readonly kind: Actor['kind'];
        readonly sectors: readonly string[];
        readonly country?: string;
        readonly name?: string;
      }
    | {
        readonly is: 'state';
        readonly country: string;
        /** By its adjective: `Japanese`. */
        readonly adjective: boolean;
      }
    | { readonly is: 'people'; readonly country: string }
    | { readonly is: 'reference'; readonly reference: Reference }
  );
