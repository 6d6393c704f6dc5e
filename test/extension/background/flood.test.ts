/** A source that delivers too much costs only itself, in the built background. */
import { expect } from 'chai';
import { HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { MAX_ITEMS } from '../../../extension/store/schema.ts';
import { installExtension, NOW, storeOf, unreadTitles } from '../support/installed-extension.ts';

const FLOOD = 'https://lut.example/rss';
const GOOD = 'https://tot.example/rss';

const json = (items: object[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items });
const good = (id: string) =>
  json([{ id, title: `Bài ${id}`, date_published: formatVietnamTime(NOW + HOUR_MS) }]);

describe('a flood of posts', function () {
  this.timeout(300_000);

  it('of 150,000 items is cut to the newest, and other sources go on', async () => {
    const items = Array.from(
      { length: 150_000 },
      (_, id) => `<item><guid>${id}</guid><title>a</title></item>`,
    );
    const rss = `<rss version="2.0"><channel>${items.join('')}</channel></rss>`;
    let id = 1;
    const browser = await installExtension({
      [FLOOD]: () => ({ body: rss }),
      [GOOD]: () => ({ body: good(String(id)) }),
    });
    await browser.advance(MINUTE_MS);
    id = 2;
    await browser.advance(2 * HOUR_MS);
    const store = storeOf(browser);
    expect(store.notice).to.equal(undefined);
    expect(unreadTitles(browser)).to.include.members(['Bài 1', 'Bài 2']);
    expect(store.posts.length).to.be.at.most(MAX_ITEMS + 2);
    expect(browser.badge.text).to.match(/^\d{1,2}\+?!?$/);
    expect(browser.storage.get('store')!.length).to.be.lessThan(500_000);
    expect(browser.errors).to.deep.equal([]);
  });

  it('that are always new fills no more than its share', async () => {
    let round = 0;
    const browser = await installExtension({
      [FLOOD]: () => {
        round++;
        const items = Array.from({ length: MAX_ITEMS }, (_, id) => ({
          id: `${round}-${id}-${'x'.repeat(3000)}`,
          url: `https://lut.example/${round}/${id}?${'y'.repeat(3000)}`,
          title: 'z'.repeat(900),
          date_published: formatVietnamTime(NOW + round * HOUR_MS),
        }));
        return { body: json(items) };
      },
      [GOOD]: () => ({ body: good('1') }),
    });
    await browser.advance(12 * HOUR_MS);
    expect(round).to.be.greaterThan(5);
    const store = storeOf(browser);
    expect(store.notice).to.equal(undefined);
    expect(unreadTitles(browser)).to.include('Bài 1');
    expect(browser.storage.get('store')!.length).to.be.lessThan(2 ** 21);
  });

  it('that does not fit into storage marks its source as failing, and nothing else', async () => {
    const items = Array.from({ length: 400 }, (_, id) => ({
      id: `${id}-${'x'.repeat(300)}`,
      title: 'z'.repeat(500),
      date_published: formatVietnamTime(NOW + HOUR_MS),
    }));
    const browser = await installExtension({
      [FLOOD]: () => ({ body: json(items) }),
      [GOOD]: () => ({ body: good('1') }),
    });
    browser.quota = 100_000;
    await browser.advance(HOUR_MS / 2);
    const { posts, sources } = storeOf(browser);
    expect(posts.map(({ item }) => item.title)).to.deep.equal(['Bài 1']);
    expect(sources[FLOOD]!.poll).to.deep.include({ failures: 1, problem: { kind: 'too-large' } });
    expect(sources[GOOD]!.poll).to.deep.include({ failures: 0 });
    expect(browser.badge.text).to.equal('1');
    // The next poll is planned.
    expect(browser.alarms.get('poll')!.when).to.be.greaterThan(browser.now());
  });

  it('of 6,000 items is known at the next poll, and what is new among them is new', async () => {
    let count = 6000;
    const items = () =>
      json(
        Array.from({ length: count }, (_, id) => ({
          id: `b${id}`,
          title: `Bài ${id}`,
          date_published: formatVietnamTime(NOW - id * HOUR_MS),
        })),
      );
    const browser = await installExtension({ [GOOD]: () => ({ body: items() }) });
    await browser.advance(2 * HOUR_MS);
    expect(unreadTitles(browser)).to.deep.equal([]);
    count++;
    await browser.advance(2 * HOUR_MS);
    expect(unreadTitles(browser)).to.deep.equal(['Bài 6000']);
  });
});

describe('one write that fails', () => {
  it('costs nothing', async () => {
    const items = (count: number) =>
      json(
        Array.from({ length: count }, (_, id) => ({
          id: `b${id}`,
          title: `Bài ${id}`,
          summary: `Tóm tắt ${id}`,
          image: `https://tot.example/${id}.jpg`,
          date_published: formatVietnamTime(NOW + HOUR_MS),
        })),
      );
    let count = 60;
    const browser = await installExtension({ [GOOD]: () => ({ body: items(count) }) });
    await browser.advance(HOUR_MS / 2);
    count = 61;
    for (let hour = 0; hour < 3; hour++) {
      browser.writeErrors.push(new Error('IO error: .../000123.log: Unable to write'));
      await browser.advance(HOUR_MS);
    }
    const { posts, notice } = storeOf(browser);
    expect(browser.writeErrors).to.deep.equal([]);
    expect(posts).to.have.length(61);
    for (const { item } of posts) expect(item).to.include.keys('summary', 'image');
    expect(notice).to.equal(undefined);
    expect(browser.badge.text).to.equal('61');
    expect(browser.errors).to.deep.equal([]);
  });

  it('and all tries with it is not laid to the school, whose posts come soon after', async () => {
    const browser = await installExtension({ [GOOD]: () => ({ body: good('1') }) });
    await browser.advance(HOUR_MS / 2);
    browser.server.respondAt(GOOD, () => {
      const failure = new Error('IO error: .../000123.log: Unable to write');
      if (browser.now() < NOW + 2 * HOUR_MS) browser.writeErrors.push(failure, failure, failure);
      return { body: good('2') };
    });
    await browser.advance(1.5 * HOUR_MS);
    expect(storeOf(browser).sources[GOOD]!.poll).to.include({ failures: 0 }).and.not.have.property('problem');
    await browser.advance(10 * MINUTE_MS);
    expect(unreadTitles(browser)).to.include('Bài 2');
    expect(storeOf(browser).sources[GOOD]!.poll).to.include({ failures: 0 });
  });
});
