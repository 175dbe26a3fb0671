import { outlineOf, type Row } from '../outline.js';
import type { Reading } from '../reading.js';
import { excerpt, onOneLine } from './excerpt.js';

/** A Reading as CommonMark: a heading a section, a list item a row, its sentence as a block quote. */
export function toMarkdown(reading: Reading): string {
  const outline = outlineOf(reading);
  const lines = [`# ${plain(outline.headline)}`, '', outline.masthead.map(plain).join(' · ')];
  if (outline.dek) lines.push('', `*${plain(outline.dek)}*`);
  for (const { title, rows } of outline.sections) {
    lines.push('', `## ${title}`, '', ...rows.flatMap((row) => rowLines(row, reading.article.text)));
  }
  return `${lines.join('\n')}\n`;
}

function rowLines(row: Row, text: string): string[] {
  const details = row.details.map(plain).join(' · ');
  const head = `- **${plain(row.label)}** ${plain(row.title)}${details ? ` (${details})` : ''}`;
  const sentence = excerpt(text, row)
    .map(({ text: words, marked }) => (marked ? strong(plain(words)) : plain(words)))
    .join('');
  return sentence && row.kind !== 'log' ? [head, `  > ${sentence}`] : [head];
}

/** Emphasis marks must touch the words: blanks stay outside. */
const strong = (words: string): string => words.replace(/^(\s*)(.*?)(\s*)$/su, '$1**$2**$3');

/** One line, with the characters that mean something in CommonMark escaped. */
const plain = (text: string): string => onOneLine(text).replace(/[\\`*_[\]<>#|~&]/gu, '\\$&');
