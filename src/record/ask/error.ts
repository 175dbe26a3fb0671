/** What can be wrong with a question, in words that a user can act on. */
export type AskErrorCode =
  | 'ask/unknown-name'
  | 'ask/ambiguous'
  | 'ask/unknown-id'
  | 'ask/not-applicable'
  | 'ask/bad-filter'
  | 'ask/bad-cursor';

export class AskError extends Error {
  constructor(
    readonly code: AskErrorCode,
    message: string,
    /** Of the filter or page asked for: the one that does not hold. */
    readonly field?: string,
  ) {
    super(message);
    this.name = 'AskError';
  }
}
