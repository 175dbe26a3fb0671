/** What the finders of one report stand on: its words, its tree, and who, where and when each word is. */
import type { Actor } from '../actor/actor.js';
import type { Event } from '../event/event.js';
import type { Doc, Name, Token } from '../language/doc.js';
import { type Tree, treeOf } from '../language/tree.js';
import type { States } from '../place/index.js';
import type { Place } from '../place/place.js';
import type { Span } from '../span.js';
import type { Time } from '../time/timex3.js';
import type { DisputeWords } from './words.js';

export interface Before {
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
  readonly events: readonly Event[];
}

export interface Ground {
  readonly doc: Doc;
  readonly tree: Tree;
  readonly words: DisputeWords;
  readonly states: States;
  readonly before: Before;
  readonly actorById: ReadonlyMap<string, Actor>;
  /** The actor of a country that stands for it: the state itself, else its government. */
  readonly stateOf: ReadonlyMap<string, Actor>;
  /** By the index of a word. */
  readonly actorAt: ReadonlyMap<number, Actor>;
  readonly placeAt: ReadonlyMap<number, Place>;
  readonly timeAt: ReadonlyMap<number, Time>;
  readonly nameAt: ReadonlyMap<number, Name>;
}

export function groundOf(doc: Doc, words: DisputeWords, states: States, before: Before): Ground {
  const { actors, places, times } = before;
  return {
    doc,
    tree: treeOf(doc),
    words,
    states,
    before,
    actorById: new Map(actors.map((actor) => [actor.id, actor])),
    stateOf: statesAmong(actors),
    actorAt: owners(
      doc.tokens,
      actors.flatMap((actor) => actor.mentions.map((span) => ({ span, owner: actor }))),
    ),
    placeAt: owners(
      doc.tokens,
      places.map((place) => ({ span: place.span, owner: place })),
    ),
    timeAt: owners(
      doc.tokens,
      times.map((time) => ({ span: time.span, owner: time })),
    ),
    nameAt: owners(
      doc.tokens,
      doc.names.map((name) => ({ span: name, owner: name })),
    ),
  };
}

function statesAmong(actors: readonly Actor[]): Map<string, Actor> {
  const found = new Map<string, Actor>();
  for (const kind of ['state', 'government'])
    for (const actor of actors)
      if (actor.kind === kind && actor.country !== undefined && !found.has(actor.country))
        found.set(actor.country, actor);
  return found;
}

/** Of the spans that a word lies in, the shortest has it. One walk over the words. */
function owners<T>(
  tokens: readonly Token[],
  items: readonly { readonly span: Span; readonly owner: T }[],
): Map<number, T> {
  const sorted = [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const found = new Map<number, T>();
  let from = 0;
  for (const { span, owner } of sorted) {
    while (from < tokens.length && (tokens[from]?.end ?? 0) <= span.start) from++;
    for (let at = from; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token || token.start >= span.end) break;
      found.set(token.index, owner);
    }
  }
  return found;
}

/** `islands` and the `Islands` of a name are both `island`. */
export const lemmaOf = ({ lemma }: Token): string => lemma.toLowerCase();

/** The preposition of a noun group: `over` of "over the islands". */
export const caseOf = ({ tree }: Ground, token: Token): string | undefined => {
  const found = tree.childrenBy(token.index, 'case', 'mark')[0];
  return found && lemmaOf(found);
};

/** So many words after a word are looked at, at most: a hostile sentence may have no end. */
const REACH = 60;

/** Where its sentence ends, or where looking further is no use. */
export const sentenceEnd = ({ sentences }: Doc, { sentence, index }: Token): number =>
  Math.min(sentences[sentence]?.to ?? index, index + REACH);
