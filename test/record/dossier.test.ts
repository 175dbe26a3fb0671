import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dossierPage } from '../../src/record/dossier/dossier.js';
import { dossierOf } from '../../src/record/dossier/file.js';
import { toHtml } from '../../src/record/dossier/format/html.js';
import { toMarkdown, toTerminal } from '../../src/record/dossier/format/markdown.js';
import type { DossierPage } from '../../src/record/dossier/page.js';
import { suggestions, suggestionText } from '../../src/record/dossier/suggest.js';
import type { Record } from '../../src/record/record.js';
import { question, recordOf, reports } from './dossier-reports.js';

const file = dossierOf(question, 'hestur.yaml');
const today = '2019-06-10';

let record: Record;
let page: DossierPage;
beforeAll(async () => {
  record = await recordOf(Object.values(reports));
  page = await dossierPage(record.db, file, { today });
}, 120_000);
afterAll(() => record.close());

const entry = (title: RegExp) => {
  const found = page.course.find((each) => title.test(each.title));
  if (found === undefined)
    throw new Error(`no ${title} in ${page.course.map((each) => each.title).join('; ')}`);
  return found;
};

describe('the course of events', () => {
  it('is in order, background apart', () => {
    expect(page.course.map(({ when, title }) => `${when?.from} ${title}`)).toEqual([
      '2019-03-01 Ingrid Solheim (NOR) met Jon Karlsson (ISL), Oslo',
      '2019-03-01 Norway agreed with Iceland',
      '2019-03-09 Ingrid Solheim (NOR) met Jon Karlsson (ISL), Bergen',
      '2019-03-20 Jon Karlsson (ISL) met Ingrid Solheim (NOR), Reykjavik',
      '2019-03-20 Norway agreed with Iceland',
      '2019-05-13 Norway accused Iceland',
      '2019-05-19 Norway threatened Iceland',
    ]);
    expect(page.background.map(({ when, quote }) => [when?.from, quote.text])).toEqual([
      ['1978-01-01', 'In 1978 Norway seized an Icelandic trawler on the Hestur Bank.'],
    ]);
  });

  it('counts the text of one agency once, and names who copies it', () => {
    const { reports: told, sources, quote, others } = entry(/Bergen/u);
    expect([told, sources, others]).toEqual([2, 1, []]);
    expect([quote.cite.outlet, ...(quote.copies ?? []).map(({ outlet }) => outlet)].sort()).toEqual([
      'Kelp Coast Herald',
      'The Skerry Times',
    ]);
  });

  it('shows what came of a plan', () => {
    const [plan, ...more] = entry(/Reykjavik/u).planned;
    expect(more).toEqual([]);
    expect(plan).toMatchObject({
      kind: 'held',
      entry: {
        title: 'Ingrid Solheim (NOR) is to meet Jon Karlsson (ISL), Reykjavik',
        quote: { text: 'Solheim will meet Karlsson in Reykjavik on March 20, officials said.' },
      },
    });
  });

  it('shows a contradiction that a correction settled, in its place and among all', () => {
    const [claim] = entry(/Reykjavik/u).disputed;
    expect(page.disagreements).toEqual([claim]);
    expect(claim).toMatchObject({ kind: 'date', settled: { by: { cite: { day: '2019-03-23' } } } });
    const wrong = claim?.settled?.wrong === 'a' ? claim.a : claim?.b;
    expect(wrong?.claim).toBe('2019-03-19');
    expect(wrong?.quote?.text).toContain('in Reykjavik on Tuesday');
  });
});

it('tells what it is called, by whom, and what is left unexplained', () => {
  expect(page.names.map(({ name, usedBy, reports: told }) => ({ name, usedBy, told }))).toEqual([
    { name: 'Hestur Bank', usedBy: [], told: 2 },
    { name: 'Hestur Grounds', usedBy: ['Iceland'], told: 3 },
    { name: 'Hestur Deep', usedBy: [], told: 0 },
  ]);
});

it('names the people of each side with office and days', () => {
  const [norway, iceland] = page.parties;
  expect(norway?.people).toEqual([
    {
      name: 'Ingrid Solheim',
      country: 'NOR',
      titles: ['foreign minister'],
      reports: 7,
      first: '2019-03-02',
      last: '2019-05-14',
    },
  ]);
  expect(iceland?.people.map(({ name, titles }) => [name, titles])).toEqual([
    ['Jon Karlsson', ['foreign minister']],
  ]);
});

it('tells what each side has said, naming apart, and marks where a position turned', () => {
  const [norway, ...others] = page.said;
  expect(others).toEqual([]);
  expect(
    norway?.items.map(({ text, cites, change }) => [text.slice(0, 26), cites.length, change?.kind]),
  ).toEqual([
    ['Norway agreed with Iceland', 1, undefined],
    ['Solheim told reporters aft', 2, undefined],
    ['Norway agreed with Iceland', 1, undefined],
    ['Norway accused Iceland on ', 1, 'turned'],
    ['Norwegian Foreign Minister', 1, undefined],
    ['Norway threatened Iceland ', 1, undefined],
  ]);
});

