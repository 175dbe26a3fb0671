import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBrowser } from '../support/chromium.js';
import { about, actor, happenings, months, places } from './answers.js';
import { type Browsing, browse, type Opened } from './support.js';

const person = '/people/person%7Cana%20torres%7CCHL';
const common = { '/about': about, '/dossiers': { rows: [] }, '/months': months, '/places': places };
const ofPerson = (count: number) => ({
  ...common,
  '/actors/person|ana torres|CHL': actor,
  '/happenings': happenings(count),
  '/happenings/h0': {},
  '/statements': { rows: [] },
});
const onMap = { ...common, '/happenings': happenings(3) };

describe.skipIf(withoutBrowser)('charts in a browser', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await browse();
  });
  afterAll(() => browsing?.close());

  const timeline = ({ page }: Opened) => page.getByRole('listbox', { name: /Happenings with/u });
  const map = ({ page }: Opened) => page.getByRole('listbox', { name: /Map of places/u });

  it('draws under a policy that takes styles from files alone', async () => {
    for (const [path, answers] of [
      [person, ofPerson(40)],
      ['/map', onMap],
    ] as const) {
      const opened = await browsing.open(path, answers);
      await opened.page.locator('.drawing svg').first().waitFor();
      await opened.page.locator('.drawing svg [aria-label="dot"]').first().waitFor({ state: 'attached' });
      expect(await opened.page.locator('body style').count()).toBe(0);
      expect(opened.complaints).toEqual([]);
      await opened.page.close();
    }
  });

  it('is gone through and opened by keyboard, one entry told at a time', async () => {
    const opened = await browsing.open(person, ofPerson(40));
    const list = timeline(opened);
    await list.focus();
    const option = list.getByRole('option');
    expect(await option.textContent()).toMatch(/^Minister 0 met minister 1\. 1 January 2021, occurred/u);
    await opened.page.keyboard.press('ArrowRight');
    await opened.page.keyboard.press('ArrowRight');
    expect(await option.getAttribute('aria-posinset')).toBe('3');
    expect(await option.getAttribute('aria-setsize')).toBe('40');
    await opened.page.keyboard.press('End');
    expect(await option.getAttribute('aria-posinset')).toBe('40');
    await opened.page.keyboard.press('Home');
    await opened.page.keyboard.press('Enter');
    await opened.page.waitForURL('**/happenings/h0');
    await opened.page.close();
  });

  it('zooms by buttons, keys, wheel and drag', async () => {
    const opened = await browsing.open(person, ofPerson(300));
    const { page } = opened;
    const list = timeline(opened);
    await list.locator('svg').waitFor();
    const count = async (): Promise<number> => {
      const text = await list.locator('svg').textContent();
      return [...(text ?? '').matchAll(/· (\d+)/gu)].reduce((sum, [, found]) => sum + Number(found), 0);
    };
    expect(await count()).toBe(300);
    await page.getByRole('button', { name: 'Closer' }).click();
    await expect.poll(count).toBeLessThan(200);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(count).toBe(300);
    await list.focus();
    await page.keyboard.press('+');
    await expect.poll(count).toBeLessThan(200);
    await page.keyboard.press('0');
    await expect.poll(count).toBe(300);
    const box = await list.locator('svg').boundingBox();
    if (box === null) throw new Error('the timeline is not drawn');
    await page.mouse.move(box.x + 300, box.y + 60);
    await page.mouse.wheel(0, -400);
    expect(await count()).toBe(300);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await expect.poll(count).toBeLessThan(200);
    await page.keyboard.press('0');
    await expect.poll(count).toBe(300);
    await page.mouse.move(box.x + 200, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await expect.poll(count).toBeLessThan(60);
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  it('counts five thousand entries, and opens a part of them', async () => {
    const opened = await browsing.open(person, ofPerson(5000));
    const list = timeline(opened);
    await expect.poll(() => list.locator('svg').textContent()).toMatch(/Happened · \d+ by (?:day|week)/u);
    await list.focus();
    await opened.page.keyboard.press('Enter');
    await expect.poll(() => list.locator('svg').textContent()).not.toMatch(/by week/u);
    await opened.page.close();
  });

  it('says the same in a table', async () => {
    const opened = await browsing.open(person, ofPerson(120));
    await opened.page.getByText('As a table').click();
    await expect.poll(() => opened.page.locator('.timeline tbody tr').count()).toBe(100);
    await opened.page.getByRole('button', { name: 'Show 20 more of 120' }).click();
    await expect.poll(() => opened.page.locator('.timeline tbody tr').count()).toBe(120);
    await opened.page.close();
  });

  it('opens a place of the map by keyboard and by hand, and lists what happened there', async () => {
    const opened = await browsing.open('/map', onMap);
    const { page } = opened;
    await map(opened).focus();
    expect(await map(opened).getByRole('option').textContent()).toBe('Port Vell: 9 happenings');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/map?at=2');
    await page.getByRole('heading', { name: 'Mirandela, Portugal' }).waitFor();
    expect(opened.asked('/happenings').at(-1)?.get('place')).toBe('2');
    const circle = map(opened).locator('circle').first();
    const [x, y] = [Number(await circle.getAttribute('cx')), Number(await circle.getAttribute('cy'))];
    await map(opened).locator('svg').click({ position: { x, y } });
    await page.waitForURL('**/map?at=1');
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  it('takes a part of time with a slider, and asks for its days', async () => {
    const opened = await browsing.open('/map', onMap);
    const { page } = opened;
    await page.getByRole('slider', { name: 'First month' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**/map?since=2021-02-01&until=2021-06-30');
    await expect.poll(() => opened.asked('/places').at(-1)?.get('since')).toBe('2021-02-01');
    await page.getByRole('button', { name: 'All times' }).click();
    await page.waitForURL(/\/map$/u);
    await page.close();
  });

  it('zooms with two fingers', async () => {
    const opened = await browsing.open('/map', onMap, { width: 400, height: 800 });
    const session = await opened.page.context().newCDPSession(opened.page);
    const fingers = (apart: number) => [-1, 1].map((side, id) => ({ x: x + side * apart, y, id }));
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await opened.page.getByRole('button', { name: 'World' }).click();
    const world = opened.page.getByRole('button', { name: 'World', pressed: true });
    await world.waitFor();
    const box = await map(opened).locator('svg').boundingBox();
    if (box === null) throw new Error('the map is not drawn');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await touch('touchStart', fingers(40));
    for (const apart of [60, 80, 100, 120]) await touch('touchMove', fingers(apart));
    await touch('touchEnd', []);
    await expect.poll(() => world.count()).toBe(0);
    await opened.page.close();
  });

  it('fits a page of 360 pixels', async () => {
    for (const [path, answers] of [
      [person, ofPerson(40)],
      ['/map?at=1', onMap],
    ] as const) {
      const { page } = await browsing.open(path, answers, { width: 360, height: 740 });
      await page.locator('.drawing svg').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      await page.close();
    }
  });
});
