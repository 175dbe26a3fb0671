/** What people have decided on events, wordings and forms, as the merging asks for it. */
import { sql } from 'kysely';
import type { Tx } from '../../store/database.js';
import type { Edge } from '../components.js';
import { isDecided } from '../decided.js';

export interface Rulings {
  /** Reads what concerns these. @returns the pairs that are one, those with others among them. */
  read(ids: readonly string[]): Promise<Edge[]>;
  decided(a: string, b: string): 'one' | 'two' | undefined;
  /** Has anything been decided on those that were read? */
  any(): boolean;
}

export function rulingsOf(tx: Tx): Rulings {
  const known = new Map<string, boolean>();
  return {
    async read(ids) {
      if (ids.length === 0 || !(await isDecided(tx))) return [];
      const wanted = sql`any(${[...ids]}::text[])`;
      const { rows } = await sql<{ a: string; b: string; one: boolean }>`
        select a, b, one from ruling where a = ${wanted} union select a, b, one from ruling where b = ${wanted}`.execute(
        tx,
      );
      for (const { a, b, one } of rows) known.set(`${a} ${b}`, one);
      return rows.filter(({ one }) => one).map(({ a, b }) => ({ a, b, weight: 1e6 }));
    },
    decided(a, b) {
      const one = known.get(a < b ? `${a} ${b}` : `${b} ${a}`);
      return one === undefined ? undefined : one ? 'one' : 'two';
    },
    any: () => known.size > 0,
  };
}
