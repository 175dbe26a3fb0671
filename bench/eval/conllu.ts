/** Tokens, sentences, UPOS, lemmas and trees on the raw text of UD treebanks, scored as in CoNLL 2018. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.js';
import type { Doc } from '../../src/language/doc.js';
import { loadLanguage, makeDoc } from '../../src/language/index.js';
import { type GoldDocument, readConllu } from './conllu-read.js';
import {
  type Analysis,
  f1,
  type Measure,
  measures,
  type ScoredWord,
  type Scores,
  score,
} from './conllu-score.js';
import type { Bounds, Corpus, Row } from './row.js';

const TOKENS: Bounds = { floor: 0.985, aim: 0.99 };

export const conlluCorpora: readonly Corpus[] = [
  {
    name: 'language/ewt',
    folder: 'language/ewt',
    evaluate: async (path) =>
      rows('language/ewt', documentsOf(path), { 'token F1': TOKENS, 'LAS F1': { floor: 0.85 } }),
  },
  {
    name: 'language/gum',
    folder: 'language/gum',
    evaluate: async (path) => {
      const documents = documentsOf(path);
      const news = documents.filter(({ id }) => id.startsWith('GUM_news'));
      return [
        ...(await rows('language/gum', documents, { 'token F1': TOKENS })),
        ...(await rows('language/gum news', news, { 'sentence F1': { floor: 0.9, aim: 0.95 } })),
      ];
    },
  },
];

export const documentsOf = (path: string): GoldDocument[] =>
  readConllu(readFileSync(join(path, 'dev.conllu'), 'utf8'));

async function rows(
  corpus: string,
  documents: readonly GoldDocument[],
  bounds: Partial<Record<Measure, Bounds>>,
): Promise<Row[]> {
  const toDoc = makeDoc(loadLanguage());
  const scores: Scores[] = [];
  for (const document of documents)
    scores.push(score(document.gold, analysisOf(await toDoc(articleOf(document)))));
  return measures.map((measure): Row => {
    const total = sum(scores, measure);
    return { corpus, measure, value: f1(total), n: total.gold, ...bounds[measure] };
  });
}

function sum(scores: readonly Scores[], measure: Measure): { gold: number; system: number; correct: number } {
  const total = { gold: 0, system: 0, correct: 0 };
  for (const { [measure]: count } of scores) {
    total.gold += count.gold;
    total.system += count.system;
    total.correct += count.correct;
  }
  return total;
}

export function articleOf({ id, text, paragraphs }: GoldDocument): Article {
  return {
    id,
    from: id,
    headline: '',
    language: 'en',
    text,
    paragraphs: paragraphs.map((span) => ({ kind: 'body', span })),
  };
}

/** The Doc as the scorer wants it: surface tokens, and positions without white space. */
export function analysisOf(doc: Doc): Analysis {
  const position = positions(doc.text);
  const words: ScoredWord[] = [];
  const tokens: string[] = [];
  for (let at = 0; at < doc.tokens.length; ) {
    let next = at + 1;
    while (doc.tokens[next]?.joined) next++;
    const parts = doc.tokens.slice(at, next);
    const start = position[parts[0]?.start ?? 0] ?? 0;
    const end = position[parts.at(-1)?.end ?? 0] ?? 0;
    tokens.push(`${start}:${end}`);
    for (const { form, upos, feats, lemma, head, deprel } of parts)
      words.push({ form, upos, lemma, start, end, multiword: parts.length > 1, feats, head, deprel });
    at = next;
  }
  const sentences = doc.sentences.map(({ start, end }) => `${position[start]}:${position[end]}`);
  return { tokens, sentences, words };
}

/** For each offset of the text, how many characters that are not white space stand before it. */
function positions(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++)
    counts[at + 1] = (counts[at] ?? 0) + (/\s/u.test(text.charAt(at)) ? 0 : 1);
  return counts;
}
