import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { readCluster } from '../../../core/config/cluster.ts';
import { HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { withLock } from '../../../hub/memory/lock.ts';
import { operationState } from '../../../hub/setup/operation-state.ts';
import { PublishedFolder } from '../../../hub/setup/published-folder.ts';
import { down, listOf, testPosts, WrittenSite } from '../changing-site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

describe('the state of the sources on the console', () => {
  let site: WrittenSite;
  let hub: Hub;
  let published: PublishedFolder;
  beforeEach(async () => {
    published = new PublishedFolder();
    site = await new WrittenSite().start();
    hub = await startHub(() => [
      {
        id: 'a',
        name: 'Trường A',
        home: site.url('/'),
        heal: false,
        news: [site.url('/rss'), { url: site.url('/tin'), kind: 'page', item: '.tin' }],
        documents: { url: site.url('/van-ban'), kind: 'feed', active: false },
      },
    ]);
    site.rss('/rss', testPosts(down(22, 13)));
    site.html('/tin', listOf(testPosts(down(60, 50)), 'tin'));
  });
  afterEach(async () => {
    await published.close();
    await hub.stop();
    await site.stop();
  });
  const stateAt = (now: number, folders = { out: hub.out, state: hub.state }) =>
    operationState({ published }, readCluster(hub.configuration), folders, now);

  it('is empty before the first run', async () => {
    const { sources, isStopped, isBusy, lastRun, published: served } = await stateAt(NOW);
    expect([isStopped, isBusy, lastRun, served]).to.deep.equal([false, false, undefined, undefined]);
    expect(sources.map(({ url }) => url.replace(site.origin, ''))).to.deep.equal([
      '/rss',
      '/tin',
      '/van-ban',
    ]);
    expect(sources[2]).to.include({ isPaused: true, isRedesigned: false, remembered: 0 });
    expect(
      (await operationState({ published }, readCluster(hub.configuration), undefined)).sources,
    ).to.have.length(3);
  });

  it('tells when each was read, what it has, and when it may be asked again', async () => {
    await hub.run(NOW);
    const { sources, lastRun, isStopped } = await stateAt(NOW + MINUTE_MS);
    expect(lastRun).to.equal('2026-11-23T08:00:00+07:00');
    expect(isStopped).to.equal(false);
    const [rss] = sources;
    expect(rss).to.include({
      posts: 10,
      remembered: 10,
      isPaused: false,
      lastSuccess: '2026-11-23T08:00:00+07:00',
      canAskAt: '2026-11-23T08:05:00+07:00',
    });
    expect(rss!.nextDue! > '2026-11-23T08:59').to.equal(true);
    expect(rss!.answers).to.deep.equal([
      { time: '2026-11-23T08:00:00+07:00', outcome: '200, 10 bài', isError: false },
    ]);
    expect((await stateAt(NOW + 6 * MINUTE_MS)).sources[0]).not.to.have.property('canAskAt');
  });

  it('counts the posts again only in a file that was written since', async () => {
    await hub.run(NOW);
    const remembered = async () => (await stateAt(NOW)).sources.map((each) => each.remembered);
    const path = join(hub.state, 'school-a.json');
    await rm(`${path}.truoc`);
    const json = await readFile(path);
    await utimes(path, 1, 1);
    expect(await remembered()).to.deep.equal([10, 11, 0]);
    // Not as a hub writes it: nothing tells that it is another one.
    await writeFile(path, ' '.repeat(json.length));
    await utimes(path, 1, 1);
    expect(await remembered()).to.deep.equal([10, 11, 0]);
    await writeFile(path, json);
    site.rss('/rss', testPosts(down(24, 13)));
    await hub.run(NOW + 30 * HOUR_MS);
    expect(await remembered()).to.deep.equal([12, 11, 0]);
  });

  it('tells a page that was redesigned from one that is down', async () => {
    await hub.run(NOW);
    site.html('/tin', '<p>Trang mới</p>');
    await hub.run(NOW + 30 * HOUR_MS);
    const redesigned = (await stateAt(NOW + 30 * HOUR_MS)).sources[1]!;
    expect(redesigned).to.include({ isRedesigned: true, remembered: 11 });
    expect(redesigned.answers[0]).to.include({ isError: true });
    expect(redesigned.answers[0]!.excerpt).to.match(/Trang mới/);
    site.setFault({ kind: 'status', status: 503 });
    await hub.run(NOW + 90 * HOUR_MS);
    expect((await stateAt(NOW + 90 * HOUR_MS)).sources[1]).to.include({ isRedesigned: false });
  });

  it('tells when the hub seems to have stopped, and whether it is running', async () => {
    await hub.run(NOW);
    expect((await stateAt(NOW + 72 * HOUR_MS)).isStopped).to.equal(true);
    const busy = await withLock(hub.state, async () => (await stateAt(NOW)).isBusy);
    expect(busy).to.equal(true);
    expect((await stateAt(NOW)).isBusy).to.equal(false);
  });

  it('is read without changing a file, even a broken one', async () => {
    await hub.run(NOW);
    await hub.run(NOW + HOUR_MS, { force: true });
    await writeFile(join(hub.state, 'hub.json'), '{');
    await writeFile(join(hub.state, 'school-a.json'), '{');
    const files = async () => {
      const names = (await readdir(hub.state)).sort();
      return Promise.all(names.map(async (name) => [name, (await stat(join(hub.state, name))).mtimeMs]));
    };
    const before = await files();
    const { sources } = await stateAt(NOW + HOUR_MS);
    // From the backups.
    expect(sources[0]).to.include({ posts: 10, remembered: 10 });
    expect(await files()).to.deep.equal(before);
  });

  it('leads to what is published, on an origin of its own', async () => {
    await hub.run(NOW);
    const served = (await stateAt(NOW)).published!;
    expect((await stateAt(NOW)).published).to.deep.equal(served);
    const news = await fetch(`${served.origin}/news.json`);
    expect(await news.text()).to.equal(await readFile(join(hub.out, 'news.json'), 'utf8'));
    expect((await fetch(served.status)).status).to.equal(200);
    // The folder was changed in the settings.
    const other = join(hub.folder, 'khac');
    await mkdir(other);
    await writeFile(join(other, 'index.html'), 'khác');
    const moved = (await stateAt(NOW, { out: other, state: hub.state })).published!;
    expect(await (await fetch(`${moved.origin}/`)).text()).to.equal('khác');
    await published.close();
    expect(await fetch(`${moved.origin}/`).catch(() => 'closed')).to.equal('closed');
  });

  it('serves it once, however many tabs ask at the same time', async () => {
    const [one, two] = await Promise.all([published.open(hub.folder), published.open(hub.folder)]);
    expect(one).to.deep.equal(two);
    const [last, other] = await Promise.all([published.open(hub.out), published.open(hub.folder)]);
    await published.close();
    // A server that goes on would keep the process from ending.
    for (const { origin } of [one, last, other])
      expect(await fetch(`${origin}/`).catch(() => 'closed')).to.equal('closed');
  });
});
