/** The pictures of the listings in the stores, from the built extension with sample posts. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { emptyStore, type Store } from '../../extension/store/schema.ts';
import { backgroundWords } from '../../extension/words/background-words.ts';
import type { HubSite } from '../demo/hub-site.ts';
import { openPage, writeStore } from '../extension/support/extension-page.ts';
import { RealBrowser, until } from '../extension/support/real-browser.ts';
import { WordPress } from '../sites/wordpress.ts';
import { sampleStore } from './sample-store.ts';
import { type Shot, writeSheet, writeTile } from './sheet.ts';

const MANIFEST = fileURLToPath(new URL('../../dist/extension/chrome/manifest.json', import.meta.url));
const POPUP = 'popup/index.html';
const OPTIONS = 'options/index.html';
/** Screenshots are taken larger than they are shown, so that text stays sharp. */
const SCALE = 1.25;

const WORDS = {
  vi: [
    [
      'Tin các trường, ngay trên thanh công cụ',
      'Bài chưa đọc đứng trước, xếp theo ngày. Sáng hay tối theo máy.',
    ],
    ['Ở cạnh trang đang xem', 'Danh sách mở ở bên, bài mới tự hiện thêm. Bài có từ khóa được đánh dấu.'],
    ['Hai cột, khi cần đọc nhiều', 'Mở trong một thẻ riêng. Lọc theo trường, tìm không cần gõ dấu.'],
    [
      'Một địa chỉ, cả cụm trường',
      'Dán địa chỉ trạm thu tin, hoặc chọn từng trường. Không cần quyền nào lúc cài.',
    ],
    [
      'Nguồn nào lỗi, nói rõ vì sao',
      'Lần kiểm tra cuối, lần đọc tới, lý do và việc cần làm. Trường lỗi không ảnh hưởng đến trường khác.',
    ],
  ],
  en: [
    ['The schools’ news, in your toolbar', 'Unread first, day by day. Light or dark, like your computer.'],
    [
      'Beside the page you are viewing',
      'The list opens at the side and stays up to date. Posts with your watch words are marked.',
    ],
    [
      'Two columns, when there is much to read',
      'In a tab of its own. Filter by school, search without diacritics.',
    ],
    [
      'One address for all schools',
      'Paste the address of the hub, or choose schools one by one. No permission at installation.',
    ],
    [
      'What fails says why',
      'Last checked, next, the reason and what to do. One that fails holds up no other.',
    ],
  ],
} as const;

/** Where the manifest has the side panel. */
async function sidePanel(): Promise<string> {
  const { side_panel } = JSON.parse(await readFile(MANIFEST, 'utf8')) as {
    side_panel?: { default_path: string };
  };
  return side_panel?.default_path ?? POPUP;
}

/** A store in which all sources are well. */
const withoutFaults = (store: Store): Store => ({
  ...store,
  sources: Object.fromEntries(
    Object.entries(store.sources).map(([url, { poll, ...state }]) => {
      const { problem: _, ...good } = poll;
      return [url, { ...state, poll: { ...good, failures: 0, succeeded: poll.checked } }];
    }),
  ),
});

/** Writes the five sheets of each language and the tile. The page beside the side panel is one of the hub's imitations. */
export async function takeListingPictures({ url }: HubSite): Promise<void> {
  const site = await new WordPress().start();
  const browser = await RealBrowser.start('Chromium');
  try {
    const shot = async (path: string, width: number, height: number, shownWidth: number, dark = false) => {
      const page = path.startsWith('http')
        ? await browser.open(path)
        : await openPage(browser, path, width, height);
      await page.setViewport({ width, height, deviceScaleFactor: SCALE });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
      await page.waitForNetworkIdle();
      await until(() => page.evaluate(() => document.fonts.status === 'loaded'));
      const png = await page.screenshot();
      await page.close();
      return { png, width: shownWidth } satisfies Shot;
    };
    const panel = await sidePanel();
    const canvas = await browser.open(site.url('/robots.txt'));
    for (const lang of ['vi', 'en'] as const) {
      const sheet = (index: number, shots: Shot[], touch = false) => {
        const [title, text] = WORDS[lang][index]!;
        return writeSheet(`${lang}-${index + 1}`, canvas, { lang, title, text, shots, touch });
      };
      const store = sampleStore(site, lang);
      await writeStore(browser, withoutFaults(store));
      await sheet(0, [await shot(POPUP, 380, 600, 380), await shot(POPUP, 380, 600, 380, true)]);
      await sheet(
        1,
        [await shot(`${url}nhung/cms/wordpress.html`, 780, 1083, 468), await shot(panel, 360, 650, 360)],
        true,
      );
      await sheet(2, [await shot(POPUP, 1120, 640, 830)]);
      await writeStore(browser, store);
      await sheet(4, [await shot(OPTIONS, 860, 720, 830)]);
      const empty = emptyStore();
      await writeStore(browser, { ...empty, settings: { ...empty.settings, lang } });
      await sheet(3, [await shot(OPTIONS, 860, 720, 830)]);
    }
    await writeTile(canvas, 'vi', backgroundWords.vi.name, 'Bài mới, văn bản mới, ngay trên thanh công cụ');
  } finally {
    await browser.stop();
    await site.stop();
  }
}
