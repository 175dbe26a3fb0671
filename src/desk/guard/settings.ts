/** Who may come in, and how much at once. */
import type { Keys } from '../keys.js';

export interface GuardSettings {
  readonly keys: Keys;
  /** Every request needs a key. Once so, it stays so: removing the last key shuts the desk, it does not open it. */
  readonly closed: boolean;
  /** Names under which the desk is reached, beside loopback and addresses in figures. */
  readonly hosts: readonly string[];
  /** Other origins whose pages may ask, `https://desk.example.org`. */
  readonly cors: readonly string[];
  /** Requests a second of one key, or of one address without; 0: as many as come. */
  readonly rate: number;
  /** Bytes of files that are added at once. */
  readonly maxBody: number;
}

export const LARGEST_BODY = 64 * 1024 * 1024;
/** Of everything but files. */
export const LARGEST_TEXT = 4 * 1024 * 1024;