it('tells months that nobody read from quiet ones', () => {
  const [relation] = page.relations;
  expect(relation?.pair).toEqual(['NOR', 'ISL']);
  expect(
    relation?.months.map(({ month, read, happenings, per100 }) => [
      month,
      read,
      happenings,
      per100?.happenings,
    ]),
  ).toEqual([
    ['2019-03', 6, 5, 83.33],
    ['2019-04', 0, 0, undefined],
    ['2019-05', 2, 2, 100],
  ]);
});

describe('what is due', () => {
  const visit = /is to visit Iceland/u;
  const outcomeOn = async (day: string, from: Record = record) =>
    (await dossierPage(from.db, file, { today: day })).due.map(({ title, outcome }) => [
      visit.test(title),
      outcome,
    ]);

  it('is still to come before its day', async () => {
    expect(await outcomeOn('2019-05-30')).toEqual([[true, { kind: 'due' }]]);
  });

  it('has no further word where its outlet was read since', async () => {
    expect(await outcomeOn(today)).toEqual([
      [true, { kind: 'no-further-word', reports: 1, until: '2019-06-09' }],
    ]);
  });

  it('says nothing of silence where its outlet was not read since', async () => {
    const unread = await recordOf([
      reports.plan,
      reports.accused,
      { ...reports.other, outlet: 'Another Post' },
    ]);
    const due = await outcomeOn(today, unread);
    await unread.close();
    expect(due).toContainEqual([true, { kind: 'not-read-since' }]);
  }, 60_000);
});

it('lists every source by lineage, corrections marked', () => {
  expect(page.sources.map((group) => group.reports.map(({ number }) => number))).toEqual([
    [1],
    [2, 3],
    [4],
    [5],
    [6],
    [7],
    [8],
  ]);
  expect(page.sources.map(({ agency }) => agency)[1]).toBe('Gull Wire');
  const corrections = page.sources.flatMap((group) => group.reports.filter(({ correction }) => correction));
  expect(corrections.map(({ outlet, day }) => `${outlet} ${day}`)).toEqual(['Fjord Gazette 2019-03-23']);
});

it('is the same in whatever order reports were filed', async () => {
  const turned = await recordOf(Object.values(reports).reverse());
  const other = await dossierPage(turned.db, file, { today });
  await turned.close();
  expect(other).toEqual(page);
}, 60_000);

it('leaves out what is before its first day', async () => {
  const later = await dossierPage(record.db, { ...file, since: '2019-05-01' }, { today });
  expect(later.course.map(({ title }) => title)).toEqual([
    'Norway accused Iceland',
    'Norway threatened Iceland',
  ]);
  expect(later.background).toEqual([]);
});

describe('formats', () => {
  it('cites each sentence in Markdown, and escapes', () => {
    const text = toMarkdown(page);
    expect(text).toContain(
      '> In 1978 Norway seized an Icelandic trawler on the Hestur Bank. — Fjord Gazette, 2 March 2019 [1]',
    );
    expect(text).toContain('Copies of Gull Wire: 2 outlets, counted once');
    expect(text).toContain('Fish and \\<ministers\\> \\& boats');
    expect(text).toMatch(/\| April 2019 +\| none \|/u);
  });

  it('wraps on a terminal, without escapes', () => {
    const lines = toTerminal(page, 72).split('\n');
    expect(lines.filter((line) => line.length > 72 && !line.startsWith('|'))).toEqual([]);
    expect(lines.join('\n')).toContain('Fish and <ministers> & boats');
  });

  it('is one page of HTML with every link inside it and nothing unescaped', () => {
    const html = toHtml(page);
    expect(html).toContain('Fish and &lt;ministers&gt; &amp; boats');
    expect(html).not.toMatch(/<script|<ministers|src=|javascript:/u);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((id) => !ids.has(id ?? ''))).toEqual([]);
    expect(html).toMatch(/<rect class="unread"/u);
  });

  it('makes no link of an address that is none of the web', () => {
    const [group] = page.sources;
    const report = {
      ...group?.reports[0],
      url: 'javascript:alert(1)',
      number: 1,
      article: 'a',
      outlet: 'A',
      headline: 'B',
      origin: 'C',
      correction: false,
    };
    const html = toHtml({ ...page, sources: [{ reports: [report] }] });
    expect(html).not.toContain('href="javascript:');
  });
});

describe('suggestions', () => {
  it('are files that load', async () => {
    const all = await suggestions(record.db);
    expect(all.map(({ file: { parties } }) => parties)).toContainEqual(['ISL', 'NOR']);
    for (const each of all) expect(dossierOf(suggestionText(each), `${each.name}.yaml`)).toEqual(each.file);
  });

  it('are none where one source tells of it', async () => {
    const one = await recordOf([reports.copy, reports.otherCopy]);
    const all = await suggestions(one.db);
    await one.close();
    expect(all).toEqual([]);
  }, 60_000);
});
