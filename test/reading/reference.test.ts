/**
 * A page as a reader copied it: one written for the project, and the real one that the work began from, which
 * lies beside the project and is checked where it is there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package-root.js';
import { createReader } from '../../src/reading/index.js';
import type { Reading } from '../../src/reading/reading.js';
import { all } from '../support/all.js';

const reader = createReader();

async function readingOf(text: string): Promise<Reading> {
  const [outcome] = await all(reader.read(text, { from: 'page' }));
  if (!outcome?.ok) throw new Error(`no Reading: ${JSON.stringify(outcome)}`);
  return outcome.reading;
}

const nameOf = (reading: Reading, id: string | undefined): string | undefined =>
  reading.actors.find((actor) => actor.id === id)?.name;

/** `CONSULT occurred: A > B | 2016-12-02/2016-12-03 | Lima | said by C` */
function eventLines(reading: Reading): string[] {
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(reading, id)).join('+');
  return reading.events.map(({ code, status, background, actors, recipients, when, where, via }) => {
    const speaker = reading.statements.find(({ id }) => id === via)?.speaker;
    return [
      `${code} ${status}${background ? ' background' : ''}: ${names(actors)} > ${names(recipients)}`,
      when ? `${when.from}/${when.to}` : '',
      reading.places.find(({ id }) => id === where)?.name ?? '',
      ...(speaker === undefined ? [] : [`said by ${nameOf(reading, speaker)}`]),
    ].join(' | ');
  });
}

const disputeLines = (reading: Reading): string[] =>
  reading.disputes.map(({ object, parties, since, effects }) =>
    [
      object.names
        .map(({ name, usedBy }) => (usedBy ? `${name} (${nameOf(reading, usedBy)})` : name))
        .join(' / '),
      parties.map((id) => nameOf(reading, id)).join(' + '),
      reading.times.find(({ id }) => id === since)?.text ?? '',
      effects.length,
    ].join(' | '),
  );

const statementLines = (reading: Reading): string[] =>
  reading.statements.map(({ form, speaker, language }) =>
    [form, nameOf(reading, speaker) ?? '?', language].filter(Boolean).join(' '),
  );

/** Every stretch between double marks lies in what somebody said. */
function quotesAreWhole({ article, statements }: Reading): void {
  const body = article.paragraphs.filter(({ kind }) => kind === 'body');
  const content = statements.flatMap((statement) => statement.content);
  for (const { span } of body) {
    for (const match of article.text.slice(span.start, span.end).matchAll(/"[^"]+"|“[^”]+”/gu)) {
      const start = span.start + match.index;
      const end = start + match[0].length;
      expect(
        content.some((said) => said.start <= start && end <= said.end),
        match[0],
      ).toBe(true);
    }
  }
}

const dates = (reading: Reading): string[] => reading.times.map(({ text, value }) => `${text} = ${value}`);

const PAGE = [
  'CONSULT occurred: Carlos Mamani > Luis Rojas | 2014-05-01/2014-05-08 | Valparaiso',
  'CONSULT occurred: Carlos Mamani > Luis Rojas | 2014-05-01/2014-05-08 | Valparaiso',
  'AGREE scheduled: Luis Rojas > Peru | 2014-05-01/2014-06-01 | Lima',
  'AGREE scheduled: Ana Quispe > Luis Rojas | 2014-05-20/2014-05-21 | Arequipa',
  'CONSULT occurred: Pablo Soto+Carlos Mamani >  | 2014-05-01/2014-05-08 | Santiago',
  'COERCE-seize occurred background: Chilean troops >  | 1880-01-01/1881-01-01 | ',
  'ACCUSE-disapprove occurred: Peru > Chile | 2014-04-01/2014-05-01 | ',
  'MOBILIZE-weapons occurred: Chile > Peru | 2014-04-01/2014-05-01 | ',
];

