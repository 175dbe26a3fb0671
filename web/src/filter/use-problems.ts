import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { type FieldProblem, Problem } from '../api/problem.js';

/** What the desk does not take of the questions that are on the page now, by field. */
export function useProblems(): readonly FieldProblem[] {
  const cache = useQueryClient().getQueryCache();
  const text = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () =>
      JSON.stringify(
        cache
          .findAll({ type: 'active' })
          .flatMap(({ state: { error } }) => (error instanceof Problem ? error.fields : [])),
      ),
  );
  return useMemo(() => JSON.parse(text) as FieldProblem[], [text]);
}
