/**
 * Takes the screenshots of the store listing from the built extension with sample posts, at the stores' 1280 × 800 px:
 * `npx tsx test/screenshots/listing.ts`.
 */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { emptyStore, type Store } from '../../extension/store/schema.ts';
import { openPage, writeStore } from '../extension/support/extension-page.ts';
import { RealBrowser, until } from '../extension/support/real-browser.ts';
import { WordPress } from '../sites/wordpress.ts';
import { sampleStore } from './sample-store.ts';

const OUT = fileURLToPath(new URL('../../extension/listing/', import.meta.url));
const site = await new WordPress().start();
const browser = await RealBrowser.start('Chromium');
try {
  const picture = async (path: string, store: Store, width: number, height: number, dark = false) => {
    await writeStore(browser, store);
    const page = await openPage(browser, path, width, height);
    await page.setViewport({ width, height, deviceScaleFactor: 1.25 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    await until(() => page.evaluate(() => document.fonts.status === 'loaded'));
    await until(() =>
      page.evaluate(() =>
        [...document.querySelectorAll('tct-latest-news')].every((widget) =>
          [...widget.shadowRoot!.querySelectorAll('img')].every((image) =>
            image.loading === 'lazy'
              ? image.complete || image.getBoundingClientRect().top > innerHeight
              : true,
          ),
        ),
      ),
    );
    const png = await page.screenshot({ encoding: 'base64' });
    await page.close();
    return `data:image/png;base64,${png}`;
  };
  /** Composes a picture of the listing: text beside screenshots. */
  const sheet = async (
    name: string,
    lang: string,
    title: string,
    text: string,
    pictures: { src: string; width: number }[],
  ) => {
    const page = await browser.open(site.url('/robots.txt'));
    await page.setViewport({ width: 1280, height: 800 });
    const images = pictures.map(({ src, width }) => `<img src="${src}" width="${width}">`).join('');
    await page.setContent(`<!doctype html><html lang="${lang}"><style>
      body{margin:0;height:800px;display:grid;grid-template-columns:${pictures[0]!.width > 500 ? '300px 1fr' : '1fr auto'};gap:48px;align-items:center;padding:0 56px;background:#efe9df;color:#1c1b19;font:22px/1.5 "Noto Sans",sans-serif;box-sizing:border-box}
      h1{margin:0 0 18px;padding-top:18px;border-top:6px solid #a3150e;font:700 42px/1.2 "Noto Serif",serif;text-wrap:balance} p{margin:0}
      div{display:flex;gap:24px;justify-content:end} img{border-radius:8px;box-shadow:0 10px 40px #0004}
      </style><section><h1>${title}</h1><p>${text}</p></section><div>${images}</div></html>`);
    await until(() => page.evaluate(() => [...document.images].every((image) => image.complete)));
    const png = await page.screenshot();
    await page.close();
    await sharp(png)
      .png({ palette: true, compressionLevel: 9 })
      .toFile(join(OUT, `${name}.png`));
  };

  const popup = 'popup/index.html';
  const options = 'options/index.html';
  const vi = sampleStore(site, 'vi');
  const en = sampleStore(site, 'en');
  const fine = (store: Store): Store => ({
    ...store,
    sources: Object.fromEntries(
      Object.entries(store.sources).map(([url, state]) => [
        url,
        { ...state, poll: { ...state.poll, failures: 0 } },
      ]),
    ),
  });
  const welcome = (lang: 'vi' | 'en'): Store => ({
    ...emptyStore(),
    settings: { ...emptyStore().settings, lang },
  });

  await sheet(
    'vi-1',
    'vi',
    'Tin các trường, ngay trên thanh công cụ',
    'Bài chưa đọc đứng trước, xếp theo ngày. Một lần bấm là đọc, một phím là xong.',
    [{ src: await picture(popup, fine(vi), 380, 600), width: 400 }],
  );
  await sheet(
    'vi-2',
    'vi',
    'Dịu mắt khi làm khuya',
    'Sáng hay tối theo máy. Bàn phím và trình đọc màn hình dùng được mọi chỗ.',
    [{ src: await picture(popup, fine(vi), 380, 600, true), width: 400 }],
  );
  await sheet(
    'vi-3',
    'vi',
    'Một địa chỉ, cả cụm trường',
    'Dán địa chỉ trạm thu tin, hoặc chọn từng trường. Không cần quyền nào lúc cài.',
    [{ src: await picture(options, welcome('vi'), 780, 640), width: 800 }],
  );
  await sheet(
    'vi-4',
    'vi',
    'Nguồn nào lỗi, nói rõ vì sao',
    'Kiểm tra lần cuối, lần đọc tới, số bài, lý do và việc cần làm. Trường lỗi không ảnh hưởng đến trường khác.',
    [{ src: await picture(options, vi, 780, 640), width: 800 }],
  );
  await sheet(
    'en-1',
    'en',
    'The schools’ news, in your toolbar',
    'Unread first, day by day. One click to read, one key and it is done.',
    [{ src: await picture(popup, fine(en), 380, 600), width: 400 }],
  );
  await sheet(
    'en-2',
    'en',
    'What fails says why',
    'Last checked, next, how many posts, the reason and what to do. One that fails holds up no other.',
    [{ src: await picture(options, en, 780, 640), width: 800 }],
  );
} finally {
  await browser.stop();
  await site.stop();
}
