/** One notification a day in place of single ones. */
import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { nextNotification, takeNotification } from '../../../extension/background/notify.ts';
import { pause, setRead, setSchool, setSettings } from '../../../extension/store/changes.ts';
import type { Settings, Store } from '../../../extension/store/schema.ts';
import { backgroundWords } from '../../../extension/words/background-words.ts';
import type { FakeBrowser } from '../support/fake-browser.ts';
import { editStore, installExtension, NOW, storeOf } from '../support/installed-extension.ts';
import { rss } from '../support/rss.ts';
import { FEED, storeWithUnread } from '../support/unread-store.ts';

const { vi } = backgroundWords;
/** The day before, in Vietnam: at `NOW` it is 10:00. */
const YESTERDAY = NOW - DAY_MS;
const QUIET: Settings['quiet'] = { on: true, from: 18, to: 7, weekends: true };
/** From a Monday at 10:00 to a Saturday. */
const SATURDAY = NOW + 5 * DAY_MS;

describe('the digest', () => {
  const withDigest = (digest: number, count = 3, settings: Partial<Settings> = {}): Store => ({
    ...setSettings(storeWithUnread(count), { notifications: true, digest, ...settings }),
    digested: YESTERDAY,
  });
  const titleAt = (store: Store, now: number) => takeNotification(store, now, vi).notification?.title;

  it('waits for its hour, then announces all unread posts by school, once a day', () => {
    const before = takeNotification(withDigest(14), NOW, vi);
    expect(before.notification).to.equal(undefined);
    const read = setRead(before.store, ['tct:0'], true);
    const { store, notification } = takeNotification(read, NOW + 4 * HOUR_MS, vi);
    expect(notification).to.deep.equal({
      title: 'Tin trong ngày: 2 bài mới',
      message: 'Trường A: 2 bài mới',
    });
    const later: Store = { ...store, untold: ['tct:2'] };
    expect(titleAt(later, NOW + 5 * HOUR_MS)).to.equal(undefined);
    expect(titleAt(later, NOW + 27 * HOUR_MS)).to.equal(undefined);
    expect(titleAt(later, NOW + 28 * HOUR_MS)).to.equal('Tin trong ngày: 1 bài mới');
  });

  it('comes later the same day, or the next day at its hour', () => {
    expect(titleAt(withDigest(8), NOW)).to.equal('Tin trong ngày: 3 bài mới');
    const nextMorning = NOW + DAY_MS - 3 * HOUR_MS;
    expect(titleAt(withDigest(8), nextMorning)).to.equal(undefined);
    expect(titleAt(withDigest(8), nextMorning + HOUR_MS)).to.equal('Tin trong ngày: 3 bài mới');
  });

  it('does not come at once when it is chosen after its hour', () => {
    const { digested: _, ...chosen } = withDigest(8);
    const { store, notification } = takeNotification(chosen, NOW, vi);
    expect(notification).to.equal(undefined);
    expect(titleAt(store, NOW + HOUR_MS)).to.equal(undefined);
    expect(titleAt(store, NOW + 22 * HOUR_MS)).to.equal('Tin trong ngày: 3 bài mới');
  });

  it('counts a day without new posts as well', () => {
    const { store } = takeNotification(withDigest(8, 0), NOW, vi);
    const later = { ...store, posts: storeWithUnread(1).posts, untold: ['tct:0'] };
    expect(titleAt(later, NOW + HOUR_MS)).to.equal(undefined);
    expect(titleAt(later, NOW + DAY_MS)).to.equal('Tin trong ngày: 1 bài mới');
  });

  it('may come in quiet hours, but not on a quiet day nor during a pause', () => {
    const evening = NOW + 10 * HOUR_MS;
    expect(titleAt(withDigest(20, 1, { quiet: QUIET }), evening)).to.equal('Tin trong ngày: 1 bài mới');
    const saturday = takeNotification(withDigest(8, 2, { quiet: QUIET }), SATURDAY, vi);
    expect(saturday.notification).to.equal(undefined);
    expect(titleAt(saturday.store, NOW + 7 * DAY_MS)).to.equal('Tin trong ngày: 2 bài mới');
    const loud = setSchool(withDigest(8, 2, { quiet: QUIET }), 'tct', { quiet: false });
    expect(titleAt(loud, SATURDAY)).to.equal('Tin trong ngày: 2 bài mới');
    const paused = pause(withDigest(8), NOW + HOUR_MS);
    expect(titleAt(paused, NOW)).to.equal(undefined);
    expect(titleAt(paused, NOW + HOUR_MS)).to.equal('Tin trong ngày: 3 bài mới');
  });

  it('does not come late in quiet hours, but at their end if that is the same day', () => {
    const noon = { ...QUIET, from: 13, to: 14 };
    const nap = NOW + 3.5 * HOUR_MS;
    const { store, notification } = takeNotification(withDigest(12, 1, { quiet: noon }), nap, vi);
    expect(notification).to.equal(undefined);
    expect(nextNotification(store, nap)).to.equal(NOW + 4 * HOUR_MS);
    expect(titleAt(store, NOW + 4 * HOUR_MS)).to.equal('Tin trong ngày: 1 bài mới');
    const late = takeNotification(withDigest(17, 1, { quiet: QUIET }), NOW + 12 * HOUR_MS, vi).store;
    expect(titleAt(late, NOW + DAY_MS)).to.equal(undefined);
    expect(titleAt(late, NOW + DAY_MS + 7 * HOUR_MS)).to.equal('Tin trong ngày: 1 bài mới');
  });

  it('survives a clock that was years ahead', () => {
    const { store } = takeNotification({ ...withDigest(8), digested: NOW + 999 * DAY_MS }, NOW, vi);
    expect(titleAt(store, NOW + DAY_MS)).to.equal('Tin trong ngày: 3 bài mới');
  });

  it('ends at once when it is switched off', () => {
    const { store } = takeNotification(withDigest(14), NOW, vi);
    const { digest: _, ...settings } = store.settings;
    const off = takeNotification({ ...store, settings }, NOW, vi);
    expect(off.notification?.title).to.equal('3 bài mới');
    expect(off.store).not.to.have.property('digested');
  });

  it('is preset by a policy', () => {
    const store: Store = { ...withDigest(14), managed: { digest: 9 } };
    expect(titleAt(store, NOW)).to.equal('Tin trong ngày: 3 bài mới');
  });

  describe('in the background', () => {
    let browser: FakeBrowser;
    let count: number;
    const shown = () =>
      browser.notifications.map(({ title, at }) => [title, (at - NOW + 10 * HOUR_MS) / HOUR_MS]);

    async function install(): Promise<void> {
      count = 1;
      browser = await installExtension({}, { granted: ['notifications', '*://truong.example/*'] });
      browser.server.respondAt(FEED, () => ({
        body: rss(Array.from({ length: count }, (_, index) => ({ guid: `${index}`, title: `Bài ${index}` }))),
      }));
      const store = setSettings(storeWithUnread(0), { notifications: true, digest: 14 });
      await browser.writeStore(setSchool(store, 'tct', { every: 24 * 60 }));
      await browser.advance(MINUTE_MS);
    }

    beforeEach(install);

    it('wakes the worker at its hour although no source is due', async () => {
      await editStore(browser, (store) => ({ ...store, ...pickUnread(storeWithUnread(2)) }));
      browser.killWorker();
      await browser.advance(2 * DAY_MS);
      expect(shown()).to.deep.equal([['Tin trong ngày: 2 bài mới', 14]]);
    });

    it('is shown at the next wake of a computer that slept', async () => {
      await editStore(browser, (store) => ({ ...store, ...pickUnread(storeWithUnread(2)) }));
      await browser.sleep(7.5 * HOUR_MS);
      await browser.advance(2 * DAY_MS);
      expect(shown()[0]![0]).to.equal('Tin trong ngày: 2 bài mới');
      expect(shown()[0]![1]).to.be.within(17.5, 18);
      expect(shown()).to.have.length(1);
    });

    it('includes what it finds at that time, whenever its worker dies', async () => {
      for (let step = 1; step < 14; step++) {
        await install();
        count = 3;
        await browser.advance(DAY_MS + 2 * HOUR_MS);
        browser.dieAtStep = browser.steps + step;
        await browser.advance(DAY_MS);
        expect(browser.deaths).to.equal(1);
        const [first, ...repeated] = shown();
        expect(first![0]).to.equal('Tin trong ngày: 2 bài mới', `death at step ${step}`);
        expect(first![1]).to.be.within(38, 38.6);
        // The browser shows the same id in the same place.
        for (const again of repeated) expect(again[0]).to.equal(first![0]);
        expect(storeOf(browser).untold).to.deep.equal([]);
      }
    });
  });
});

const pickUnread = ({ posts, untold }: Store) => ({ posts, untold });
