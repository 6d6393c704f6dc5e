/** The pictures of the guides: widgets in imitations of partners' sites, as the guide says to paste them, light and dark. */
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import sharp from 'sharp';
import type { HubSite } from '../demo/hub-site.ts';
import { toWebP } from './to-webp.ts';

const OUT = fileURLToPath(new URL('../../demo/docs/pictures/', import.meta.url));
const MAX_BYTES = 60 * 1024;
/** Of the brightness of a site in light and dark. */
const MIN_DIFFERENCE = 20;
const VIEWPORT = { width: 1080, height: 720 };
/** How much of the site is seen above the widget. */
const ABOVE_PX = 260;

interface Picture {
  /** Of the imitation in `demo/nhung/cms/`, and of the picture. */
  name: string;
  tag: string;
  attributes: Record<string, string>;
  /** Whether it goes into the side column. */
  isSide?: boolean;
}

const NEWS = 'tct-latest-news';
const PICTURES: Picture[] = [
  { name: 'nukeviet', tag: NEWS, attributes: { limit: '5', layout: 'compact', heading: '' }, isSide: true },
  { name: 'wordpress', tag: NEWS, attributes: { limit: '6', layout: 'cards' } },
  { name: 'joomla', tag: NEWS, attributes: { limit: '6', layout: 'compact', heading: '' }, isSide: true },
  { name: 'liferay', tag: NEWS, attributes: { limit: '6', layout: 'headlines' } },
  { name: 'dotnetnuke', tag: 'tct-document-list', attributes: { limit: '10' } },
  { name: 'sharepoint', tag: NEWS, attributes: { limit: '6', layout: 'headlines' } },
  { name: 'plain', tag: NEWS, attributes: { limit: '7', layout: 'headlines' } },
  { name: 'table', tag: NEWS, attributes: { limit: '5' } },
];

/** Puts the widget and the script into the page, and waits until all in view has come. */
async function embed(page: Page, hub: string, { tag, attributes, isSide }: Picture): Promise<void> {
  await page.evaluate(
    (script, tag, attributes, place) => {
      const widget = document.createElement(tag);
      for (const [name, value] of Object.entries({ lang: 'vi', ...attributes }))
        widget.setAttribute(name, value);
      document.querySelector(place)!.append(widget);
      widget.scrollIntoView();
      const element = document.createElement('script');
      element.src = script;
      document.head.append(element);
    },
    `${hub}tct.js`,
    tag,
    attributes,
    isSide ? '#tct-side' : '#tct-here',
  );
  await page.waitForSelector(`${tag}[state=ready]`);
  await page.evaluate(
    (tag, above) => scrollTo(0, document.querySelector(tag)!.getBoundingClientRect().top + scrollY - above),
    tag,
    ABOVE_PX,
  );
  await page.waitForNetworkIdle();
}

/** 0 to 255. */
async function brightness(picture: Buffer): Promise<number> {
  const { channels } = await sharp(picture).greyscale().stats();
  return channels[0]!.mean;
}

/** Takes the pictures of the guides, from the imitations in the hub's folder. */
export async function takeGuidePictures(browser: Browser, hub: HubSite): Promise<void> {
  for (const picture of PICTURES) {
    const taken: Buffer[] = [];
    for (const scheme of ['light', 'dark']) {
      const page = await browser.newPage();
      await page.setViewport(VIEWPORT);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${hub.url}nhung/cms/${picture.name}.html`);
      await embed(page, hub.url, picture);
      taken.push(await toWebP(await page.screenshot(), MAX_BYTES));
      await page.close();
    }
    const [light, dark] = taken as [Buffer, Buffer];
    await writeFile(`${OUT}${picture.name}-light.webp`, light);
    // Most of these sites are light whatever the visitor prefers.
    const isDark = (await brightness(dark)) < (await brightness(light)) - MIN_DIFFERENCE;
    if (!isDark) await rm(`${OUT}${picture.name}-dark.webp`, { force: true });
    else await writeFile(`${OUT}${picture.name}-dark.webp`, dark);
    console.log(`${picture.name}: ${light.length} bytes${isDark ? `, dark ${dark.length}` : ''}`);
  }
}
