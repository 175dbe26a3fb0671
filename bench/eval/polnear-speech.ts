/**
 * Speech attributions of PolNeAR: those whose cue has a word of communication among its lemmas, as the language
 * stage gives them (communication.ts; belief, intention, evidence and attitude are not in it).
 *
 * Content is measured in characters that are not white space, over all articles together. Of the corpus count the
 * speech attributions; of ours all statements, without the characters that only an attribution of the corpus holds
 * whose cue is neither speech nor belief or intention ("WALLACE:", "polls show", "is backed by"): to read those is no
 * error, nor asked for. To read a belief or an intention is an error.
 *
 * With quotation marks: the same, of the corpus those with a mark in the content, of ours `direct` and `mixed`.
 *
 * Speaker: of speech attributions with a source, matched when one of ours has at least half of the characters of its
 * content (the one that shares most of both together is taken); right when the head word of the corpus's source, by
 * the parse, is in our source.
 */
import type { Doc, Token } from '../../src/language/doc.js';
import { treeOf } from '../../src/language/tree.js';
import { overlaps, type Span } from '../../src/span.js';
import { type CueClass, cueClass } from './communication.js';
import { type Attributed, type Attribution, characters, type Overlap } from './polnear.js';
import type { Row } from './row.js';

const anyMark = /["“”«»„]|''|(?:^|\s)['‘]/u;

export function speechRows(corpus: readonly Attributed[], name: string): Row[] {
  const all = speechOverlap(corpus, () => true);
  const marked = speechOverlap(corpus, hasMarks);
  const { right, matched } = speakers(corpus);
  const row = (measure: string, part: number, whole: number, n = whole): Row => ({
    corpus: name,
    measure,
    value: whole === 0 ? 0 : part / whole,
    n,
  });
  return [
    row('speech content precision', all.hits, all.ours),
    row('speech content recall', all.hits, all.gold),
    { ...row('speech content F1', 2 * all.hits, all.gold + all.ours, all.gold), floor: 0.66, aim: 0.78 },
    {
      ...row('speech with quotation marks F1', 2 * marked.hits, marked.gold + marked.ours, marked.gold),
      floor: 0.88,
    },
    { ...row('speaker right, of speech matched', right, matched), floor: 0.8 },
  ];
}

const hasMarks = (text: string, { content, quoted }: Attribution): boolean =>
  quoted && content.some(({ start, end }) => anyMark.test(text.slice(start, end)));

/** The words of a doc that a span touches. */
export function wordsIn({ tokens }: Doc, spans: readonly Span[]): Token[] {
  return tokens.filter((token) => spans.some((span) => overlaps(span, token)));
}

export const classOf = (doc: Doc, { cue }: Attribution): CueClass =>
  cueClass(wordsIn(doc, cue).map(({ lemma }) => lemma.toLowerCase()));

function speechOverlap(
  corpus: readonly Attributed[],
  counts: (text: string, attribution: Attribution) => boolean,
): Overlap {
  const total = { hits: 0, gold: 0, ours: 0 };
  for (const { text, doc, gold, ours } of corpus) {
    if (!doc) continue;
    const of = (kind: CueClass): Attribution[] => gold.filter((each) => classOf(doc, each) === kind);
    const counted = of('speech').filter((each) => counts(text, each));
    const expected = characters(text, counted);
    const neutral = characters(text, of('other'));
    const found = characters(
      text,
      ours.filter((each) => counts(text, each)),
    );
    total.gold += expected.size;
    for (const at of found) {
      if (expected.has(at)) total.hits++;
      if (expected.has(at) || !neutral.has(at)) total.ours++;
    }
  }
  return total;
}

export interface Match {
  readonly attribution: Attribution;
  readonly ours: Attribution;
  readonly right: boolean;
}

export function speechMatches(text: string, doc: Doc, { gold, ours }: Attributed): Match[] {
  const read = ours.map((each) => ({ each, at: characters(text, [each]) }));
  return gold.flatMap((attribution) => {
    if (attribution.source.length === 0 || classOf(doc, attribution) !== 'speech') return [];
    const at = characters(text, [attribution]);
    let best: { readonly each: Attribution; readonly share: number } | undefined;
    for (const { each, at: other } of read) {
      let shared = 0;
      for (const character of at) if (other.has(character)) shared++;
      if (shared < at.size / 2 || shared === 0) continue;
      const share = shared / (at.size + other.size - shared);
      if (!best || share > best.share) best = { each, share };
    }
    if (!best) return [];
    const head = headWord(doc, attribution.source);
    const right = head !== undefined && best.each.source.some((span) => overlaps(span, head));
    return [{ attribution, ours: best.each, right }];
  });
}

function speakers(corpus: readonly Attributed[]): { right: number; matched: number } {
  const matches = corpus.flatMap((each) => (each.doc ? speechMatches(each.text, each.doc, each) : []));
  return { right: matches.filter(({ right }) => right).length, matched: matches.length };
}

function headWord(doc: Doc, source: readonly Span[]): Token | undefined {
  const words = wordsIn(doc, source);
  const from = words[0]?.index ?? 0;
  return treeOf(doc).headOf(from, (words.at(-1)?.index ?? from) + 1);
}
