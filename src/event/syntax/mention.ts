/** Which actors, places and times stand on which word. */
import type { Doc } from '../../language/doc.js';
import type { Tree } from '../../language/tree.js';
import type { Span } from '../../span.js';
import type { Before } from '../frame.js';

/** A named thing and the words it covers, as a half-open range of `doc.tokens`. */
export interface Mention {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface Mentions {
  /** By the word that the rest of the mention hangs on: the longest of them. */
  readonly actor: ReadonlyMap<number, Mention>;
  /** For each word, the longest mention that covers it. */
  readonly around: ReadonlyArray<Mention | undefined>;
  readonly place: ReadonlyMap<number, Mention>;
  readonly placeAround: ReadonlyArray<Mention | undefined>;
  readonly time: ReadonlyArray<Mention | undefined>;
}

export function mentionsOf(doc: Doc, tree: Tree, before: Before): Mentions {
  const actors = ranges(
    doc,
    before.actors.flatMap(({ id, mentions, basis }) =>
      basis === 'place' ? [] : mentions.map((span) => ({ id, span })),
    ),
  );
  const places = ranges(doc, before.places);
  return {
    actor: byHead(tree, actors),
    around: cover(doc, actors),
    place: byHead(tree, places),
    placeAround: cover(doc, places),
    time: cover(doc, ranges(doc, before.times)),
  };
}

interface Spanned {
  readonly id: string;
  readonly span: Span;
}

/** By start, the longer first. */
function ranges(doc: Doc, things: readonly Spanned[]): Mention[] {
  const sorted = [...things].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return sorted.flatMap(({ id, span }) => {
    const from = tokenFrom(doc, span.start);
    let to = tokenFrom(doc, span.end);
    if (to === from && (doc.tokens[from]?.start ?? span.end) < span.end) to = from + 1;
    return to > from ? [{ id, from, to }] : [];
  });
}

/** Index of the first word that ends after `offset`. */
function tokenFrom({ tokens }: Doc, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Longer mentions than this are of no one thing. */
const LONGEST = 60;

function byHead(tree: Tree, mentions: readonly Mention[]): Map<number, Mention> {
  const heads = new Map<number, Mention>();
  for (const mention of mentions) {
    const head = tree.headOf(mention.from, Math.min(mention.to, mention.from + LONGEST));
    const known = head && heads.get(head.index);
    if (head && (!known || mention.to - mention.from > known.to - known.from)) heads.set(head.index, mention);
  }
  return heads;
}

/** One walk: of mentions that overlap, the one that starts first. */
function cover(doc: Doc, mentions: readonly Mention[]): Array<Mention | undefined> {
  const words = new Array<Mention | undefined>(doc.tokens.length).fill(undefined);
  let covered = 0;
  for (const mention of mentions) {
    if (mention.from < covered) continue;
    words.fill(mention, mention.from, mention.to);
    covered = mention.to;
  }
  return words;
}
