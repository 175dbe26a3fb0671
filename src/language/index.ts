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

export function makeDoc(data: LanguageData): (article: Article) => Doc {
  return (article) => {
    const drafts = splitArticle(data, article);
    const evidence = caseEvidence(drafts.flatMap(({ sentences }) => sentences));
    const paragraphs: DocParagraph[] = [];
    const sentences: Sentence[] = [];
    const tokens: Token[] = [];
    for (const draft of drafts) {
      const { kind, span } = draft.paragraph;
      const from = sentences.length;
      for (const sentence of draft.sentences) {
        const first = tokens.length;
        addTokens(tokens, data, evidence, sentence, sentences.length);
        const { start, end } = extent(sentence.pieces);
        const place = { index: sentences.length, paragraph: paragraphs.length, kind };
        sentences.push({ ...place, start, end, from: first, to: tokens.length });
      }
      paragraphs.push({ start: span.start, end: span.end, kind, from, to: sentences.length });
    }
    return { article, text: article.text, paragraphs, sentences, tokens };
  };
}

/** Bylines, captions and the like are not read. */
const READ: ReadonlySet<Paragraph['kind']> = new Set(['headline', 'dek', 'body', 'heading']);

interface SentenceDraft extends StyledForms {
  readonly pieces: readonly Piece[];
}

interface ParagraphDraft {
  readonly paragraph: Paragraph;
  readonly sentences: readonly SentenceDraft[];
}

function splitArticle({ lexicon }: LanguageData, { text, paragraphs }: Article): ParagraphDraft[] {
  return paragraphs
    .filter(({ kind }) => READ.has(kind))
    .map((paragraph) => {
      const pieces = tokenise(lexicon, text, paragraph.span);
      let from = 0;
      const sentences = sentenceEnds(lexicon, text, pieces).map((to): SentenceDraft => {
        const own = pieces.slice(from, to);
        from = to;
        const forms = own.map(({ start, end }) => text.slice(start, end));
        return { pieces: own, forms, style: letterStyle(forms) };
      });
      return { paragraph, sentences };
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
