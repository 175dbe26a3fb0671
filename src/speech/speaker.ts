/** Who the words of a source name. */
import type { Actor } from '../actor/actor.js';
import type { Doc, Token } from '../language/doc.js';
import { hasRelation, treeOf } from '../language/tree.js';
import { contains, type Span } from '../span.js';

interface Mention extends Span {
  readonly actor: Actor;
}

export interface Speakers {
  /** The actors that the phrase under `head` names: one, or several that are joined; none where one of them is nobody known. */
  named(head: Token): readonly Actor[];
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

  const holding = (word: Token): Actor | undefined => {
    const found = between(word.start, word.end).filter((mention) => contains(mention, word));
    return (found.find(({ actor }) => actor.kind === 'person') ?? found[0])?.actor;
  };

  const tree = treeOf(doc);
  /** The noun itself; else its name beside it: "another envoy, Jan Kovac", "spokesman Kovac". */
  const one = (head: Token): Actor | undefined => {
    const beside = tree
      .childrenBy(head.index, 'appos', 'flat', 'compound')
      .filter(({ upos }) => upos === 'PROPN' || upos === 'NOUN');
    const people = [head, ...beside.filter((child) => hasRelation(child, 'appos', 'flat'))].map(holding);
    return people.find((actor) => actor?.kind === 'person') ?? people.find((actor) => actor !== undefined);
  };

  return {
    named: (head) => {
      const heads = tree.conjuncts(head.index);
      const last = heads.at(-1) ?? head;
      const together =
        last === head
          ? undefined
          : between(head.start, last.end).find((mention) =>
              contains(mention, { start: head.start, end: last.end }),
            );
      if (together) return [together.actor];
      const found = heads.map(one);
      const known = found.filter((actor) => actor !== undefined);
      return known.length === found.length ? [...new Set(known)] : [];
    },
    otherPerson: (actor, from, to) =>
      between(from, to).some((mention) => mention.actor.kind === 'person' && mention.actor.id !== actor.id),
  };
}

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
