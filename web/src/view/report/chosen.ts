/** Which piece of the text the reader looks at. Outside of the tree: a long report is not drawn anew for it. */
import { useSyncExternalStore } from 'react';
import { isIn, type Range } from './range.js';

export interface Chosen {
  /** Among the pieces of the layout. */
  readonly piece?: number;
  /** Chosen by a click or key: the pointer's passing does not change it. */
  readonly isHeld: boolean;
}

export interface ChosenStore {
  get(): Chosen;
  set(next: Chosen): void;
  use(): Chosen;
  /** The chosen piece where it lies in the range: who uses it is drawn anew for no other. */
  useIn(range: Range): number | undefined;
}

export const nothingChosen: Chosen = { isHeld: false };

/** Watchers are kept by their range: of thousands only those that a change concerns are told. */
export function chosenStore(): ChosenStore {
  let chosen = nothingChosen;
  const watchers = new Map<() => void, Range | undefined>();
  const watching = (range?: Range) => (watcher: () => void) => {
    watchers.set(watcher, range);
    return () => watchers.delete(watcher);
  };
  const watchAll = watching();
  return {
    get: () => chosen,
    set(next) {
      const before = chosen;
      chosen = next;
      for (const [watcher, range] of watchers) {
        if (range === undefined || isIn(range, before.piece) || isIn(range, next.piece)) watcher();
      }
    },
    use: () => useSyncExternalStore(watchAll, () => chosen),
    useIn: (range) =>
      useSyncExternalStore(watching(range), () => (isIn(range, chosen.piece) ? chosen.piece : undefined)),
  };
}
