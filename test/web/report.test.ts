import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../support/chromium.js';
import { about } from './answers.js';
import { longReport, oneReport, spanOf } from './report-answers.js';
import { type Browsing, browse } from './support.js';

const rejected = {
  ...oneReport,
  events: oneReport.events.map((each) => (each.index === 0 ? { ...each, rejected: true } : each)),
};
const decision = {
  id: 7,
  kind: 'reject',
  subjects: [
    { table: 'event', article: 'r1', start: spanOf('met').start, end: spanOf('met').end, type: 'CONSULT' },
  ],
  value: null,
  author: 'ana',
  at: '2021-03-07T10:00:00Z',
  note: 'Misread',
  undone: null,
  about: [['They met']],
  gone: 0,
  places: 1,
};
const answers = {
  '/about': { ...about, scopes: ['read', 'write'] },
  '/reports/r1': oneReport,
  // Asked for the list, and told a decision: the same address.
  '/decisions': { id: 7, rows: [decision] },
  '/decisions/7/undo': { id: 7 },
};

describe.skipIf(withoutBrowser)('a report in a browser', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await browse();
  });
  afterAll(() => browsing?.close());

  it('tells what was read from the words under the pointer, and by which rule', async () => {
    const { page, complaints } = await browsing.open('/reports/r1', answers);
    const panel = page.getByRole('complementary', { name: 'What was read here' });
    await page.locator('.mark', { hasText: 'met' }).hover();
    await expect.poll(() => panel.textContent()).toContain('verb/meet');
    expect(await panel.textContent()).toMatch(/Kari Vik → Luis Rojas[\s\S]*5 March 2021[\s\S]*Oslo/u);
    await page.locator('.mark', { hasText: 'Friday' }).click();
    expect(await panel.getByRole('heading', { level: 3 }).allInnerTexts()).toHaveLength(2);
    // Held: the pointer's way elsewhere does not change it.
    await page.locator('.mark', { hasText: 'met' }).hover();
    expect(await panel.textContent()).toContain('time/weekday');
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.textContent()).toContain('Marks in the text');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is read by keyboard alone', async () => {
    const { page } = await browsing.open('/reports/r1', answers, { width: 360, height: 740 });
    await page.getByRole('link', { name: 'Kari Vik' }).focus();
    const focused = () => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('met');
    const panel = page.getByRole('complementary', { name: 'What was read here' });
    await expect.poll(() => panel.textContent()).toContain('verb/meet');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Kari Vik');
    await panel.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Kari Vik');
    await page.close();
  });

  it('stands at the sentence that was cited', async () => {
    const { start, end } = spanOf('Rojas threatened to leave.');
    const { page } = await browsing.open(`/reports/r1?at=${start}-${end}`, answers);
    await page.locator('[data-at]').first().waitFor();
    expect((await page.locator('[data-at]').allInnerTexts()).join('')).toBe('Rojas threatened to leave.');
    await page.close();
  });

  it('shows only the marks that are wanted', async () => {
    const { page } = await browsing.open('/reports/r1', answers);
    await page.getByLabel('Actors').uncheck();
    expect(await page.locator('.report-text .by-actor').count()).toBe(0);
    expect(await page.locator('.report-text .by-event').count()).toBe(2);
    await page.close();
  });

  it('throws out what was read wrong, with a way back', async () => {
    const { page, asked } = await browsing.open('/reports/r1', answers);
    await page.locator('.mark', { hasText: 'met' }).click();
    await page.getByRole('button', { name: 'Throw out' }).click();
    await page.getByLabel(/^Why/u).fill('Misread');
    const told = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('dialog').getByRole('button', { name: 'Throw out' }).click();
    expect((await told).postDataJSON()).toEqual({ kind: 'reject', subjects: ['r1-e30'], note: 'Misread' });
    const undone = page.waitForRequest('**/api/decisions/7/undo');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await undone).method()).toBe('POST');
    expect(asked('/reports/r1').length).toBeGreaterThan(1);
    await page.close();
  });

  it('takes back in what a person threw out', async () => {
    const { page } = await browsing.open('/reports/r1', { ...answers, '/reports/r1': rejected });
    await page.locator('.mark.is-rejected').click();
    await page.getByText('thrown out by ana: Misread').waitFor();
    const undone = page.waitForRequest('**/api/decisions/7/undo');
    await page.getByRole('button', { name: 'Take it back in' }).click();
    expect((await undone).method()).toBe('POST');
    await page.close();
  });

  it('offers no decisions to who may only read', async () => {
    const { page } = await browsing.open('/reports/r1', {
      ...answers,
      '/about': { ...about, scopes: ['read'] },
    });
    await page.locator('.mark', { hasText: 'met' }).click();
    await page.getByText('verb/meet').waitFor();
    expect(await page.getByRole('button', { name: 'Throw out' }).count()).toBe(0);
    await page.close();
  });

  it('draws of 10,000 events those that are near', async () => {
    const { page, complaints } = await browsing.open('/reports/r1', {
      ...answers,
      '/reports/r1': longReport(5000),
    });
    await page.locator('.mark').first().waitFor();
    const drawn = await page.locator('.report-text .mark').count();
    expect(drawn).toBeGreaterThan(20);
    expect(drawn).toBeLessThan(3000);
    expect((await page.locator('.report-text').textContent())?.length).toBe(
      longReport(5000).reading.article.text.length,
    );
    await page.locator('.layer summary', { hasText: 'Events' }).click();
    await page.getByRole('button', { name: '100 more' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  }, 90_000);
});
