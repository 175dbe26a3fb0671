/** Reads and checks data/events/: an entry that doesn't hold together stops the program with file and entry named. */
import { z } from 'zod';
import { checkedData, dataContent, dataFiles, dataText } from '../data-file.js';
import type { NamedText } from '../table-file.js';
import { Calibration } from './confidence.js';
import { PloverType } from './event.js';
import {
  BackgroundTable,
  ContentRow,
  EmbeddingRow,
  type Lexicon,
  type Rule,
  RuleRow,
  VoucherTable,
} from './lexicon.js';
import { ownRules } from './own-rules.js';
import { type Cameo, type Label, type Ontology, PloverTable, splitLabel } from './plover.js';
import type { SyntaxWords } from './syntax/index.js';
import { WordList } from './word-list.js';

export interface EventData {
  readonly ontology: Ontology;
  readonly lexicon: Lexicon;
  readonly words: SyntaxWords;
  readonly calibration: Calibration;
}

/** `own`: the user's rows, as in verbs/ and nominals.yaml; for the same words they come before ours. */
export function loadEvents(own: readonly NamedText[] = []): EventData {
  const ontology: Ontology = { plover: readYaml('plover.yaml', PloverTable), cameo: readCameo() };
  checkCodes(ontology);
  const classes = readYaml('objects.yaml', z.record(z.string(), WordList));
  const rules = [
    ...ownRules(own, (file, kind, row) => ruleOf(file, kind, row, ontology, classes)),
    ...dataFiles('events', 'verbs').flatMap((file) => readRules(file, 'verb', ontology, classes)),
    ...readRules('nominals.yaml', 'noun', ontology, classes),
  ];
  const embeddings = readRows('embedding.yaml', EmbeddingRow);
  const contents = readRows('contents.yaml', ContentRow);
  unique('data/events/verbs, nominals.yaml or the rows handed in', rules);
  unique('data/events/embedding.yaml', embeddings);
  unique('data/events/contents.yaml', contents);
  return {
    ontology,
    calibration: readYaml('calibration.yaml', Calibration),
    words: wordsOf(readYaml('syntax.yaml', WordTable)),
    lexicon: {
      rules,
      classes: new Set(Object.keys(classes)),
      verbs: byLemma(rules.filter((rule) => rule.kind === 'verb')),
      nouns: byLemma(rules.filter((rule) => rule.kind === 'noun')),
      embeddings,
      contents,
      contentOf: contentsBy(contents, ontology, classes),
      effects: byGovernor(embeddings),
      background: readYaml('background.yaml', BackgroundTable),
      vouchers: readYaml('vouchers.yaml', VoucherTable),
    },
  };
}

const fault = (file: string, entry: string, message: string): Error =>
  new Error(`${file}: ${entry}: ${message}`);

const fileText = (file: string): string => dataText('events', file);

function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  return checkedData('events', file, schema);
}

function readRows<T>(file: string, schema: z.ZodType<T>): T[] {
  const rows = z.array(z.looseObject({ id: z.string() })).parse(dataContent('events', file));
  return rows.map((row) => {
    const result = schema.safeParse(row);
    if (!result.success) throw fault(`data/events/${file}`, row.id, z.prettifyError(result.error));
    return result.data;
  });
}

const readRules = (file: string, kind: Rule['kind'], ontology: Ontology, classes: Classes): Rule[] =>
  readRows(file, RuleRow).map((row) => ruleOf(`data/events/${file}`, kind, row, ontology, classes));

function unique(file: string, rows: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) throw fault(file, id, 'this id stands twice.');
    seen.add(id);
  }
}

const WordTable = z.strictObject({
  partitives: WordList,
  creates: WordList,
  bodies: WordList,
  happenings: WordList,
  promises: WordList,
  sources: WordList,
  none: WordList,
  negations: WordList,
  compounds: WordList,
  conditions: WordList,
  measures: WordList,
  made: WordList,
  texts: WordList,
  future: WordList,
  invariant: WordList,
  vessels: WordList,
  modals: WordList,
});

const wordsOf = (table: z.infer<typeof WordTable>): SyntaxWords => ({
  partitives: new Set(table.partitives),
  creates: new Set(table.creates),
  bodies: new Set(table.bodies),
  happenings: new Set(table.happenings),
  promises: new Set(table.promises),
  sources: new Set(table.sources),
  none: new Set(table.none),
  negations: new Set(table.negations),
  compounds: new Set(table.compounds),
  conditions: new Set(table.conditions),
  measures: new Set(table.measures),
  made: new Set(table.made),
  texts: new Set(table.texts),
  future: new Set(table.future),
  invariant: new Set(table.invariant),
  vessels: new Set(table.vessels),
  modals: new Set(table.modals),
});

