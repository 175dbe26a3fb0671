/** Pieces become the parts of a report: what is headline, dek, credit, body and foot, and what is none. */
import type { LogEntry } from '../../log.js';
import type { Article, Dateline, Paragraph, ParagraphKind } from '../article.js';
import type { FoundStamp, StampData } from '../date/index.js';
import type { Credits } from './credit.js';
import type { TextData } from './data.js';
import { type DatelineData, datelineAlone, datelineOf } from './dateline.js';
import { type Head, headOf, type Marked } from './head.js';
import { edgeMark, isTitle, lineMark } from './mark.js';
import { plain } from './phrases.js';
import type { Piece } from './piece.js';

/** What the visible text says of a report. */
export interface Arranged
  extends Pick<Article, 'headline' | 'dek' | 'outlet' | 'byline' | 'agency' | 'dateline' | 'paragraphs'> {
  /** Of the lines above and below the report, by start. */
  readonly stamps: readonly PlacedStamp[];
  readonly log: readonly LogEntry[];
}

export interface PlacedStamp extends FoundStamp {
  readonly at: 'head' | 'foot';
}

export interface ArrangeData {
  readonly text: TextData;
  readonly stamps: StampData;
}

/** No head of a report has more pieces, nor a foot. */
const longestHead = 16;

export function arrange(pieces: readonly Piece[], data: ArrangeData): Arranged {
  const datelines: DatelineData = {
    words: data.text.datelines,
    credits: data.text.credits,
    stamps: data.stamps,
  };
  const visible = pieces.filter(({ hint }) => hint !== 'none');
  const first = visible.slice(0, longestHead).map((piece): Marked => {
    const opensBody =
      (datelineOf(piece.text, datelines) ?? datelineAlone(piece.text, datelines)) !== undefined;
    return {
      piece,
      opensBody,
      mark: piece.hint || opensBody ? undefined : edgeMark(piece, data.text, data.stamps),
    };
  });
  const head = headOf(first);
  const foot = footOf(visible.slice(head.body), data);
  const kinds = new Map<Piece, ParagraphKind>();
  if (head.headline) kinds.set(head.headline, 'headline');
  for (const dek of head.deks) kinds.set(dek, 'dek');
  for (const { piece } of head.credits) kinds.set(piece, 'byline');
  for (const { piece, kind } of foot.kept) kinds.set(piece, kind);
  const body = visible.slice(head.body, visible.length - foot.length);
  for (const [piece, kind] of bodyKinds(body, head.headline, data, datelines)) kinds.set(piece, kind);
  return assembled(pieces, kinds, head, foot, datelines);
}

interface Foot {
  /** Pieces at the end that are no body. */
  readonly length: number;
  readonly kept: readonly { readonly piece: Piece; readonly kind: ParagraphKind }[];
  readonly credits: readonly Credits[];
}

/** From the end up to the last piece of the body. */
function footOf(pieces: readonly Piece[], data: ArrangeData): Foot {
  const kept: Foot['kept'][number][] = [];
  const credits: Credits[] = [];
  let length = 0;
  for (const piece of pieces.slice(-longestHead).reverse()) {
    // The one piece under a headline is the report, whatever it looks like.
    const mark =
      piece.hint || length === pieces.length - 1 ? undefined : edgeMark(piece, data.text, data.stamps);
    if (mark === undefined || (mark.is === 'credit' && !mark.credits.certain)) break;
    length++;
    if (mark.is === 'caption') kept.unshift({ piece, kind: 'caption' });
    if (mark.is === 'foot' || mark.is === 'credit') kept.unshift({ piece, kind: 'foot' });
    if (mark.is === 'credit') credits.unshift(mark.credits);
  }
  return { length, kept, credits };
}

function bodyKinds(
  body: readonly Piece[],
  headline: Piece | undefined,
  data: ArrangeData,
  datelines: DatelineData,
): Map<Piece, ParagraphKind> {
  const kinds = new Map<Piece, ParagraphKind>();
  const title = headline && plain(headline.text);
  let listed = false;
  for (const [at, piece] of body.entries()) {
    const mark = piece.hint ? undefined : lineMark(piece, data.text);
    if (mark?.is === 'list') listed = true;
    if (mark?.is === 'caption') kinds.set(piece, 'caption');
    if (mark && mark.is !== 'foot' && mark.is !== 'section') continue;
    const short = isTitle(piece);
    if ((listed && short) || isSame(piece, title)) continue;
    listed = false;
    const filed = at === 0 && datelineAlone(piece.text, datelines) !== undefined;
    const heading = !filed && isHeading(piece, body[at + 1]);
    kinds.set(piece, piece.hint && piece.hint !== 'none' ? piece.hint : heading ? 'heading' : 'body');
  }
  return kinds;
}

