/** Reports of about 500 words, made from the sentences of `examples/`: no two are alike. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadArticles, readArticles } from '../../src/article/index.js';
import { packageFile } from '../../src/package-root.js';

const words = 500;

/** The body paragraphs of every example. */
function paragraphs(): string[] {
  const folder = packageFile('examples');
  const data = loadArticles();
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^readme/iu.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => [...readArticles(readFileSync(path), { from: path }, data)])
    .flatMap((outcome) => (outcome.ok ? [outcome.article] : []))
    .flatMap(({ text, paragraphs }) =>
      paragraphs.filter(({ kind }) => kind === 'body').map(({ span }) => text.slice(span.start, span.end)),
    )
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph.length > 80);
}

/** `count` reports as bytes; the nth starts at the nth paragraph and takes every third from there. */
export function reports(count: number): Uint8Array[] {
  const all = paragraphs();
  const encoder = new TextEncoder();
  return Array.from({ length: count }, (_, nth) => encoder.encode(report(all, nth)));
}

function report(all: readonly string[], nth: number): string {
  const body: string[] = [];
  let length = 0;
  for (let i = 0; length < words; i++) {
    const paragraph = all[(nth + i * 3) % all.length] ?? '';
    body.push(paragraph);
    length += paragraph.split(' ').length;
  }
  return `Report number ${nth}\n\n${body.join('\n\n')}\n`;
}
