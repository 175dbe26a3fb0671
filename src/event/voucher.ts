/** On whose word an act stands. */
import type { Actor } from '../actor/actor.js';
import type { Span } from '../span.js';
import type { Statement } from '../speech/statement.js';
import type { Desk } from './desk.js';
import type { Voucher } from './event.js';
import type { Governor } from './frame.js';
import type { VoucherTable } from './lexicon.js';
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

/** Who says or denies it: the words that name them, and the actor if one is known. */
export interface Source {
  readonly words: string;
  readonly speaker?: string;
}

export const sourceOf = ({ doc }: Desk, { source, speaker }: Statement): Source => ({
  words: source ? doc.text.slice(source.start, source.end) : '',
  ...(speaker === undefined ? {} : { speaker }),
});

/** The subject of "said" or "denied", or whose denial it is. */
export function sourceAt({ doc, syntax }: Desk, { token, verb }: Governor): Source {
  const frame = syntax.frame(token);
  const agents = frame?.obliques
    .filter(({ preposition }) => preposition === 'by')
    .map(({ phrase }) => phrase);
  const phrase = (verb?.voice === 'passive' ? agents : frame?.subject)?.[0];
  const [speaker] = frame?.kind === 'noun' ? frame.owners : (phrase?.actors ?? []);
  return {
    words: frame?.kind === 'verb' && phrase ? doc.text.slice(phrase.start, phrase.end) : '',
    ...(speaker === undefined ? {} : { speaker }),
  };
}

/** `participants` are the actors and recipients of the act; without a source it's the report's own word. */
export function voucherOf(
  { data, parties }: Pick<Desk, 'data' | 'parties'>,
  source: Source | undefined,
  participants: readonly string[],
): Voucher {
  if (!source) return 'own-voice';
  const { words } = source;
  const speaker = parties.actor.get(source.speaker ?? '');
  const kind = kindOf(data.lexicon.vouchers, speaker ? speaker.name : words);
  if (!speaker) return kind ?? 'unsourced';
  if (speaker.sectors.includes('JRN')) return 'other-outlet';
  return bySpeaker(speaker, kind, participants, parties);
}

/** Further words than these don't name the speaker. */
const LONGEST_NAME = 120;

/** By the last word before any "of", "for" or comma. */
function kindOf(table: VoucherTable, words: string): Voucher | undefined {
  const name = words.slice(0, LONGEST_NAME).split(/,| of | for | in | at | who /u)[0] ?? '';
  const last = name.trim().split(' ').at(-1)?.toLowerCase() ?? '';
  if (table.outlets.includes(last)) return 'other-outlet';
  if (table.unnamed.includes(last)) return 'unnamed-official';
  return table.bodies.includes(last) ? 'named-official' : undefined;
}

function bySpeaker(
  speaker: Actor,
  kind: Voucher | undefined,
  participants: readonly string[],
  parties: Parties,
): Voucher {
  const sort = sortOf(speaker);
  if (speaker.kind === 'person' && sort === 'official')
    return kind === 'unnamed-official' ? kind : 'named-official';
  const party =
    participants.includes(speaker.id) ||
    (speaker.country !== undefined &&
      participants.some((id) => parties.actor.get(id)?.country === speaker.country));
  if (party) return 'party';
  if (sort === 'civil') return 'unsourced';
  if (kind !== undefined) return kind;
  // A government or body by its name; "police", "rebels" are nobody in particular.
  if (sort === 'armed') return speaker.kind === 'military' ? 'unnamed-official' : 'unsourced';
  return speaker.kind === 'group' || speaker.kind === 'people' ? 'unnamed-official' : 'named-official';
}
