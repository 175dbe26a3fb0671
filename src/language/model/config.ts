/** What stands beside the model's weights: its labels, its pieces, and how far its scores can be trusted. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkedData } from '../../data-file.js';
import { packageFile } from '../../package-root.js';
import type { NameType, Upos } from '../doc.js';
import { type LemmaScript, lemmaScript } from './lemma.js';
import { type Tags, tagsOf } from './names.js';
import { type Vocabulary, vocabularyOf } from './pieces.js';
import type { Words } from './regular.js';
import { SENTENCE_CASES, SHAPES } from './shape.js';

const upos = [
  ...['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT'],
  ...['SCONJ', 'SYM', 'VERB', 'X'],
] as Upos[];
const nameTypes: NameType[] = ['PERSON', 'NORP', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'LAW'];

const ConfigFile = z.object({
  version: z.string(),
  sha256: z.object({ 'reader.onnx': z.string() }),
  temperature: z.object({ arcs: z.number().positive(), names: z.number().positive() }),
  shapes: z
    .array(z.string())
    .refine((given) => given.join() === SHAPES.join(), 'not the shapes of this program'),
  sentence_cases: z
    .array(z.string())
    .refine((given) => given.join() === SENTENCE_CASES.join(), 'not the cases of this program'),
  upos: z.array(z.enum(upos)),
  feats: z.array(z.string()),
  lemmas: z.array(z.string()),
  relations: z.array(z.string()),
  tags: z.array(z.templateLiteral([z.enum(['B', 'I', 'E', 'S']), '-', z.enum(nameTypes)]).or(z.literal('O'))),
});

const WordList = z.string().transform((words) => words.split(' '));
const VerbFile = z.strictObject({
  words: WordList,
  /** From lemma to forms in the file, from form to lemma here. */
  irregular: z
    .record(z.string(), WordList)
    .transform(
      (verbs) =>
        new Map(
          Object.entries(verbs).flatMap(([lemma, forms]) => forms.map((form) => [form, lemma] as const)),
        ),
    ),
});

export interface ModelConfig {
  readonly version: string;
  /** Divides scores where probabilities are made of them; fitted on text that was not trained on. */
  readonly temperature: { readonly arcs: number; readonly names: number };
  readonly upos: readonly Upos[];
  /** Empty for no features. */
  readonly feats: readonly string[];
  readonly lemmas: readonly LemmaScript[];
  readonly relations: readonly string[];
  readonly tags: Tags;
  readonly vocabulary: Vocabulary;
  /** Lemmas that the training data settles: by the form in lower case and its tag. */
  readonly lexicon: (form: string, upos: Upos) => string | undefined;
  readonly words: Words;
}

export const modelFile = (name: string): string => packageFile('model', name);

/** Version and digest of the weights, as every Reading names them. */
export function modelName(): string {
  const { version, sha256 } = readConfig();
  return `reader ${version} sha256:${sha256['reader.onnx'].slice(0, 16)}`;
}

/** Throws an Error that names the file and the entry when the model is not one that this program can ask. */
export function loadConfig(): ModelConfig {
  const config = readConfig();
  const vocabulary = vocabularyOf(readFileSync(modelFile('vocabulary.txt'), 'utf8'));
  const lexicon = loadLexicon();
  const verbs = checkedData('language', 'verbs.yaml', VerbFile);
  const sure = new Set([...lexicon.values(), ...verbs.words, ...verbs.irregular.values()]);
  return {
    ...config,
    feats: config.feats.map((feats) => (feats === '_' ? '' : feats)),
    lemmas: config.lemmas.map(lemmaScript),
    tags: tagsOf(config.tags),
    vocabulary,
    lexicon: (form, upos) => lexicon.get(`${form.toLowerCase()}\t${upos}`),
    words: {
      sure: (word) => sure.has(word),
      // Pieces of two letters are hardly ever words.
      likely: (word) => word.length > 2 && vocabulary.pieces.has(word),
      irregular: (form) => verbs.irregular.get(form),
    },
  };
}

/** Rows of form, UPOS and lemma. */
function loadLexicon(): Map<string, string> {
  const lexicon = new Map<string, string>();
  const rows = readFileSync(modelFile('lemmas.tsv'), 'utf8').trimEnd().split('\n');
  rows.forEach((row, at) => {
    const [form, upos, lemma] = row.split('\t');
    if (!form || !upos || !lemma) throw new Error(`model/lemmas.tsv:${at + 1}: not three columns.`);
    lexicon.set(`${form}\t${upos}`, lemma);
  });
  return lexicon;
}

function readConfig(): z.infer<typeof ConfigFile> {
  const read = ConfigFile.safeParse(JSON.parse(readFileSync(modelFile('config.json'), 'utf8')));
  if (!read.success) throw new Error(`model/config.json: ${z.prettifyError(read.error)}`);
  return read.data;
}
