/** Plain text becomes an Article: its text stays as decoded, so that offsets hold for whoever gave it. */
import type { LogEntry } from '../../log.js';
import type { Draft } from '../finish.js';
import { type Stated, withStated } from '../stated.js';
import { type ArrangeData, arrange } from './arrange.js';
import { type Piece, piecesOf } from './piece.js';

/**
 * `stated`: what mail headers, a feed or a record say beside the text. `pieces`: the text's pieces, where its
 * format tells them.
 */
export function plainDraft(
  text: string,
  data: ArrangeData,
  stated: Stated = {},
  pieces: readonly Piece[] = piecesOf(text),
  log: readonly LogEntry[] = [],
): Draft {
  return withStated(text, arrange(pieces, data), stated, log);
}
