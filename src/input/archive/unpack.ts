/** gzip, in one member or many, unpacked as it comes; what stands before a fault is given before it is told. */
import { createGunzip, gunzipSync, constants as zlib } from 'node:zlib';

/** The gzip data are damaged or cut short. */
export class BrokenGzip extends Error {}

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** The first bytes of what is packed; the fewer are unpacked, the less a fault behind them matters. */
export function unpackedHead(head: Uint8Array): Uint8Array {
  for (const most of [128, 256, 512, 1024]) {
    try {
      const made = gunzipSync(head.subarray(0, most), { finishFlush: zlib.Z_SYNC_FLUSH });
      if (made.length >= enough) return made;
    } catch {
      break;
    }
  }
  return new Uint8Array();
}

/** Bytes that tell an archive. */
const enough = 8;

/** Where zlib finds a fault, it drops what it made of the same input: it is given little at a time. */
const sliceSize = 2048;

/** Begins a member; what is before it is given apart, so that a fault behind it costs no whole member. */
const memberStart = Buffer.from([0x1f, 0x8b, 0x08]);

/** Throws BrokenGzip after everything before the fault; passes on what the stream throws. */
export async function* unpacked(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  const made: Uint8Array[] = [];
  let fault: Error | undefined;
  let ended = false;
  let wake = () => {};
  gunzip.on('data', (chunk: Uint8Array) => made.push(chunk));
  gunzip.on('error', (error) => {
    fault = error;
    wake();
  });
  gunzip.on('end', () => {
    ended = true;
    wake();
  });
  const step = (act: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      wake = resolve;
      act(resolve);
    });
  try {
    for await (const slice of slicesOf(stream)) {
      if (ended) onlyPadding(slice);
      else await step((done) => gunzip.write(slice, () => done()));
      yield* made.splice(0);
      if (fault) throw new BrokenGzip(fault.message);
    }
    if (!ended) await step(() => gunzip.end());
    yield* made.splice(0);
    if (fault) throw new BrokenGzip(fault.message);
  } finally {
    gunzip.destroy();
  }
}

/** zlib takes zeros behind a member for the padding of a tape, and nothing more after them. */
function onlyPadding(slice: Uint8Array): void {
  if (slice.some((byte) => byte !== 0)) throw new BrokenGzip('more data stand behind its end');
}

async function* slicesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    for (let at = 0, end = 0; at < bytes.length; at = end) {
      const member = bytes.indexOf(memberStart, at + 1);
      end = Math.min(at + sliceSize, member < 0 ? bytes.length : member);
      yield bytes.subarray(at, end);
    }
  }
}
