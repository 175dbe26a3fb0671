/** Every source, by lineage. */
import type { DossierPage, SourceGroup, SourceReport } from '../page.js';
import { counted, dayWords } from '../words.js';
import { type Line, orNone, type Piece, type Section } from './outline.js';

export const sourceSection = ({ sources }: DossierPage): Section => ({
  id: 'sources',
  title: 'Every source',
  parts: [{ lines: orNone(sources.map(groupLine)) }],
});

function groupLine({ agency, reports }: SourceGroup): Line {
  const [first] = reports;
  if (reports.length === 1 && first !== undefined) return reportLine(first, agency);
  const outlets = new Set(reports.map(({ outlet }) => outlet)).size;
  const what = agency === undefined ? 'One text' : `Copies of ${agency}`;
  return {
    head: [{ strong: `${what}: ${counted(outlets, 'outlet')}, counted once` }],
    lines: reports.map((report) => reportLine(report)),
  };
}

function reportLine(report: SourceReport, agency?: string): Line {
  const { number, outlet, day, url, headline, origin, correction, replacedBy } = report;
  const title: Piece = url === undefined ? headline : { link: headline, url };
  const by = agency !== undefined && agency !== outlet ? ` (${agency})` : '';
  const facts = [
    ...(url === undefined ? [origin] : []),
    ...(correction ? ['a correction'] : []),
    ...(replacedBy === undefined ? [] : [`replaced by [${replacedBy}]`]),
  ];
  return {
    source: number,
    head: [
      `[${number}] `,
      { strong: outlet },
      `${by}, ${day === undefined ? 'day not told' : dayWords(day)}: `,
      title,
      ...(facts.length === 0 ? [] : [{ faint: ` ${facts.join('; ')}` }]),
    ],
  };
}
