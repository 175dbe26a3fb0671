/** The rules of data/language/repairs.yaml: read, checked, and indexed by the word they are for. */
import { z } from 'zod';
import type { Upos } from './doc.js';
import type { RepairTable } from './repair.js';

const UPOS = new Set<string>([
  ...['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT'],
  ...['SCONJ', 'SYM', 'VERB', 'X'],
]);
const isUpos = (name: string): name is Upos => UPOS.has(name);

const UposName = z.string().refine(isUpos, 'no UPOS tag');
const Words = z.string().transform((words) => words.split(/\s+/u));
const Tags = Words.refine((names): names is Upos[] => names.every(isUpos), 'not all are UPOS tags');
const ConditionRow = z.strictObject({
  form: Words.optional(),
  not: Words.optional(),
  upos: Tags.optional(),
  ends: Words.optional(),
  notEnds: Words.optional(),
  joined: z.boolean().optional(),
  capital: z.boolean().optional(),
  first: z.boolean().optional(),
  skip: Tags.optional(),
  skipForm: Words.optional(),
});
const RepairRow = z.strictObject({
  id: z.string().regex(/^language\/[a-z0-9-]+$/),
  at: ConditionRow,
  after: ConditionRow.optional(),
  before: ConditionRow.optional(),
  unlessAfter: ConditionRow.optional(),
  unlessBefore: ConditionRow.optional(),
  clause: z.boolean().optional(),
  set: UposName.optional(),
  lemma: z.string().optional(),
  example: z.strictObject({
    text: z.string(),
    word: z.string(),
    upos: UposName,
    lemma: z.string().optional(),
  }),
});
export const RepairFile = z.array(RepairRow);
export type RepairFile = z.infer<typeof RepairFile>;

/** What a word must be; absent fields don't matter. */
export interface Condition {
  readonly form: ReadonlySet<string> | undefined;
  readonly not: ReadonlySet<string> | undefined;
  readonly upos: ReadonlySet<Upos> | undefined;
  readonly ends: readonly string[] | undefined;
  readonly notEnds: readonly string[] | undefined;
  readonly joined: boolean | undefined;
  readonly capital: boolean | undefined;
  readonly first: boolean | undefined;
  /** Words passed over on the way to the one that the condition is about. */
  readonly skip: ReadonlySet<Upos> | undefined;
  readonly skipForm: ReadonlySet<string> | undefined;
}

export interface Repair {
  readonly id: string;
  readonly at: Condition;
  readonly after: Condition | undefined;
  readonly before: Condition | undefined;
  readonly unlessAfter: Condition | undefined;
  readonly unlessBefore: Condition | undefined;
  readonly clause: boolean;
  readonly set: Upos | undefined;
  readonly lemma: string | undefined;
}

export function repairTable(rows: RepairFile): RepairTable {
  const byForm = new Map<string, Repair[]>();
  const byUpos = new Map<Upos, Repair[]>();
  for (const row of rows) {
    const rule = compile(row);
    if (rule.at.form) for (const form of rule.at.form) push(byForm, form, rule);
    else if (rule.at.upos) for (const upos of rule.at.upos) push(byUpos, upos, rule);
    else throw new Error(`data/language/repairs.yaml: ${row.id}: 'at' needs 'form' or 'upos'.`);
  }
  return { byForm, byUpos };
}

function push<K>(map: Map<K, Repair[]>, key: K, rule: Repair): void {
  const rules = map.get(key);
  if (rules) rules.push(rule);
  else map.set(key, [rule]);
}

const compile = (row: RepairFile[number]): Repair => ({
  id: row.id,
  at: condition(row.at),
  after: row.after && condition(row.after),
  before: row.before && condition(row.before),
  unlessAfter: row.unlessAfter && condition(row.unlessAfter),
  unlessBefore: row.unlessBefore && condition(row.unlessBefore),
  clause: row.clause === true,
  set: row.set,
  lemma: row.lemma,
});

const condition = (row: z.infer<typeof ConditionRow>): Condition => ({
  form: row.form && new Set(row.form),
  not: row.not && new Set(row.not),
  upos: row.upos && new Set(row.upos),
  ends: row.ends,
  notEnds: row.notEnds,
  joined: row.joined,
  capital: row.capital,
  first: row.first,
  skip: row.skip && new Set(row.skip),
  skipForm: row.skipForm && new Set(row.skipForm),
});
