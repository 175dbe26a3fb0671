/** Rows of a user's own lexicon: those of verbs/ and nominals.yaml, in one file or several; ids tell which they are. */
import { z } from 'zod';
import type { NamedText } from '../table-file.js';
import { parseYaml } from '../yaml.js';
import { type Rule, RuleRow } from './lexicon.js';

type MakeRule = (file: string, kind: Rule['kind'], row: RuleRow) => Rule;

/** @throws Error naming file and entry. */
export const ownRules = (files: readonly NamedText[], make: MakeRule): Rule[] =>
  files.flatMap((file) =>
    rowsOf(file).map((content, nth) => {
      const row = RuleRow.safeParse(content);
      if (!row.success)
        throw new Error(`${file.name}: ${entryName(content, nth)}: ${z.prettifyError(row.error)}`);
      return make(file.name, row.data.id.startsWith('noun/') ? 'noun' : 'verb', row.data);
    }),
  );

function rowsOf({ name, text }: NamedText): readonly unknown[] {
  let content: unknown;
  try {
    content = parseYaml(text);
  } catch (error) {
    throw new Error(`${name}: is no YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(content)) throw new Error(`${name}: is no list of rows, each with its id.`);
  return content;
}

function entryName(content: unknown, nth: number): string {
  const named = z.looseObject({ id: z.string() }).safeParse(content);
  return named.success ? named.data.id : `row ${nth + 1}`;
}
