/** On whose word an act stands. */
import type { Actor } from '../actor/actor.js';
import type { Span } from '../span.js';
import type { Statement } from '../speech/statement.js';
import type { Voucher } from './event.js';
import { type Parties, sortOf } from './party.js';

/** Statements by content, so that the one around a word is found without going through all. */
export interface Said {
  readonly statement: Statement;
  readonly span: Span;
}

export function saidOf(statements: readonly Statement[]): Said[] {
  return statements
    .flatMap((statement) => statement.content.map((span) => ({ statement, span })))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Looked at before the start: contents hardly nest deeper than this. */
const NEST = 4;

/** The innermost statement that holds the span. */
export function statementAround(said: readonly Said[], span: Span): Statement | undefined {
  let low = 0;
  let high = said.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((said[middle]?.span.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0 && low - at <= NEST; at--) {
    const item = said[at];
    if (item && item.span.end >= span.end) return item.statement;
  }
  return undefined;
}

/** `participants` are the actors and recipients of the act. */
export function voucherOf(
  statement: Statement | undefined,
  claimed: boolean,
  parties: Parties,
  participants: readonly string[],
): Voucher {
  if (!statement) return claimed ? 'unsourced' : 'own-voice';
  const speaker = parties.actor.get(statement.speaker ?? '');
  if (!speaker) return 'unsourced';
  if (speaker.sectors.includes('JRN')) return 'other-outlet';
  return bySpeaker(speaker, participants, parties);
}

function bySpeaker(speaker: Actor, participants: readonly string[], parties: Parties): Voucher {
  const sort = sortOf(speaker);
  const party =
    participants.includes(speaker.id) ||
    (speaker.country !== undefined &&
      participants.some((id) => parties.actor.get(id)?.country === speaker.country));
  if (sort === 'official' && speaker.kind === 'person') return 'named-official';
  if (party && sort !== 'civil') return 'party';
  if (sort === 'official') return 'unnamed-official';
  return party ? 'party' : 'unsourced';
}
