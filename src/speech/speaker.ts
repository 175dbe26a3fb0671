/** Who the words of a source name. */
import type { Actor } from '../actor/actor.js';
import type { Doc } from '../language/doc.js';
import { contains, overlaps, type Span } from '../span.js';

interface Mention extends Span {
  readonly actor: Actor;
}

export interface Speakers {
  /** The one actor whose mention holds the head of `source`; none where the words name several. */
  named(source: Span): Actor | undefined;
  /** A person other than `actor` is named between the two offsets. */
  otherPerson(actor: Actor, from: number, to: number): boolean;
}

export function speakersOf(doc: Doc, actors: readonly Actor[]): Speakers {
  const mentions: Mention[] = actors
    .flatMap((actor) => actor.mentions.map(({ start, end }) => ({ start, end, actor })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const longest = mentions.reduce((most, { start, end }) => Math.max(most, end - start), 0);

  const between = (from: number, to: number): Mention[] => {
    const found: Mention[] = [];
    for (let at = firstFrom(mentions, from - longest); at < mentions.length; at++) {
      const mention = mentions[at];
      if (!mention || mention.start >= to) break;
      if (mention.end > from) found.push(mention);
    }
    return found;
  };

  return {
    named: (source) => {
      const touching = between(source.start, source.end).filter((mention) => overlaps(mention, source));
      const { heads, joined } = headsOf(doc, source);
      const found = heads.map((head) => holderOf(touching, head));
      if (!joined) return found.find((actor) => actor !== undefined);
      const [first] = found;
      return found.every((actor) => actor === first) ? first : undefined;
    },
    otherPerson: (actor, from, to) =>
      between(from, to).some((mention) => mention.actor.kind === 'person' && mention.actor.id !== actor.id),
  };
}

function holderOf(mentions: readonly Mention[], head: Span): Actor | undefined {
  const holding = mentions.filter((mention) => contains(mention, head));
  return (holding.find(({ actor }) => actor.kind === 'person') ?? holding[0])?.actor;
}

interface Heads {
  readonly heads: readonly Span[];
  /** "and" stands between them: all of them speak. */
  readonly joined: boolean;
}

/**
 * Of each part between commas the last noun before a preposition: "spokesman" in "a spokesman for Kovac";
 * "envoy" and "Kovac" in "another envoy, Jan Kovac". "and" parts too, but not inside "of Peru and Chile".
 */
function headsOf(doc: Doc, source: Span): Heads {
  const heads: Span[] = [];
  let head: Span | undefined;
  let ended = false;
  let joined = false;
  for (let at = firstFrom(doc.tokens, source.start); at < doc.tokens.length; at++) {
    const token = doc.tokens[at];
    if (!token || token.start >= source.end) break;
    const joins = token.upos === 'CCONJ' && head !== undefined && (!ended || opensName(doc, at, source));
    joined ||= joins;
    if (token.form === ',' || joins) {
      if (head) heads.push(head);
      head = undefined;
      ended = false;
    } else if (token.upos === 'ADP') ended = head !== undefined;
    else if (!ended && nominal.has(token.upos)) head = token;
  }
  return { heads: head ? [...heads, head] : heads, joined };
}

/** `of Poland and President Novak`: a title follows "and", not one more of what the first is of. */
function opensName(doc: Doc, and: number, { end }: Span): boolean {
  const next = doc.tokens[and + 1];
  const after = doc.tokens[and + 2];
  if (next?.upos === 'DET') return true;
  const both = next?.upos === 'PROPN' && after?.upos === 'PROPN' && after.end <= end;
  return both && doc.tokens[and - 1]?.upos === 'PROPN';
}

const nominal: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

/** Index of the first span that starts at `offset` or later. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
