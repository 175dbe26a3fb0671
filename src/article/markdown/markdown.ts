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
const longestMarkdown = 300_000;

export function markdownDraft(text: string, data: ArticleData, beside: Stated = {}): Draft {
  const { stated, length, log } = frontMatterOf(text);
  const pieces = text.length > longestMarkdown ? piecesOf(text) : markdownPieces(text, length);
  return plainDraft(text, data, { ...stated, ...beside }, pieces, log);
}

function markdownPieces(text: string, from: number): Piece[] {
  // Front matter is blanked and not cut, so that positions hold.
  const blank = text.slice(0, from).replace(/[^\r\n]/gu, ' ');
  const collector = new Collector(text);
  collector.walk(fromMarkdown(blank + text.slice(from)));
  return collector.pieces;
}

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
    else if (node.type === 'paragraph') this.add(node, this.paragraphHint(node));
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

  private paragraphHint({ children }: Parents): 'none' | undefined {
    const words = children.some(
      (child) => child.type !== 'image' && child.type !== 'break' && !isBlank(child),
    );
    return words ? undefined : 'none';
  }

  /** From the first word to the last: marks of headings and of emphasis around the whole stay out. */
  private add(node: Parents, hint: ParagraphKind | 'none' | undefined): void {
    const inner = soleEmphasis(node);
    const start = inner.children[0]?.position?.start.offset;
    const end = inner.children.at(-1)?.position?.end.offset;
    if (start === undefined || end === undefined || end <= start) return;
    const text = this.text.slice(start, end);
    const lines = text.split('\n').length;
    this.pieces.push({ start, end, text, lines, ...(hint === undefined ? {} : { hint }) });
  }
}

const isBlank = (node: Nodes): boolean => node.type === 'text' && node.value.trim() === '';

function soleEmphasis(node: Parents): Parents {
  const [only] = node.children;
  return node.children.length === 1 && (only?.type === 'emphasis' || only?.type === 'strong') ? only : node;
}
