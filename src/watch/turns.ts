/** Who may ask which host when: one request at a time, and a pause after each. */
import type { Clock } from './clock.js';

export type Turn =
  /** `end` must be called; the next turn comes `pause` milliseconds after it. */
  | { readonly kind: 'turn'; end(pause: number): void }
  /** The host is not to be asked before `at`, which is further away than the asker would wait. */
  | { readonly kind: 'later'; readonly at: number };

export interface Turns {
  /** In the order of asking. `patience`: milliseconds that may be waited for the host's pause. Rejects on abort. */
  take(host: string, patience: number, signal?: AbortSignal): Promise<Turn>;
  /** The host asked not to be asked before then. */
  hold(host: string, until: number): void;
}

interface Host {
  /** Settles when the last turn that was given or promised has ended. */
  last: Promise<void>;
  /** When it may be asked again. */
  free: number;
}

export function createTurns(clock: Clock): Turns {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    const host = hosts.get(name) ?? { last: Promise.resolve(), free: 0 };
    hosts.set(name, host);
    return host;
  };
  return {
    async take(name, patience, signal) {
      const host = hostOf(name);
      const before = host.last;
      let open = () => {};
      host.last = new Promise((resolve) => {
        open = resolve;
      });
      await before;
      try {
        const wait = host.free - clock.now();
        if (wait > patience) {
          open();
          return { kind: 'later', at: host.free };
        }
        if (wait > 0) await clock.wait(wait, signal);
        signal?.throwIfAborted();
      } catch (error) {
        open();
        throw error;
      }
      return {
        kind: 'turn',
        end(pause) {
          host.free = Math.max(host.free, clock.now() + pause);
          open();
        },
      };
    },
    hold(name, until) {
      const host = hostOf(name);
      host.free = Math.max(host.free, until);
    },
  };
}