describe('a page of another quarrel', async () => {
  const page = `Peru's FM meets Rojas in Valparaiso

 The century-old dispute over the bay has kept Lima and Santiago from opening the border and hindered trade.

Peru's FM meets Rojas in Valparaiso

Harbour Bulletin / World Desk

The Peruvian foreign minister has met with Chilean President Luis Rojas in Valparaiso and handed him a letter from the Peruvian president ahead of Rojas's visit to Lima later this month.

Peruvian President Ana Quispe is due to meet Rojas on May 20 in the city of Arequipa in southern Peru. It will be Rojas's first such visit since 2011.

Chilean Foreign Minister Pablo Soto said "We want to settle this old question," Soto said, while conceding: "nobody thinks that it will be quick."

"Our presidents have the will to find a way," Soto said after talks with his Peruvian counterpart Carlos Mamani in Santiago.

Mamani said the talks were "frank and useful".

The row dates from the War of the Pacific when Chilean troops seized the bay in 1880.

Chile prompted protests from Peru last month by deploying patrol ships to the bay.

"We would like a result that both peoples can live with," Mamani said in comments translated into Spanish.



Atualizado em: 7 de maio de 2014, 18:05`;
  const reading = await readingOf(page);

  test('the article is what the page says of itself', () => {
    expect(reading.article).toMatchObject({
      headline: "Peru's FM meets Rojas in Valparaiso",
      outlet: 'Harbour Bulletin',
      byline: 'World Desk',
      updated: { value: '2014-05-07T18:05' },
      language: 'en',
      text: page,
    });
    expect(reading.article.dek).toMatch(/^The century-old dispute/u);
    expect(reading.article.published).toBeUndefined();
  });

  test('the dates are those of a report of May 2014', () => {
    expect(dates(reading)).toEqual(
      expect.arrayContaining([
        'later this month = 2014-05',
        'May 20 = 2014-05-20',
        '2011 = 2011',
        '1880 = 1880',
        'last month = 2014-04',
      ]),
    );
  });

  test('who did what to whom, with its status, time and place', () => {
    expect(eventLines(reading)).toEqual(PAGE);
  });

  test('who said what', () => {
    quotesAreWhole(reading);
    expect(statementLines(reading)).toEqual([
      'direct Pablo Soto',
      'direct Pablo Soto',
      'direct Pablo Soto',
      'mixed Carlos Mamani',
      'direct Carlos Mamani es',
    ]);
  });
});

const path = packageFile('..', 'shared', 'reference', 'world-bulletin-2016-12-03.txt');

/** What its README says an analyst takes from it. */
const REFERENCE = [
  'CONSULT occurred: Fumio Kishida > Vladimir Putin | 2016-11-27/2016-12-04 | St. Petersburg',
  'CONSULT occurred: Fumio Kishida > Vladimir Putin | 2016-11-27/2016-12-04 | St. Petersburg',
  'AGREE scheduled: Vladimir Putin > Japan | 2016-12-01/2017-01-01 | Tokyo',
  'CONSULT-visit occurred: Shinzo Abe > Russia | 2016-01-01/2017-01-01 | Russia',
  'AGREE scheduled: Shinzo Abe > Vladimir Putin | 2016-12-15/2016-12-16 | Yamaguchi',
  'CONSULT occurred: Sergei Lavrov+Fumio Kishida >  | 2016-11-27/2016-12-04 | Moscow',
  'COERCE-seize occurred background: Soviet troops > Japan | 1945-05-08/1945-09-03 | Hokkaido',
  'RETREAT-disarm occurred background: Japan >  | 1945-05-08/1945-09-03 | ',
  'ACCUSE-disapprove occurred: Japan > Russia | 2016-11-01/2016-12-01 | ',
  'MOBILIZE-weapons occurred: Russia > Japan | 2016-11-01/2016-12-01 | ',
  'AGREE occurred: Fumio Kishida+Sergei Lavrov >  | 2016-11-27/2016-12-04 |  | said by Sergei Lavrov',
  'AGREE occurred: Fumio Kishida+Sergei Lavrov >  | 2016-11-27/2016-12-04 |  | said by Sergei Lavrov',
];

if (existsSync(path)) {
  describe('the reference report', async () => {
    const reading = await readingOf(readFileSync(path, 'utf8'));

    test('the article', () => {
      expect(reading.article).toMatchObject({
        headline: "Japan's FM meets Putin in St. Petersberg",
        outlet: 'World Bulletin',
        byline: 'News Desk',
        updated: { value: '2016-12-03T15:27' },
        language: 'en',
      });
      expect(reading.article.published).toBeUndefined();
      const kinds = reading.article.paragraphs.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind !== 'body')).toEqual(['headline', 'dek', 'byline', 'foot']);
    });

    test('the dates', () => {
      const found = dates(reading);
      for (const wanted of ['later this month = 2016-12', 'this year = 2016', 'December 15 = 2016-12-15']) {
        expect(found).toContain(wanted);
      }
      expect(found).toContain('2005 = 2005');
      expect(found).toContain('last month = 2016-11');
      expect(found.find((line) => line.includes('World War II'))).toMatch(/= 1945/u);
    });

    test('the statements', () => {
      quotesAreWhole(reading);
      expect(statementLines(reading)).toEqual([
        'direct Sergei Lavrov',
        'direct Sergei Lavrov',
        'direct Sergei Lavrov',
        'mixed Fumio Kishida',
        'indirect Fumio Kishida',
        'direct Fumio Kishida ru',
        'mixed Fumio Kishida',
        'mixed Sergei Lavrov',
        'mixed Sergei Lavrov',
      ]);
    });

    test('the events, all of them and no others: no treaty', () => {
      expect(eventLines(reading)).toEqual(REFERENCE);
    });

    test('the dispute and what is odd', () => {
      expect(disputeLines(reading)).toEqual([
        'southern Kuril islands / Northern Territories (Japan) | Japan + Russia | the end of World War II | 3',
      ]);
      expect(reading.notes.map(({ kind }) => kind)).toEqual([
        'place/two-spellings',
        'actor/no-such-office',
        'note/visit-elsewhere',
      ]);
    });
  });
}
