/** Questions wait for their turn: what the record cannot answer in time is not even asked. */
import { ProblemError, problem, tooLong } from './api/problem.js';

export interface Turns {
  /** @throws ProblemError where too many wait, or the turn does not come in time. */
  take<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  readonly waiting: number;
}

interface Waiter {
  begin(): void;
}

export interface TurnOptions {
  /** So many at once. */
  readonly slots: number;
  /** So many may wait. */
  readonly most: number;
  /** Milliseconds from the asking to the answer. */
  readonly patience: number;
}

export function createTurns({ slots, most, patience }: TurnOptions): Turns {
  const queue: Waiter[] = [];
  let running = 0;
  const next = (): void => {
    while (running < slots) {
      const waiter = queue.shift();
      if (waiter === undefined) return;
      running++;
      waiter.begin();
    }
  };
  return {
    get waiting() {
      return queue.length;
    },
    take(work) {
      if (queue.length >= most) return Promise.reject(tooMany());
      return new Promise((resolve, reject) => {
        const waiter: Waiter = {
          begin() {
            work()
              .then(resolve, reject)
              .finally(() => {
                clearTimeout(timer);
                running--;
                // An embedded record answers without once looking up: between two questions connections are heard.
                setImmediate(next);
              });
          },
        };
        const timer = setTimeout(() => {
          const at = queue.indexOf(waiter);
          if (at >= 0) queue.splice(at, 1);
          reject(new ProblemError(tooLong(), { 'Retry-After': '30' }));
        }, patience);
        queue.push(waiter);
        next();
      });
    },
  };
}

const tooMany = (): ProblemError =>
  new ProblemError(problem(503, 'desk/too-many', 'Too many questions wait; try again in a moment.'), {
    'Retry-After': '5',
  });