const isSame = ({ text }: Piece, title: string | undefined): boolean =>
  title !== undefined && Math.abs(text.length - title.length) < 20 && plain(text) === title;

const mostHeadingWords = 12;

/** A title between paragraphs, over a sentence. */
function isHeading(piece: Piece, next: Piece | undefined): boolean {
  return (
    next !== undefined &&
    piece.lines === 1 &&
    isTitle(piece) &&
    !isTitle(next) &&
    piece.text.split(/\s+/u).length <= mostHeadingWords &&
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(piece.text)
  );
}

function assembled(
  pieces: readonly Piece[],
  kinds: ReadonlyMap<Piece, ParagraphKind>,
  head: Head,
  foot: Foot,
  datelines: DatelineData,
): Arranged {
  const credits: Credits = Object.assign(
    { stamps: [], certain: true },
    ...[...foot.credits, ...head.credits.map((credit) => credit.credits).reverse()],
  );
  const { outlet, byline } = credits;
  const filed = datelineIn(
    pieces.filter((piece) => kinds.get(piece) === 'body'),
    datelines,
  );
  const agency = filed?.agency ?? credits.agency;
  const [dek] = head.deks;
  return {
    headline: head.headline?.text ?? '',
    ...(dek ? { dek: dek.text } : {}),
    ...(outlet === undefined ? {} : { outlet }),
    ...(byline === undefined ? {} : { byline }),
    ...(agency === undefined ? {} : { agency }),
    ...(filed ? { dateline: filed.dateline } : {}),
    paragraphs: pieces.flatMap((piece) => paragraphsOf(piece, kinds.get(piece), filed?.dateline)),
    stamps: [
      ...head.credits.flatMap((credit) =>
        credit.credits.stamps.map((stamp) => ({ ...stamp, at: 'head' as const })),
      ),
      ...foot.credits.flatMap((credit) => credit.stamps.map((stamp) => ({ ...stamp, at: 'foot' as const }))),
    ],
    log: pieces.filter((piece) => !kinds.has(piece)).map(leftOut),
  };
}

/** The dateline is a paragraph of its own, so that no reader takes it for a part of the first sentence. */
function paragraphsOf(
  { start, end, text }: Piece,
  kind: ParagraphKind | undefined,
  dateline: Dateline | undefined,
): Paragraph[] {
  if (kind === undefined) return [];
  if (!dateline || dateline.span.start !== start) return [{ kind, span: { start, end } }];
  const from =
    start +
    (/^\s*/u.exec(text.slice(dateline.span.end - start))?.[0].length ?? 0) +
    dateline.span.end -
    start;
  const filed: Paragraph = { kind: 'dateline', span: dateline.span };
  return from < end ? [filed, { kind: 'body', span: { start: from, end } }] : [filed];
}

/** Of the first piece of the body. */
export function datelineIn(
  body: readonly Piece[],
  data: DatelineData,
): { dateline: Dateline; agency?: string } | undefined {
  const [piece] = body;
  if (!piece) return undefined;
  const found =
    datelineOf(piece.text, data) ?? (body.length > 1 ? datelineAlone(piece.text, data) : undefined);
  if (!found) return undefined;
  const { length, place, agency, date } = found;
  return {
    dateline: {
      text: piece.text.slice(0, length),
      span: { start: piece.start, end: piece.start + length },
      ...(place === undefined ? {} : { place }),
      ...(date ? { date: { value: date.value, text: date.text } } : {}),
    },
    ...(agency === undefined ? {} : { agency }),
  };
}

function leftOut({ start, end, text }: Piece): LogEntry {
  const words = text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text;
  return {
    code: 'article/left-out',
    stage: 'article',
    message: `No part of the report: “${words.replace(/\s+/gu, ' ')}”.`,
    span: { start, end },
  };
}
