/** Markdown becomes an Article. The text stays as decoded; the pieces are what its marks set apart. */
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ParagraphKind } from '../article.js';
import type { ArticleData } from '../data.js';
import type { Draft } from '../finish.js';
import type { Stated } from '../stated.js';
import { type Piece, piecesOf } from '../text/piece.js';
import { plainDraft } from '../text/plain.js';
import { frontMatterOf } from './front-matter.js';

/** The parser takes the square of what some texts are long; longer ones are read as plain text. */
const longestMarkdown = 200_000;

/** The same for quotations and lists in each other, deeper than any report has them. */
const nested = /^(?:[ \t]{0,9}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){12}|^[ \t]{60}/mu;

export function markdownDraft(text: string, data: ArticleData, beside: Stated = {}): Draft {
  const { stated, length, log } = frontMatterOf(text);
  const pieces =
    text.length > longestMarkdown || nested.test(text) ? piecesOf(text) : markdownPieces(text, length);
  return plainDraft(text, data, { ...stated, ...beside }, pieces, log);
}

function markdownPieces(text: string, from: number): Piece[] {
  // Front matter is blanked and not cut, so that positions hold.
  const blank = text.slice(0, from).replace(/[^\r\n]/gu, ' ');
  const collector = new Collector(text);
  collector.walk(fromMarkdown(blank + text.slice(from), { extensions: [blocksOnly] }));
  return collector.pieces;
}

/** Marks inside of paragraphs stay in the text, and looking for their pairs takes the square of its length. */
const blocksOnly = {
  disable: {
    null: ['attention', 'autolink', 'codeText', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
  },
};

/** Deeper lists and quotations are no report. */
const deepest = 30;

class Collector {
  readonly pieces: Piece[] = [];
  private titled = false;

  constructor(private readonly text: string) {}

  walk(parent: Parents, depth = 0): void {
    for (const node of parent.children) this.take(node, depth);
  }

  private take(node: Nodes, depth: number): void {
    if (node.type === 'heading') this.heading(node.depth, node);
    else if (node.type === 'paragraph') this.add(node, undefined);
    else if (
      (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') &&
      depth < deepest
    )
      this.walk(node, depth + 1);
  }

  /** The first heading of the first level is the headline; what stands alone as an image is none. */
  private heading(level: number, node: Parents): void {
    const isHeadline = level === 1 && !this.titled;
    this.titled ||= isHeadline;
    this.add(node, isHeadline ? 'headline' : 'heading');
  }

  /** From the first word to the last: marks of headings and of emphasis around the whole stay out. */
  private add(node: Parents, hint: ParagraphKind | undefined): void {
    const start = node.children[0]?.position?.start.offset;
    const end = node.children.at(-1)?.position?.end.offset;
    if (start === undefined || end === undefined || end <= start) return;
    const around = emphasis.find((mark) => isAround(this.text, mark, start, end))?.length ?? 0;
    const text = this.text.slice(start + around, end - around);
    const lines = text.split('\n').length;
    const told = hint ?? (isImages(text) ? 'none' : undefined);
    this.pieces.push({
      start: start + around,
      end: end - around,
      text,
      lines,
      ...(told === undefined ? {} : { hint: told }),
    });
  }
}

const emphasis = ['**', '__', '*', '_'];

const isAround = (text: string, mark: string, start: number, end: number): boolean =>
  end - start > 2 * mark.length &&
  text.startsWith(mark, start) &&
  text.startsWith(mark, end - mark.length) &&
  text.indexOf(mark, start + mark.length) === end - mark.length;

/** Nothing but images: `![A harbour](harbour.jpg)`. */
const isImages = (text: string): boolean =>
  text.length < 2000 && /^(?:!\[[^\][]*\]\([^()]*\)\s*)+$/u.test(text);
