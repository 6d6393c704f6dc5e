/** `npm run screenshots`: takes the pictures of the READMEs and of the guides from what is built. */
import puppeteer from 'puppeteer-core';
import { startHubSite } from '../demo/hub-site.ts';
import { FLAGS, pathOf } from '../runner/browsers.ts';
import { takeGuidePictures } from './guides.ts';
import { takeReadmePictures } from './readme.ts';

const hub = await startHubSite();
const browser = await puppeteer.launch({ executablePath: await pathOf('chromium'), args: FLAGS, pipe: true });
try {
  await takeReadmePictures(browser, hub);
  await takeGuidePictures(browser, hub);
} finally {
  await browser.close();
  await hub.stop();
}
