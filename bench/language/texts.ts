/** News texts of about 500 words from the corpora below DATA, for measuring speed; they are never written into the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf } from '../eval/aquaint.js';
import { readTimeml } from '../eval/timeml.js';

/** Paragraphs of each report; white space within them is single blanks. */
type Reports = string[][];

const sources: Readonly<Record<string, (path: string) => Reports>> = {
  'quotes/polnear/dev/text': polnear,
  'quotes/polnear/train/text': polnear,
  'time/aquaint': (path) =>
    filesIn(path, '.tml').map((content) => {
      const { text, published } = readTimeml(content);
      return reportOf(text, published).paragraphs.map(({ span }) => plain(text.slice(span.start, span.end)));
    }),
  'place/geowebnews.json': (path) =>
    (JSON.parse(readFileSync(path, 'utf8')) as { text: string }[]).map(({ text }) => linesOf(text)),
};

function polnear(path: string): Reports {
  return filesIn(path, '.txt').map(linesOf);
}

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const plain = (paragraph: string): string => paragraph.replace(/\s+/gu, ' ').trim();

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(plain)
    .filter((line) => line !== '');

export const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

/** `count` texts, or as many as there are, from each source in turn; an empty line between paragraphs. */
export function newsTexts(data: string, count: number, words: number): string[] {
  const queues = Object.entries(sources)
    .filter(([folder]) => existsSync(join(data, folder)))
    .map(([folder, read]) => read(join(data, folder)).flatMap((report) => cut(report, words)));
  const texts: string[] = [];
  for (let turn = 0; texts.length < count && queues.some((queue) => turn < queue.length); turn++)
    texts.push(...queues.flatMap((queue) => queue[turn] ?? []));
  return texts.slice(0, count);
}

/** Whole paragraphs up to the first that reaches `words`, and on from there; a rest below three quarters is dropped. */
function cut(report: readonly string[], words: number): string[] {
  const texts: string[] = [];
  let open: string[] = [];
  let length = 0;
  for (const paragraph of report) {
    open.push(paragraph);
    length += wordsIn(paragraph);
    if (length < words) continue;
    texts.push(open.join('\n\n'));
    open = [];
    length = 0;
  }
  if (length >= words * 0.75) texts.push(open.join('\n\n'));
  return texts;
}
