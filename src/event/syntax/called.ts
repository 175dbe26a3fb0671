/** What things with names are: a report says "the tanker Orsa" once, and then "the Orsa". */
import type { Doc, Token } from '../../language/doc.js';

/** By the name, its words with one space between them: the lemma of the noun that stood right before it. */
export function calledIn({ tokens }: Doc): Map<string, string> {
  const called = new Map<string, string>();
  for (const token of tokens) {
    const next = tokens[token.index + 1];
    if (token.upos !== 'NOUN' || next?.upos !== 'PROPN' || next.sentence !== token.sentence) continue;
    const name = nameAt(tokens, next.index);
    if (name !== undefined && !called.has(name)) called.set(name, token.lemma.toLowerCase());
  }
  return called;
}

/** The run of names and numbers around a name: `Orsa 2`. */
export function nameAt(tokens: readonly Token[], index: number): string | undefined {
  if (tokens[index]?.upos !== 'PROPN') return undefined;
  const { sentence } = tokens[index];
  const isName = (at: number): boolean => tokens[at]?.sentence === sentence && tokens[at]?.upos === 'PROPN';
  let from = index;
  while (isName(from - 1)) from--;
  let to = index + 1;
  while (isName(to) || (tokens[to]?.sentence === sentence && tokens[to]?.upos === 'NUM')) to++;
  return tokens
    .slice(from, to)
    .map(({ form }) => form)
    .join(' ');
}
