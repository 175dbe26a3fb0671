/**
 * Lines: a sentence of the report itself, with each quotation in it as one item. The sentences inside a
 * quotation do not count: "One. Two," she said on Monday.
 */
import type { Doc, Token } from '../language/doc.js';
import type { Span } from '../span.js';
import type { SpeechData } from './data.js';
import type { Quote } from './quote.js';

export type Item =
  | (Span & { readonly token: Token; readonly quote?: undefined })
  | (Span & { readonly quote: Quote; readonly token?: undefined });

export interface Line {
  readonly items: readonly Item[];
  /** Place in `doc.paragraphs`. */
  readonly paragraph: number;
}

export function linesOf(doc: Doc, byParagraph: readonly (readonly Quote[])[], { verbs }: SpeechData): Line[] {
  const lines: Line[] = [];
  doc.paragraphs.forEach((_, paragraph) => {
    let line: Item[] = [];
    for (const item of itemsOf(doc, paragraph, byParagraph[paragraph] ?? [])) {
      const last = line.at(-1);
      if (last && endsBetween(doc.text, last, item) && !(last.quote && isBareAttribution(doc, item, verbs))) {
        lines.push({ items: line, paragraph });
        line = [];
      }
      line.push(item);
    }
    if (line.length > 0) lines.push({ items: line, paragraph });
  });
  return lines;
}

function itemsOf(doc: Doc, paragraph: number, quotes: readonly Quote[]): Item[] {
  const items: Item[] = [];
  const { from = 0, to = 0 } = doc.paragraphs[paragraph] ?? {};
  let at = doc.sentences[from]?.from ?? 0;
  const end = doc.sentences[to - 1]?.to ?? at;
  let next = 0;
  let covered = 0;
  for (; at < end; at++) {
    const token = doc.tokens[at];
    if (token === undefined) break;
    for (let quote = quotes[next]; quote && quote.start < token.end; quote = quotes[++next]) {
      items.push({ start: quote.start, end: quote.end, quote });
      covered = quote.end;
    }
    if (token.start < covered) continue;
    items.push({ start: token.start, end: token.end, token });
  }
  return items;
}

const terminal = /^[.!?…]+$/u;

function endsBetween(text: string, last: Item, item: Item): boolean {
  if (last.token && item.token) return last.token.sentence !== item.token.sentence;
  if (last.token) return terminal.test(last.token.form);
  // After the marks a sentence ends where one ended inside them and a capital letter follows.
  const ended = /[.!?…]['’”"»\s]*$/u.test(text.slice(Math.max(last.start, last.end - 4), last.end));
  if (!ended) return false;
  return item.quote !== undefined || /^[\p{Lu}\p{N}]/u.test(item.token.form);
}

/** `"Why?" Kovac asked.` and, misprinted, `"We go." Kovac said.`: a name and a cue, and the sentence is over. */
function isBareAttribution(doc: Doc, { token }: Item, verbs: SpeechData['verbs']): boolean {
  if (!token) return false;
  for (let at = token.index; at < token.index + 7; at++) {
    const word = doc.tokens[at];
    if (!word || word.sentence !== token.sentence) return false;
    if (at > token.index && verbs.has(word.lemma.toLowerCase()) && word.upos === 'VERB') {
      const after = doc.tokens[at + 1];
      return !after || after.sentence !== token.sentence || after.upos === 'PUNCT' || after.upos === 'ADP';
    }
    if (!named.has(word.upos)) return false;
  }
  return false;
}

const named: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'DET', 'PRON', 'ADJ']);
