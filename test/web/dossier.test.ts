import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../support/chromium.js';
import { about } from './answers.js';
import { dossier } from './dossier-answers.js';
import { type Browsing, browse } from './support.js';

const listed = { rows: [{ name: 'skerry', title: 'The Skerry bank', parties: ['NOR', 'CHL'] }] };
const answers = { '/about': about, '/dossiers': listed, '/dossiers/skerry': dossier(4) };
const nothing = Object.fromEntries(Object.keys(about.counts).map((what) => [what, 0]));

describe.skipIf(withoutBrowser)('a dossier in a browser', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await browse();
  });
  afterAll(() => browsing?.close());

  it('is the first page where there is one, each part named in its contents', async () => {
    const { page, complaints } = await browsing.open('/', answers);
    await page.getByRole('heading', { level: 1, name: 'The Skerry bank' }).waitFor();
    expect(await page.title()).toBe('The Skerry bank · Demarche');
    const links = page.getByRole('navigation', { name: 'In this dossier' }).getByRole('link');
    const parts = page.locator('.dossier-text > .section > h2');
    expect(await links.allTextContents()).toEqual(await parts.allTextContents());
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('cites every line: the sentence, and the report at that sentence', async () => {
    const { page } = await browsing.open('/dossiers/skerry', answers);
    const line = page.locator('#course .entry').first();
    expect(await line.locator('blockquote').textContent()).toBe('The ministers met for round 0.');
    expect(await line.getByRole('link', { name: 'Fjord Gazette' }).getAttribute('href')).toBe(
      '/reports/r1?at=10-20',
    );
    await page.close();
  });

  it('sets what each party said side by side, the newest first, the oldest folded but on paper', async () => {
    const { page } = await browsing.open('/dossiers/skerry', answers);
    const norway = page.getByRole('region', { name: 'What Norway has said' });
    expect(await norway.locator('blockquote').first().textContent()).toBe(
      'Norway holds to it, for the 12. time.',
    );
    expect(await norway.getByText('Position hardened').isVisible()).toBe(true);
    const oldest = norway.getByText('for the 1. time');
    expect(await oldest.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await oldest.isVisible()).toBe(true);
    expect(await page.getByRole('navigation', { name: 'Views' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await norway.getByRole('button', { name: '4 earlier utterances' }).click();
    expect(await oldest.isVisible()).toBe(true);
    const [left, right] = await Promise.all(
      ['Norway', 'Chile'].map((party) =>
        page.getByRole('region', { name: `What ${party} has said` }).boundingBox(),
      ),
    );
    expect(left?.y).toBe(right?.y);
    await page.close();
  });

  it('shows claims that cannot both be right, and which was taken back', async () => {
    const { page } = await browsing.open('/dossiers/skerry', answers);
    const part = page.locator('#disagreements');
    await part.waitFor();
    expect(await part.locator('.claim-words').allTextContents()).toEqual([
      '2 March 2021',
      '3 March 2021',
      'Oslo taken back',
      '3 March 2021',
    ]);
    expect(await part.locator('s').textContent()).toBe('Oslo');
    await page.close();
  });

  it('fits 360 pixels with 500 entries', async () => {
    const { page, complaints } = await browsing.open(
      '/dossiers/skerry',
      { ...answers, '/dossiers/skerry': dossier(500) },
      { width: 360, height: 740 },
    );
    await page.locator('#sources').waitFor();
    expect(await page.locator('#course > .lines > li').count()).toBe(500);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says what keeps it, and asks again', async () => {
    const { page } = await browsing.open('/nowhere', answers);
    const detail = 'The question takes too long.';
    await page.route('**/api/dossiers/skerry', (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'desk/too-long', title: 'Not now', status: 400, detail }),
      }),
    );
    await page.getByRole('link', { name: 'To the dossiers' }).click();
    await page.getByText(detail).waitFor();
    await page.unroute('**/api/dossiers/skerry');
    await page.route('**/api/dossiers/skerry', (route) => route.fulfill({ json: dossier(2) }));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'The Skerry bank' }).waitFor();
    await page.close();
  });

  it('of an empty record says how to begin', async () => {
    const { page, complaints } = await browsing.open('/', {
      '/about': { ...about, counts: nothing },
      '/dossiers': { rows: [] },
    });
    await page.getByRole('heading', { name: 'Nothing has been read yet' }).waitFor();
    expect(await page.locator('main').getByRole('link', { name: 'Add reports' }).getAttribute('href')).toBe(
      '/add',
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('goes to the key where the desk asks for one', async () => {
    const { page } = await browsing.open('/nowhere', answers);
    await page.route('**/api/**', (route) =>
      route.fulfill({
        status: 401,
        json: { type: 'desk/no-key', title: 'A key is needed', status: 401, detail: 'No.' },
      }),
    );
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByLabel('Key').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The desk does not know this key.').waitFor();
    await page.close();
  });
});
