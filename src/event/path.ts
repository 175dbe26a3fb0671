/** The way through the parse from one word to another. */
import type { Doc, Token } from '../language/doc.js';

export interface Step {
  /** Index in `doc.tokens` of the word that is reached. */
  readonly token: number;
  /** The lower of the two words, and its relation to the upper one. */
  readonly lower: number;
  readonly relation: string;
  /** True towards the root. */
  readonly up: boolean;
  /** 0…1: how sure the parser is of it. */
  readonly probability: number;
}

/** Longer ways are not followed. */
const LONGEST = 32;

/** Empty for a word to itself, and between words that no way of that length joins. */
export function pathBetween(doc: Doc, from: number, to: number): readonly Step[] {
  const up = wayUp(doc, from);
  const down = wayUp(doc, to);
  const over = new Map(down.map(({ index }, nth) => [index, nth]));
  const meets = up.findIndex(({ index }) => over.has(index));
  const top = up[meets];
  if (!top) return [];
  const climbed = up.slice(0, meets).map((token) => step(token, token.head, true));
  const descended = down.slice(0, over.get(top.index)).map((token) => step(token, token.index, false));
  return [...climbed, ...descended.reverse()];
}

const step = ({ index, deprel, headProbability }: Token, token: number, up: boolean): Step => ({
  token,
  lower: index,
  relation: deprel,
  up,
  probability: headProbability,
});

/** The word and those over it. */
function wayUp({ tokens }: Doc, from: number): Token[] {
  const way: Token[] = [];
  for (let at = tokens[from]; at && way.length < LONGEST; at = tokens[at.head]) way.push(at);
  return way;
}
