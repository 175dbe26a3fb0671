/**
 * The door of language/: an article's text becomes a Doc.
 * Loading reads data/language; the library behind the tags is loaded with the first sentence.
 */
import type { Article, Paragraph } from '../article/article.js';
import { analyse, type LanguageData } from './analyse.js';
import type { Doc, DocParagraph, Sentence, Token } from './doc.js';
import { type CaseEvidence, caseEvidence, letterStyle, type StyledForms } from './letter-case.js';
import { loadLexicon } from './lexicon.js';
import { sentenceEnds } from './sentence.js';
import { makeTagger } from './tag.js';
import { type Piece, tokenise } from './tokenise.js';

export type { LanguageData } from './analyse.js';

export function loadLanguage(): LanguageData {
  return { lexicon: loadLexicon(), tagger: makeTagger() };
}

/** Asynchronous for the model's sake; an article's Doc depends on that article alone. */
export function makeDoc(data: LanguageData): (article: Article) => Promise<Doc> {
  return async (article) => {
    const { text } = article;
    const read = article.paragraphs.filter(({ kind }) => READ.has(kind));
    const opening = read
      .slice(0, EVIDENCE_PARAGRAPHS)
      .map((paragraph) => splitParagraph(data, text, paragraph));
    const evidence = caseEvidence(opening.flat());
    const paragraphs: DocParagraph[] = [];
    const sentences: Sentence[] = [];
    const tokens: Token[] = [];
    read.forEach((paragraph, index) => {
      const { kind, span } = paragraph;
      const from = sentences.length;
      for (const draft of opening[index] ?? splitParagraph(data, text, paragraph)) {
        const first = tokens.length;
        addTokens(tokens, data, evidence, draft, sentences.length);
        const place = { index: sentences.length, paragraph: index, kind };
        sentences.push({ ...place, ...extent(draft.pieces), from: first, to: tokens.length });
      }
      paragraphs.push({ start: span.start, end: span.end, kind, from, to: sentences.length });
    });
    return { article, text, paragraphs, sentences, tokens };
  };
}

/** Bylines, captions and the like are not read. */
const READ: ReadonlySet<Paragraph['kind']> = new Set(['headline', 'dek', 'body', 'heading']);
/** How much of a text, from its start, shows how its words are written: more than any report has. */
const EVIDENCE_PARAGRAPHS = 500;

interface SentenceDraft extends StyledForms {
  readonly pieces: readonly Piece[];
}

function splitParagraph({ lexicon }: LanguageData, text: string, { span }: Paragraph): SentenceDraft[] {
  const pieces = tokenise(lexicon, text, span);
  let from = 0;
  return sentenceEnds(lexicon, text, pieces).map((to) => {
    const own = pieces.slice(from, to);
    from = to;
    const forms = own.map(({ start, end }) => text.slice(start, end));
    return { pieces: own, forms, style: letterStyle(forms) };
  });
}

function addTokens(
  tokens: Token[],
  data: LanguageData,
  evidence: CaseEvidence,
  draft: SentenceDraft,
  sentence: number,
): void {
  const words = analyse(data, evidence, draft, draft.pieces);
  draft.pieces.forEach(({ start, end, joined }, at) => {
    const { form = '', lemma = '', upos = 'X' } = words[at] ?? {};
    tokens.push({ index: tokens.length, start, end, form, lemma, upos, sentence, joined });
  });
}

const extent = (pieces: readonly Piece[]): { start: number; end: number } => ({
  start: pieces[0]?.start ?? 0,
  end: pieces.at(-1)?.end ?? 0,
});
