/** Presets of an IT department, in the built background. */
import { expect } from 'chai';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../core/time/duration.ts';
import { schoolsOf, sourcesOf } from '../../../extension/schools/configuration.ts';
import { installExtension, storeOf } from '../support/installed-extension.ts';

describe('a policy', () => {
  const hub = 'https://tin.truong.example/';
  const list = `${hub}schools/nb/news.json`;
  const cluster = {
    name: 'Cụm',
    schools: [{ id: 'nb', name: 'Ninh Bình', home: 'https://nb.example/', news: list }],
  };

  it('sets a hub without any user action, welcome page or permission', async () => {
    const browser = await installExtension({});
    browser.policy = { hub, firstRun: false, every: 120, notifications: 'nonsense' };
    browser.server.respondAt(`${hub}cluster.json`, () => ({ body: JSON.stringify(cluster) }));
    const items = [{ id: 'nb:1', content_text: '', title: 'Bài', _tct: { school: 'nb' } }];
    browser.server.respondAt(list, ({ headers }) => {
      // Any other header would need a CORS preflight.
      expect([...headers.keys()]).to.deep.equal(['accept']);
      return { body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Tin', items }) };
    });
    browser.fire('runtime.onInstalled', { reason: 'install' });
    await browser.advance(MINUTE_MS);
    expect(browser.openedPages).to.deep.equal([]);
    const store = storeOf(browser);
    expect(schoolsOf(store).find(({ id }) => id === 'nb')).to.include({
      on: true,
      every: 120,
      origin: 'managed',
    });
    expect(store.posts.map(({ key }) => key)).to.deep.equal(['nb:1']);
    const before = browser.server.requestsTo(list).length;
    await browser.advance(5 * HOUR_MS);
    expect(browser.server.requestsTo(list).length - before).to.equal(2);
    expect(browser.errors).to.deep.equal([]);
  });

  it('keeps the hub’s schools and counts failures while its list cannot be read', async () => {
    const browser = await installExtension({});
    browser.policy = { hub };
    let body = JSON.stringify(cluster);
    browser.server.respondAt(`${hub}cluster.json`, () => ({ body }));
    browser.fire('runtime.onInstalled', { reason: 'install' });
    await browser.advance(MINUTE_MS);
    body = '<!doctype html><title>Đang bảo trì</title>';
    await browser.advance(20 * 24 * HOUR_MS);
    const { failures, problem } = storeOf(browser).sources[`${hub}cluster.json`]!.poll;
    expect(problem?.kind).to.equal('not-a-feed');
    expect(failures).to.be.greaterThan(2);
    expect(schoolsOf(storeOf(browser)).map(({ id }) => id)).to.include('nb');
  });

  it('survives a start at which it is not loaded yet, and ends when it is removed', async () => {
    const browser = await installExtension({});
    browser.policy = { hub };
    browser.server.respondAt(`${hub}cluster.json`, () => ({ body: JSON.stringify(cluster) }));
    browser.fire('runtime.onInstalled', { reason: 'install' });
    await browser.advance(MINUTE_MS);
    browser.policy = {};
    await browser.restart();
    expect(storeOf(browser).managed).to.deep.equal({ hub });
    browser.fire('storage.onChanged', { hub: { oldValue: hub } }, 'managed');
    await browser.advance(MINUTE_MS);
    expect(storeOf(browser).managed).to.equal(undefined);
    expect(sourcesOf(storeOf(browser))).to.deep.equal([]);
  });

  it('is optional: without one, installation opens the welcome page', async () => {
    const browser = await installExtension({});
    browser.fire('runtime.onInstalled', { reason: 'install' });
    await browser.advance(MINUTE_MS);
    expect(browser.openedPages).to.deep.equal(['options']);
  });

  describe('in Chromium, which reads it seconds after the installation', () => {
    const install = async (installType: 'normal' | 'development' | 'admin' | 'sideload') => {
      const browser = await installExtension({});
      browser.policy = {};
      browser.installType = installType;
      browser.fire('runtime.onInstalled', { reason: 'install' });
      return browser;
    };

    for (const seconds of [0, 1, 3, 9])
      for (const installType of ['normal', 'development', 'admin', 'sideload'] as const)
        it(`opens no welcome page if it forbids that: ${seconds} s, ${installType}`, async () => {
          const browser = await install(installType);
          await browser.advance(seconds * SECOND_MS);
          browser.policy = { hub, firstRun: false };
          browser.fire('storage.onChanged', { hub: { newValue: hub } }, 'managed');
          await browser.advance(MINUTE_MS);
          expect(browser.openedPages).to.deep.equal([]);
          expect(storeOf(browser).managed).to.deep.equal({ hub, firstRun: false });
          expect(browser.errors).to.deep.equal([]);
        });

    it('opens no welcome page if its arrival is not reported', async () => {
      const browser = await install('normal');
      await browser.advance(4 * SECOND_MS);
      browser.policy = { firstRun: false };
      await browser.advance(MINUTE_MS);
      expect(browser.openedPages).to.deep.equal([]);
    });

    it('opens the welcome page as soon as it arrives and allows that', async () => {
      const browser = await install('admin');
      await browser.advance(SECOND_MS);
      browser.policy = { hub };
      browser.fire('storage.onChanged', { hub: { newValue: hub } }, 'managed');
      await browser.advance(SECOND_MS);
      expect(browser.openedPages).to.deep.equal(['options']);
    });

    it('opens the welcome page without one, unless others installed the extension', async () => {
      for (const installType of ['normal', 'development', 'admin', 'sideload'] as const) {
        const browser = await install(installType);
        await browser.advance(MINUTE_MS);
        const isUsers = installType === 'normal' || installType === 'development';
        expect(browser.openedPages, installType).to.deep.equal(isUsers ? ['options'] : []);
      }
    });
  });
});
