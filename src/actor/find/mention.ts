/** What the words of the report name, before it is settled who is who. */
import type { Actor } from '../actor.js';
import type { Gender, GroupRow, TitleRow } from '../lexicon.js';
import type { Pair } from '../reference.js';

/** Whose an office or a group is. */
export interface Owner {
  /** As written: `Japanese`, `the European Commission`. */
  readonly text: string;
  /** One code of a state; several of `the presidents of Peru and Chile`. */
  readonly countries: readonly string[];
  /** Sector of a body or group, where that decides. */
  readonly sector?: string;
  /** The word that is somebody's own mention: `Putin` in `Putin's spokesman`, `his` in `his spokesman`. */
  readonly head?: number;
  /** Known only from where they are: `rebels in Chad`. */
  readonly located: boolean;
  /** Known only from where they act, so that the same people may be named elsewhere without it. */
  readonly loose?: boolean;
}

/** An office as one place of the report states it. */
export interface RoleRead {
  readonly row: TitleRow;
  /** As written. */
  readonly title: string;
  readonly owner?: Owner;
  readonly former: boolean;
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
}

interface Words {
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
  /** The word that the others depend on. */
  readonly head: number;
  readonly sentence: number;
}

/** How a noun group brings somebody up: `the minister`, `a minister`, `two ministers`, `ministers`. */
export type Given = 'definite' | 'indefinite' | 'counted' | 'bare';

export interface Pronoun {
  readonly number: 'one' | 'several' | 'either';
  /** `he` and `she` are persons, `it` is none. */
  readonly as: Gender | 'it' | 'they' | 'who';
  readonly possessive: boolean;
  readonly reflexive: boolean;
}

export type Mention = Words &
  (
    | {
        readonly is: 'person';
        /** The words of the name, folded. */
        readonly name: readonly string[];
        readonly roles: readonly RoleRead[];
        readonly gender?: Gender;
        /** False where the model doubts the name and nothing else speaks for it: it must be known from elsewhere. */
        readonly sure: boolean;
      }
    | { readonly is: 'office'; readonly role: RoleRead; readonly given: Given; readonly lemma: string }
    | {
        readonly is: 'group';
        readonly row: Pick<GroupRow, 'id' | 'kind' | 'sector' | 'of-sector'>;
        readonly owner?: Owner;
        readonly given: Given;
        readonly plural: boolean;
        /** Nouns of the row that mean the same, or the noun itself. */
        readonly noun: string;
      }
    | {
        readonly is: 'body';
        readonly key: string;
        readonly kind: Actor['kind'];
        readonly sectors: readonly string[];
        readonly country?: string;
        readonly name?: string;
        /** It is known by this too: `UNITA`, in parentheses behind the name. */
        readonly short?: string;
      }
    | {
        readonly is: 'state';
        readonly country: string;
        /** By its adjective: `Japanese`. */
        readonly adjective: boolean;
      }
    | { readonly is: 'people'; readonly country?: string; readonly noun: string; readonly given: Given }
    | {
        /** `the country` */
        readonly is: 'country';
        /** Behind `from`, where it may be the state that acts: `Peru expelled two men from the country`. */
        readonly leaves: boolean;
      }
    | { readonly is: 'pronoun'; readonly pronoun: Pronoun; readonly quoted: boolean }
    | {
        readonly is: 'pair';
        readonly pair: Pair;
        /** What they are where nobody was named before. */
        readonly row?: Pick<GroupRow, 'id' | 'kind' | 'sector'>;
        readonly noun: string;
      }
  );

export type Of<Is extends Mention['is']> = Extract<Mention, { is: Is }>;

/** Two words that syntax makes one: `Ana Soto, the minister`, `Soto, who …`. By the heads of their mentions. */
export type Tie = readonly [number, number];

export interface Found {
  /** By their first word; of those that begin together the longer first. */
  readonly mentions: readonly Mention[];
  readonly ties: readonly Tie[];
  /** By head: what an office is told by a verb, `who leads the party`. */
  readonly roles: ReadonlyMap<number, readonly RoleRead[]>;
}
