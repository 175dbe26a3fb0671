/** Answers that hold as long as the record is not written to: kept, and not made twice at once. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

export interface Answer {
  /** Weak: of the revision, the program and what was asked. */
  readonly etag: string;
  readonly type: string;
  readonly body: Uint8Array;
  /** Made when a client first takes it. */
  packed?: Promise<Uint8Array>;
}

export interface Answers {
  etagOf(revision: number, asked: unknown): string;
  /** The kept answer, or the one that `make` gives. Who asks the same at the same time waits for the same. */
  get(etag: string, make: () => Promise<{ readonly type: string; readonly text: string }>): Promise<Answer>;
  readonly sums: { hits: number; misses: number };
  readonly bytes: number;
}

/** Bytes of answers that are kept. */
const MOST = 64 * 1024 * 1024;

/** @param version Of the program: another one may answer otherwise. */
export function createAnswers(version: string, most = MOST): Answers {
  const kept = new LRUCache<string, Answer>({
    maxSize: most,
    // A large answer must not drive out all others.
    maxEntrySize: most / 8,
    // With what is packed of it.
    sizeCalculation: ({ body }) => Math.ceil(body.length * 1.4) + 500,
  });
  const coming = new Map<string, Promise<Answer>>();
  const sums = { hits: 0, misses: 0 };
  return {
    sums,
    get bytes() {
      return kept.calculatedSize;
    },
    etagOf: (revision, asked) =>
      `W/"${createHash('sha256')
        .update(JSON.stringify([version, revision, asked]))
        .digest('base64url')
        .slice(0, 22)}"`,
    async get(etag, make) {
      const found = kept.get(etag);
      const known = found ?? coming.get(etag);
      if (known !== undefined) {
        sums.hits++;
        return known;
      }
      sums.misses++;
      const made = make()
        .then(({ type, text }) => {
          const answer = { etag, type, body: Buffer.from(text) };
          kept.set(etag, answer);
          return answer;
        })
        .finally(() => coming.delete(etag));
      coming.set(etag, made);
      return made;
    },
  };
}

const packing = promisify(gzip);

/** Compressed once, however often it is asked for. */
export async function packed(answer: Answer): Promise<Uint8Array> {
  answer.packed ??= packing(answer.body, { level: 5 });
  return answer.packed;
}
