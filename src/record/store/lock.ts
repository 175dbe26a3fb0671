/** One process at a time in an embedded record: two would damage it. A lock whose process is gone is taken over. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecordError } from './error.js';

/** Takes the folder for this process. @returns what gives it back. @throws RecordError `record/in-use` */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== undefined && isAlive(holder)) {
        throw new RecordError(
          'record/in-use',
          `${folder} is in use by process ${holder}. Wait for it, or use a PostgreSQL server (--record postgres://…), which many can use at once.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
}

/** Nothing where the file is gone again or half written. */
function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
