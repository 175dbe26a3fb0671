/**
 * Why a sentence gave the events that it gave: for each, what every piece was taken from, with the way through the parse; and
 * for each rule about a word of the sentence that gave none, what it lacked. Made only when asked for; reading makes none of it.
 */
import type { Sentence } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Span } from '../span.js';
import type { Candidate } from './candidate.js';
import type { Desk } from './desk.js';
import type { Event } from './event.js';
import { evidenceOf } from './evidence.js';
import { realityAt } from './make-event.js';
import { settings } from './narrative.js';
import { pathBetween, type Step } from './path.js';
import { readSentence } from './sentence.js';

/** One piece of an event and where it's from. */
export interface Piece {
  readonly what: 'trigger' | 'actor' | 'recipient' | 'time' | 'place' | 'status';
  /** The actor, time or place; the status. */
  readonly value: string;
  /** The role, row or basis that gave it: `subject`, `embed/plan`, `time:t1`. */
  readonly by: string;
  readonly span?: Span;
  /** From the word that names the act; empty where no word gave it. */
  readonly path: readonly Step[];
}

export interface EventTrace {
  readonly event: Event;
  readonly pieces: readonly Piece[];
}

export interface Rejection {
  /** The words that may have named an act. */
  readonly span: Span;
  readonly rule: string;
  /** The field of its row that the words don't meet (`object`, `particle`), or the code of the log (`event/no-actor`). */
  readonly lacks: string;
  readonly message?: string;
}

export interface SentenceTrace {
  readonly events: readonly EventTrace[];
  /** In the order of the rules that were tried. */
  readonly rejected: readonly Rejection[];
}

export function explainSentence(desk: Desk, sentence: Sentence): SentenceTrace {
  const rejected: Rejection[] = [];
  const made: [Candidate, Event][] = [];
  const log: LogEntry[] = [];
  const events = readSentence(desk, sentence, settingAt(desk, sentence), log, {
    onMisfit: ({ trigger }, rule, misfit) => {
      rejected.push({ span: trigger, rule: rule.id, lacks: misfit });
    },
    onMade: (candidate, result) => {
      if ('stage' in result) rejected.push(rejectionOf(candidate, result));
      else made.push([candidate, result]);
    },
  });
  return {
    events: events.map((event) => {
      const candidate = made.find(([, one]) => one.trigger === event.trigger && one.rule === event.rule)?.[0];
      return { event, pieces: candidate ? piecesOf(desk, sentence, candidate, event) : [] };
    }),
    rejected,
  };
}

const rejectionOf = ({ rule, trigger }: Candidate, { code, message }: LogEntry): Rejection => ({
  span: trigger,
  rule: rule.id,
  lacks: code,
  message,
});

/** Settings are asked for in the order of the sentences. */
function settingAt(desk: Desk, sentence: Sentence): ReturnType<ReturnType<typeof settings>> {
  const settingOf = settings({ ...desk, background: desk.data.lexicon.background });
  for (const before of desk.doc.sentences.slice(0, sentence.index)) settingOf(before);
  return settingOf(sentence);
}

function piecesOf(desk: Desk, sentence: Sentence, candidate: Candidate, event: Event): Piece[] {
  return [
    {
      what: 'trigger',
      value: desk.doc.text.slice(event.trigger.start, event.trigger.end),
      by: event.rule,
      span: event.trigger,
      path: [],
    },
    ...event.actors.map((id) => partyPiece(desk, candidate, 'actor', id)),
    ...event.recipients.map((id) => partyPiece(desk, candidate, 'recipient', id)),
    ...timePiece(desk, event),
    ...(event.where === undefined
      ? []
      : [{ what: 'place' as const, value: event.where, by: 'clause', path: [] }]),
    statusPiece(desk, sentence, candidate, event),
  ];
}

function partyPiece(desk: Desk, candidate: Candidate, what: 'actor' | 'recipient', id: string): Piece {
  const found =
    evidenceOf(desk, candidate, id) ?? (candidate.result && evidenceOf(desk, candidate.result, id));
  const token = found && desk.doc.tokens[found.token];
  return {
    what,
    value: id,
    by: found?.role ?? 'another act',
    ...(token ? { span: { start: token.start, end: token.end } } : {}),
    path: found?.path ?? [],
  };
}

function timePiece({ calendar }: Desk, { when }: Event): Piece[] {
  if (!when) return [];
  const id = when.basis.split(':')[1];
  const time = calendar.times.find((one) => one.id === id);
  const value = `${when.from}/${when.to}`;
  return [{ what: 'time', value, by: when.basis, ...(time ? { span: time.span } : {}), path: [] }];
}

/** By the row that decided, with the word it is about; else by the verb group itself. */
function statusPiece(desk: Desk, sentence: Sentence, candidate: Candidate, { status }: Event): Piece {
  const reality = realityAt(desk, sentence, candidate);
  const decided = 'absent' in reality ? undefined : reality;
  const token = decided?.governor && desk.doc.tokens[decided.governor.token];
  return {
    what: 'status',
    value: status,
    by: decided?.row?.id ?? 'verb',
    ...(token ? { span: { start: token.start, end: token.end } } : {}),
    path: token ? pathBetween(desk.doc, candidate.frame.head, token.index) : [],
  };
}
