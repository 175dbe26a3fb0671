/** What things with names are: a report says "the tanker Orsa" once, and then "the Orsa". */
import type { Doc, Token } from '../../language/doc.js';

/**
 * By the name, its words with one space between them: the lemma of the noun that once stands right before it; of a name
 * with "the" that never has one, `vessel`, where the report speaks of a vessel.
 */
export function calledIn({ tokens }: Doc, vessels: ReadonlySet<string>): Map<string, string> {
  const called = new Map<string, string>();
  const definite = new Set<string>();
  let vessel: string | undefined;
  for (const token of tokens) {
    const lemma = token.lemma.toLowerCase();
    if (token.upos === 'NOUN' && vessels.has(lemma)) vessel ??= lemma;
    const next = tokens[token.index + 1];
    if (next?.upos !== 'PROPN' || next.sentence !== token.sentence) continue;
    const name = nameAt(tokens, next.index);
    if (name === undefined) continue;
    if (token.upos === 'NOUN' && !called.has(name)) called.set(name, lemma);
    if (token.upos === 'DET' && lemma === 'the' && isWhole(tokens, next.index)) definite.add(name);
  }
  if (vessel !== undefined) for (const name of definite) if (!called.has(name)) called.set(name, vessel);
  return called;
}

/** One thing, and no part of a longer noun group: "the *Orsa* crew", "the *Papers*". */
function isWhole(tokens: readonly Token[], first: number): boolean {
  let at = first;
  while (tokens[at]?.upos === 'PROPN' && !tokens[at]?.feats.includes('Number=Plur')) at++;
  return tokens[at]?.upos !== 'NOUN' && tokens[at]?.upos !== 'PROPN';
}

/** The run of names and numbers around a name: `Orsa 2`. */
export function nameAt(tokens: readonly Token[], index: number): string | undefined {
  const sentence = tokens[index]?.sentence;
  const isOf = (at: number, upos: string): boolean =>
    tokens[at]?.sentence === sentence && tokens[at]?.upos === upos;
  if (sentence === undefined || !isOf(index, 'PROPN')) return undefined;
  let from = index;
  while (isOf(from - 1, 'PROPN')) from--;
  let to = index + 1;
  while (isOf(to, 'PROPN') || isOf(to, 'NUM')) to++;
  return tokens
    .slice(from, to)
    .map(({ form }) => form)
    .join(' ');
}
