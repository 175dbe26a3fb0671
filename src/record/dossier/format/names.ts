/** What it is about, and between whom. */
import type { DossierPage, Person } from '../page.js';
import { counted, dayWords, listed } from '../words.js';
import { type Line, orNone, type Piece, type Section } from './outline.js';

export const nameSection = ({ names }: DossierPage): Section => ({
  id: 'names',
  title: 'What it is called',
  parts: [
    {
      lines: orNone(
        names.map(({ name, usedBy, quote, reports }): Line => {
          const users = usedBy.length === 0 ? [] : [` in ${listed(usedBy)}`];
          const told =
            reports === 0 ? [{ faint: ' named in the question only' }] : [` (${counted(reports, 'report')})`];
          return { head: [{ strong: name }, ...users, ...told], ...(quote ? { quotes: [quote] } : {}) };
        }),
      ),
    },
  ],
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
