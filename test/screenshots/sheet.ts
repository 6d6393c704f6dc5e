/** The stores' pictures: words of the product beside screenshots of it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { until } from '../extension/support/real-browser.ts';

const OUT = fileURLToPath(new URL('../../extension/listing/', import.meta.url));
const ICON = new URL('../../extension/icons/icon.svg', import.meta.url);
/** Of screenshots in the Chrome Web Store and in Edge Add-ons, and of Chrome's small promotional tile (px). */
const SHEET = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

const PAPER = '#efe9df';
const INK = '#1c1b19';
const ACCENT = '#a3150e';
const SANS = '"Noto Sans",sans-serif';
const SERIF = '"Noto Serif",serif';

/** A screenshot, and how wide it is shown (px). */
export interface Shot {
  png: Uint8Array;
  width: number;
}

const imageOf = ({ png, width }: Shot) =>
  `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" width="${width}" alt="">`;

/** Renders a document without anything from elsewhere, and writes it as `<name>.png`. */
async function write(name: string, page: Page, size: typeof SHEET, html: string): Promise<void> {
  await page.setViewport(size);
  await page.setContent(html);
  await until(() =>
    page.evaluate(
      () => [...document.images].every(({ complete }) => complete) && document.fonts.status === 'loaded',
    ),
  );
  const png = await page.screenshot();
  const file = `${name}.png`;
  const { size: bytes } = await sharp(png)
    .removeAlpha()
    .png({ palette: true, compressionLevel: 9 })
    .toFile(OUT + file);
  console.log(`${file}: ${bytes} bytes`);
}

/**
 * Writes a sheet: a heading and a sentence beside screenshots, which stand side by side, or touch each other like the
 * parts of one window.
 */
export function writeSheet(
  name: string,
  page: Page,
  { lang, title, text, shots, touch = false }: Sheet,
): Promise<void> {
  return write(
    name,
    page,
    SHEET,
    `<!doctype html><html lang="${lang}"><style>
      body{margin:0;height:${SHEET.height}px;display:grid;grid-template-columns:1fr auto;gap:48px;align-items:center;padding:0 56px;background:${PAPER};color:${INK};font:21px/1.5 ${SANS};box-sizing:border-box}
      h1{margin:0 0 18px;padding-top:18px;border-top:6px solid ${ACCENT};font:700 36px/1.2 ${SERIF};text-wrap:balance} p{margin:0}
      div{display:flex;align-items:start;gap:${touch ? 1 : 24}px} div,img{border-radius:8px}
      ${touch ? 'div' : 'img'}{box-shadow:0 10px 40px #0004} ${touch ? 'div{overflow:hidden} img{border-radius:0}' : ''}
      </style><section><h1>${title}</h1><p>${text}</p></section><div>${shots.map(imageOf).join('')}</div></html>`,
  );
}

export interface Sheet {
  lang: 'vi' | 'en';
  title: string;
  text: string;
  shots: Shot[];
  /** Whether the screenshots touch each other. */
  touch?: boolean;
}

/** Writes Chrome's small promotional tile: the icon with a count, and the name. */
export async function writeTile(page: Page, lang: string, title: string, text: string): Promise<void> {
  const icon = await readFile(ICON, 'utf8');
  await write(
    'promo',
    page,
    TILE,
    `<!doctype html><html lang="${lang}"><style>
      body{margin:0;height:${TILE.height}px;display:grid;grid-template-columns:auto 1fr;gap:28px;align-items:center;padding:0 34px;background:${PAPER};color:${INK};border-bottom:10px solid ${ACCENT};box-sizing:border-box}
      figure{position:relative;margin:0} svg{display:block;width:118px}
      b{position:absolute;right:-14px;bottom:-12px;padding:2px 11px;border:4px solid ${PAPER};border-radius:12px;background:${INK};color:#fff;font:700 28px/1.2 ${SANS}}
      h1{margin:0 0 10px;font:700 29px/1.2 ${SERIF};text-wrap:balance} p{margin:0;font:17px/1.4 ${SANS};text-wrap:balance}
      </style><figure>${icon}<b>7</b></figure><section><h1>${title}</h1><p>${text}</p></section></html>`,
  );
}
