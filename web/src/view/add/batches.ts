/** Many files go in parts that the desk takes at once. */
import type { Chosen } from './dropped.js';

/** Files and bytes of one part: the desk takes 2000 and 64 MiB. */
const MOST = { files: 500, bytes: 32 * 1024 * 1024 };

export function batchesOf(chosen: readonly Chosen[]): Chosen[][] {
  const batches: Chosen[][] = [];
  let bytes = 0;
  for (const each of chosen) {
    const last = batches.at(-1);
    const isFull = last === undefined || last.length >= MOST.files || bytes + each.file.size > MOST.bytes;
    if (isFull) {
      batches.push([each]);
      bytes = each.file.size;
    } else {
      last.push(each);
      bytes += each.file.size;
    }
  }
  return batches;
}

/** Names of a sender are labels: the desk makes no paths of them. */
export function formOf(batch: readonly Chosen[]): FormData {
  const form = new FormData();
  for (const { name, file } of batch) form.append('files', file, name);
  return form;
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
