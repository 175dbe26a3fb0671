/** Tables that a user hands in beside our own: a file's path, or its text under a name. */
import { readFileSync } from 'node:fs';

export interface NamedText {
  /** What messages call it. */
  readonly name: string;
  readonly text: string;
}

export type TableFile = string | NamedText;

/** The text of each table; the same list where it is all texts. @throws Error naming the file that cannot be read. */
export const textsOf = (files: readonly TableFile[]): readonly NamedText[] =>
  isTexts(files)
    ? files
    : files.map((file) => (typeof file === 'string' ? { name: file, text: textOf(file) } : file));

const isTexts = (files: readonly TableFile[]): files is readonly NamedText[] =>
  files.every((file) => typeof file !== 'string');

function textOf(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Error(`'${path}' cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Dictionaries of the nineties are in the Latin alphabet of their time.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
