/** Actors while a dictionary is put in: mentions as words, members as actors, ids not yet given. */
import type { Doc, Token } from '../../language/doc.js';
import { treeOf } from '../../language/tree.js';
import type { Span } from '../../span.js';
import type { Actor } from '../actor.js';

/** Half-open range of words. */
export interface Words {
  from: number;
  to: number;
}

export interface Draft {
  actor: Actor;
  readonly mentions: Words[];
  /** Actors that it is a group of. */
  members: Draft[];
}

/** One walk over words and each mention. */
export function draftsOf(actors: readonly Actor[], tokens: readonly Token[]): Draft[] {
  const starts = new Map(tokens.map(({ start, index }) => [start, index]));
  const ends = new Map(tokens.map(({ end, index }) => [end, index + 1]));
  const drafts = new Map<string, Draft>();
  for (const actor of actors) {
    const mentions = actor.mentions.flatMap(({ start, end }) => {
      const from = starts.get(start);
      const to = ends.get(end);
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    drafts.set(actor.id, { actor, mentions, members: [] });
  }
  for (const draft of drafts.values())
    draft.members = (draft.actor.members ?? []).flatMap((id) => drafts.get(id) ?? []);
  return [...drafts.values()];
}

export interface Own {
  readonly draft: Draft;
  readonly mention: Words;
}

/** Who is named by the phrase with this head: of several mentions the longest. */
export function byHead(drafts: readonly Draft[], doc: Doc): Map<number, Own> {
  const tree = treeOf(doc);
  const found = new Map<number, Own>();
  for (const draft of drafts) {
    for (const mention of draft.mentions) {
      const head = tree.headOf(mention.from, mention.to)?.index ?? mention.to - 1;
      const other = found.get(head);
      if (other === undefined || lengthOf(other.mention) < lengthOf(mention))
        found.set(head, { draft, mention });
    }
  }
  return found;
}

const lengthOf = ({ from, to }: Words): number => to - from;

/** In the order of the text, with ids. */
export function numbered(drafts: readonly Draft[], doc: Doc): Actor[] {
  const placed = drafts
    .map((draft) => ({
      draft,
      mentions: draft.mentions
        .map((words) => spanOf(doc.tokens, words))
        .sort((a, b) => a.start - b.start || a.end - b.end),
    }))
    .sort((a, b) => byPlace(a, b) || b.draft.members.length - a.draft.members.length);
  const ids = new Map(placed.map(({ draft }, nth) => [draft, `a${nth + 1}`]));
  return placed.map(({ draft, mentions }) => {
    const { members: _, ...actor } = draft.actor;
    const members = draft.members.flatMap((member) => ids.get(member) ?? []);
    return { ...actor, id: ids.get(draft) ?? '', mentions, ...(members.length > 0 && { members }) };
  });
}

/** By the first mention; where two begin with the same word, the longer, so that a group comes before its members. */
function byPlace(a: Placed, b: Placed): number {
  const [first] = a.mentions;
  const [second] = b.mentions;
  return (first?.start ?? 0) - (second?.start ?? 0) || (second?.end ?? 0) - (first?.end ?? 0);
}

interface Placed {
  readonly mentions: readonly Span[];
}

const spanOf = (tokens: readonly Token[], { from, to }: Words): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

export function textOf({ text, tokens }: Doc, words: Words): string {
  const { start, end } = spanOf(tokens, words);
  return text.slice(start, end).replaceAll(/\s+/gu, ' ');
}
