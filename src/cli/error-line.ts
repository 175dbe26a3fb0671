import type { InputError } from '../article/index.js';

/** What could not be read, where, and why, on one line for standard error. */
export const errorLine = ({ from, place, message }: InputError): string =>
  `demarche: ${from}${place ? `, ${place}` : ''}: ${message}`;
