/**
 * The door of language/: an article's text becomes a Doc.
 * Loading reads data/language and the library behind the tags; reading is a pure function.
 */
import type { Article, Paragraph } from '../article/article.js';
import { analyse, type LanguageData } from './analyse.js';
import type { Doc, DocParagraph, Sentence, Token } from './doc.js';
import { loadLexicon } from './lexicon.js';
import { sentenceEnds } from './sentence.js';
import { makeTagger } from './tag.js';
import { type Piece, tokenise } from './tokenise.js';

export type { LanguageData } from './analyse.js';

export function loadLanguage(): LanguageData {
  return { lexicon: loadLexicon(), tagger: makeTagger() };
}

/** Bylines, captions and the like are not read. */
const READ: ReadonlySet<Paragraph['kind']> = new Set(['headline', 'dek', 'body', 'heading']);

export function makeDoc(data: LanguageData): (article: Article) => Doc {
  return (article) => {
    const draft: Draft = { data, text: article.text, paragraphs: [], sentences: [], tokens: [] };
    for (const paragraph of article.paragraphs) if (READ.has(paragraph.kind)) addParagraph(draft, paragraph);
    const { paragraphs, sentences, tokens } = draft;
    return { article, text: article.text, paragraphs, sentences, tokens };
  };
}

interface Draft {
  readonly data: LanguageData;
  readonly text: string;
  readonly paragraphs: DocParagraph[];
  readonly sentences: Sentence[];
  readonly tokens: Token[];
}

function addParagraph(draft: Draft, { kind, span }: Paragraph): void {
  const { data, text } = draft;
  const pieces = tokenise(data.lexicon, text, span);
  const from = draft.sentences.length;
  let start = 0;
  for (const end of sentenceEnds(data.lexicon, text, pieces)) {
    addSentence(draft, pieces.slice(start, end), kind);
    start = end;
  }
  draft.paragraphs.push({ start: span.start, end: span.end, kind, from, to: draft.sentences.length });
}

function addSentence(draft: Draft, pieces: readonly Piece[], kind: Paragraph['kind']): void {
  const { data, text, tokens, sentences } = draft;
  const index = sentences.length;
  const from = tokens.length;
  const words = analyse(data, text, pieces);
  pieces.forEach(({ start, end, joined }, at) => {
    const { form = '', lemma = '', upos = 'X' } = words[at] ?? {};
    tokens.push({ index: tokens.length, start, end, form, lemma, upos, sentence: index, joined });
  });
  const start = pieces[0]?.start ?? 0;
  const end = pieces.at(-1)?.end ?? start;
  sentences.push({ index, start, end, from, to: tokens.length, paragraph: draft.paragraphs.length, kind });
}
