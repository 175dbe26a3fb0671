/** What people have decided on names, beside what the names tell: a function of the set of both. */

import type { Edge } from '../components.js';
import { byText } from '../grouped.js';

export interface Ruling {
  /** Pairs that are one by a person's word. */
  readonly ones: readonly Pick<Edge, 'a' | 'b'>[];
  /** What has been decided of two forms. */
  decided(a: string, b: string): 'one' | 'two' | undefined;
}

/**
 * @param natural Groups by the names alone, each with the form that says most first.
 * @returns groups that a person's word joins, and no two forms in one that it keeps apart.
 */
export function ruledGroups(natural: readonly (readonly string[])[], ruling: Ruling): string[][] {
  const parts = new Parts(natural.flat(), ruling);
  for (const { a, b } of [...ruling.ones].sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b)))
    parts.join(a, b);
  for (const group of [...natural].sort(byFirst)) {
    group.forEach((form, at) => {
      // The fullest that it may be with; what it has been joined to by a person's word comes along.
      group.slice(0, at).some((fuller) => parts.join(form, fuller));
    });
  }
  return parts.all();
}

const byFirst = ([a = '']: readonly string[], [b = '']: readonly string[]): number => byText(a, b);

class Parts {
  readonly #partOf: Map<string, string[]>;

  constructor(
    forms: readonly string[],
    readonly ruling: Ruling,
  ) {
    this.#partOf = new Map(forms.map((form) => [form, [form]]));
  }

  /** @returns whether they are one part now. */
  join(a: string, b: string): boolean {
    const [left, right] = [this.#partOf.get(a), this.#partOf.get(b)];
    if (left === undefined || right === undefined) return false;
    if (left === right) return true;
    if (left.some((one) => right.some((other) => this.ruling.decided(one, other) === 'two'))) return false;
    left.push(...right);
    for (const form of right) this.#partOf.set(form, left);
    return true;
  }

  all(): string[][] {
    return [...new Set(this.#partOf.values())].map((part) => [...part].sort()).sort(byFirst);
  }
}
