/**
 * Why a sentence gave the events that it gave: for each, which fields of its row were met, what every piece was taken from, with the
 * way through the parse, and what its confidence is made of; and for each rule about a word of the sentence that gave none,
 * all that it lacked, nearest first. Made only when asked for; reading makes none of it.
 */
import type { Sentence, Token } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Span } from '../span.js';
import type { Candidate, Ground } from './candidate.js';
import { NAMES } from './candidates.js';
import { type Factor, factorsOf } from './confidence.js';
import type { Desk } from './desk.js';
import { effectOf } from './effect.js';
import type { Event } from './event.js';
import { evidenceOf } from './evidence.js';
import type { EmbeddingRow, Rule } from './lexicon.js';
import { groundsOf, realityAt } from './make-event.js';
import { settings } from './narrative.js';
import { lacksIn, metIn, type Requirement } from './need-words.js';
import { pathBetween, type Step } from './path.js';
import { nearMissOf } from './relax.js';
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

/** A word that stands over an act or beside it, and the row of embedding.yaml that speaks of it. */
export interface Over {
  /** Index in `doc.tokens`. */
  readonly token: number;
  readonly link: string;
  readonly row?: EmbeddingRow;
}

export interface EventTrace {
  readonly event: Event;
  /** The word that names the act: index in `doc.tokens`. */
  readonly head: number;
  readonly met: readonly Requirement[];
  readonly pieces: readonly Piece[];
  readonly over: readonly Over[];
  readonly factors: readonly Factor[];
}

/** `field` of the row that isn't met, or the code of the log (`event/negated`). */
export interface Lack {
  readonly field: string;
  /** `needs an object of class troops; here: 'letter'`. */
  readonly message: string;
}

export interface Rejection {
  /** The words that may have named an act. */
  readonly span: Span;
  readonly head: number;
  /** Absent where the word stands as nothing that a rule could be held against. */
  readonly rule?: string;
  readonly lacks: readonly Lack[];
  readonly over: readonly Over[];
  /** How far the words are from meeting the rule: 1 is one field of a row. */
  readonly distance: number;
}

export interface SentenceTrace {
  readonly sentence: Sentence;
  readonly events: readonly EventTrace[];
  /** Nearest first; of equals in the order of the rules. */
  readonly rejected: readonly Rejection[];
}

/** Some sentences of a report; all of them if not told which. */
export function explainSentences(
  desk: Desk,
  wanted: (sentence: Sentence) => boolean = () => true,
): SentenceTrace[] {
  const settingOf = settings({ ...desk, background: desk.data.lexicon.background });
  return desk.doc.sentences.flatMap((sentence) => {
    const setting = settingOf(sentence);
    return wanted(sentence) ? [explained(desk, sentence, setting)] : [];
  });
}

function explained(
  desk: Desk,
  sentence: Sentence,
  setting: Parameters<typeof readSentence>[2],
): SentenceTrace {
  const rejected: Rejection[] = [];
  const made: [Candidate, Event][] = [];
  const ground = { syntax: desk.syntax, parties: desk.parties, lexicon: desk.data.lexicon };
  const events = readSentence(desk, sentence, setting, [], {
    onMisfit: (frame, rule) => rejected.push(...missed(desk, sentence, rule, frame, ground)),
    onMade: (candidate, result) => {
      if ('stage' in result) rejected.push(rejectionOf(desk, candidate, result));
      else made.push([candidate, result]);
    },
  });
  const traces = events.flatMap((event) => {
    const candidate = made.find(([, one]) => one.trigger === event.trigger && one.rule === event.rule)?.[0];
    return candidate ? [traceOf(desk, sentence, candidate, event)] : [];
  });
  const seen = new Set([...rejected, ...traces].map(({ head }) => head));
  return {
    sentence,
    events: traces,
    rejected: [...rejected, ...unheld(desk, sentence, seen)].sort((a, b) => a.distance - b.distance),
  };
}

// --- what gave an event

const traceOf = (desk: Desk, sentence: Sentence, candidate: Candidate, event: Event): EventTrace => ({
  event,
  head: candidate.frame.head,
  met: metIn(desk, candidate),
  pieces: piecesOf(desk, sentence, candidate, event),
  over: overOf(desk, candidate),
  factors: factorsOf(groundsOf(desk, candidate, realityAt(desk, sentence, candidate), event.recipients)),
});

