/** The part of a parse that rules looked at, as an indented tree: form, tag, and how each word hangs on the one above. */
import type { Word } from '../explanation.js';

/** What only completes a form is seen on the line of its own word. */
const MARKS: ReadonlySet<string> = new Set(['punct', 'det', 'cc']);
/** Further in than this, only how many words there are is said. */
const DEEPEST = 8;
/** Less sure than this, the parser's doubt is shown. */
const SURE = 0.9;

/** `shown`: numbers of the words that matter; those over them and right under them are shown with them. */
export function treeLines(words: readonly Word[], shown: ReadonlySet<number>): string[] {
  const below = childrenOf(words);
  const kept = keptOf(words, shown);
  const lines: string[] = [];
  // Without recursion: a chain may be as long as a sentence.
  const stack: Branch[] = rootsOf(words, kept).map((word) => ({ word, lead: '', last: true, depth: 0 }));
  for (let branch = stack.pop(); branch; branch = stack.pop()) {
    const { word, lead, last, depth } = branch;
    const own = words[word - 1];
    if (!own) continue;
    lines.push(`${depth === 0 ? '' : `${lead}${last ? '└─' : '├─'} `}${label(own, depth)}`);
    const children = (below.get(word) ?? []).filter((child) => kept.has(child));
    const inner = depth === 0 ? '' : `${lead}${last ? '   ' : '│  '}`;
    if (children.length > 0 && depth >= DEEPEST) lines.push(`${inner}└─ …`);
    else
      stack.push(
        ...children
          .map((child, nth) => ({
            word: child,
            lead: inner,
            last: nth === children.length - 1,
            depth: depth + 1,
          }))
          .reverse(),
      );
  }
  return lines;
}

interface Branch {
  readonly word: number;
  readonly lead: string;
  readonly last: boolean;
  readonly depth: number;
}

const label = ({ form, upos, deprel, probability }: Word, depth: number): string =>
  `${depth === 0 ? '' : `${deprel} → `}${form} ${upos}${
    probability < SURE ? ` (${Math.round(probability * 100)} %)` : ''
  }`;

function childrenOf(words: readonly Word[]): Map<number, number[]> {
  const below = new Map<number, number[]>();
  words.forEach(({ head }, at) => {
    const siblings = below.get(head);
    if (siblings) siblings.push(at + 1);
    else below.set(head, [at + 1]);
  });
  return below;
}

function keptOf(words: readonly Word[], shown: ReadonlySet<number>): Set<number> {
  const kept = new Set(shown);
  words.forEach(({ head, deprel }, at) => {
    if (shown.has(head) && !MARKS.has(deprel)) kept.add(at + 1);
  });
  for (const word of shown)
    for (let at = words[word - 1]?.head ?? 0; at > 0 && !kept.has(at); ) {
      kept.add(at);
      at = words[at - 1]?.head ?? 0;
    }
  return kept;
}

const rootsOf = (words: readonly Word[], kept: ReadonlySet<number>): number[] =>
  [...kept].filter((word) => !kept.has(words[word - 1]?.head ?? 0)).sort((a, b) => b - a);
