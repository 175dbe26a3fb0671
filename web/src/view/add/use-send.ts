import { useState } from 'react';
import { Problem } from '../../api/problem.js';

export interface Sending {
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  /** What the desk does not take of a field. */
  readonly problemOf: (field: string) => string | undefined;
  /** One at a time; what goes wrong is kept until the next. */
  readonly send: (act: () => Promise<void>) => Promise<void>;
}

export function useSend(): Sending {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  return {
    isBusy,
    problem,
    problemOf: (field) => problem?.fields.find((each) => each.field === field)?.message,
    async send(act) {
      setBusy(true);
      setProblem(undefined);
      try {
        await act();
      } catch (error) {
        setProblem(
          error instanceof Problem
            ? error
            : new Problem({ status: 0, title: 'It was not sent', detail: String(error) }),
        );
      } finally {
        setBusy(false);
      }
    },
  };
}
