/** What was not there when the view was opened. */
import { useRef } from 'react';

/**
 * @param key Of the question: another one begins anew. Undefined ids: still being asked.
 * @returns whether an id came later than the first answer.
 */
export function useNew(key: string, ids: readonly string[] | undefined): (id: string) => boolean {
  const first = useRef<{ key: string; ids: ReadonlySet<string> }>(undefined);
  if (ids !== undefined && first.current?.key !== key) first.current = { key, ids: new Set(ids) };
  const known = first.current?.ids;
  return (id) => known !== undefined && !known.has(id);
}
