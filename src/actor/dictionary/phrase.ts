/**
 * Noun phrases whose words a dictionary knows: "Tarsovian security officials", "the ambassadors of Tarsovia and Belmark",
 * "Belmark's main opposition group". Which words belong together is the parse's to say.
 */
import type { Token } from '../../language/doc.js';
import { hasRelation, type Tree } from '../../language/tree.js';
import type { Match } from './match.js';

type Actor = Extract<Match, { is: 'actor' }>;
type Agent = Extract<Match, { is: 'agent' }>;

/** The matches of one noun phrase, each in the order of the text. */
export interface Group {
  /** Word that the phrase is about. */
  readonly head: number;
  readonly actors: Actor[];
  /** Those of them that stand beside the first, each for itself: "U.S. and Russian troops". */
  readonly beside: Set<Actor>;
  readonly agents: Agent[];
}

/** Words that hang on a noun without a preposition. */
const MODIFIES = ['compound', 'amod', 'nmod:poss', 'nmod:desc', 'flat'];
/** Modifiers of modifiers of … : no real phrase is deeper. */
const DEEPEST = 8;

/** The matches by phrase, in the order in which the phrases begin. */
export function groupsOf(matches: readonly Match[], tree: Tree, tokens: readonly Token[]): Group[] {
  const groups = new Map<number, Group>();
  for (const match of matches) {
    const { head, beside } = phraseHead(match, tree, tokens);
    const group = groups.get(head) ?? { head, actors: [], beside: new Set(), agents: [] };
    groups.set(head, group);
    if (match.is === 'agent') group.agents.push(match);
    else {
      if (beside && group.actors.length > 0) group.beside.add(match);
      group.actors.push(match);
    }
  }
  return [...groups.values()];
}

interface PhraseHead {
  readonly head: number;
  /** It's coordinated with a modifier rather than one itself. */
  readonly beside: boolean;
}

function phraseHead({ from, to }: Match, tree: Tree, tokens: readonly Token[]): PhraseHead {
  let at = tree.headOf(from, to)?.index ?? to - 1;
  let beside = false;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const token = tokens[at];
    if (token === undefined || token.head < 0) break;
    if (isModifier(token, tree)) at = token.head;
    else if (token.deprel === 'conj' && modifies(tokens[token.head], tree)) {
      beside = true;
      at = token.head;
    } else break;
  }
  return { head: at, beside };
}

const modifies = (token: Token | undefined, tree: Tree): boolean =>
  token !== undefined && token.head >= 0 && isModifier(token, tree);

/** Also `nmod` where nothing stands between: "the Belmark opposition". */
function isModifier(token: Token, tree: Tree): boolean {
  if (hasRelation(token, ...MODIFIES)) return true;
  return (
    token.deprel === 'nmod' && token.index < token.head && tree.childrenBy(token.index, 'case').length === 0
  );
}

/** "the government *of Tarsovia*", "a spokesman *for Tarsovia and Belmark*": the nouns behind the preposition. */
export function ofWhom(head: number, tree: Tree): readonly Token[] {
  return tree
    .childrenBy(head, 'nmod')
    .filter(
      ({ index, deprel }) =>
        deprel !== 'nmod:poss' &&
        tree.childrenBy(index, 'case').some(({ lemma }) => OF.has(lemma.toLowerCase())),
    )
    .flatMap(({ index }) => tree.conjuncts(index));
}

const OF: ReadonlySet<string> = new Set(['of', 'for']);

/** The nouns before it that it is coordinated with, where it has no article or owner of its own: "media and government". */
export function sharesWith(head: number, tree: Tree): number | undefined {
  const first = tree.firstConjunct(head)?.index;
  if (first === undefined || first === head) return undefined;
  return tree.childrenBy(head, 'det', 'nmod:poss').length > 0 ? undefined : first;
}