function overOf({ data }: Desk, { rule, verb, governors, qualifiers }: Candidate): Over[] {
  const kind = verb ? 'verb' : 'noun';
  return [...qualifiers, ...governors].flatMap((governor) => {
    const row = effectOf(data.lexicon, governor, { kind, type: rule.type });
    // Most adverbs and adjectives say nothing of whether an act is real.
    if (!row && qualifiers.includes(governor)) return [];
    return [{ token: governor.token, link: governor.link, ...(row ? { row } : {}) }];
  });
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
    ...placePiece(desk, candidate, event),
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

/** The phrase of the clause that names the place. */
function placePiece({ doc }: Desk, { frame, obliques }: Candidate, { where }: Event): Piece[] {
  if (where === undefined) return [];
  const all = [
    ...obliques,
    ...frame.beside,
    ...frame.object.map((phrase) => ({ preposition: 'object', phrase })),
  ];
  const found = all.find(({ phrase }) => phrase.places.includes(where));
  if (!found) return [{ what: 'place', value: where, by: 'clause', path: [] }];
  const { preposition, phrase } = found;
  const span = { start: phrase.start, end: phrase.end };
  return [
    { what: 'place', value: where, by: preposition, span, path: pathBetween(doc, frame.head, phrase.head) },
  ];
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

// --- what gave none

/** How far a field that isn't met puts the words from the rule: some make it another expression altogether. */
const FAR: Readonly<Record<string, number>> = {
  particle: 3,
  result: 3,
  modifier: 3,
  of: 3,
  complement: 2,
  plan: 2,
  content: 2,
  after: 2,
  prep: 2,
};

const distanceOf = (lacks: readonly Lack[]): number =>
  lacks.reduce((sum, { field }) => sum + (FAR[field] ?? 1), 0);

const lackOf = ({ field, asks, found }: Requirement): Lack => ({
  field,
  message: `needs ${asks}; ${found.length > 0 ? `here: ${found.join(', ')}` : 'there is none'}`,
});

function missed(
  desk: Desk,
  sentence: Sentence,
  rule: Rule,
  frame: Candidate['frame'],
  ground: Ground,
): Rejection[] {
  const near = nearMissOf(rule, frame, ground);
  if (!near) return [];
  const { candidate } = near;
  const reality = realityAt(desk, sentence, candidate);
  const lacks = [
    ...lacksIn(desk, candidate, near.lacks).map(lackOf),
    ...('absent' in reality ? [{ field: `event/${reality.absent}`, message: NOT_REAL[reality.absent] }] : []),
  ];
  return [
    {
      span: candidate.trigger,
      head: frame.head,
      rule: rule.id,
      lacks,
      over: overOf(desk, candidate),
      distance: distanceOf(lacks),
    },
  ];
}

const NOT_REAL = {
  negated: 'would be said not to have happened',
  embedded: 'nothing would say that it happened or will',
  unanchored: 'nothing would say that it happened or will',
  habit: 'would be told as what is always so',
} as const;

function rejectionOf(desk: Desk, candidate: Candidate, { code, message }: LogEntry): Rejection {
  const problems = lacksIn(desk, candidate, []).map(lackOf);
  const own = PROBLEMS.has(code) && problems.length > 0 ? [] : [{ field: code, message }];
  const lacks = [...own, ...problems];
  return {
    span: candidate.trigger,
    head: candidate.frame.head,
    rule: candidate.rule.id,
    lacks,
    over: overOf(desk, candidate),
    distance: distanceOf(lacks),
  };
}

/** What the candidate itself says better. */
const PROBLEMS: ReadonlySet<string> = new Set([
  'event/no-actor',
  'event/no-recipient',
  'event/no-pair',
  'event/no-complement',
]);

/** Words of the lexicon that no rule was held against: why they name no act here. */
function unheld(desk: Desk, sentence: Sentence, seen: ReadonlySet<number>): Rejection[] {
  const { data, doc, syntax } = desk;
  const { verbs, nouns } = data.lexicon;
  return doc.tokens.slice(sentence.from, sentence.to).flatMap((token) => {
    const lemma = token.lemma.toLowerCase();
    const known = [...(verbs.has(lemma) ? ['verb'] : []), ...(nouns.has(lemma) ? ['noun'] : [])];
    if (seen.has(token.index) || known.length === 0 || !NAMES.has(token.upos)) return [];
    const frame = syntax.frame(token.index);
    if (frame && known.includes(frame.kind)) return [];
    const message = frame
      ? `stands as a ${frame.kind}; the lexicon has it as a ${known.join(' and ')}`
      : `names no act here, as ${token.deprel} of '${headOf(doc.tokens, token)}': it is part of a name, a time or an actor, or only describes`;
    const lacks = [{ field: 'word', message }];
    return [
      { span: { start: token.start, end: token.end }, head: token.index, lacks, over: [], distance: UNHELD },
    ];
  });
}

/** Most of them are part of somebody's name. */
const UNHELD = 4;

const headOf = (tokens: readonly Token[], { head }: Token): string => tokens[head]?.form ?? 'nothing';
