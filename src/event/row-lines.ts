/** Where the rows of the lexicon stand: looked up only to explain, since reading has no use for it. */
import { dataFiles, dataText } from '../data-file.js';
import type { NamedText } from '../table-file.js';
import { yamlLines } from '../yaml.js';

export interface RowPlace {
  /** As the user named it; ours from the package's root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

const ourFiles = (): string[] => [...dataFiles('events', 'verbs'), 'nominals.yaml', 'embedding.yaml'];

/** By id: of the user's rows and of ours. */
export function loadRowPlaces(own: readonly NamedText[] = []): ReadonlyMap<string, RowPlace> {
  const ours = ourFiles().map((file) => ({ name: `data/events/${file}`, text: dataText('events', file) }));
  return new Map(
    [...ours, ...own].flatMap(({ name, text }) =>
      [...yamlLines(text)].map(([id, line]) => [id, { file: name, line }] as const),
    ),
  );
}
