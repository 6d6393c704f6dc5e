/**
 * `npm run screenshots [name …]`: takes the pictures of the READMEs, of the guides and of the listings in the stores from
 * what is built, and draws the extension's icons.
 */
import puppeteer, { type Browser } from 'puppeteer-core';
import { type HubSite, startHubSite } from '../demo/hub-site.ts';
import { FLAGS, pathOf } from '../runner/browsers.ts';
import { takeGuidePictures } from './guides.ts';
import { drawIcons } from './icons.ts';
import { takeListingPictures } from './listing.ts';
import { takeReadmePictures } from './readme.ts';

async function withHub(take: (browser: Browser, hub: HubSite) => Promise<void>): Promise<void> {
  const hub = await startHubSite();
  const browser = await puppeteer.launch({
    executablePath: await pathOf('chromium'),
    args: FLAGS,
    pipe: true,
  });
  try {
    await take(browser, hub);
  } finally {
    await browser.close();
    await hub.stop();
  }
}

const PICTURES: Record<string, () => Promise<void>> = {
  icons: drawIcons,
  listing: () => withHub((_, hub) => takeListingPictures(hub)),
  readme: () => withHub(takeReadmePictures),
  guides: () => withHub(takeGuidePictures),
};

const wanted = process.argv.slice(2);
for (const [name, take] of Object.entries(PICTURES))
  if (!wanted.length || wanted.includes(name)) await take();
