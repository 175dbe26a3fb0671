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
  /** One of each kind of them: a report may call somebody president a thousand times. */
  readonly held: Map<string, RoleRead>;
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

type Made = Omit<Member, 'nth' | 'mentions' | 'roles' | 'held' | 'names'>;

/** Who is in the report. */
export class Cast {
  readonly members: Member[] = [];
  readonly #byKey = new Map<string, Member>();
  /** Persons by each word of their names, in lower case. */
  readonly #byWord = new Map<string, Set<Member>>();
  /** Persons by the office they hold. */
  readonly #byOffice = new Map<string, Set<Member>>();
  readonly #heads = new Set<Member>();
  readonly #roles = new Map<Member, Set<RoleRead>>();

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
    const own = { mentions: [], roles: [], held: new Map(), names: new Set<string>() };
    const member: Member = { ...made, nth: this.members.length, ...own };
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
    return few(this.#byWord.get(nameKey(words)));
  }

  hold(member: Member, role: RoleRead): void {
    const known = this.#roles.get(member) ?? new Set();
    if (known.has(role)) return;
    this.#roles.set(member, known.add(role));
    member.roles.push(role);
    const key = `${role.row.id} ${role.title} ${role.owner?.text} ${role.owner?.countries.join()} ${role.former}`;
    if (!member.held.has(key)) member.held.set(key, role);
    if (role.row.class === 'head') this.#heads.add(member);
    if (role.row.gender !== undefined) member.gender ??= role.row.gender;
    const holders = this.#byOffice.get(role.row.id);
    if (holders === undefined) this.#byOffice.set(role.row.id, new Set([member]));
    else holders.add(member);
  }

  /** It is another role after all. */
  drop(member: Member, role: RoleRead): void {
    member.roles.splice(member.roles.indexOf(role), 1);
    for (const [key, held] of member.held) if (held === role) member.held.delete(key);
  }

  /** Of an office that hundreds hold it's nobody in particular. */
  holdersOf(office: string): readonly Member[] {
    return few(this.#byOffice.get(office));
  }

  /** Who is called head of a state, a government or a body. */
  heads(): readonly Member[] {
    return few(this.#heads);
  }
}

/** Longer lists are walked for nobody: a hostile text may name a million presidents. */
const MOST = 300;

const few = (members: ReadonlySet<Member> | undefined): readonly Member[] =>
  members === undefined || members.size > MOST ? [] : [...members];

/** The one state of a role; none where it is of several. */
export const countryOf = ({ owner }: RoleRead): string | undefined =>
  owner?.countries.length === 1 ? owner.countries[0] : undefined;
