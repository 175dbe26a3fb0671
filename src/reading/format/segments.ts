import type { Span } from '../../span.js';

/** What has spans in the text. */
interface Spanned {
  readonly spans: readonly Span[];
}

/** A stretch of text that lies in the spans of the same rows. */
export interface Segment<Row extends Spanned> {
  readonly start: number;
  readonly end: number;
  /** Smallest span first: the row that a click on the words leads to. Empty where nothing was read. */
  readonly rows: readonly Row[];
}

interface Edge<Row> {
  readonly at: number;
  readonly row: Row;
  readonly length: number;
  readonly opens: boolean;
}

/** Cuts `0…length` at every edge of every row's spans; together the segments cover the text. */
export function segmentsOf<Row extends Spanned>(length: number, rows: readonly Row[]): Segment<Row>[] {
  const edges: Edge<Row>[] = rows
    .flatMap((row) =>
      row.spans.flatMap(({ start, end }) => [
        { at: start, row, length: end - start, opens: true },
        { at: end, row, length: end - start, opens: false },
      ]),
    )
    .filter((edge) => edge.length > 0)
    .sort((a, b) => a.at - b.at);
  const segments: Segment<Row>[] = [];
  let open: Edge<Row>[] = [];
  let at = 0;
  for (const edge of edges) {
    if (edge.at > at) segments.push(segment(at, edge.at, open));
    at = edge.at;
    if (edge.opens) open = [...open, edge].sort((a, b) => a.length - b.length);
    else open = open.filter((other) => !(other.row === edge.row && other.length === edge.length));
  }
  if (at < length) segments.push(segment(at, length, open));
  return segments;
}

const segment = <Row extends Spanned>(
  start: number,
  end: number,
  open: readonly Edge<Row>[],
): Segment<Row> => ({
  start,
  end,
  rows: [...new Set(open.map(({ row }) => row))],
});
