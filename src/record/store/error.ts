/** What can go wrong with a record, in words that a user can act on. */
export type RecordErrorCode =
  | 'record/in-use'
  | 'record/not-found'
  | 'record/unreachable'
  | 'record/newer'
  | 'record/full'
  | 'record/damaged'
  | 'record/unknown-id'
  | 'record/refused';

export class RecordError extends Error {
  constructor(
    readonly code: RecordErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'RecordError';
  }
}

/** PostgreSQL's codes for a disk or memory that is full, and for a server that is gone. */
const full: ReadonlySet<string> = new Set(['53100', '53200', 'ENOSPC', 'EDQUOT']);
const gone: ReadonlySet<string> = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
]);

/** A database's error told in our words; others pass as they are. */
export function asRecordError(error: unknown, where: string): unknown {
  if (error instanceof RecordError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (full.has(code) || /no space left on device/iu.test(error.message)) {
    return new RecordError(
      'record/full',
      `the disk of ${where} is full. What was filed before is safe; make room and run the same command again.`,
      { cause: error },
    );
  }
  if (isGone(error)) {
    return new RecordError('record/unreachable', `${where} could not be reached: ${error.message || code}`, {
      cause: error,
    });
  }
  return error;
}

/** Is this the server going away, after which the same work may be tried again? */
export const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  (gone.has((error as NodeJS.ErrnoException).code ?? '') || /Connection terminated/u.test(error.message));
