import { Option } from 'commander';
import { openRecord, type Record } from '../record/record.js';
import type { OpenOptions } from '../record/store/database.js';

export interface RecordOption {
  readonly record: string;
}

/** The option that every command on a record has. */
export const recordOption = (): Option =>
  new Option('--record <where>', 'a folder, or postgres://user@host/database')
    .default('demarche-record')
    .env('DEMARCHE_RECORD');

/** Opens it, does the work and closes it whatever happens. */
export async function withRecord<Result>(
  { record: where }: RecordOption,
  work: (record: Record) => Promise<Result>,
  options: OpenOptions = {},
): Promise<Result> {
  const record = await openRecord(where, options);
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}
