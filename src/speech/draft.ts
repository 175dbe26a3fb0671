/** Statements while a text is read: what was found so far, before speakers are known and ids are given. */

import type { Token } from '../language/doc.js';
import type { Span } from '../span.js';
import type { Range } from './items.js';
import type { Item } from './line.js';
import type { Quote } from './quote.js';

export interface Draft {
  readonly rule: string;
  readonly paragraph: number;
  cue?: Span;
  source?: Span;
  /** The word of the source that the rest of it depends on. */
  head?: Token;
  addressee?: Token;
  /** Words that hang on the cue and are neither source nor content: "on Monday", "in a statement". */
  adjuncts: readonly Token[];
  /** Words between the attribution and what it attributes, or the end of the line. */
  beside: readonly Token[];
  readonly content: Span[];
  /** Whether some, and whether only, marked words are in the content. */
  quoted: boolean;
  worded: boolean;
  /** Has no cue of its own and goes on where this one stopped: its speaker is the same. */
  readonly follows?: Draft;
  /** The last line that added to it. */
  line: number;
}

/** All drafts of one text, and which quotation went into which. */
export class Drafts {
  readonly all: Draft[] = [];
  private readonly ofQuote = new Map<Quote, Draft>();

  /** "Kovac said:" at the end of a paragraph: it waits for the words in the next one. */
  announced: (Pick<Draft, 'rule' | 'cue' | 'source' | 'head'> & { readonly line: number }) | undefined;

  get last(): Draft | undefined {
    return this.all.at(-1);
  }

  holding(quote: Quote | undefined): Draft | undefined {
    return quote && this.ofQuote.get(quote);
  }

  open(
    draft: Pick<Draft, 'rule' | 'paragraph' | 'line' | 'cue' | 'source' | 'head' | 'addressee' | 'follows'>,
  ): Draft {
    const made: Draft = { ...draft, adjuncts: [], beside: [], content: [], quoted: false, worded: false };
    this.all.push(made);
    return made;
  }

  /** Adds what a quotation holds from `start` on. */
  addQuote(draft: Draft, quote: Quote, start: number, line: number): void {
    draft.content.push({ start, end: quote.end });
    draft.quoted = true;
    draft.line = line;
    this.ofQuote.set(quote, draft);
  }

  /** Adds the parts of a quotation that stand in earlier paragraphs and that nothing else holds. */
  addEarlier(draft: Draft, last: Quote | undefined, line: number): void {
    const parts: Quote[] = [];
    for (let part = last; part && !this.ofQuote.has(part); part = part.before) parts.push(part);
    for (const part of parts.reverse()) this.addQuote(draft, part, part.start, line);
  }

  /** Adds the items of a range as one span of content. */
  add(
    draft: Draft,
    items: readonly Item[],
    { from, to }: Range,
    line: number,
    nextQuote?: readonly number[],
  ): void {
    const first = items[from];
    const last = items[to - 1];
    if (!first || !last) return;
    const span = { start: first.start, end: last.end };
    const previous = draft.content.at(-1);
    if (previous && previous.start > span.start) draft.content.unshift(span);
    else draft.content.push(span);
    for (let at = from; at < to; at++) {
      const item = items[at];
      if (item?.quote) {
        draft.quoted = true;
        this.ofQuote.set(item.quote, draft);
      } else if (item && item.token.upos !== 'PUNCT' && item.token.upos !== 'CCONJ') {
        draft.worded = true;
        // Contents can nest to any depth: the words up to the next marks are not gone through again.
        at = (nextQuote?.[at] ?? at + 1) - 1;
      }
    }
    draft.line = line;
  }
}
