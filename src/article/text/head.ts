/** Above the first sentence of a report: headline, dek, credits, and the lines of the page. */
import type { Credits } from './credit.js';
import { isTitle, type Mark } from './mark.js';
import { plain } from './phrases.js';
import type { Piece } from './piece.js';

export interface Head {
  readonly headline?: Piece;
  /** One, or what stands between a headline and its repetition. */
  readonly deks: readonly Piece[];
  readonly credits: readonly { readonly piece: Piece; readonly credits: Credits }[];
  /** Place of the first piece that is body. */
  readonly body: number;
}

/** A piece, and what it is by its own words. */
export interface Marked {
  readonly piece: Piece;
  readonly mark: Mark | undefined;
  /** Opens with a dateline: the body begins here, however short it is. */
  readonly opensBody: boolean;
}

/** `pieces`: the first ones of the text, marked; no head is longer. */
export function headOf(pieces: readonly Marked[]): Head {
  const repeated = repeatedHeadline(pieces);
  if (repeated) return repeatedHead(pieces, repeated);
  const told = pieces.findIndex(({ piece }) => piece.hint === 'headline');
  const first = told < 0 ? headlineAt(pieces) : told;
  return first < 0 ? headless(pieces) : singleHead(pieces, first);
}

/** Two pieces that say the same: the first may carry the outlet's name, as page titles do. */
function repeatedHeadline(pieces: readonly Marked[]): { first: number; second: number } | undefined {
  const known = new Map<string, number>();
  for (const [at, { piece, mark }] of pieces.entries()) {
    if (isPageLine(mark) || piece.text.length > 250 || piece.lines > 4) continue;
    const words = sameWords(piece.text);
    const before = known.get(words);
    if (before !== undefined)
      return unmarkedIn(pieces.slice(before + 1, at)).length <= mostDeks
        ? { first: before, second: at }
        : undefined;
    if (words.length >= 12) known.set(words, at);
    for (const cut of titleCuts(piece.text)) known.set(sameWords(cut), at);
  }
  return undefined;
}

/** More stand between a headline and its mention in a list below the report. */
const mostDeks = 2;

const unmarkedIn = (pieces: readonly Marked[]): Piece[] =>
  pieces.flatMap(({ piece, mark }) => (mark === undefined ? [piece] : []));

const isPageLine = (mark: Mark | undefined): boolean =>
  mark !== undefined && !(mark.is === 'credit' && !mark.credits.certain);

const sameWords = (text: string): string =>
  plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `Asia Briefing: Envoys meet in Lima | The Harbour Post` without its first or last part. */
function titleCuts(text: string): string[] {
  const last = Math.max(text.lastIndexOf(' | '), text.lastIndexOf(' - '), text.lastIndexOf(' – '));
  const first = text.indexOf(': ');
  return [
    ...(last >= 12 ? [text.slice(0, last)] : []),
    ...(first > 0 && first <= 40 && text.length - first >= 14 ? [text.slice(first + 2)] : []),
  ];
}

function repeatedHead(pieces: readonly Marked[], { first, second }: { first: number; second: number }): Head {
  const headline = [pieces[first], pieces[second]].reduce((a, b) =>
    a && b && a.piece.text.length <= b.piece.text.length ? a : b,
  )?.piece;
  const between = unmarkedIn(pieces.slice(first + 1, second));
  const { deks, body } = afterHeadline(pieces, second + 1, between.length === 0);
  return {
    ...(headline ? { headline } : {}),
    deks: [...between, ...deks],
    credits: creditsIn(pieces.slice(0, body)),
    body,
  };
}

/** A title with a report under it; -1 when the text begins with its first sentence. */
function headlineAt(pieces: readonly Marked[]): number {
  const body = pieces.findIndex(
    ({ piece, mark, opensBody }) => mark === undefined && (opensBody || !isTitle(piece)),
  );
  if (body < 0) return -1;
  const before = pieces.slice(0, body);
  const title = before.findIndex(({ mark }) => mark === undefined);
  if (title >= 0) return title;
  // `The Harbour Post` alone above the first sentence may be a name, but then it is the only title there is.
  return before.findIndex(({ mark }) => mark?.is === 'credit' && !mark.credits.certain);
}

function singleHead(pieces: readonly Marked[], first: number): Head {
  const headline = pieces[first]?.piece;
  const { deks, body } = afterHeadline(pieces, first + 1, true);
  return {
    ...(headline ? { headline } : {}),
    deks,
    credits: creditsIn(pieces.slice(0, body).filter((_, at) => at !== first)),
    body,
  };
}

function headless(pieces: readonly Marked[]): Head {
  const body = pieces.findIndex(({ mark }) => mark === undefined);
  const from = body < 0 ? pieces.length : body;
  return { deks: [], credits: creditsIn(pieces.slice(0, from)), body: from };
}

/**
 * From the headline down to the body. A dek is a second title, or a sentence that lines of credit part from
 * the body.
 */
function afterHeadline(
  pieces: readonly Marked[],
  from: number,
  dekPossible: boolean,
): Pick<Head, 'deks' | 'body'> {
  const unmarked = pieces.findIndex(({ mark }, at) => at >= from && mark === undefined);
  const candidate = pieces[unmarked];
  if (!candidate) return { deks: [], body: pieces.length };
  const next = pieces.findIndex(({ mark }, at) => at > unmarked && mark === undefined);
  const told = candidate.piece.hint;
  if (told === 'dek') return { deks: [candidate.piece], body: next < 0 ? pieces.length : next };
  if (!dekPossible || told || candidate.opensBody || next < 0) return { deks: [], body: unmarked };
  const parted = pieces.slice(unmarked + 1, next).some(({ mark }) => mark?.is === 'credit');
  return parted || isSecondTitle(candidate.piece)
    ? { deks: [candidate.piece], body: next }
    : { deks: [], body: unmarked };
}

/** `Background` under a headline is the heading of what follows. */
const isSecondTitle = (piece: Piece): boolean => isTitle(piece) && piece.text.split(/\s+/u).length >= 4;

const creditsIn = (pieces: readonly Marked[]): Head['credits'] =>
  pieces.flatMap(({ piece, mark }) => (mark?.is === 'credit' ? [{ piece, credits: mark.credits }] : []));
