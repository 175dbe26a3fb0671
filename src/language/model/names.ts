/** The best row of tags for a sentence, and the names it marks. Tags are BIO or BIOES: `O`, `B-GPE`, `I-GPE`. */

export interface Tags {
  readonly labels: readonly string[];
  /** `follows[before][tag]`: may `tag` stand after `before`? */
  readonly follows: readonly (readonly boolean[])[];
  readonly starts: readonly boolean[];
  readonly ends: readonly boolean[];
}

export interface TaggedName {
  readonly type: string;
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
  /** The least of its tags' probabilities. */
  readonly probability: number;
}

export function tagsOf(labels: readonly string[]): Tags {
  const closed = labels.some((label) => label.startsWith('E-'));
  const parts = labels.map((label) => ({ part: label.charAt(0), type: label.slice(2) }));
  const opens = ({ part }: { part: string }): boolean => part === 'O' || part === 'B' || part === 'S';
  const goesOn = ({ part }: { part: string }): boolean => closed && (part === 'B' || part === 'I');
  return {
    labels,
    follows: parts.map((before) =>
      parts.map((tag) =>
        opens(tag)
          ? !goesOn(before)
          : (before.part === 'B' || before.part === 'I') && before.type === tag.type,
      ),
    ),
    starts: parts.map(opens),
    ends: parts.map((tag) => !goesOn(tag)),
  };
}

/**
 * @param logits `logits[word * labels + label]`
 * @param temperature Divides the logits where probabilities are made of them.
 */
export function namesOf(tags: Tags, logits: Float32Array, words: number, temperature: number): TaggedName[] {
  if (words === 0) return [];
  const alone = likeliest(logits, words, tags.labels.length);
  const path = isAllowed(tags, alone) ? alone : bestPath(tags, logits, words);
  const names: TaggedName[] = [];
  let open: { type: string; from: number; probability: number } | undefined;
  const close = (to: number): void => {
    if (open) names.push({ ...open, to });
    open = undefined;
  };
  path.forEach((label, word) => {
    const tag = tags.labels[label] ?? 'O';
    const part = tag.charAt(0);
    if (part === 'O' || part === 'B' || part === 'S') close(word);
    if (part === 'O') return;
    const probability = probabilityOf(logits, tags.labels.length, word, label, temperature);
    if (open) open.probability = Math.min(open.probability, probability);
    else open = { type: tag.slice(2), from: word, probability };
  });
  close(words);
  return names;
}

/** The best tag of each word by itself: where they may stand in a row, no other row scores more. */
const likeliest = (logits: Float32Array, words: number, size: number): number[] =>
  Array.from({ length: words }, (_, word) => {
    let best = 0;
    for (let label = 1; label < size; label++)
      if ((logits[word * size + label] ?? 0) > (logits[word * size + best] ?? 0)) best = label;
    return best;
  });

const isAllowed = ({ follows, starts, ends }: Tags, path: readonly number[]): boolean =>
  path.every((tag, word) => {
    const before = path[word - 1];
    return before === undefined ? starts[tag] : follows[before]?.[tag];
  }) && ends[path.at(-1) ?? 0] === true;

/** Viterbi over what may follow what; the scores are the logits. */
function bestPath({ labels, follows, starts, ends }: Tags, logits: Float32Array, words: number): number[] {
  const size = labels.length;
  const NEVER = Number.NEGATIVE_INFINITY;
  const from = new Int32Array(words * size);
  let scores = Float64Array.from(labels, (_, label) => (starts[label] ? (logits[label] ?? 0) : NEVER));
  for (let word = 1; word < words; word++) {
    const next = new Float64Array(size).fill(NEVER);
    for (let label = 0; label < size; label++) {
      let best = NEVER;
      for (let before = 0; before < size; before++) {
        const score = scores[before] ?? NEVER;
        if (score <= best || !follows[before]?.[label]) continue;
        best = score;
        from[word * size + label] = before;
      }
      next[label] = best + (logits[word * size + label] ?? 0);
    }
    scores = next;
  }
  let label = scores.reduce(
    (best, score, at) => (ends[at] && (best < 0 || score > (scores[best] ?? NEVER)) ? at : best),
    -1,
  );
  const path = [label];
  for (let word = words - 1; word > 0; word--) {
    label = from[word * size + label] ?? 0;
    path.push(label);
  }
  return path.reverse();
}

function probabilityOf(
  logits: Float32Array,
  size: number,
  row: number,
  column: number,
  temperature: number,
): number {
  let sum = 0;
  const own = logits[row * size + column] ?? 0;
  for (let at = row * size; at < (row + 1) * size; at++)
    sum += Math.exp(((logits[at] ?? 0) - own) / temperature);
  return 1 / sum;
}
