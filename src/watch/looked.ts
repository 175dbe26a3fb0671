/** What a look at a source gives. */
import type { InputError } from '../article/index.js';
import type { Client, Got, Version } from './client.js';
import type { News } from './news.js';
import type { SourceState } from './state.js';

export type Look =
  | (News & {
      readonly kind: 'ok';
      readonly remembered: Version & Pick<SourceState, 'children'>;
      /** What of it could not be looked at. */
      readonly message?: string;
    })
  | { readonly kind: 'unchanged' }
  | Extract<Got, { kind: 'later' | 'failed' }>;

export interface LookOptions {
  readonly client: Client;
  /** Milliseconds since 1970: an entry of a sitemap that says that it is older is not read. */
  readonly oldest: number;
  readonly signal?: AbortSignal | undefined;
}

export const badListing = (from: string, message: string): Extract<Got, { kind: 'failed' }> => ({
  kind: 'failed',
  error: { code: 'input/bad-feed' satisfies InputError['code'], from, message },
  lasting: false,
});
