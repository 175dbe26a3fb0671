/** The tables in data/language/, read once, checked, and turned into what the tokeniser looks up. */
import { z } from 'zod';
import { checkedData } from '../data-file.js';

export const AbbreviationUse = z.enum(['title', 'number', 'date', 'inner', 'any']);
export type AbbreviationUse = z.infer<typeof AbbreviationUse>;

/** Words with white space between them: quick to read and to load. */
const Words = z.string().transform((words) => words.trim().split(/\s+/u));
const AbbreviationFile = z.array(z.strictObject({ use: AbbreviationUse, example: z.string(), words: Words }));
const CliticFile = z.strictObject({
  clitics: Words,
  splits: z.record(z.string(), z.string().regex(/^\S+\|\S+$/)),
});
const HyphenFile = z.strictObject({ prefixes: Words, suffixes: Words, words: Words });
const SentenceFile = z.strictObject({ starters: Words, speech: Words });
const NumberFile = z.strictObject({ units: Words, currencies: Words });

export interface Lexicon {
  /** Without the last full stop, as written and in lower case. */
  readonly abbreviations: ReadonlyMap<string, ReadonlySet<AbbreviationUse>>;
  readonly clitics: ReadonlySet<string>;
  /** Lower-case word to the lengths of its parts. */
  readonly splits: ReadonlyMap<string, readonly number[]>;
  readonly hyphenPrefixes: ReadonlySet<string>;
  readonly hyphenSuffixes: ReadonlySet<string>;
  readonly hyphenWords: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly currencies: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
}

/** Throws an Error that names file and place when a file is not what it should be. */
const readTable = <T>(file: string, schema: z.ZodType<T>): T => checkedData('language', file, schema);

function abbreviations(): Map<string, Set<AbbreviationUse>> {
  const uses = new Map<string, Set<AbbreviationUse>>();
  for (const { use, words } of readTable('abbreviations.yaml', AbbreviationFile))
    for (const word of words) {
      const known = uses.get(word) ?? new Set();
      uses.set(word, known.add(use));
    }
  return uses;
}

export function loadLexicon(): Lexicon {
  const { clitics, splits } = readTable('clitics.yaml', CliticFile);
  const hyphens = readTable('hyphens.yaml', HyphenFile);
  const numbers = readTable('numbers.yaml', NumberFile);
  const sentences = readTable('sentences.yaml', SentenceFile);
  return {
    abbreviations: abbreviations(),
    clitics: new Set(clitics),
    splits: new Map(
      Object.entries(splits).map(([word, parts]) => [word, parts.split('|').map((part) => part.length)]),
    ),
    hyphenPrefixes: new Set(hyphens.prefixes),
    hyphenSuffixes: new Set(hyphens.suffixes),
    hyphenWords: new Set(hyphens.words),
    units: new Set(numbers.units),
    currencies: new Set(numbers.currencies),
    starters: new Set(sentences.starters),
    speech: new Set(sentences.speech),
  };
}
