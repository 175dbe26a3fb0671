import type { InputError } from '../article/index.js';
import type { Job } from '../reading/pool.js';

/** What is to be read, why it can't be, or what of an archive was passed over, with how many there were of it. */
export type Report =
  | Job
  | { readonly kind: 'failed'; readonly error: InputError }
  | {
      readonly kind: 'passed';
      readonly from: string;
      /** By what they hold: `request`, `status 301`, `image/png`, `robots.txt`. */
      readonly records: Readonly<Record<string, number>>;
    };

/** One thing that a user names. */
export type Input =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'stdin' }
  /** A file that stands somewhere only for now, under the name that its sender gives it. */
  | { readonly kind: 'upload'; readonly path: string; readonly name: string };
