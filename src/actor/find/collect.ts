/** What has been found so far in a report. */
import type { Mention, RoleRead, Tie } from './mention.js';

export class Collector {
  readonly mentions: Mention[] = [];
  readonly ties: Tie[] = [];
  /** Words that an office or group has taken: `Japanese` in `the Japanese army` is no mention of Japan. */
  readonly #taken = new Set<number>();
  readonly #whole = new Set<number>();
  readonly roles = new Map<number, RoleRead[]>();

  add(mention: Mention): void {
    this.mentions.push(mention);
  }

  tie(one: number, other: number): void {
    if (one !== other) this.ties.push([one, other]);
  }

  /** Words of the half-open range are taken. */
  take(from: number, to: number): void {
    for (let at = from; at < to; at++) this.#taken.add(at);
  }

  /** A body whose members are named by it: `Hamas fighters`. */
  takeWhole(at: number): void {
    this.#whole.add(at);
  }

  isWhole(at: number): boolean {
    return this.#whole.has(at);
  }

  isTaken(at: number): boolean {
    return this.#taken.has(at);
  }

  /** `head`: the word that somebody's mention hangs on. */
  hold(head: number, role: RoleRead): void {
    const known = this.roles.get(head);
    if (known) known.push(role);
    else this.roles.set(head, [role]);
  }
}
