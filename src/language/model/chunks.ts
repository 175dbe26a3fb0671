/**
 * The model reads so many pieces at a time. A longer sentence, which is a list or no sentence at all, is read in
 * parts, cut behind a mark where there is one.
 */
import type { ParsedSentence, ParsedWord } from './parsed.js';

/** Half-open ranges of words, each with at most `most` pieces. `pieces` counts them for each word. */
export function chunksOf(
  forms: readonly string[],
  pieces: readonly number[],
  most: number,
): { from: number; to: number }[] {
  const chunks: { from: number; to: number }[] = [];
  let from = 0;
  let held = 0;
  let mark = 0;
  for (let at = 0; at < forms.length; at++) {
    const size = pieces[at] ?? 1;
    while (held + size > most && at > from) {
      const to = mark > from + (at - from) / 2 ? mark : at;
      chunks.push({ from, to });
      held = pieces.slice(to, at).reduce((sum, count) => sum + count, 0);
      from = to;
    }
    held += size;
    if (/^[;:,.–—-]$/u.test(forms[at] ?? '')) mark = at + 1;
  }
  if (from < forms.length) chunks.push({ from, to: forms.length });
  return chunks;
}

/** One tree again: the root of each later part hangs below that of the first. */
export function joined(parts: readonly ParsedSentence[]): ParsedSentence {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const words: ParsedWord[] = [];
  const names: ParsedSentence['names'][number][] = [];
  let root = -1;
  for (const part of parts) {
    const from = words.length;
    for (const word of part.words) words.push(moved(word, from, root));
    names.push(...part.names.map((name) => ({ ...name, from: name.from + from, to: name.to + from })));
    if (root < 0) root = words.findIndex(({ head }) => head < 0);
  }
  return { words, names };
}

function moved(word: ParsedWord, from: number, root: number): ParsedWord {
  if (word.head >= 0) return { ...word, head: word.head + from };
  return root < 0 ? word : { ...word, head: root, deprel: 'parataxis', headProbability: 0 };
}
