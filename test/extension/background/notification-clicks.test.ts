/** What a click on a notification opens, in the built background. */
import { expect } from 'chai';
import { MINUTE_MS } from '../../../core/time/duration.ts';
import { setSettings } from '../../../extension/store/changes.ts';
import type { FakeBrowser } from '../support/fake-browser.ts';
import { installExtension, storeOf, unreadTitles } from '../support/installed-extension.ts';
import { storeWithUnread } from '../support/unread-store.ts';

const PANEL = 'chrome-extension://tct/popup/index.html';

describe('a click on a notification', () => {
  let browser: FakeBrowser;

  /** Announces a number of posts, then clicks the notification in a worker that has just started. */
  async function announce(count: number, link?: string): Promise<string> {
    const store = setSettings(storeWithUnread(count), { notifications: true });
    for (const { item } of store.posts) Object.assign(item, { title: 'Bài', ...(link && { url: link }) });
    await browser.writeStore({ ...store, posts: [...storeOf(browser).posts, ...store.posts] });
    await browser.advance(MINUTE_MS);
    browser.killWorker();
    return browser.notifications.at(-1)!.id;
  }

  async function click(id: string): Promise<void> {
    browser.fire('notifications.onClicked', id);
    await browser.settle();
  }

  beforeEach(async () => {
    browser = await installExtension({}, { granted: ['notifications'] });
  });

  it('of one post opens that post and marks it as read', async () => {
    await click(await announce(1, 'https://truong.example/bai-1'));
    expect(browser.openedPages).to.deep.equal(['https://truong.example/bai-1']);
    expect(unreadTitles(browser)).to.deep.equal([]);
    expect(browser.errors).to.deep.equal([]);
  });

  it('of several opens the list and leaves them unread', async () => {
    await click(await announce(3, 'https://truong.example/bai-1'));
    expect(browser.openedPages).to.deep.equal([PANEL]);
    expect(unreadTitles(browser)).to.have.length(3);
  });

  it('of a post that has no page, or is gone, opens the list', async () => {
    const id = await announce(1);
    await click(id);
    expect(browser.openedPages).to.deep.equal([PANEL]);
    expect(unreadTitles(browser)).to.have.length(1);
    await browser.writeStore({ ...storeOf(browser), posts: [] });
    await click(id);
    expect(browser.openedPages).to.deep.equal([PANEL]);
  });

  it('opens the list in one tab, however often it is clicked', async () => {
    const id = await announce(3);
    browser.fire('notifications.onClicked', id);
    await click(id);
    expect(browser.openedPages).to.deep.equal([PANEL]);
    const [tab] = browser.tabs;
    tab!.active = false;
    browser.killWorker();
    await click(id);
    expect(browser.tabs.map(({ url, active }) => [url, active])).to.deep.equal([[PANEL, true]]);
    // The user leaves the list in that tab.
    tab!.url = 'https://truong.example/';
    await click(id);
    expect(browser.tabs.map(({ url }) => url)).to.deep.equal(['https://truong.example/', PANEL]);
  });

  it('opens a window if the browser has none', async () => {
    const id = await announce(3);
    browser.windows = [];
    await click(id);
    expect(browser.openedPages).to.deep.equal([PANEL]);
    expect(browser.windows).to.have.length(1);
    expect(browser.errors).to.deep.equal([]);
  });

  it('leads to the right post if notifications of several posts are open', async () => {
    const first = await announce(1, 'https://truong.example/bai-1');
    const store = storeOf(browser);
    const [post] = store.posts;
    const other = { ...post!, key: 'tct:khác', item: { ...post!.item, url: 'https://truong.example/bai-2' } };
    await browser.writeStore({ ...store, posts: [...store.posts, other], untold: [other.key] });
    await browser.writeStore(setSettings(storeOf(browser), { letters: false }));
    await browser.advance(MINUTE_MS);
    const second = browser.notifications.at(-1)!.id;
    expect(second).not.to.equal(first);
    await click(first);
    await click(second);
    expect(browser.openedPages).to.deep.equal([
      'https://truong.example/bai-1',
      'https://truong.example/bai-2',
    ]);
  });
});
