/** An actor while the report is still being read. */
import type { Actor } from './actor.js';
import type { Mention, RoleRead } from './mention.js';

export interface Member {
  readonly kind: Actor['kind'];
  /** All mentions so far, in any order. */
  readonly mentions: Mention[];
  readonly roles: RoleRead[];
  /** Given by what it is: a state's own code, a body's from its row. */
  readonly country?: string;
  readonly sectors: readonly string[];
  /** Fullest name of the table it is from; of two together, their names. */
  readonly name?: string;
  /** Of several states: `the presidents of Peru and Chile`. */
  readonly countries?: readonly string[];
  /** The two whom the report names together. */
  readonly members?: readonly Member[];
  /** Words of a person's names, folded and in lower case: the longest first name list. */
  readonly names: Set<string>;
}

/** Who is in the report. */
export class Cast {
  readonly members: Member[] = [];
  readonly #byKey = new Map<string, Member>();
  /** Persons by each word of their names, in lower case. */
  readonly #byWord = new Map<string, Set<Member>>();
  /** Persons by the office they hold. */
  readonly #byOffice = new Map<string, Set<Member>>();

  /** The member of this key, made when it's new. */
  keyed(key: string, make: () => Omit<Member, 'mentions' | 'roles' | 'names'>): Member {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const member = this.add(make());
    this.#byKey.set(key, member);
    return member;
  }

  add(made: Omit<Member, 'mentions' | 'roles' | 'names'>): Member {
    const member: Member = { ...made, mentions: [], roles: [], names: new Set() };
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
    const holders = this.#byOffice.get(role.row.id);
    if (holders === undefined) this.#byOffice.set(role.row.id, new Set([member]));
    else holders.add(member);
  }

  holdersOf(office: string): readonly Member[] {
    return [...(this.#byOffice.get(office) ?? [])];
  }
}

export const nameKey = (words: readonly string[]): string =>
  words.join(' ').toLowerCase().replaceAll(/[-'.]/g, ' ').replaceAll(/\s+/g, ' ').trim();

/**
 * What a person can be called again: the whole name, its last word, its last two, its first (for family names
 * that come first, as in Beijing), each also without an article (`al-Assad`, `Assad`).
 */
function handles(words: readonly string[]): Set<string> {
  const plain = words.filter((word) => !/^\p{Lu}\.$/u.test(word));
  const first = plain[0] ?? '';
  const cuts = [words, plain, plain.slice(-1), plain.slice(-2), plain.slice(0, 1), plain.slice(0, 2)];
  if (plain.length > 2) cuts.push([first, plain.at(-1) ?? '']);
  const keys = new Set(cuts.map(nameKey));
  for (const cut of cuts) keys.add(nameKey(cut).replace(/^(?:al|el|ul|as|ad|ar) /, ''));
  for (const cut of cuts)
    keys.add(nameKey(cut).replace(/^(?:de|da|van|von|der|la|le|del|bin) (?:(?:der|la) )?/, ''));
  keys.delete('');
  return keys;
}
