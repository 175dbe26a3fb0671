/** What is sent in a request becomes files that lie there until they are read. Names of a sender are labels, never paths. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from '../../input/index.js';

export interface Sent {
  /** As its sender calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Uploaded {
  readonly folder: string;
  readonly inputs: readonly Input[];
}

export async function uploaded(sent: readonly Sent[]): Promise<Uploaded> {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-desk-'));
  const inputs: Input[] = [];
  for (const [at, { name, bytes }] of sent.entries()) {
    const path = join(folder, String(at));
    await writeFile(path, bytes, { mode: 0o600 });
    inputs.push({ kind: 'upload', path, name: labelOf(name) });
  }
  return { folder, inputs };
}

/** In one line, of no great length. */
export const labelOf = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 300) || 'without a name';
