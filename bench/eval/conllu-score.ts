/**
 * The scores of the CoNLL 2018 shared task (conll18_ud_eval.py) that apply to a Doc: tokens, sentences,
 * words, UPOS, lemmas, heads (UAS) and heads with relations (LAS) on raw text. Positions count characters
 * without white space, so gold and system may differ in spacing.
 */

export interface ScoredWord {
  readonly form: string;
  readonly upos: string;
  readonly lemma: string;
  /** Of the surface token: the words of one multiword token share it. */
  readonly start: number;
  readonly end: number;
  readonly multiword: boolean;
  /** Place in `Analysis.words`; -1 for the root of a sentence. */
  readonly head: number;
  /** With its subtype: `nsubj:pass`. */
  readonly deprel: string;
  /** `Number=Sing|Person=3`; empty for none. */
  readonly feats: string;
}

export interface Analysis {
  /** `start:end` of each surface token. */
  readonly tokens: readonly string[];
  /** `start:end` of each sentence. */
  readonly sentences: readonly string[];
  readonly words: readonly ScoredWord[];
}

/** Counts that can be added up over documents. */
export interface Count {
  readonly gold: number;
  readonly system: number;
  readonly correct: number;
}

export const measures = [
  'token F1',
  'sentence F1',
  'word F1',
  'UPOS F1',
  'lemma F1',
  'UAS F1',
  'LAS F1',
] as const;
export type Measure = (typeof measures)[number];
export type Scores = Readonly<Record<Measure, Count>>;

export const f1 = ({ gold, system, correct }: Count): number =>
  gold + system === 0 ? 0 : (2 * correct) / (gold + system);

export function score(gold: Analysis, system: Analysis): Scores {
  const pairs = alignWords(gold.words, system.words);
  const words = (correct: number): Count => ({
    gold: gold.words.length,
    system: system.words.length,
    correct,
  });
  return {
    'token F1': spanCount(gold.tokens, system.tokens),
    'sentence F1': spanCount(gold.sentences, system.sentences),
    'word F1': words(pairs.length),
    'UPOS F1': words(pairs.filter(([a, b]) => a.upos === b.upos).length),
    'lemma F1': words(pairs.filter(([a, b]) => isSameLemma(a, b)).length),
    ...attachment(gold.words, system.words, pairs),
  };
}

/** A gold lemma `_` says that there is none to find. */
export const isSameLemma = (gold: { lemma: string }, system: { lemma: string }): boolean =>
  gold.lemma === '_' || gold.lemma === system.lemma;

/** LAS leaves subtypes aside. */
export const universalRelation = (deprel: string): string => deprel.split(':', 1)[0] ?? deprel;

/** A head is right when it is aligned with the gold head, or when both are roots. */
function attachment(
  gold: readonly ScoredWord[],
  system: readonly ScoredWord[],
  pairs: readonly Pair[],
): Pick<Scores, 'UAS F1' | 'LAS F1'> {
  const goldOf = new Map(pairs.map(([a, b]) => [b, a]));
  const attached = pairs.filter(([a, b]) => {
    const head = system[b.head];
    return head ? goldOf.has(head) && goldOf.get(head) === gold[a.head] : a.head < 0;
  });
  const labelled = attached.filter(([a, b]) => universalRelation(a.deprel) === universalRelation(b.deprel));
  const count = (correct: number): Count => ({ gold: gold.length, system: system.length, correct });
  return { 'UAS F1': count(attached.length), 'LAS F1': count(labelled.length) };
}

function spanCount(gold: readonly string[], system: readonly string[]): Count {
  const spans = new Set(gold);
  return {
    gold: gold.length,
    system: system.length,
    correct: system.filter((span) => spans.has(span)).length,
  };
}

export type Pair = readonly [gold: ScoredWord, system: ScoredWord];

/** Words with the same span; inside multiword tokens by the longest common subsequence of their forms. */
export function alignWords(gold: readonly ScoredWord[], system: readonly ScoredWord[]): Pair[] {
  const pairs: Pair[] = [];
  let g = 0;
  let s = 0;
  for (;;) {
    const a = gold[g];
    const b = system[s];
    if (!a || !b) return pairs;
    if (a.multiword || b.multiword) {
      const stretch = multiwordStretch(gold, system, g, s);
      pairs.push(...commonWords(gold.slice(stretch.gs, stretch.ge), system.slice(stretch.ss, stretch.se)));
      g = stretch.ge;
      s = stretch.se;
    } else if (a.start === b.start && a.end === b.end) {
      pairs.push([a, b]);
      g++;
      s++;
    } else if (a.start <= b.start) g++;
    else s++;
  }
}

interface Stretch {
  readonly gs: number;
  readonly ge: number;
  readonly ss: number;
  readonly se: number;
}

/** The words of both sides from `g` and `s` on that stand in multiword tokens which overlap. */
function multiwordStretch(
  gold: readonly ScoredWord[],
  system: readonly ScoredWord[],
  g: number,
  s: number,
): Stretch {
  const a = gold[g];
  const b = system[s];
  let ge = g;
  let se = s;
  if (a?.multiword) {
    if (b && !b.multiword && b.start < a.start) se++;
  } else if (a && b && a.start < b.start) ge++;
  let end = (a?.multiword ? a.end : b?.end) ?? 0;
  const gs = ge;
  const ss = se;
  while (!isBeyond(gold[ge], end) || !isBeyond(system[se], end)) {
    const x = gold[ge];
    const y = system[se];
    const next = x && (!y || x.start <= y.start) ? x : y;
    if (next?.multiword) end = Math.max(end, next.end);
    if (next === x) ge++;
    else se++;
  }
  return { gs, ge, ss, se };
}

function isBeyond(word: ScoredWord | undefined, end: number): boolean {
  if (!word) return true;
  return word.multiword ? word.start >= end : word.end > end;
}

function commonWords(gold: readonly ScoredWord[], system: readonly ScoredWord[]): Pair[] {
  const same = (g: number, s: number): boolean =>
    gold[g]?.form.toLowerCase() === system[s]?.form.toLowerCase();
  const lengths: number[][] = Array.from({ length: gold.length + 1 }, () =>
    Array.from({ length: system.length + 1 }, () => 0),
  );
  const at = (g: number, s: number): number => lengths[g]?.[s] ?? 0;
  for (let g = gold.length - 1; g >= 0; g--)
    for (let s = system.length - 1; s >= 0; s--) {
      const row = lengths[g];
      if (row) row[s] = Math.max(same(g, s) ? 1 + at(g + 1, s + 1) : 0, at(g + 1, s), at(g, s + 1));
    }
  const pairs: Pair[] = [];
  for (let g = 0, s = 0; g < gold.length && s < system.length; ) {
    const a = gold[g];
    const b = system[s];
    if (a && b && same(g, s)) {
      pairs.push([a, b]);
      g++;
      s++;
    } else if (at(g, s) === at(g + 1, s)) g++;
    else s++;
  }
  return pairs;
}
