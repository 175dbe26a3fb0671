/**
 * The reader model: words of a sentence in; tags, features, lemmas, tree and names out. A sentence is asked
 * alone, so what is said of it depends on nothing else.
 */
import type { NameType } from '../doc.js';
import { chunksOf, joined } from './chunks.js';
import { loadConfig, type ModelConfig, modelFile } from './config.js';
import { type Scores, scoresOf } from './graph.js';
import { namesOf } from './names.js';
import type { ParsedSentence, ParsedWord } from './parsed.js';
import { piecesOf } from './pieces.js';
import { regularLemma } from './regular.js';
import { openSession, type Runtime, type Session } from './session.js';
import { shapesOf } from './shape.js';
import { treeOf } from './tree.js';

export { modelName } from './config.js';
export type { ParsedSentence, ParsedWord } from './parsed.js';
export type { Runtime } from './session.js';

export interface Model {
  readonly version: string;
  readonly runtime: Runtime;
  parse(forms: readonly string[]): Promise<ParsedSentence>;
}

/** Pieces that are asked at once; training saw no longer sentences. */
const MOST_PIECES = 220;
/** Words whose pieces are kept: a report's words come again and again. */
const MOST_KNOWN = 50_000;

/** Throws an Error that names the file when the model is damaged or missing. */
export async function loadModel(only?: Runtime): Promise<Model> {
  const config = loadConfig();
  const session = await openSession(modelFile('reader.onnx'), only);
  const pieces = remembered((word) => piecesOf(config.vocabulary, word));
  return {
    version: config.version,
    runtime: session.runtime,
    parse: async (forms) => {
      const split = forms.map(pieces);
      const sizes = split.map(({ length }) => length);
      const parts: ParsedSentence[] = [];
      for (const { from, to } of chunksOf(forms, sizes, MOST_PIECES))
        parts.push(await parsePart(config, session, forms.slice(from, to), split.slice(from, to)));
      return parts.length === 0 ? { words: [], names: [] } : joined(parts);
    },
  };
}

function remembered(piecesOfWord: (word: string) => readonly number[]) {
  const known = new Map<string, readonly number[]>();
  return (word: string): readonly number[] => {
    let pieces = known.get(word);
    if (!pieces) {
      if (known.size >= MOST_KNOWN) known.clear();
      pieces = piecesOfWord(word);
      known.set(word, pieces);
    }
    return pieces;
  };
}

async function parsePart(
  config: ModelConfig,
  session: Session,
  forms: readonly string[],
  pieces: readonly (readonly number[])[],
): Promise<ParsedSentence> {
  const scores = await scoresOf(session, config.vocabulary, pieces, shapesOf(forms));
  return {
    words: wordsOf(config, forms, scores),
    // The labels of names were checked with the config.
    names: namesOf(config.tags, scores.names, forms.length, config.temperature.names).map((name) => ({
      ...name,
      type: name.type as NameType,
    })),
  };
}

function wordsOf(config: ModelConfig, forms: readonly string[], scores: Scores): ParsedWord[] {
  const nodes = forms.length + 1;
  const heads = treeOf(scores.arcs, forms.length);
  return forms.map((form, at) => {
    const head = heads[at] ?? -1;
    const pair = at * nodes + head + 1;
    const upos = config.upos[scores.upos[at] ?? 0] ?? 'X';
    const feats = config.feats[scores.feats[at] ?? 0] ?? '';
    return {
      upos,
      feats,
      lemma: lemmaOf(config, form, { upos, feats }, scores.lemmas[at] ?? 0),
      head,
      deprel: head < 0 ? 'root' : (config.relations[scores.relations[pair] ?? 0] ?? 'dep'),
      headProbability: probability(scores.arcs.subarray(at * nodes, (at + 1) * nodes), head + 1, config),
    };
  });
}

function lemmaOf(
  { lexicon, lemmas, words }: ModelConfig,
  form: string,
  word: Pick<ParsedWord, 'upos' | 'feats'>,
  script: number,
): string {
  const settled = lexicon(form, word.upos);
  return settled ?? regularLemma(form, lemmas[script]?.(form) ?? form, word, words);
}

/** The share of one node among all that a word could hang below. */
function probability(row: Float32Array, node: number, { temperature }: ModelConfig): number {
  const own = row[node] ?? 0;
  let sum = 0;
  for (const score of row) sum += Math.exp((score - own) / temperature.arcs);
  return 1 / sum;
}