function readCameo(): Map<string, Cameo> {
  const rows = fileText('cameo.tsv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1);
  return new Map(
    rows.map((line) => {
      const [code = '', type = '', mode = '', contexts = '', goldstein = ''] = line.split('\t');
      const known = PloverType.safeParse(type);
      if (!known.success || !/^\d{3,4}$/u.test(code))
        throw fault('data/events/cameo.tsv', code, `'${line}' is no CAMEO row.`);
      const row: Cameo = {
        code,
        type: known.data,
        contexts: contexts === '' ? [] : contexts.split(';'),
        ...(mode === '' ? {} : { mode }),
        ...(goldstein === '' ? {} : { goldstein: Number(goldstein) }),
      };
      return [code, row];
    }),
  );
}

function checkCodes({ plover, cameo }: Ontology): void {
  for (const [type, table] of Object.entries(plover.cameo))
    for (const code of Object.values(table))
      if (!cameo.has(code)) throw fault('data/events/plover.yaml', type, `'${code}' is no CAMEO code.`);
}

type Classes = Readonly<Record<string, readonly string[]>>;

/** Who stands first in the file has the word. */
function contentsBy(
  rows: readonly ContentRow[],
  ontology: Ontology,
  classes: Classes,
): Map<string, ContentRow> {
  const map = new Map<string, ContentRow>();
  for (const row of rows) {
    const { id, types, mode, cameo, verbs, nouns } = row;
    const stray = Object.values(cameo).find((code) => !ontology.cameo.has(code));
    if (stray !== undefined) throw fault('data/events/contents.yaml', id, `'${stray}' is no CAMEO code.`);
    for (const type of types) {
      if (ontology.plover.types[type].modes[mode] === undefined)
        throw fault('data/events/contents.yaml', id, `${type} has no mode '${mode}'.`);
      const keys = [
        ...verbs.map((lemma) => `${type}|verb|${lemma}`),
        ...[...resolve(nouns, classes)].map((lemma) => `${type}|noun|${lemma}`),
      ];
      for (const key of keys) if (!map.has(key)) map.set(key, row);
    }
  }
  return map;
}

function labelIn(file: string, id: string, label: string, ontology: Ontology): Label {
  const { type, mode } = splitLabel(label);
  const known = PloverType.safeParse(type);
  if (!known.success) throw fault(file, id, `'${type}' is no PLOVER type.`);
  if (mode !== undefined && ontology.plover.types[known.data].modes[mode] === undefined)
    throw fault(file, id, `${type} has no mode '${mode}'.`);
  return { type: known.data, ...(mode === undefined ? {} : { mode }) };
}

function ruleOf(file: string, kind: Rule['kind'], row: RuleRow, ontology: Ontology, classes: Classes): Rule {
  const label = labelIn(file, row.id, row.code, ontology);
  const cameo = ontology.cameo.get(row.cameo);
  if (!cameo) throw fault(file, row.id, `'${row.cameo}' is no CAMEO code.`);
  const allContexts = row.contexts ?? cameo.contexts;
  const stray = allContexts.find((context) => !ontology.plover.contexts.includes(context));
  if (stray !== undefined) throw fault(file, row.id, `'${stray}' is no PLOVER context.`);
  const verb = kind === 'verb';
  const objects = row.object && resolve(row.object, classes);
  const ofs = row.of && resolve(row.of, classes);
  const afters = row.after && resolve(row.after, classes);
  const doers = row.doer && resolve(row.doer, classes);
  const abouts = row.about && resolve(row.about, classes);
  const excepts = row.except && resolve(row.except, classes);
  const rule: Rule = {
    ...row,
    kind,
    ...label,
    allContexts,
    actorRoles: row.actor ?? (verb ? ['subject'] : ['owner', 'by']),
    recipientRoles: row.recipient ?? (verb ? ['object', 'object.owner'] : []),
    ...(objects ? { objects } : {}),
    ...(ofs ? { ofs } : {}),
    ...(afters ? { afters } : {}),
    ...(doers ? { doers } : {}),
    ...(abouts ? { abouts } : {}),
    ...(excepts ? { excepts } : {}),
  };
  if (row.also === undefined) return rule;
  const { mode: _, ...bare } = rule;
  return { ...rule, second: { ...bare, ...labelIn(file, row.id, row.also, ontology) } };
}

const resolve = (names: readonly string[], classes: Classes): Set<string> =>
  new Set(names.flatMap((name) => classes[name] ?? [name]));

function byLemma(rules: readonly Rule[]): Map<string, Rule[]> {
  const map = new Map<string, Rule[]>();
  for (const rule of rules) for (const lemma of rule.lemma) push(map, lemma, rule);
  return map;
}

function byGovernor(rows: readonly EmbeddingRow[]): Map<string, EmbeddingRow[]> {
  const map = new Map<string, EmbeddingRow[]>();
  for (const row of rows)
    for (const governor of row.governor) for (const link of row.link) push(map, `${governor}|${link}`, row);
  return map;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
