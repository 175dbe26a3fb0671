/**
 * PolNeAR: who said what, in news of the US election campaign of 2015-16. One annotator an article (the first
 * file by name); attributions of all kinds, belief and intention among them.
 *
 * Direct content is defined alike for the corpus and for us: the content of an attribution one of whose
 * content spans begins with a quotation mark (" “ ” ‘ ' or '' ), whole. Of us, only statements whose form is
 * `direct` or `mixed` count. Measured in characters that are not white space, over all articles together. By this
 * definition everything that stands in a pair of double marks within a line, taken as direct, has F1 0.82.
 *
 * Speech attributions are selected by the words of their cue: see polnear-speech.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Paragraph } from '../../src/article/article.js';
import type { Doc } from '../../src/language/doc.js';
import { loadLanguage, makeDoc } from '../../src/language/index.js';
import { overlaps, type Span } from '../../src/span.js';
import { loadSpeech, speechReader } from '../../src/speech/index.js';
import { speechRows } from './polnear-speech.js';
import type { Corpus, Row } from './row.js';

/** One attribution, of the corpus or ours. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Marked words can be in it. */
  readonly quoted: boolean;
}

export interface Attributed {
  readonly name: string;
  readonly text: string;
  readonly gold: readonly Attribution[];
  readonly ours: readonly Attribution[];
  /** None where a peer read the text. */
  readonly doc?: Doc;
}

export const polnear: Corpus = {
  name: 'quotes/polnear dev',
  folder: 'quotes/polnear/dev',
  evaluate: async (path) => rows(await readCorpus(path)),
};

/** Finds direct content in a text: for peers, which know spans but no sources. */
export type DirectFinder = (text: string) => readonly Span[];

/** The rows of direct content for a peer; all that it finds is taken as direct. */
export async function evaluateDirect(path: string, find: DirectFinder): Promise<Row[]> {
  const read = (text: string): Found => ({
    ours: [{ source: [], cue: [], content: find(text), quoted: true }],
  });
  return directRows(await readCorpus(path, read));
}

type Found = Pick<Attributed, 'ours' | 'doc'>;
type AttributionFinder = (text: string) => Found | Promise<Found>;

export async function readCorpus(path: string, read: AttributionFinder = reader()): Promise<Attributed[]> {
  const annotations = readdirSync(join(path, 'attributions')).sort();
  const texts = readdirSync(join(path, 'text')).filter((file) => file.endsWith('.txt'));
  const corpus: Attributed[] = [];
  for (const file of texts.sort()) {
    const name = file.slice(0, -'.txt'.length);
    const first = annotations.find((annotation) => annotation.startsWith(`${name}_`));
    if (first === undefined) continue;
    const text = readFileSync(join(path, 'text', file), 'utf8');
    const gold = parseBrat(readFileSync(join(path, 'attributions', first), 'utf8'));
    corpus.push({ name, text, gold, ...(await read(text)) });
  }
  return corpus;
}

function reader(): AttributionFinder {
  const docOf = makeDoc(loadLanguage());
  const read = speechReader(loadSpeech());
  return async (text) => {
    const doc = await docOf(articleOf(text));
    const { layer } = read(doc, { actors: [], times: [] });
    const ours = layer.map(({ form, source, cue, content }) => ({
      source: source ? [source] : [],
      cue: cue ? [cue] : [],
      content,
      quoted: form !== 'indirect',
    }));
    return { ours, doc };
  };
}

function articleOf(text: string): Article {
  const paragraphs = [...text.matchAll(/\S[^\n]*/gu)].map(
    ({ 0: line, index }): Paragraph => ({
      kind: 'body',
      span: { start: index, end: index + line.trimEnd().length },
    }),
  );
  return { id: 'polnear', from: 'polnear', headline: '', language: 'en', text, paragraphs };
}

