/** The command line's way to standard output and standard error: results to one, everything else to the other. */
import { once } from 'node:events';
import { CommanderError } from 'commander';

export const print = (text: string): void => {
  process.stdout.write(text);
};

/** Writes and waits until the reader at the other end has room: memory stays flat whatever its pace. */
export async function printAndWait(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export const printError = (text: string): void => {
  process.stderr.write(text);
};

/** A mistake in how the command was called: exit code 2. */
export class UsageError extends Error {}

/** `demarche read x | head` ends quietly when `head` has seen enough. */
export function quietOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** Prints what a person can act on, never a stack trace, and gives the exit code. */
export function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  printError(`demarche: ${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof UsageError ? 2 : 1;
}
