import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../support/chromium.js';
import { about, happenings, months, places } from './answers.js';
import { type Browsing, browse, type Opened } from './support.js';

const hit = {
  article: 'a1',
  headline: '<img src=x onerror=alert(1)>',
  day: '2021-03-01',
  filed: '2021-03-02T00:00:00Z',
  in: 'report',
  rank: 1,
  sentence: 'The accord was signed <b>here</b>.',
  span: { start: 10, end: 44 },
  marks: [{ start: 14, end: 20 }],
};
const due = (at: number, outcome: unknown) => ({
  ...happenings(at + 1).rows[at],
  status: 'scheduled',
  outcome,
});
const common = { '/about': about, '/dossiers': { rows: [] }, '/additions': { rows: [] } };
const found = {
  ...common,
  '/happenings': happenings(3),
  '/search': { rows: [hit] },
  '/statements': { rows: [] },
  '/places': places,
  '/months': months,
};
const addition = (more: object) => ({
  id: 'x1',
  state: 'running',
  what: 'pasted',
  added: '2021-06-01T10:00:00Z',
  total: 1,
  done: 0,
  read: 0,
  filed: 0,
  known: 0,
  failures: 0,
  failed: [],
  reports: [],
  ...more,
});

describe.skipIf(withoutBrowser)('views in a browser', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await browse();
  });
  afterAll(() => browsing?.close());

  const lastOf = (opened: Opened, path: string): string => String(opened.asked(path).at(-1));

  it('keeps words and filters in the address, and asks for just these', async () => {
    const opened = await browsing.open('/search', found);
    const { page } = opened;
    await page.getByRole('searchbox', { name: 'Words' }).fill('"peace treaty" -fishing');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?words=%22peace+treaty%22+-fishing');
    await page.getByLabel('Country', { exact: true }).fill('Chile, Norway');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => lastOf(opened, '/happenings'))
      .toBe('words=%22peace+treaty%22+-fishing&country=Chile&country=Norway');
    await page.getByText('Status', { exact: true }).click();
    await page.getByLabel('Scheduled').check();
    await expect.poll(() => lastOf(opened, '/happenings')).toContain('status=scheduled');
    // Who goes on with the keyboard is where they were.
    expect(await page.evaluate('document.activeElement.value')).toBe('scheduled');
    await page.getByRole('button', { name: /Country/u }).click();
    await expect.poll(() => lastOf(opened, '/happenings')).not.toContain('country');
    expect(await page.getByLabel('Country', { exact: true }).inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => page.getByLabel('Country', { exact: true }).inputValue()).toBe('Chile,Norway');
    const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    expect(csv).toMatch(/^\/api\/export\/happenings\?.*country=Chile&country=Norway.*format=csv$/u);
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  it('marks what was found, and shows what reports say as text', async () => {
    const opened = await browsing.open('/search?words=accord&in=reports&place=Vell', found);
    const { page } = opened;
    expect(await page.locator('main mark').textContent()).toBe('accord');
    await page.getByText('The accord was signed <b>here</b>.').waitFor();
    await page.getByRole('link', { name: '<img src=x onerror=alert(1)>' }).first().waitFor();
    await page.getByText('Reports are not narrowed by “Place”.').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(lastOf(opened, '/search')).toBe('words=accord&in=report&limit=40');
    await page.close();
  });

  it('tells what came of what was due, and gives the address to subscribe to', async () => {
    const rows = [
      due(0, { kind: 'held', happening: happenings(2).rows[1] }),
      due(1, { kind: 'no-further-word', reports: 100, until: '2021-05-01' }),
      due(2, { kind: 'not-read-since' }),
    ];
    const opened = await browsing.open('/calendar?show=past&country=Chile', {
      ...common,
      '/calendar': { rows },
    });
    const { page } = opened;
    await page.getByText('It was held: Minister 1 met minister 2, 2 January 2021').waitFor();
    await page
      .getByText('No further word of it in 100 or more reports of the same outlets until 1 May 2021.')
      .waitFor();
    await page.getByText('Its outlets were not read since').waitFor();
    expect(lastOf(opened, '/calendar')).toContain('until=2021-05-31');
    await page.getByText('Subscribe', { exact: true }).click();
    const address = await page.getByLabel('Address (iCalendar)').inputValue();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/calendar\.ics\?country=Chile$/u);
    expect(await page.getByRole('link', { name: 'Open in calendar' }).getAttribute('href')).toBe(
      address.replace('http:', 'webcal:'),
    );
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(address);
    await page.close();
  });

  it('adds a text by keyboard alone, and tells what could not be read and where', async () => {
    const over = addition({
      state: 'done',
      total: 2,
      done: 2,
      read: 2,
      filed: 2,
      failures: 1,
      failed: [
        { origin: 'b.jsonl', place: 'line 2', code: 'input/bad-json', message: 'This line is no JSON.' },
      ],
      reports: [
        { id: 'r1', headline: 'Ministers meet' },
        { id: 'r2', headline: '' },
      ],
    });
    const opened = await browsing.open('/add', {
      ...common,
      '/reports': addition({}),
      '/additions/x1': over,
    });
    const { page } = opened;
    await page.getByLabel('Text of the report').focus();
    await page.keyboard.type('Ministers met.');
    for (const _ of Array.from({ length: 12 })) {
      if ((await page.evaluate('document.activeElement.textContent')) === 'Add to the record') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/add?addition=x1');
    await page.getByRole('heading', { name: 'Read', exact: true }).waitFor();
    await page.getByRole('row', { name: /b\.jsonl, line 2 This line is no JSON\./u }).waitFor();
    expect(await page.getByRole('link', { name: 'Ministers meet' }).getAttribute('href')).toBe('/reports/r1');
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  it('sends files as a form, many of them in parts', async () => {
    const opened = await browsing.open('/add?by=files', {
      ...common,
      '/reports': addition({}),
      '/additions/x1': addition({ state: 'done' }),
    });
    const { page } = opened;
    const file = (at: number) => ({
      name: `${at}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`Report ${at}.`),
    });
    await page
      .getByLabel('Files', { exact: true })
      .setInputFiles(Array.from({ length: 501 }, (_, at) => file(at)));
    await page.getByLabel('Outlet').fill('The Tagus Wire');
    await page.getByRole('button', { name: 'Add 501 files' }).click();
    await page.waitForURL('**/add?by=files&addition=x1%2Cx1');
    expect(opened.asked('/reports').map(String)).toEqual(['outlet=The+Tagus+Wire', 'outlet=The+Tagus+Wire']);
    await page.close();
  });

  it('names who said what was found', async () => {
    const speakers = [{ name: 'Ana Sol', title: 'Foreign Minister' }, { name: 'Rui Vaz' }];
    const said = { ...hit, in: 'statement', saying: 's1', speakers };
    const opened = await browsing.open('/search?words=accord&in=statements', {
      ...found,
      '/search': { rows: [said] },
    });
    await opened.page.getByRole('heading', { name: 'Foreign Minister Ana Sol and Rui Vaz' }).waitFor();
    await opened.page.close();
  });

  it('keeps a dossier that is proposed, and offers none to whom may only read', async () => {
    const file = {
      title: 'The strait',
      parties: ['ESP', 'MAR'],
      object: { names: [], places: [] },
      words: ['strait'],
    };
    const answers = {
      ...common,
      '/happenings': happenings(3),
      '/reports': { rows: [] },
      '/dossiers/suggestions': { rows: [{ name: 'strait-esp-mar', why: 'Two tell of it.', file }] },
    };
    const { page } = await browsing.open('/', answers);
    const [request] = await Promise.all([
      page.waitForRequest((each) => each.method() === 'POST' && each.url().endsWith('/api/dossiers')),
      page.getByRole('button', { name: 'Keep The strait' }).click(),
    ]);
    expect(request.postDataJSON()).toEqual({ name: 'strait-esp-mar', file });
    await page.waitForURL('**/dossiers/strait-esp-mar');
    await page.close();
    const kept = { name: 'gibraltar', title: 'Gibraltar', parties: ['GBR', 'MAR', 'ESP'] };
    const again = await browsing.open('/dossiers', { ...answers, '/dossiers': { rows: [kept] } });
    await again.page.getByRole('link', { name: 'Gibraltar' }).waitFor();
    await again.page.getByText('Minister 0 met minister 1', { exact: true }).waitFor();
    expect(await again.page.getByText('Two tell of it.').count()).toBe(0);
    await again.page.close();
    const reading = await browsing.open('/', { ...answers, '/about': { ...about, scopes: ['read'] } });
    await reading.page.getByText('Two tell of it.').waitFor();
    expect(await reading.page.getByRole('button', { name: 'Keep The strait' }).count()).toBe(0);
    await reading.page.close();
  });

  it('says on the field what the desk does not take', async () => {
    const problem = {
      title: 'Bad',
      status: 400,
      detail: 'No such day.',
      errors: [{ field: 'since', message: 'a day of the calendar' }],
    };
    const opened = await browsing.open('/search?since=2021-02-31', found);
    await opened.page.unroute('**/api/**');
    await opened.page.route('**/api/happenings**', (route) =>
      route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    );
    await opened.page.reload();
    await opened.page.getByText('a day of the calendar', { exact: true }).waitFor();
    expect(await opened.page.getByLabel('From', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await opened.page.close();
  });
});
