/** A dossier of our own, as the desk answers it. */
import type { Cite, DossierPage, Entry, Quote } from '../../src/record/dossier/page.js';

const cite = (number: number): Cite => ({
  number,
  article: `r${number}`,
  span: { start: 10, end: 20 },
  outlet: number === 1 ? 'Fjord Gazette' : 'Skerry Sun',
  day: `2021-03-0${number}`,
});
const quote = (text: string, number = 1): Quote => ({ text, cite: cite(number) });

export function entry(at: number): Entry {
  const from = new Date(Date.UTC(2015, 0, 1) + at * 3 * 86_400_000).toISOString().slice(0, 10);
  return {
    id: `h${at}`,
    when: { from, to: from, precision: 'day' },
    title: `Ministers met, round ${at}`,
    type: 'CONSULT',
    status: 'occurred',
    reports: 2,
    sources: 1,
    quote: quote(`The ministers met for round ${at}.`),
    others: [],
    disputed: [],
    planned: [],
  };
}

const disagreement: DossierPage['disagreements'][number] = {
  happening: 'h1',
  title: 'Ministers met, round 1',
  kind: 'date',
  a: { claim: '2021-03-02', quote: quote('They met on Tuesday.') },
  b: { claim: '2021-03-03', quote: quote('They met on Wednesday.', 2) },
};

const said = (party: string, count: number): DossierPage['said'][number] => ({
  party,
  items: Array.from({ length: count }, (_, at) => ({
    printed: `2021-03-${String(at + 1).padStart(2, '0')}`,
    speaker: `Speaker of ${party}`,
    text: `${party} holds to it, for the ${at + 1}. time.`,
    quote: quote(`${party} holds to it, for the ${at + 1}. time, its speaker said.`),
    cites: [cite(1)],
    ...(at === 10
      ? { act: 'REJECT', change: { kind: 'hardened', before: 'offers', after: 'refusals' } }
      : {}),
  })),
});

export const dossier = (entries: number): DossierPage => ({
  title: 'The Skerry bank',
  about: 'A fishing ground that Norway and Chile both claim.',
  today: '2021-06-01',
  reports: 2,
  lineages: 2,
  names: [
    { name: 'Skerry bank', usedBy: ['Norway'], quote: quote('Norway calls it the Skerry bank.'), reports: 1 },
    { name: 'Banco Sur', usedBy: [], reports: 0 },
  ],
  parties: [
    {
      name: 'Norway',
      people: [{ name: 'Kari Vik', country: 'NOR', titles: ['foreign minister'], reports: 2 }],
    },
    { name: 'Chile', people: [] },
  ],
  background: [
    { ...entry(1), id: 'hb', title: 'Norway set up a zone', when: { from: '1977-01-01', to: '1978-01-01' } },
  ],
  course: Array.from({ length: entries }, (_, at) => entry(at)),
  said: [said('Norway', 12), said('Chile', 2)],
  relations: [
    {
      pair: ['CHL', 'NOR'],
      months: [
        {
          month: '2021-03',
          read: 2,
          happenings: 2,
          byPrinting: 0,
          cooperation: 3,
          conflict: -2,
          sum: 1,
          mean: 0.5,
        },
      ],
      undated: 0,
    },
  ],
  due: [
    {
      id: 'hd',
      title: 'The ministers are to meet',
      status: 'scheduled',
      when: { from: '2021-07-01', to: '2021-07-02' },
      quote: quote('They will meet on 1 July.'),
      reports: 1,
      sources: 1,
      outcome: { kind: 'due' },
    },
  ],
  disagreements: [
    disagreement,
    { ...disagreement, kind: 'place', a: { claim: 'Oslo' }, settled: { wrong: 'a' } },
  ],
  sources: [
    { reports: [{ ...cite(1), headline: 'Ministers meet', origin: 'a.txt', correction: false }] },
    { reports: [{ ...cite(2), headline: '<b>Talks</b>', origin: 'b.txt', correction: true }] },
  ],
});
