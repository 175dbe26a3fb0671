/**
 * Names on the politics part of CrossNER (Liu et al. 2021), on its own words: F1 of names whose first word, last
 * word and type are right. Types are mapped to the four that both sides know:
 *
 * - gold: politician and person are PERSON; politicalparty and organisation ORG; country and location LOC; event and
 *   election EVENT;
 * - found: GPE is LOC; NORP, FAC and LAW, which have no counterpart, count as not given;
 * - misc is of no type: a found name that lies in a misc name, or is one, is not counted against the finder.
 *
 * Measured on the words as written, all in lower case, and all in capitals as in some headlines. `F1, bare names`
 * leaves aside, on both sides, an article that opens a name and a possessive that ends it: OntoNotes, which spaCy
 * learned from, has them in names ("the 2009 election"), CrossNER seldom.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { f1 } from './conllu-score.js';
import { ourParser } from './parser.js';
import type { Bounds, Corpus, Row } from './row.js';

export interface Name {
  readonly type: string;
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
}

export interface NamedSentence {
  readonly words: readonly string[];
  /** With the corpus's types. */
  readonly names: readonly Name[];
}

/** Names with OntoNotes's types, one list a sentence. */
export type NameFinder = (sentences: readonly (readonly string[])[]) => Promise<readonly (readonly Name[])[]>;

const GOLD: Readonly<Record<string, string>> = {
  politician: 'PERSON',
  person: 'PERSON',
  politicalparty: 'ORG',
  organisation: 'ORG',
  country: 'LOC',
  location: 'LOC',
  event: 'EVENT',
  election: 'EVENT',
};

const FOUND: Readonly<Record<string, string>> = {
  PERSON: 'PERSON',
  ORG: 'ORG',
  GPE: 'LOC',
  LOC: 'LOC',
  EVENT: 'EVENT',
};

export const crossner: Corpus = {
  name: 'ner/crossner-politics',
  folder: 'ner/crossner-politics',
  evaluate: async (path) => {
    const parse = ourParser();
    return evaluateNames(path, async (sentences) => (await parse(sentences)).map(({ names }) => names), {
      F1: { floor: 0.78 },
    });
  },
};

const spellings: readonly (readonly [string, (word: string) => string])[] = [
  ['', (word) => word],
  [', lower case', (word) => word.toLowerCase()],
  [', capitals', (word) => word.toUpperCase()],
];

export async function evaluateNames(
  path: string,
  find: NameFinder,
  bounds: Readonly<Record<string, Bounds>> = {},
): Promise<Row[]> {
  const sentences = readBio(readFileSync(join(path, 'dev.txt'), 'utf8'));
  const rows: Row[] = [];
  const add = (measure: string, value: number, n: number): void => {
    rows.push({ corpus: crossner.name, measure, value, n, ...bounds[measure] });
  };
  for (const [suffix, spell] of spellings) {
    const found = await find(sentences.map(({ words }) => words.map(spell)));
    const count = countNames(sentences, found);
    add(`F1${suffix}`, f1(count), count.gold);
    if (suffix !== '') continue;
    add('precision', count.system === 0 ? 0 : count.correct / count.system, count.system);
    add('recall', count.gold === 0 ? 0 : count.correct / count.gold, count.gold);
    for (const type of new Set(Object.values(GOLD))) {
      const own = countNames(sentences, found, { type });
      add(`F1, ${type}`, f1(own), own.gold);
    }
    add('F1, bare names', f1(countNames(sentences, found, { bare: true })), count.gold);
  }
  return rows;
}

/** One word and its BIO tag a line, an empty line after each sentence. */
export function readBio(content: string): NamedSentence[] {
  return content
    .split(/\n\s*\n/u)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block
        .trim()
        .split('\n')
        .map((line) => line.split('\t'));
      return { words: lines.map(([word = '']) => word), names: namesOf(lines.map(([, tag = 'O']) => tag)) };
    });
}

function namesOf(tags: readonly string[]): Name[] {
  const names: Name[] = [];
  tags.forEach((tag, at) => {
    if (!tag.startsWith('B-')) return;
    let to = at + 1;
    while (tags[to]?.startsWith('I-')) to++;
    names.push({ type: tag.slice(2), from: at, to });
  });
  return names;
}

export interface Counted {
  /** This type alone. */
  readonly type?: string;
  /** An article that opens a name and a possessive that ends it are no part of it. */
  readonly bare?: boolean;
}

export function countNames(
  sentences: readonly NamedSentence[],
  found: readonly (readonly Name[])[],
  { type, bare = false }: Counted = {},
): { gold: number; system: number; correct: number } {
  const count = { gold: 0, system: 0, correct: 0 };
  sentences.forEach(({ words, names }, nth) => {
    const keys = (types: Readonly<Record<string, string>>, all: readonly Name[]): string[] =>
      all.flatMap((name) => {
        const mapped = types[name.type];
        if (mapped === undefined || (type !== undefined && mapped !== type)) return [];
        const { from, to } = bare ? bareName(words, name) : name;
        return [`${from}:${to}:${mapped}`];
      });
    const gold = new Set(keys(GOLD, names));
    const misc = names.filter((name) => name.type === 'misc');
    const inMisc = ({ from, to }: Name): boolean => misc.some((name) => name.from <= from && to <= name.to);
    const ours = keys(
      FOUND,
      (found[nth] ?? []).filter((name) => !inMisc(name)),
    );
    count.gold += gold.size;
    count.system += ours.length;
    count.correct += ours.filter((key) => gold.has(key)).length;
  });
  return count;
}

function bareName(words: readonly string[], name: Name): Name {
  const from = /^(?:the|an?)$/iu.test(words[name.from] ?? '') ? name.from + 1 : name.from;
  const to = /^['’]s?$/iu.test(words[name.to - 1] ?? '') ? name.to - 1 : name.to;
  return from < to ? { ...name, from, to } : name;
}
