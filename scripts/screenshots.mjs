// The pictures of README.md, from a desk that serves the examples: `npm start`, then `node scripts/screenshots.mjs`.
import { chromium } from 'playwright-core';

const desk = process.argv[2] ?? 'http://127.0.0.1:4242';
const ask = async (path) => (await (await fetch(`${desk}/api${path}`)).json()).rows;
const [met] = await ask('/happenings?place=St.%20Petersburg&sort=sources&limit=1');
const report = (await ask('/reports?limit=50')).find(({ headline }) => /a message/u.test(headline));

const wide = { width: 1280, height: 860 };
const pictures = [
  ['dossier', '/dossiers/kuril', wide, 'light'],
  ['happening', `/happenings/${met.id}`, wide, 'light'],
  ['report', `/reports/${report.id}`, wide, 'dark'],
  ['map-narrow', '/map', { width: 360, height: 740 }, 'dark'],
];

const browser = await chromium.launch({
  executablePath: process.env.DEMARCHE_TEST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const [name, path, viewport, colorScheme] of pictures) {
  const page = await browser.newPage({ viewport, colorScheme, locale: 'en-GB' });
  await page.goto(desk + path, { waitUntil: 'load' });
  await page.locator('main h1').waitFor();
  // Drawings come after the words.
  await page.waitForTimeout(2500);
  if (name === 'report') await page.getByRole('link', { name: 'met', exact: true }).hover();
  await page.screenshot({ path: `docs/images/${name}.png` });
  await page.close();
}
await browser.close();
