/** What the notes are found by, read from data/notes once and checked. */
import { z } from 'zod';
import { checkedData } from '../data-file.js';

const words = z.array(z.string().min(1));

const File = z.strictObject({
  offices: z.record(z.string(), words),
  'not-now': words,
  meetings: words,
  counted: z.record(z.string(), words),
  hedges: words,
  parts: words,
  numbers: z.record(z.string(), z.int()),
});

export interface NoteWords {
  /** Title in small letters to the office that it is of. */
  readonly offices: ReadonlyMap<string, string>;
  readonly notNow: ReadonlySet<string>;
  readonly meetings: ReadonlySet<string>;
  /** Lemma to what was done: `injure` to `wounded`. */
  readonly counted: ReadonlyMap<string, string>;
  readonly hedges: ReadonlySet<string>;
  /** Each as its words. */
  readonly parts: readonly (readonly string[])[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** @throws Error naming file and entry. */
export function loadNotes(): NoteWords {
  const file = checkedData('notes', 'words.yaml', File);
  return {
    offices: inverted(file.offices),
    notNow: new Set(file['not-now']),
    meetings: new Set(file.meetings),
    counted: inverted(file.counted),
    hedges: new Set(file.hedges),
    parts: file.parts.map((phrase) => phrase.split(' ')),
    numbers: new Map(Object.entries(file.numbers)),
  };
}

const inverted = (rows: Readonly<Record<string, readonly string[]>>): Map<string, string> =>
  new Map(Object.entries(rows).flatMap(([to, from]) => from.map((word) => [word, to] as const)));
