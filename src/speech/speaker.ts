/** Who the words of a source name. */
import type { Actor } from '../actor/actor.js';
import type { Doc } from '../language/doc.js';
import { contains, overlaps, type Span } from '../span.js';

interface Mention extends Span {
  readonly actor: Actor;
}

export interface Speakers {
  /** The actor whose mention holds the head of `source`. */
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
      for (const head of headsOf(doc, source)) {
        const holding = touching.filter((mention) => contains(mention, head));
        const people = holding.filter(({ actor }) => actor.kind === 'person');
        const found = people[0] ?? holding[0];
        if (found) return found.actor;
      }
      return undefined;
    },
    otherPerson: (actor, from, to) =>
      between(from, to).some((mention) => mention.actor.kind === 'person' && mention.actor.id !== actor.id),
  };
}

/**
 * Of each part between commas the last noun before a preposition: "spokesman" in "a spokesman for Kovac";
 * "envoy" and "Kovac" in "another envoy, Jan Kovac".
 */
function headsOf(doc: Doc, source: Span): Span[] {
  const heads: Span[] = [];
  let head: Span | undefined;
  let ended = false;
  for (let at = firstFrom(doc.tokens, source.start); at < doc.tokens.length; at++) {
    const token = doc.tokens[at];
    if (!token || token.start >= source.end) break;
    if (token.form === ',') {
      if (head) heads.push(head);
      head = undefined;
      ended = false;
    } else if (token.upos === 'ADP') ended = head !== undefined;
    else if (!ended && nominal.has(token.upos)) head = token;
  }
  return head ? [...heads, head] : heads;
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
