/** From an empty record to a printed dossier, by mouse, on a narrow page, and by keyboard alone. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, withoutBrowser } from '../../support/chromium.js';
import { expectReadable, openPage, type ServedDesk, serveDesk, type Watched } from './support.js';

const report = `Norwegian Foreign Minister Kari Vik met Russian Foreign Minister Pavel Orlov in Tromso on Friday.

Vik will visit Moscow on 20 December 2030. “We want the fishing agreement kept as it is,” Vik said.`;
const met = 'Kari Vik (NOR) met Pavel Orlov (RUS), Tromso';

/** What a reader does: by mouse or finger, or with keys. */
interface Hand {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
}

const pointing: Hand = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
};

const typing: Hand = {
  async press(target) {
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  async write(target, text) {
    await reach(target);
    // Of a day its parts are typed one after the other, as the page's language orders them.
    const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text)?.slice(1) ?? [];
    if (year === undefined) await target.page().keyboard.insertText(text);
    else await target.page().keyboard.type(`${day}${month}${year}`);
  },
};

/** Goes on with the Tab key until it has the focus. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 300; step++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${target}`);
}

const ways: readonly (readonly [string, Hand, BrowserContextOptions])[] = [
  ['by mouse on a wide page', pointing, { viewport: { width: 1280, height: 900 } }],
  [
    'by touch on a page 360 pixels wide, dark',
    { ...pointing, press: (target) => target.tap() },
    { viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme: 'dark' },
  ],
  ['by keyboard alone', typing, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }],
];

describe.skipIf(withoutBrowser)('the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  describe.each(ways)('%s', (_, hand, options) => {
    let desk: ServedDesk;
    let watched: Watched;
    let page: Page;
    beforeAll(async () => {
      desk = await serveDesk();
      watched = await openPage(browser, desk, options);
      page = watched.page;
      page.setDefaultTimeout(30_000);
    }, 120_000);
    afterAll(async () => {
      await page.context().close();
      await desk.close();
    });

    const link = (name: string) => page.getByRole('link', { name, exact: true });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const title = (name: string) => page.getByRole('heading', { level: 1, name });

    it('takes a pasted report and shows what was read', async () => {
      await page.goto('/');
      await title('Fishing in the Barents Sea').waitFor();
      await expectReadable(page);
      await hand.press(link('Add'));
      await title('Add reports').waitFor();
      await expectReadable(page);
      await hand.write(page.getByLabel('Text of the report'), report);
      await hand.write(page.getByLabel('Headline'), 'Ministers meet in Tromso');
      await hand.write(page.getByLabel('Outlet'), 'The Fjord Ledger');
      await hand.write(page.getByLabel('Day of publication'), '2030-12-07');
      await hand.press(button('Add to the record'));
      await page.getByText('1 filed.').waitFor();
      await page.getByRole('blockquote').filter({ hasText: 'met Russian Foreign Minister' }).waitFor();
      await expectReadable(page);
    }, 120_000);

    it('opens its happening, with the sentence', async () => {
      await hand.press(link(met));
      await title(met).waitFor();
      await page
        .getByRole('blockquote')
        .filter({ hasText: 'met Russian Foreign Minister' })
        .first()
        .waitFor();
      await expectReadable(page);
    }, 120_000);

    it('throws the event out, and takes that back', async () => {
      await hand.press(button('Throw out'));
      const asked = page.getByRole('dialog');
      await hand.press(asked.getByRole('button', { name: 'Throw out' }));
      await title('Ministers meet in Tromso').waitFor();
      const gone = await page.request.get('/api/happenings?words=Orlov');
      expect(((await gone.json()) as { rows: unknown[] }).rows).toEqual([]);
      await hand.press(button('Undo'));
      await expect
        .poll(async () => (await (await page.request.get('/api/happenings?words=Orlov')).json()).rows.length)
        .toBe(1);
      await expectReadable(page);
    }, 120_000);

    it('finds it by search', async () => {
      await hand.press(link('Search'));
      await title('Search').waitFor();
      const words = page.getByRole('searchbox');
      await hand.write(words, 'Orlov');
      await words.press('Enter');
      await link(met).waitFor();
      expect(new URL(page.url()).searchParams.get('words')).toBe('Orlov');
      await expectReadable(page);
    }, 120_000);

    it('tells it in the dossier, which prints', async () => {
      await hand.press(link('Dossiers'));
      await title('Fishing in the Barents Sea').waitFor();
      await link(met).first().waitFor();
      await expectReadable(page);
      await hand.press(button('Print'));
      await page.locator('html[data-printed]').waitFor({ state: 'attached' });
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
      expect(await link(met).first().isVisible()).toBe(true);
      await page.emulateMedia({ media: null });
    }, 120_000);

    it('has the visit in the calendar, to which one can subscribe', async () => {
      await hand.press(link('Calendar'));
      await title('Calendar').waitFor();
      await link('Kari Vik (NOR) is to visit Russia, Moscow').waitFor();
      await expectReadable(page);
      await hand.press(page.getByText('Subscribe', { exact: true }));
      const address = await page.getByLabel('Address (iCalendar)').inputValue();
      const calendar = await (await page.request.get(address)).text();
      expect(calendar).toContain('BEGIN:VEVENT');
      expect(calendar).toContain('DTSTART;VALUE=DATE:20301220');
    }, 120_000);

    it('shows every other view without a barrier', async () => {
      for (const view of ['Reports', 'Map', 'People']) {
        await hand.press(link(view));
        await title(view).waitFor();
        await expectReadable(page);
      }
      await hand.press(link('Decisions'));
      await title('Decisions').waitFor();
      await expectReadable(page);
    }, 120_000);

    it('complained of nothing and asked no other host', () => {
      expect(watched.complaints).toEqual([]);
    });
  });
});
