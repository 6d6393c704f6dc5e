import type { Page } from 'puppeteer-core';
import sharp, { type Sharp } from 'sharp';

/** A line that moves by a pixel still changes its grey, and all kept pictures together stay below 4 MB. */
const SCALE = 0.25;

/** Boxes alone, at whole pixels: the height of one must not blur the lines of those below it. */
const BARE_PAGE = `
  header, figcaption { display: none }
  body { padding: 0 }
  #cells { margin: 0 }`;

/** Takes a picture of every box on the page, by the id of the box. */
export async function takePictures(page: Page): Promise<Map<string, Sharp>> {
  await page.addStyleTag({ content: BARE_PAGE });
  const boxes = await page.evaluate(() => {
    const figures = [...document.querySelectorAll('figure')];
    const heights = figures.map((figure) => Math.ceil(figure.getBoundingClientRect().height));
    for (const [index, figure] of figures.entries()) figure.style.height = `${heights[index]}px`;
    return [...document.querySelectorAll('.cell')].map((cell) => {
      const { left, top, width, height } = cell.getBoundingClientRect();
      return { id: cell.id, left, top, width: Math.ceil(width), height: Math.ceil(height) };
    });
  });
  const width = Math.max(...boxes.map((box) => box.left + box.width));
  const height = Math.max(...boxes.map((box) => box.top + box.height));
  // One for all: one each would take a minute longer.
  const screenshot = await page.screenshot({
    clip: { x: 0, y: 0, width, height },
    captureBeyondViewport: false,
    optimizeForSpeed: true,
  });
  const { data, info } = await sharp(screenshot, { limitInputPixels: false })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return new Map(
    boxes.map(({ id, ...box }) => [
      id,
      sharp(data, { raw, limitInputPixels: false })
        .extract(box)
        .resize({ width: Math.round(box.width * SCALE), kernel: 'linear' }),
    ]),
  );
}
