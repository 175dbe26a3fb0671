/**
 * The parser on gold words and sentences of UD treebanks: the share of words whose tag, features, lemma, head, or
 * head and relation are right. LAS leaves subtypes of relations aside, as CoNLL 2018 does; `LAS, full relations`
 * does not. Of the features only those are compared that readers may use.
 */
import type { ParsedWord } from '../../src/language/index.js';
import { documentsOf } from './conllu.js';
import type { GoldDocument } from './conllu-read.js';
import { isSameLemma, type ScoredWord, universalRelation } from './conllu-score.js';
import { ourParser, type Parser } from './parser.js';
import type { Bounds, Corpus, Row } from './row.js';

type GoldWord = Pick<ScoredWord, 'upos' | 'feats' | 'lemma' | 'head' | 'deprel'>;

const sameHead = (gold: GoldWord, parsed: ParsedWord): boolean => gold.head === parsed.head;

const measures = {
  UPOS: (gold, parsed) => gold.upos === parsed.upos,
  features: (gold, parsed) => readFeatures(gold.feats) === readFeatures(parsed.feats),
  lemma: isSameLemma,
  UAS: sameHead,
  LAS: (gold, parsed) =>
    sameHead(gold, parsed) && universalRelation(gold.deprel) === universalRelation(parsed.deprel),
  'LAS, full relations': (gold, parsed) => sameHead(gold, parsed) && gold.deprel === parsed.deprel,
} satisfies Record<string, (gold: GoldWord, parsed: ParsedWord) => boolean>;

type Measure = keyof typeof measures;

/** What the model is asked for (issue 3). */
const READ = new Set([
  'Mood',
  'Number',
  'Person',
  'Polarity',
  'Poss',
  'PronType',
  'Tense',
  'VerbForm',
  'Voice',
]);

const readFeatures = (feats: string): string =>
  feats
    .split('|')
    .filter((feature) => READ.has(feature.split('=', 1)[0] ?? ''))
    .sort()
    .join('|');

export const goldWordCorpora: readonly Corpus[] = [
  {
    name: 'language/ewt gold words',
    folder: 'language/ewt',
    evaluate: async (path) =>
      goldWordRows('language/ewt gold words', documentsOf(path), ourParser(), {
        UPOS: { floor: 0.965, aim: 0.975 },
        lemma: { floor: 0.97 },
        UAS: { floor: 0.905, aim: 0.925 },
        LAS: { floor: 0.88, aim: 0.905 },
      }),
  },
  {
    name: 'language/gum gold words',
    folder: 'language/gum',
    async evaluate(path) {
      const documents = documentsOf(path);
      const news = documents.filter(({ id }) => id.startsWith('GUM_news'));
      const parser = ourParser();
      return [
        ...(await goldWordRows('language/gum gold words', documents, parser)),
        ...(await goldWordRows('language/gum news gold words', news, parser, { LAS: { floor: 0.88 } })),
      ];
    },
  },
];

export async function goldWordRows(
  corpus: string,
  documents: readonly GoldDocument[],
  parser: Parser,
  bounds: Partial<Record<Measure, Bounds>> = {},
): Promise<Row[]> {
  const pairs: (readonly [GoldWord, ParsedWord])[] = [];
  for (const document of documents) pairs.push(...(await parsedPairs(document, parser)));
  return (Object.keys(measures) as Measure[]).map((measure): Row => {
    const right = pairs.filter(([gold, parsed]) => measures[measure](gold, parsed)).length;
    const value = pairs.length === 0 ? 0 : right / pairs.length;
    return { corpus, measure, value, n: pairs.length, ...bounds[measure] };
  });
}

/** Throws where the parser gives another number of sentences or words than it was given. */
async function parsedPairs(
  { gold, sentences }: GoldDocument,
  parser: Parser,
): Promise<(readonly [GoldWord, ParsedWord])[]> {
  const given = sentences.map(({ from, to }) => gold.words.slice(from, to));
  const parsed = await parser(given.map((words) => words.map(({ form }) => form)));
  if (parsed.length !== given.length)
    throw new Error(`${given.length} sentences were given, ${parsed.length} parsed.`);
  return parsed.flatMap(({ words: answers }, nth) => {
    const words = given[nth] ?? [];
    const from = sentences[nth]?.from ?? 0;
    if (answers.length !== words.length)
      throw new Error(`${words.length} words were given, ${answers.length} parsed.`);
    return answers.flatMap((answer, at) => {
      const word = words[at];
      return word ? [[{ ...word, head: Math.max(-1, word.head - from) }, answer] as const] : [];
    });
  });
}
