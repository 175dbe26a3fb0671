/** One happening with everything that stands for it, for a person at a terminal. */
import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { onOneLine } from '../../reading/format/excerpt.js';
import type { Evidence, Happening, Link, OneHappening } from '../ask/index.js';
import { shortId } from '../ask/index.js';
import type { TableOptions } from './table.js';
import { whenText } from './tables.js';
import { countText, sourceText } from './words.js';

export function oneHappening(one: OneHappening, options: TableOptions): string {
  const width = Math.max(30, options.width ?? 80);
  const ink = pc.createColors(options.color ?? false);
  const { happening, contradictions, followed, follows } = one;
  const evidence = happening.evidence ?? [];
  const at = new Map(evidence.map((each, index) => [each.event, index + 1]));
  const sections: [string, string[]][] = [
    ['Reports', evidence.map((each, index) => evidenceText(each, index + 1))],
    [
      'Where they disagree',
      contradictions.map(
        ({ kind, a, b, claim_a, claim_b, settled }) =>
          `${kind}: ${claim_a} [${at.get(a) ?? shortId(a)}] against ${claim_b} [${at.get(b) ?? shortId(b)}]${
            settled === null ? '' : `; [${at.get(settled) ?? shortId(settled)}] was taken back`
          }`,
      ),
    ],
    ['What came of it', followed.map(linkText)],
    ['What it came of', follows.map(linkText)],
  ];
  const wrapped = (text: string, indent: string): string =>
    wrapAnsi(onOneLine(text), width - indent.length - 2, { hard: true })
      .split('\n')
      .map((line, index) => (index === 0 ? `${indent}${line}` : `${indent}  ${line}`))
      .join('\n');
  const lines = [
    ink.bold(wrapAnsi(onOneLine(happening.title), width, { hard: true })),
    ink.dim(wrapAnsi(onOneLine(factsOf(happening).join(' · ')), width, { hard: true })),
    ...sections
      .filter(([, rows]) => rows.length > 0)
      .flatMap(([title, rows]) => [
        '',
        ink.bold(ink.cyan(title.toUpperCase())),
        ...rows.map((row) => wrapped(row, '  ')),
      ]),
  ];
  return `${lines.join('\n')}\n`;
}

function factsOf(happening: Happening): string[] {
  const { id, when, status, code, cameo, intensity, where, claimed, background } = happening;
  return [
    id,
    whenText(when),
    status + (background ? ', history' : ''),
    code + (cameo === undefined ? '' : `, CAMEO ${cameo}`),
    `PLOVER ${intensity.plover}${intensity.goldstein === undefined ? '' : `, Goldstein ${intensity.goldstein}`}`,
    ...(where === undefined ? [] : [where.name]),
    ...(claimed.places.length > 1 ? [`places claimed: ${claimed.places.join(', ')}`] : []),
    countText(happening),
  ];
}

function evidenceText(each: Evidence, number: number): string {
  const notes = [
    each.agency,
    each.status,
    each.when?.from,
    each.where,
    each.voucher,
    ...(each.lineage !== undefined && each.lineage !== each.article ? [`copies ${each.lineage}`] : []),
    ...(each.corrected === undefined ? [] : [`taken back by ${each.corrected}`]),
    ...(each.rejected ? ['thrown out'] : []),
    each.url,
  ].filter((note) => note !== undefined);
  return `[${number}] ${sourceText(each)}: ${each.sentence} (${notes.join(', ')})`;
}

const linkText = ({ kind, happening }: Link): string =>
  `${kind}: ${happening.title}, ${whenText(happening.when)}, ${happening.status} (${shortId(happening.id)}): ${happening.sentence}`;
