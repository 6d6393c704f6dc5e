/** The pictures of the READMEs: the widgets on a school's page, the builder, the popup, light and dark. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import type { HubSite } from '../demo/hub-site.ts';
import { openPage, writeStore } from '../extension/support/extension-page.ts';
import { RealBrowser } from '../extension/support/real-browser.ts';
import { WordPress } from '../sites/wordpress.ts';
import { sampleStore } from './sample-store.ts';
import { toWebP } from './to-webp.ts';

const OUT = fileURLToPath(new URL('../../demo/pictures/', import.meta.url));
const PAGES = fileURLToPath(new URL('../../demo/pages/', import.meta.url));
const MAX_BYTES = 130 * 1024;
const SCHOOL_PAGE = { width: 1180, height: 1180 };
const BUILDER = { width: 1180, height: 860 };
const POPUP = { width: 380, height: 560, deviceScaleFactor: 2 };

/** Takes the picture of a page in both schemes. */
async function takeBoth(name: string, page: Page): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.waitForNetworkIdle();
    const webp = await toWebP(await page.screenshot(), MAX_BYTES);
    await writeFile(join(OUT, `${name}-${scheme}.webp`), webp);
    console.log(`${name}, ${scheme}: ${webp.length} bytes`);
  }
  await page.close();
}

/** The demo's page of a school, in the hub's folder. */
async function takeSchoolPage(browser: Browser, { out, url }: HubSite): Promise<void> {
  await mkdir(join(out, 'pages'), { recursive: true });
  await writeFile(join(out, 'pages/school.css'), await readFile(join(PAGES, 'school.css')));
  const html = await readFile(join(PAGES, 'school.html'), 'utf8');
  await writeFile(join(out, 'pages/school.html'), html.replaceAll('../hub/', '../'));
  const page = await browser.newPage();
  await page.setViewport(SCHOOL_PAGE);
  await page.goto(`${url}pages/school.html`);
  for (const tag of ['tct-latest-news', 'tct-weather', 'tct-document-list'])
    await page.waitForSelector(`${tag}[state=ready]`);
  await takeBoth('school', page);
}

async function takeBuilder(browser: Browser, { url }: HubSite): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport(BUILDER);
  await page.goto(`${url}nhung/`);
  await page.waitForNetworkIdle();
  await takeBoth('builder', page);
}

async function takePopup(): Promise<void> {
  const site = await new WordPress().start();
  const browser = await RealBrowser.start('Chromium');
  try {
    await writeStore(browser, sampleStore(site, 'vi'));
    const page = await openPage(browser, 'popup/index.html', POPUP.width, POPUP.height);
    await page.setViewport(POPUP);
    await takeBoth('popup', page);
  } finally {
    await browser.stop();
    await site.stop();
  }
}

export async function takeReadmePictures(browser: Browser, hub: HubSite): Promise<void> {
  await mkdir(OUT, { recursive: true });
  await takeSchoolPage(browser, hub);
  await takeBuilder(browser, hub);
  await takePopup();
}
