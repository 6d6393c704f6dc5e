import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { readFeed } from '../../core/index.ts';
import { isHubFeed } from '../../core/model/is-feed.ts';
import { HOUR_MS } from '../../core/time/duration.ts';
import { type Hub, NOW, startHub, titles } from './start-hub.ts';

describe('a run of the hub', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

  it('publishes valid feeds for every school and for the cluster', async () => {
    const { asked, failing, added } = await hub.run(NOW);
    expect({ asked, failing }).to.deep.equal({ asked: 7, failing: [] });
    const news = await hub.feed('news.json');
    expect(isHubFeed(news)).to.equal(true);
    expect(news.home_page_url).to.equal('https://hub.example/');
    expect(news.feed_url).to.equal('https://hub.example/news.json');
    expect(Object.keys(news._tct!.schools!)).to.have.members(['wp', 'nv', 'lr', 'jo', 'dn']);
    const dates = news.items.map(({ date_published }) => date_published ?? '');
    expect(dates).to.deep.equal([...dates].sort().reverse());
    let total = 0;
    for (const id of ['wp', 'nv', 'lr', 'jo', 'dn']) {
      const list = await hub.feed(`schools/${id}/news.json`);
      expect(isHubFeed(list), id).to.equal(true);
      expect(list.items.length, id).to.be.greaterThan(0);
      total += list.items.length;
      for (const item of list.items) expect(item.id.startsWith(`${id}:`), item.id).to.equal(true);
    }
    const documents = await hub.feed('documents.json');
    expect(isHubFeed(documents)).to.equal(true);
    total += documents.items.length;
    expect(total).to.equal(added);
    expect(documents.items.find(({ _tct }) => _tct?.document?.number)).to.not.equal(undefined);
    // A published item equals the one in the school's own feed, except for its school.
    const url = hub.sites.nukeviet.url('/rss/');
    const own = await readFeed(new Uint8Array(await (await fetch(url)).arrayBuffer()), { url });
    const [first] = own.items;
    const published = (await hub.feed('schools/nv/news.json')).items.find(
      ({ id }) => id === `nv:${first!.id}`,
    )!;
    const apart = { image: undefined, banner_image: undefined };
    expect({ ...published, ...apart }).to.deep.equal({
      ...first,
      ...apart,
      id: `nv:${first!.id}`,
      _tct: { ...first!._tct, school: 'nv' },
    });
  });

  it('writes compressed copies, a readable page and the status of each source', async () => {
    await hub.run(NOW);
    const plain = await readFile(join(hub.out, 'news.json'));
    expect(gunzipSync(await readFile(join(hub.out, 'news.json.gz'))).equals(plain)).to.equal(true);
    expect(brotliDecompressSync(await readFile(join(hub.out, 'news.json.br'))).equals(plain)).to.equal(true);
    const { items } = await hub.feed('news.json');
    expect(await hub.text('index.html')).to.include(
      items[0]!.url!.replaceAll('&', '&#38;').replaceAll("'", '&#39;'),
    );
    const { sources } = JSON.parse(await hub.text('status.json'));
    expect(sources).to.have.length(7);
    for (const source of sources) {
      expect(source.last_success).to.equal('2026-11-23T08:00:00+07:00');
      expect(source.next_due > source.last_attempt).to.equal(true);
    }
    const cluster = JSON.parse(await hub.text('cluster.json'));
    expect(cluster.schools[0].news).to.equal('https://hub.example/schools/wp/news.json');
  });

  it('polls no source before it is due, and sends validators when it does', async () => {
    await hub.run(NOW);
    const { wordpress } = hub.sites;
    wordpress.requests.length = 0;
    expect((await hub.run(NOW + 10 * 60_000)).asked).to.equal(0);
    expect(wordpress.requests).to.have.length(0);
    await hub.run(NOW + 30 * HOUR_MS);
    const request = wordpress.requests.find(({ path }) => path === '/feed/')!;
    expect(request.headers).to.include({ 'if-none-match': '"0fd7ee96ac61c8289cb513f79ec8407a"' });
    expect(request.headers['user-agent']).to.equal('tct-hub/test');
  });

  it('does not rewrite the lists when nothing has changed', async () => {
    const sources = ({ wordpress, nukeviet }: Hub['sites']) => [
      { id: 'wp', name: 'A', home: wordpress.url('/'), news: wordpress.url('/feed/') },
      { id: 'nv', name: 'B', home: nukeviet.url('/'), news: nukeviet.url('/rss/') },
    ];
    const quiet = await startHub(sources);
    try {
      await quiet.run(NOW);
      const before = await quiet.text('news.json');
      const { asked, written, added } = await quiet.run(NOW + 30 * HOUR_MS);
      expect({ asked, added }).to.deep.equal({ asked: 2, added: 0 });
      // status.json and status.html with their compressed copies.
      expect(written).to.equal(2);
      expect(await quiet.text('news.json')).to.equal(before);
    } finally {
      await quiet.stop();
    }
  });

  it('writes the same bytes for the same input', async () => {
    // Without a public address there are no copies of images, which a busy server may fail to give.
    const configuration = { ...hub.configuration, hub: undefined };
    await hub.run(NOW, {}, configuration);
    const other = await startHub();
    try {
      await other.run(NOW, {}, configuration);
      for (const name of ['news.json', 'schools/nv/news.json', 'documents.json', 'index.html'])
        expect(await other.text(name), name).to.equal(await hub.text(name));
    } finally {
      await other.stop();
    }
    for (const folder of [hub.out, hub.state])
      expect(
        (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp')),
      ).to.deep.equal([]);
  });

  it('hides posts at once, by id or by words of the title', async () => {
    await hub.run(NOW);
    const { items } = await hub.feed('schools/nv/news.json');
    const [byId, byWords] = items;
    const { schools, ...rest } = hub.configuration as { schools: { id: string }[] };
    const hide = [byId!.id, byWords!.title!];
    const configuration = {
      ...rest,
      schools: schools.map((school) => (school.id === 'nv' ? { ...school, hide } : school)),
    };
    const { asked } = await hub.run(NOW + 60_000, {}, configuration);
    expect(asked).to.equal(0);
    const after = titles(await hub.feed('schools/nv/news.json'));
    expect(after).to.not.include(byId!.title);
    expect(after).to.not.include(byWords!.title);
    expect((await hub.feed('news.json')).items.map(({ id }) => id)).to.not.include(byWords!.id);
  });
});
