/** Why a backup cannot be written or restored; the record is as it was. */
export type BackupErrorCode =
  | 'backup/not-a-backup'
  | 'backup/damaged'
  | 'backup/newer'
  | 'backup/unreadable'
  | 'backup/unwritable';

export class BackupError extends Error {
  constructor(
    readonly code: BackupErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'BackupError';
  }
}
