/**
 * Quotations of a whole text: what the marks of each paragraph hold, joined where the words run on over
 * paragraphs. Each paragraph then opens with a mark and only the last one closes; or none has a mark until
 * the one that closes.
 */
import type { Doc } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Span } from '../span.js';
import type { MarkFinder, MarksOfParagraph, OpenMark } from './marks.js';

/** Words in marks, within one paragraph, marks included. */
export interface Quote extends Span {
  /** The part of the same quotation that stands in the paragraph before. */
  readonly before?: Quote;
}

export interface Quotes {
  /** One list for each of `doc.paragraphs`; by start, no overlaps. */
  readonly byParagraph: readonly (readonly Quote[])[];
  readonly log: readonly LogEntry[];
}

export function findQuotes({ text, paragraphs }: Doc, findMarks: MarkFinder): Quotes {
  const log: LogEntry[] = [];
  const byParagraph: Quote[][] = [];
  const marks = paragraphs.map((paragraph) => findMarks(text, paragraph));
  let running: Running | undefined;

  paragraphs.forEach((paragraph, index) => {
    const found = marks[index];
    if (found === undefined) return;
    const { quotes, unused } = quotesOf(text, paragraph, found, running);
    running = undefined;
    const { open } = found;
    if (open) {
      const next = paragraphs[index + 1];
      const nextMarks = marks[index + 1];
      const continues = next && nextMarks ? goesOn(text, open, next, nextMarks) : false;
      if (continues || opensSpeech(text, paragraph, open)) {
        const last = addOpen(quotes, paragraph, open);
        if (continues) running = { last, open };
      }
      if (!continues) unused.push(open);
    }
    const [first, ...more] = [...found.stray, ...unused];
    if (first) log.push(unpaired(text, first, more.length));
    byParagraph.push(quotes);
  });
  return { byParagraph, log };
}

/** A quotation that has not been closed yet. */
interface Running {
  readonly last: Quote;
  readonly open: OpenMark;
}

function quotesOf(
  text: string,
  paragraph: Span,
  { quoted, closing, open }: MarksOfParagraph,
  running: Running | undefined,
): { quotes: Quote[]; unused: Span[] } {
  const quotes: Quote[] = quoted.map(({ start, end }) => ({ start, end }));
  if (!running) return { quotes, unused: closing ? [closing] : [] };
  const before = running.last;
  if (reopens(text, paragraph, running.open)) {
    const first = quotes[0];
    if (first?.start === paragraph.start) quotes[0] = { ...first, before };
    // Still open: its quote is added with the paragraph's open mark.
    else if (open?.start === paragraph.start) quotes.unshift({ start: open.start, end: open.end, before });
    return { quotes, unused: closing ? [closing] : [] };
  }
  if (closing) quotes.unshift({ start: paragraph.start, end: closing.end, before });
  return { quotes, unused: [] };
}

/** Adds what stands from an unclosed mark to the paragraph's end; marks closed inside it are part of it. */
function addOpen(quotes: Quote[], paragraph: Span, open: OpenMark): Quote {
  let before: Quote | undefined;
  while ((quotes.at(-1)?.start ?? -1) >= open.start) before = quotes.pop()?.before;
  const quote: Quote = { start: open.start, end: paragraph.end, ...(before ? { before } : {}) };
  quotes.push(quote);
  return quote;
}

const reopens = (text: string, paragraph: Span, open: OpenMark): boolean =>
  text.startsWith(text.slice(open.start, open.end), paragraph.start);

function goesOn(text: string, open: OpenMark, next: Span, { closing }: MarksOfParagraph): boolean {
  return reopens(text, next, open) || open.pairs.some(({ close }) => close === closing?.mark);
}

/** Whether a mark that is never closed still opens somebody's words: a whole sentence follows it. */
function opensSpeech(text: string, paragraph: Span, open: OpenMark): boolean {
  const before = text.slice(Math.max(paragraph.start, open.start - 2), open.start).trimEnd();
  const opens = open.start === paragraph.start || /[,:.!?]$/u.test(before);
  return opens && /^\p{Lu}/u.test(text.slice(open.end, open.end + 2)) && paragraph.end - open.end > 20;
}

/** One entry a paragraph: a page of nothing but marks must not fill the log. */
const unpaired = (text: string, { start, end }: Span, more: number): LogEntry => ({
  code: 'speech/unpaired-mark',
  stage: 'speech',
  message: `The mark ${text.slice(start, end)} has no partner in its paragraph${more > 0 ? `, nor have ${more} others` : ''}.`,
  span: { start, end },
});
