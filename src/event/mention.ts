/** Which actors, places and times stand on which word. */
import type { Doc } from '../language/doc.js';
import type { Span } from '../span.js';
import type { Before } from './frame.js';

/** A named thing and the words it covers, as a half-open range of `doc.tokens`. */
export interface Mention {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** For each word, the mention that covers it: the longest where they nest. */
export interface Mentions {
  readonly actor: ReadonlyArray<Mention | undefined>;
  /** Shorter mentions inside longer ones, by their first word: "Russian" in "Russian President Putin". */
  readonly inner: ReadonlyArray<Mention | undefined>;
  readonly place: ReadonlyArray<Mention | undefined>;
  readonly time: ReadonlyArray<Mention | undefined>;
}

export function mentionsOf(doc: Doc, before: Before): Mentions {
  const actors = before.actors.flatMap(({ id, mentions }) => mentions.map((span) => ({ id, span })));
  const actor = cover(doc, actors);
  return {
    actor: actor.outer,
    inner: actor.inner,
    place: cover(doc, before.places).outer,
    time: cover(doc, before.times).outer,
  };
}

interface Spanned {
  readonly id: string;
  readonly span: Span;
}

interface Covered {
  readonly outer: Array<Mention | undefined>;
  readonly inner: Array<Mention | undefined>;
}

/** One walk over words and spans, both by start; a span that starts inside another is `inner`. */
function cover(doc: Doc, things: readonly Spanned[]): Covered {
  const outer = new Array<Mention | undefined>(doc.tokens.length).fill(undefined);
  const inner = new Array<Mention | undefined>(doc.tokens.length).fill(undefined);
  const sorted = [...things].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let at = 0;
  let covered = 0;
  for (const { id, span } of sorted) {
    while (at < doc.tokens.length && (doc.tokens[at]?.end ?? 0) <= span.start) at++;
    let to = at;
    while (to < doc.tokens.length && (doc.tokens[to]?.start ?? 0) < span.end) {
      // A span inside the one before it is never longer than it: the walk stays linear.
      if (at < covered && to >= covered) break;
      to++;
    }
    if (to === at) continue;
    const mention = { id, from: at, to };
    if (at < covered) {
      inner[at] ??= mention;
      continue;
    }
    outer.fill(mention, at, to);
    covered = to;
  }
  return { outer, inner };
}
