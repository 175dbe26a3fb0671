import { describe, expect, it } from 'vitest';
import { isMarked, layoutOf, pieceOf, step } from '../../web/src/view/report/layout.js';
import { marksOf } from '../../web/src/view/report/marks.js';
import { longReport, oneReport, spanOf } from './report-answers.js';

const { article } = oneReport.reading;
const layout = layoutOf(article, marksOf(oneReport));
const words = (piece: { start: number; end: number }) => article.text.slice(piece.start, piece.end);
const marked = layout.pieces.filter(isMarked);

describe('the text of a report with its marks', () => {
  it('is all there, in order, and in its paragraphs', () => {
    expect(layout.pieces.map(words).join('')).toBe(article.text.replace('\n\n', ''));
    expect(layout.sheets.flatMap(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([
      'headline',
      'body',
    ]);
  });

  it('marks what was read, the smallest first where marks lie in each other', () => {
    expect(marked.map(words)).toEqual([
      'Kari Vik',
      'met',
      'Luis Rojas',
      'Oslo',
      'Friday',
      '“We will sign in May,”',
      'Vik',
      'Rojas',
      'threatened',
    ]);
    const friday = marked.find((piece) => words(piece) === 'Friday');
    expect(friday?.rows.map(({ kind }) => kind)).toEqual(['time', 'note']);
  });

  it('is gone through from mark to mark, and ends at its ends', () => {
    const [first, last] = [layout.entry ?? -1, layout.pieces.findLastIndex(isMarked)];
    expect(words(layout.pieces[first] ?? { start: 0, end: 0 })).toBe('Kari Vik');
    expect(words(layout.pieces[step(layout.pieces, first, 1) ?? 0] ?? { start: 0, end: 0 })).toBe('met');
    expect(step(layout.pieces, first, -1)).toBeUndefined();
    expect(step(layout.pieces, last, 1)).toBeUndefined();
    expect(pieceOf(layout.pieces, 'event-1')).toBe(
      layout.pieces.findIndex((piece) => words(piece) === 'threatened'),
    );
    expect(pieceOf(layout.pieces, 'event-9')).toBeUndefined();
  });

  it('cuts at the place that the address names, and does not count it as a mark', () => {
    const at = spanOf('in Oslo on', 1);
    const pieces = layoutOf(article, [{ kind: 'at', key: 'at', index: 0, spans: [at], value: at }]).pieces;
    expect(pieces.map(words)).toContain('in Oslo on');
    expect(pieces.some(isMarked)).toBe(false);
  });

  it('shows faintly what stands in no paragraph, and nothing of what is white', () => {
    const text = 'Share this\n\nKari Vik left.\n\n';
    const { sheets } = layoutOf(
      { ...article, text, paragraphs: [{ kind: 'body', span: spanOf('Kari Vik left.', 1, text) }] },
      [],
    );
    expect(sheets.flatMap(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual(['outside', 'body']);
  });

  it('draws a very long paragraph in parts, none of them large, and loses nothing', () => {
    const one = longReport(500);
    const long = layoutOf(one.reading.article, marksOf(one));
    expect(long.sheets.length).toBeGreaterThan(20);
    for (const { first, end } of long.sheets) expect(end - first).toBeLessThanOrEqual(300);
    const [head, ...rest] = long.sheets.flatMap(({ blocks }) => blocks);
    expect(head?.isRest).toBe(false);
    expect(rest.every(({ isRest }) => isRest)).toBe(true);
    const ends = long.pieces.map(({ end }) => end);
    expect(long.pieces.map(({ start }) => start).slice(1)).toEqual(ends.slice(0, -1));
    expect(ends.at(-1)).toBe(one.reading.article.text.length);
  });
});
