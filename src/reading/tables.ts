/** The user's own tables: read when a reader is made, and handed to the readers that take them. */
import { createHash } from 'node:crypto';
import { type Fault, loadActors } from '../actor/index.js';
import { loadEvents } from '../event/index.js';
import { type NamedText, type TableFile, textsOf } from '../table-file.js';

export interface ReaderOptions {
  /**
   * Actor and agent dictionaries of PETRARCH or TABARI, or tables of office holders like
   * data/actors/office-holders.tsv; which one a file is, its content tells.
   */
  readonly actors?: readonly TableFile[];
  /** Rows like those of data/events/verbs/ and nominals.yaml; they come before ours for the same words. */
  readonly lexicon?: readonly TableFile[];
}

/** Tables as text: what one thread can hand to another. */
export interface Tables {
  readonly actors: readonly NamedText[];
  readonly lexicon: readonly NamedText[];
}

/** @throws Error naming the file that cannot be read. */
export const readTables = ({ actors = [], lexicon = [] }: ReaderOptions): Tables => ({
  actors: textsOf(actors),
  lexicon: textsOf(lexicon),
});

export const hasTables = ({ actors, lexicon }: Tables): boolean => actors.length + lexicon.length > 0;

/** Lines that cannot be taken. @throws Error naming file and entry when a row of a lexicon is damaged. */
export function faultsOf({ actors, lexicon }: Tables): readonly Fault[] {
  if (lexicon.length > 0) loadEvents(lexicon);
  return actors.length > 0 ? loadActors(actors).faults : [];
}

/** `+` and a digest of the contents, to stand behind the version of our own data; nothing without tables. */
export function tablesVersion(tables: Tables): string {
  if (!hasTables(tables)) return '';
  const hash = createHash('sha256');
  for (const [kind, files] of Object.entries(tables) as [string, readonly NamedText[]][])
    for (const { text } of files) hash.update(`${kind}\0${text.length}\0${text}`);
  return `+${hash.digest('hex').slice(0, 16)}`;
}
