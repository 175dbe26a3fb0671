/** What it is about, and between whom. */
import type { DossierPage, NameUse, Person } from '../page.js';
import { counted, dayWords, listed } from '../words.js';
import { type Line, orNone, type Piece, type Section } from './outline.js';

export function nameSection({ names }: DossierPage): Section {
  const [told, rest] = [true, false].map((isTold) =>
    names.filter(({ reports }) => reports > 0 === isTold),
  ) as [NameUse[], NameUse[]];
  const others = listed(rest.map(({ name }) => name));
  const lines = [
    ...told.map(nameLine),
    ...(others === '' ? [] : [{ head: [{ faint: `The question also names ${others}.` }] }]),
  ];
  return { id: 'names', title: 'What it is called', parts: [{ lines: orNone(lines) }] };
}

const nameLine = ({ name, usedBy, quote, reports }: NameUse): Line => ({
  head: [
    { strong: name },
    ...(usedBy.length === 0 ? [] : [`, so called by ${listed(usedBy)}`]),
    { faint: ` ${counted(reports, 'report')}` },
  ],
  ...(quote ? { quotes: [quote] } : {}),
});

export const partySection = ({ parties }: DossierPage): Section => ({
  id: 'parties',
  title: 'Parties and who speaks for them',
  parts: parties.map(({ name, people }) => ({ title: name, lines: orNone(people.map(personLine)) })),
});

function personLine({ name, titles, country, reports, first, last }: Person): Line {
  const office = titles.length === 0 ? '' : `, ${titles.join('; ')}`;
  const days: Piece =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? `, ${dayWords(first)}`
        : `, ${dayWords(first)} to ${dayWords(last)}`;
  return {
    head: [
      { strong: name },
      `${country ? ` (${country})` : ''}${office} `,
      { faint: `${counted(reports, 'report')}${days}` },
    ],
  };
}