/** Brat stand-off: `T` lines are spans, `E` lines join them to attributions. */
export function parseBrat(ann: string): Attribution[] {
  const spans = new Map<string, Span[]>();
  const attributions: Attribution[] = [];
  for (const line of ann.split('\n')) {
    const [id = '', fields = ''] = line.split('\t');
    const space = fields.indexOf(' ');
    if (id.startsWith('T')) spans.set(id, parseSpans(fields.slice(space + 1)));
    else if (id.startsWith('E') && fields.startsWith('Attribution')) {
      const parts = fields.split(' ').map((part) => part.split(':'));
      const of = (role: string): Span[] =>
        parts.flatMap(([name = '', span = '']) =>
          name.replace(/\d+$/u, '') === role ? (spans.get(span) ?? []) : [],
        );
      attributions.push({ source: of('Source'), cue: of('Cue'), content: of('Content'), quoted: true });
    }
  }
  return attributions;
}

const parseSpans = (fields: string): Span[] =>
  fields.split(';').map((part) => {
    const [start = 0, end = 0] = part.split(' ').map(Number);
    return { start, end };
  });

const opensWithMark = /^(?:["“”‘]|''?)/u;

export const isDirect = (text: string, { content, quoted }: Attribution): boolean =>
  quoted && content.some(({ start, end }) => opensWithMark.test(text.slice(start, end)));

export interface Overlap {
  readonly hits: number;
  readonly gold: number;
  readonly ours: number;
}

export function contentOverlap(
  corpus: readonly Attributed[],
  counts: (text: string, attribution: Attribution) => boolean,
): Overlap {
  const total = { hits: 0, gold: 0, ours: 0 };
  for (const { text, gold, ours } of corpus) {
    const expected = characters(
      text,
      gold.filter((attribution) => counts(text, attribution)),
    );
    const found = characters(
      text,
      ours.filter((attribution) => counts(text, attribution)),
    );
    for (const at of found) if (expected.has(at)) total.hits++;
    total.gold += expected.size;
    total.ours += found.size;
  }
  return total;
}

/** Offsets of what is no white space. */
export function characters(text: string, attributions: readonly Attribution[]): Set<number> {
  const found = new Set<number>();
  for (const { start, end } of attributions.flatMap(({ content }) => content)) {
    for (let at = start; at < end; at++) if (!/\s/u.test(text.charAt(at))) found.add(at);
  }
  return found;
}

function directRows(corpus: readonly Attributed[]): Row[] {
  const { hits, gold, ours } = contentOverlap(corpus, isDirect);
  return [
    row('direct content precision', hits, ours),
    row('direct content recall', hits, gold),
    { ...row('direct content F1', 2 * hits, gold + ours), n: gold, floor: 0.93 },
  ];
}

function rows(corpus: readonly Attributed[]): Row[] {
  const all = contentOverlap(corpus, () => true);
  const { right, matched } = sourceMatches(corpus);
  return [
    ...directRows(corpus),
    { ...row('all content F1', 2 * all.hits, all.gold + all.ours), n: all.gold },
    { ...row('source right, of direct content found', right, matched), floor: 0.91 },
    ...speechRows(corpus, polnear.name),
  ];
}

const row = (measure: string, part: number, whole: number): Row => ({
  corpus: polnear.name,
  measure,
  value: whole === 0 ? 0 : part / whole,
  n: whole,
});

/** Of direct attributions that overlap one of ours and have a source: those whose source ours overlaps. */
function sourceMatches(corpus: readonly Attributed[]): { right: number; matched: number } {
  const touch = (a: readonly Span[], b: readonly Span[]): boolean =>
    a.some((one) => b.some((other) => overlaps(one, other)));
  let right = 0;
  let matched = 0;
  for (const { text, gold, ours } of corpus) {
    for (const attribution of gold) {
      if (!isDirect(text, attribution) || attribution.source.length === 0) continue;
      const same = ours.filter(({ content }) => touch(content, attribution.content));
      if (same.length === 0) continue;
      matched++;
      if (same.some(({ source }) => touch(source, attribution.source))) right++;
    }
  }
  return { right, matched };
}
