/** What reading an input gives: an Article, or why there is none. Bad input is a value, never thrown. */
import type { LogEntry, Note } from '../log.js';
import type { Article } from './article.js';

/** Where an input comes from, and what is known of it from outside. */
export interface ArticleSource {
  /** Path, URL or id it is given under; stands in every error and in `article.from`. */
  readonly from: string;
  /** As in HTTP: `text/html; charset=utf-8`. Used for the charset; the type is seen from the bytes. */
  readonly contentType?: string;
  /** Where it was printed. */
  readonly url?: string;
  /** ISO 8601; taken for a report that states no date of its own. */
  readonly published?: string;
  /** Taken for a report that names no outlet of its own. */
  readonly outlet?: string;
}

export type InputErrorCode =
  | 'input/empty'
  | 'input/binary'
  | 'input/too-large'
  | 'input/bad-json'
  | 'input/bad-record'
  | 'input/bad-feed'
  | 'input/bad-mail'
  | 'input/bad-archive'
  | 'input/no-text'
  | 'input/bad-date'
  | 'input/unreadable'
  | 'input/unread'
  | 'input/bad-url'
  | 'input/private-address'
  | 'input/unreachable'
  | 'input/timeout'
  | 'input/http-status'
  | 'input/redirects'
  | 'input/robots';

export interface InputError {
  readonly code: InputErrorCode;
  /** A sentence that a user can act on; `from` and `place` are not repeated in it. */
  readonly message: string;
  readonly from: string;
  /** `line 3, column 14`, `item 2`. */
  readonly place?: string;
}

export type ArticleOutcome =
  | {
      readonly ok: true;
      readonly article: Article;
      readonly notes: readonly Note[];
      readonly log: readonly LogEntry[];
    }
  | { readonly ok: false; readonly error: InputError };

export function failed(
  code: InputErrorCode,
  from: string,
  message: string,
  place?: string,
): { readonly ok: false; readonly error: InputError } {
  return { ok: false, error: { code, message, from, ...(place === undefined ? {} : { place }) } };
}
