/** What a line is by its own words, wherever it stands. */
import type { StampData } from '../date/index.js';
import { type Credits, creditsOf } from './credit.js';
import type { LineRole, TextData } from './data.js';
import { endsSentence, type Piece } from './piece.js';

export type Mark = { readonly is: LineRole | 'rule' } | { readonly is: 'credit'; readonly credits: Credits };

const longestMark = 300;

/** Boilerplate of a page, or a line of dashes. */
export function lineMark(piece: Piece, data: TextData): Mark | undefined {
  if (piece.text.length > longestMark || piece.lines > 2) return undefined;
  if (!/[\p{L}\p{N}]/u.test(piece.text)) {
    return /[©*#]/u.test(piece.text) || piece.text.length > 1 ? { is: 'rule' } : undefined;
  }
  const role = data.lines.find(piece.text);
  return role === undefined ? undefined : { is: role };
}

/** The same, and lines of credit and date, which are looked for above and below a report only. */
export function edgeMark(piece: Piece, data: TextData, stamps: StampData): Mark | undefined {
  const line = lineMark(piece, data);
  if (line && line.is !== 'section') return line;
  if (piece.lines > 2) return line;
  const credits = creditsOf(piece, data, stamps);
  return line ?? (credits && { is: 'credit', credits });
}

const longestTitle = 220;
const mostTitleWords = 32;

/** Short, and no sentence with its full stop: a headline, a heading, a name. */
export function isTitle(piece: Piece): boolean {
  const { text, lines } = piece;
  if (text.length > longestTitle || lines > 3 || text.split(/\s+/u).length > mostTitleWords) return false;
  if (/^[-*•·▪]\s/u.test(text) || /[:;,]$/u.test(text)) return false;
  if (/[?!？！]["'”’»]?$/u.test(text)) return true;
  return !endsSentence(text) || /(?:^|\s)(?:\p{L}\.){2,}["'”’]?$/u.test(text);
}
