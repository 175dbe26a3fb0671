/** Ctrl-C stops after the work in hand; a second one ends at once. */
import { printError } from './io.js';

export interface Interruption {
  stopped(): boolean;
  readonly signal: AbortSignal;
  /** Ctrl-C ends the process again. */
  end(): void;
}

export function interruption(message = 'stopping after the reports in hand'): Interruption {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    printError(`demarche: ${message}; press Ctrl-C again to end at once\n`);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    stopped: () => controller.signal.aborted,
    signal: controller.signal,
    end: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
