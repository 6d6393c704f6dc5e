/** What pictures of a page depend on besides its code: the browser, and the fonts of the machine. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StatesBrowser } from './states-browser.ts';

const FILE = fileURLToPath(new URL('./kept/made-with.json', import.meta.url));

interface MadeWith {
  /** The browser's major version. */
  chromium: string;
  /** The width of a text in each family, in px. */
  fonts: Record<string, number>;
}

/** What the pictures would be made with here. */
export async function madeWithHere(browser: StatesBrowser): Promise<MadeWith> {
  const fonts = await browser.show({ widget: 'weather', widthPx: 180, scheme: 'light' }, (page) =>
    page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d')!;
      const families = ['serif', 'sans-serif', 'monospace', 'system-ui', '"Noto Serif"', 'emoji'];
      const widths = ['400', '700'].flatMap((weight) =>
        families.map((family) => {
          context.font = `${weight} 100px ${family}`;
          const { width } = context.measureText('Trường Chính trị: Quyết định số 58/QĐ-TCT ⛅ → ★');
          return [`${weight} ${family}`, Math.round(width)] as const;
        }),
      );
      return Object.fromEntries(widths);
    }),
  );
  return { chromium: await browser.majorVersion(), fonts };
}

/** Why pictures taken here cannot be compared with the kept ones; undefined if they can. */
export function whyIncomparable(here: MadeWith): string | undefined {
  if (!existsSync(FILE)) return undefined;
  const kept = JSON.parse(readFileSync(FILE, 'utf8')) as MadeWith;
  if (kept.chromium !== here.chromium)
    return `the kept ones are Chromium ${kept.chromium}’s, this is Chromium ${here.chromium}`;
  const others = Object.keys({ ...kept.fonts, ...here.fonts }).filter(
    (font) => kept.fonts[font] !== here.fonts[font],
  );
  return others.length ? `the kept ones were made with other fonts (${others.join(', ')})` : undefined;
}

export function keepMadeWith(here: MadeWith): void {
  writeFileSync(FILE, `${JSON.stringify(here, null, 2)}\n`);
}
