/** A record to measure: one that was named is kept and used again, a folder of our own is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function withRecordAt(
  named: string | undefined,
  work: (where: string) => Promise<number>,
): Promise<number> {
  if (named !== undefined) return work(named);
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  try {
    return await work(join(folder, 'record'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
