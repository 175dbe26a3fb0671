/** An actor while the report is still being read, and all of them together. */
import type { Actor } from '../actor.js';
import type { Mention, RoleRead } from '../find/index.js';
import type { Gender } from '../lexicon.js';
import { handles, nameKey } from './handles.js';

export interface Member {
  /** In the order of making. */
  readonly nth: number;
  readonly kind: Actor['kind'];
  /** All mentions so far, in any order. */
  readonly mentions: Mention[];
  readonly roles: RoleRead[];
  /** Given by what it is: a state's own code, a body's from its row. */
  country?: string | undefined;
  readonly sectors: readonly string[];
  /** Fullest name of the table it is from; of two together, their names. */
  readonly name?: string;
  /** Of several states: `the presidents of Peru and Chile`. */
  readonly countries?: readonly string[];
  /** Those whom the report names together. */
  readonly members?: readonly Member[];
  /** Several, who are `they`: the lead for pronouns. */
  readonly plural?: boolean;
  /** Words of a person's names, folded and in lower case. */
  readonly names: Set<string>;
  gender?: Gender;
  /** Whose it is, where that is somebody in the report: `his troops`, `the Prado administration`. */
  owner?: Member;
}

type Made = Omit<Member, 'nth' | 'mentions' | 'roles' | 'names'>;

/** Who is in the report. */
export class Cast {
  readonly members: Member[] = [];
  readonly #byKey = new Map<string, Member>();
  /** Persons by each word of their names, in lower case. */
  readonly #byWord = new Map<string, Set<Member>>();
  /** Persons by the office they hold. */
  readonly #byOffice = new Map<string, Set<Member>>();

  /** The member of this key, made when it's new. */
  keyed(key: string, make: () => Made): Member {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const member = this.add(make());
    this.#byKey.set(key, member);
    return member;
  }

  known(key: string): Member | undefined {
    return this.#byKey.get(key);
  }

  /** Another key of a member; the first to have a key keeps it. */
  alias(key: string, member: Member): void {
    if (!this.#byKey.has(key)) this.#byKey.set(key, member);
  }

  /** A key that moves on to the one who came last. */
  latest(key: string, member: Member): void {
    this.#byKey.set(key, member);
  }

  add(made: Made): Member {
    const member: Member = { ...made, nth: this.members.length, mentions: [], roles: [], names: new Set() };
    this.members.push(member);
    return member;
  }

  name(member: Member, words: readonly string[]): void {
    const key = nameKey(words);
    if (member.names.has(key)) return;
    member.names.add(key);
    for (const word of handles(words)) {
      const bearers = this.#byWord.get(word);
      if (bearers === undefined) this.#byWord.set(word, new Set([member]));
      else bearers.add(member);
    }
  }

  /** Persons whose name holds these words as a name of its own: its first or last word, or all of it. */
  bearersOf(words: readonly string[]): readonly Member[] {
    return [...(this.#byWord.get(nameKey(words)) ?? [])];
  }

  hold(member: Member, role: RoleRead): void {
    if (member.roles.includes(role)) return;
    member.roles.push(role);
    if (role.row.gender !== undefined) member.gender ??= role.row.gender;
    const holders = this.#byOffice.get(role.row.id);
    if (holders === undefined) this.#byOffice.set(role.row.id, new Set([member]));
    else holders.add(member);
  }

  holdersOf(office: string): readonly Member[] {
    return [...(this.#byOffice.get(office) ?? [])];
  }
}

/** The one state of a role; none where it is of several. */
export const countryOf = ({ owner }: RoleRead): string | undefined =>
  owner?.countries.length === 1 ? owner.countries[0] : undefined;
