/**
 * The door of language/: an article's text becomes a Doc.
 * Loading reads data/language and the library behind the tags; reading is a pure function.
 */
import type { Article, Paragraph } from '../article/article.js';
import type { Doc, DocParagraph, Sentence, Token } from './doc.js';
import { type Lexicon, loadLexicon } from './lexicon.js';
import { sentenceEnds } from './sentence.js';
import { makeTagger, type Tagger } from './tag.js';
import { tokenise } from './tokenise.js';

export interface LanguageData {
  readonly lexicon: Lexicon;
  readonly tag: Tagger;
}

export function loadLanguage(): LanguageData {
  return { lexicon: loadLexicon(), tag: makeTagger() };
}

const READ: ReadonlySet<Paragraph['kind']> = new Set(['headline', 'dek', 'body', 'heading']);

export function makeDoc(data: LanguageData): (article: Article) => Doc {
  return (article) => {
    const { text } = article;
    const paragraphs: DocParagraph[] = [];
    const sentences: Sentence[] = [];
    const tokens: Token[] = [];
    for (const { kind, span } of article.paragraphs) {
      if (!READ.has(kind)) continue;
      const pieces = tokenise(data.lexicon, text, span);
      const from = sentences.length;
      let first = 0;
      for (const last of sentenceEnds(data.lexicon, text, pieces)) {
        const index = sentences.length;
        const words = pieces.slice(first, last);
        const forms = words.map((word) => text.slice(word.start, word.end));
        const tags = data.tag(forms);
        const begin = tokens.length;
        words.forEach((word, nth) => {
          tokens.push({
            index: tokens.length,
            start: word.start,
            end: word.end,
            form: forms[nth] ?? '',
            lemma: tags[nth]?.lemma ?? '',
            upos: tags[nth]?.upos ?? 'X',
            sentence: index,
            joined: word.joined,
          });
        });
        sentences.push({
          index,
          start: words[0]?.start ?? span.start,
          end: words.at(-1)?.end ?? span.end,
          from: begin,
          to: tokens.length,
          paragraph: paragraphs.length,
          kind,
        });
        first = last;
      }
      paragraphs.push({ start: span.start, end: span.end, kind, from, to: sentences.length });
    }
    return { article, text, paragraphs, sentences, tokens };
  };
}
