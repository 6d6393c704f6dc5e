import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { GeneratedSite } from '../generated-site.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;

describe('posts of a source', () => {
  let hub: Hub;
  let now: number;
  const run = (configuration?: object) => {
    now += LATER;
    return hub.run(now, {}, configuration);
  };
  const list = () => hub.feed('schools/jo/news.json');

  beforeEach(async () => {
    now = NOW - LATER;
    hub = await startHub(({ joomla }) => [
      {
        id: 'jo',
        name: 'Trường D',
        home: joomla.url('/'),
        news: joomla.url('/tin-tuc?format=feed&type=rss'),
      },
    ]);
    await run();
  });
  afterEach(() => hub.stop());

  it('appear first when they are new, and once when they are edited', async () => {
    const post = hub.sites.joomla.publish({
      title: 'Tin vừa đăng',
      summary: 'Nội dung',
      published: now + HOUR_MS,
    });
    expect((await run()).added).to.equal(1);
    expect(titles(await list())[0]).to.equal('Tin vừa đăng');
    const before = (await list()).items.length;
    hub.sites.joomla.edit(post.id, { title: 'Tin vừa sửa' });
    expect((await run()).added).to.equal(0);
    const after = await list();
    expect(titles(after)[0]).to.equal('Tin vừa sửa');
    expect(after.items).to.have.length(before);
  });

  it('are hidden two polls after they were withdrawn from the middle of the list', async () => {
    const first = hub.sites.joomla.publish({ title: 'Bị rút', summary: '', published: now + HOUR_MS });
    await run();
    hub.sites.joomla.remove(first.id);
    await run();
    expect(titles(await list())).to.include('Bị rút');
    await run();
    expect(titles(await list())).to.not.include('Bị rút');
    expect(titles(await hub.feed('news.json'))).to.not.include('Bị rút');
  });

  it('count as missing in a poll with a 304', async () => {
    const { wordpress } = hub.sites;
    const news = wordpress.url('/feed/');
    const other = { ...hub.configuration, schools: [{ id: 'jo', name: 'T', home: news, news }] };
    await run(other);
    const gone = (await list()).items[2]!;
    wordpress.remove(/p=(\d+)/.exec(gone.id)![1]!);
    wordpress.publish({ title: 'Tin mới', summary: '', published: now });
    await run(other);
    expect(titles(await list())).to.include.members(['Tin mới', gone.title]);
    wordpress.requests.length = 0;
    await run(other);
    expect(wordpress.requests.map(({ headers }) => !!headers['if-none-match'])).to.deep.equal([true]);
    expect(titles(await list())).to.not.include(gone.title);
  });

  it('are shown again when they come back, hidden or not', async () => {
    const post = hub.sites.joomla.publish({ title: 'Đi rồi về', summary: '', published: now + HOUR_MS });
    await run();
    for (const polls of [1, 3]) {
      hub.sites.joomla.remove(post.id);
      for (let poll = 0; poll < polls; poll++) await run();
      expect(titles(await list()).includes('Đi rồi về'), `after ${polls} polls`).to.equal(polls < 2);
      hub.sites.joomla.restore(post.id);
      expect((await run()).added).to.equal(0);
      expect(titles(await list())[0]).to.equal('Đi rồi về');
    }
  });

  it('are kept when newer ones push them off the end of the list', async () => {
    const oldest = titles(await list()).at(-1)!;
    for (let index = 0; index < 80; index++)
      hub.sites.joomla.publish({
        title: `Tin số ${index}`,
        summary: '',
        published: now + HOUR_MS + index * 60_000,
      });
    await run();
    await run();
    await run();
    const seen = new Set<string | undefined>();
    let name: string | undefined = 'schools/jo/news.json';
    while (name) {
      const page = await hub.feed(name);
      for (const title of titles(page)) seen.add(title);
      name = page.next_url?.replace('https://hub.example/', '');
    }
    expect(seen.has(oldest), oldest).to.equal(true);
    for (let index = 0; index < 80; index++) expect(seen.has(`Tin số ${index}`)).to.equal(true);
  });

  it('are hidden if they leave the end of the list without being pushed off and their page is gone', async () => {
    const { items } = await list();
    const [last, other] = [items.at(-1)!, items.at(-2)!];
    const id = (url: string) => /(\d+)-bai-viet/.exec(url)![1]!;
    hub.sites.joomla.remove(id(last.url!));
    await run();
    expect(titles(await list())).to.include(last.title);
    await run();
    expect(titles(await list())).to.not.include(last.title);
    hub.sites.joomla.setFault({ kind: 'html' }, new URL(other.url!).pathname);
    hub.sites.joomla.remove(id(other.url!));
    for (let times = 0; times < 3; times++) await run();
    expect(titles(await list())).to.include(other.title);
  });

  it('are hidden by a 304 after their page was found gone', async () => {
    const site = await new GeneratedSite('A', 3).start();
    const news = site.url('/feed');
    const other = { ...hub.configuration, schools: [{ id: 'jo', name: 'T', home: news, news }] };
    const ids = async () => (await list()).items.map(({ id }) => id);
    try {
      await run(other);
      expect(await ids()).to.include('jo:1');
      site.remove('1');
      await run(other);
      expect(await ids()).to.include('jo:1');
      expect(site.requests.at(-1)!.path).to.equal('/tin/1');
      await run(other);
      expect(site.requests.at(-1)!.headers['if-none-match']).to.equal('"2"');
      expect(await ids()).to.have.length(2);
      expect(await ids()).to.not.include('jo:1');
    } finally {
      await site.stop();
    }
  });

  it('follow their source to another URL, without losses or duplicates', async () => {
    const before = titles(await list());
    const { schools, ...rest } = hub.configuration as { schools: object[] };
    const moved = (news: unknown) => ({ ...rest, schools: [{ ...schools[0], news }] });
    const at = (path: string) => hub.sites.joomla.url(path);
    const move = (news: unknown) => run(moved(news));
    // The new URL does not respond yet, so the old posts stay.
    await move(at('/chua-co'));
    expect(titles(await list())).to.deep.equal(before);
    await move(at('/tin-tuc?format=feed&type=atom'));
    expect((await list()).items).to.have.length(before.length);
    const { id } = hub.sites.joomla.publish({ title: 'Tin mới', summary: '', published: now });
    await move(at('/tin-tuc?format=feed&type=atom'));
    hub.sites.joomla.edit(id, { title: 'Tin đã sửa' });
    await move(at('/tin-tuc?format=feed&type=rss'));
    expect(titles(await list()).filter((title) => /^Tin (?:mới|đã sửa)$/.test(title!))).to.deep.equal([
      'Tin đã sửa',
    ]);
    // The posts of the former site are hidden after two polls, like withdrawn posts.
    const elsewhere = hub.sites.nukeviet.url('/rss/');
    await move(elsewhere);
    await move(elsewhere);
    const after = (await list()).items;
    expect(after).to.have.length(25);
    for (const { url } of after) expect(url!.startsWith(hub.sites.nukeviet.origin), url).to.equal(true);
    // A list without sources is empty, but that of an inactive school stays.
    await move(undefined);
    expect((await list()).items).to.have.length(0);
    await run({ ...rest, schools: [{ ...schools[0], news: [], active: false }] });
    expect((await list()).items).to.not.have.length(0);
  });

  it('disappear with their school’s configuration, and come back with it', async () => {
    const before = await hub.text('schools/jo/news.json');
    const { nukeviet } = hub.sites;
    const other = { id: 'nv', name: 'Trường B', home: nukeviet.url('/'), news: nukeviet.url('/rss/') };
    await run({ ...hub.configuration, schools: [other] });
    expect(await readdir(join(hub.out, 'schools/jo'))).to.deep.equal([]);
    expect((await hub.feed('news.json'))._tct!.schools).to.have.all.keys('nv');
    hub.sites.joomla.setFault({ kind: 'status', status: 503 });
    await run();
    expect(await hub.text('schools/jo/news.json')).to.equal(before);
  });

  it('are published in a new order even if nothing else has changed', async () => {
    const text = (order: string[]) =>
      `<rss version="2.0"><channel>${order.map((name) => `<item><title>Bài ${name}</title><link>https://x.example/${name}</link></item>`).join('')}</channel></rss>`;
    let order = ['a', 'b', 'c'];
    const server = createServer((_, response) => response.end(text(order))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const news = `http://127.0.0.1:${port}/rss`;
      const pinned = { ...hub.configuration, schools: [{ id: 'jo', name: 'T', home: news, news }] };
      await run(pinned);
      order = ['c', 'a', 'b'];
      expect((await run(pinned)).written).to.be.greaterThan(2);
      expect(titles(await list())).to.deep.equal(['Bài c', 'Bài a', 'Bài b']);
      // The same feed again, sent in full because it has no validators: only the status is written.
      expect((await run(pinned)).written).to.equal(2);
    } finally {
      server.close();
    }
  });

  it('leave full archive pages unchanged when others are added', async () => {
    for (let index = 0; index < 80; index++)
      hub.sites.joomla.publish({
        title: `Tin số ${index}`,
        summary: '',
        published: now + HOUR_MS + index * 60_000,
      });
    await run();
    const page = await hub.text('schools/jo/news-1.json');
    expect(JSON.parse(page).items).to.have.length(50);
    hub.sites.joomla.publish({ title: 'Thêm nữa', summary: '', published: now + HOUR_MS });
    await run();
    expect(await hub.text('schools/jo/news-1.json')).to.equal(page);
    expect(titles(await list())[0]).to.equal('Thêm nữa');
  });

  for (const fault of [
    { kind: 'html', title: 'Trang chủ' },
    { kind: 'reset' },
    { kind: 'truncate' },
    { kind: 'status', status: 503 },
    { kind: 'status', status: 404 },
  ] as const) {
    it(`stay as they were when the source breaks: ${JSON.stringify(fault)}`, async () => {
      const before = await hub.text('schools/jo/news.json');
      hub.sites.joomla.setFault(fault);
      for (let times = 0; times < 3; times++) await run();
      expect(await hub.text('schools/jo/news.json')).to.equal(before);
      const [status] = JSON.parse(await hub.text('status.json')).sources;
      if (fault.kind !== 'truncate') {
        expect(status.failures).to.equal(3);
        expect(status.error).to.be.a('string').that.has.length.greaterThan(20);
        expect(await hub.text('status.html')).to.include('1 trong 1 nguồn đang lỗi');
      }
      hub.sites.joomla.setFault(undefined);
      await run();
      expect(JSON.parse(await hub.text('status.json')).sources[0]).to.not.have.property('error');
      expect(await hub.text('schools/jo/news.json')).to.equal(before);
    });
  }

  it('are not delayed by a dead source', async () => {
    await hub.stop();
    hub = await startHub();
    hub.sites.wordpress.setFault({ kind: 'timeout' });
    const { failing } = await hub.run(NOW);
    expect(failing).to.have.length(2);
    expect((await hub.feed('schools/nv/news.json')).items).to.not.have.length(0);
    const { sources } = JSON.parse(await hub.text('status.json'));
    expect(sources.find(({ school }: { school: string }) => school === 'wp').error).to.include(
      'không trả lời',
    );
  });
});
