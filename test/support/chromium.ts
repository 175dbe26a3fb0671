/** A browser for the tests of the page: Debian's, or what the machine has. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.DEMARCHE_TEST_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const path = places.find((each) => each !== undefined && existsSync(each));

/** In CI a browser must be there; elsewhere its tests are left out, and that is said. */
export const withoutBrowser = path === undefined && process.env.CI === undefined;
if (withoutBrowser) process.stderr.write('No Chromium on this machine: tests of the page are skipped.\n');

/** Root, as whom tests run in CI, has no sandbox. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: path ?? 'chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
