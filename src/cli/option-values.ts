/** Values of options that several commands have. */
import { InvalidArgumentError } from 'commander';
import { parsePublished } from '../article/index.js';

export function isoDate(value: string): string {
  const stamp = parsePublished(value);
  if (!stamp.ok) throw new InvalidArgumentError(stamp.error.message);
  return value;
}

export function columns(value: string): number {
  const width = Number(value);
  if (!Number.isInteger(width) || width < 30) throw new InvalidArgumentError('a whole number from 30 up.');
  return width;
}

export function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 up.');
  return number;
}
