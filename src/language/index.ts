/**
 * The door of language/: an article's text becomes a Doc.
 * Loading reads data/language; the model is loaded with the first sentence.
 */
import type { Article, Paragraph } from '../article/article.js';
import type { LogEntry } from '../log.js';
import type { Doc, DocParagraph, Name, Sentence, Token } from './doc.js';
import { type Lexicon, loadLexicon } from './lexicon.js';
import { loadModel, type Model, type ParsedSentence, type Runtime } from './model/index.js';
import { sentenceEnds } from './sentence.js';
import { type Piece, tokenise } from './tokenise.js';
import { isWordless, MOST_WORDS, marksAlone, withRest } from './without-model.js';

export { modelName, type ParsedSentence, type ParsedWord } from './model/index.js';

export interface LanguageData {
  readonly lexicon: Lexicon;
  /** Asked for with the first sentence: a start that reads no text does not wait for it. */
  readonly model: () => Promise<Model>;
}

/** @param runtime Run the model by this alone; natively if not given, by WebAssembly where that can't be. */
export function loadLanguage(runtime?: Runtime): LanguageData {
  let model: Promise<Model> | undefined;
  return {
    lexicon: loadLexicon(),
    model: () => {
      model ??= loadModel(runtime);
      return model;
    },
  };
}

/** Sentences of given words, one answer each, in their order: for text whose words are known. */
export function makeParser({
  model,
}: LanguageData): (sentences: readonly (readonly string[])[]) => Promise<readonly ParsedSentence[]> {
  return async (sentences) => {
    const parsed: ParsedSentence[] = [];
    for (const forms of sentences) {
      if (isWordless(forms)) parsed.push(marksAlone(forms));
      else {
        const first = await (await model()).parse(forms.slice(0, MOST_WORDS));
        parsed.push(withRest(first, forms.slice(MOST_WORDS)));
      }
    }
    return parsed;
  };
}

/** Asynchronous for the model's sake; an article's Doc depends on that article alone. */
export function makeDoc(data: LanguageData): (article: Article) => Promise<Doc> {
  const parse = makeParser(data);
  return async (article) => {
    const { text } = article;
    const read = article.paragraphs.filter(({ kind }) => READ.has(kind));
    const drafts = read.map((paragraph) => splitParagraph(data.lexicon, text, paragraph));
    const parsed = await parse(drafts.flat().map(({ forms }) => forms));
    const paragraphs: DocParagraph[] = [];
    const sentences: Sentence[] = [];
    const tokens: Token[] = [];
    const names: Name[] = [];
    read.forEach(({ kind, span }, paragraph) => {
      const from = sentences.length;
      for (const { pieces, forms } of drafts[paragraph] ?? []) {
        const index = sentences.length;
        const first = tokens.length;
        const answer = parsed[index] ?? NOTHING;
        for (const token of tokensOf(pieces, forms, answer, first, index)) tokens.push(token);
        names.push(...namesOf(tokens, answer, first));
        sentences.push({ index, paragraph, kind, ...extent(pieces), from: first, to: tokens.length });
      }
      paragraphs.push({ start: span.start, end: span.end, kind, from, to: sentences.length });
    });
    const log = sentences.filter(({ from, to }) => to - from > MOST_WORDS).map(tooLong);
    return { article, text, paragraphs, sentences, tokens, names, log };
  };
}

/** Bylines, captions and the like are not read. */
const READ: ReadonlySet<Paragraph['kind']> = new Set(['headline', 'dek', 'body', 'heading']);
const NOTHING: ParsedSentence = { words: [], names: [] };

interface SentenceDraft {
  readonly pieces: readonly Piece[];
  readonly forms: readonly string[];
}

function splitParagraph(lexicon: Lexicon, text: string, { span }: Paragraph): SentenceDraft[] {
  const pieces = tokenise(lexicon, text, span);
  let from = 0;
  return sentenceEnds(lexicon, text, pieces).map((to) => {
    const own = pieces.slice(from, to);
    from = to;
    return { pieces: own, forms: own.map(({ start, end }) => text.slice(start, end)) };
  });
}

function tokensOf(
  pieces: readonly Piece[],
  forms: readonly string[],
  { words }: ParsedSentence,
  first: number,
  sentence: number,
): Token[] {
  return words.map(({ head, ...word }, at) => ({
    index: first + at,
    start: pieces[at]?.start ?? 0,
    end: pieces[at]?.end ?? 0,
    form: forms[at] ?? '',
    ...word,
    head: head < 0 ? -1 : first + head,
    sentence,
    joined: pieces[at]?.joined === true,
  }));
}

const namesOf = (tokens: readonly Token[], { names }: ParsedSentence, first: number): Name[] =>
  names.map((name) => ({
    ...name,
    from: first + name.from,
    to: first + name.to,
    start: tokens[first + name.from]?.start ?? 0,
    end: tokens[first + name.to - 1]?.end ?? 0,
  }));

const tooLong = ({ start, end, from, to }: Sentence): LogEntry => ({
  code: 'language/too-long',
  stage: 'language',
  message: `A sentence of ${to - from} words was not parsed beyond its first ${MOST_WORDS}.`,
  span: { start, end },
});

const extent = (pieces: readonly Piece[]): { start: number; end: number } => ({
  start: pieces[0]?.start ?? 0,
  end: pieces.at(-1)?.end ?? 0,
});
