/** Errors that nobody expects, in the data of one school. */
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { StateFolder } from '../../../hub/memory/state.ts';
import type { SchoolLists } from '../../../hub/memory/types.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

/** All items of a published list, archive pages included, by id. */
async function allItems(hub: Hub, list: string): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  for (let name: string | undefined = list; name; ) {
    const { items, next_url } = await hub.feed(name);
    for (const item of items) found.set(item.id, item);
    name = next_url?.replace('https://hub.example/', '');
  }
  return found;
}

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;
const WORDS = /tct-hub gặp lỗi khi xử lý các bài của trường này; danh sách cũ được giữ lại.*bị hỏng/;

const { readSchool } = StateFolder.prototype;

/** Makes a field of the first post of a school throw when it is read. */
function poison(school: string, field: 'item' | 'id'): void {
  StateFolder.prototype.readSchool = async function (...args) {
    const lists = await readSchool.apply(this, args);
    const [post] = lists.news.entries;
    if (args[0] === school && post)
      Object.defineProperty(post, field, {
        enumerable: true,
        get() {
          throw new TypeError('bị hỏng');
        },
      });
    return lists;
  };
}

describe('an error in one school’s posts', () => {
  let hub: Hub;
  const at = NOW + LATER;
  async function ofSchool(list: string): Promise<Map<string, Item>> {
    return new Map([...(await allItems(hub, list))].filter(([id]) => id.startsWith('nv:')).sort());
  }

  beforeEach(async () => {
    hub = await startHub();
    await hub.run(NOW);
    for (const site of [hub.sites.joomla, hub.sites.nukeviet])
      site.publish({ title: 'Tin mới', summary: '', published: at });
  });
  afterEach(() => {
    StateFolder.prototype.readSchool = readSchool;
    return hub.stop();
  });

  it('costs only that school when it is merged; its posts come with the next run', async () => {
    const before = titles(await hub.feed('schools/nv/news.json'));
    const stored = await readFile(join(hub.state, 'school-nv.json'), 'utf8');
    poison('nv', 'item');
    const { failing } = await hub.run(at);
    StateFolder.prototype.readSchool = readSchool;
    expect(failing).to.include('nv · Tin').and.not.include('jo · Tin');
    expect(await readFile(join(hub.state, 'school-nv.json'), 'utf8')).to.equal(stored);
    expect(await hub.text('status.html')).to.match(WORDS);
    expect(titles(await hub.feed('schools/jo/news.json'))).to.include('Tin mới');
    expect(titles(await hub.feed('schools/nv/news.json'))).to.deep.equal(before);
    const all = titles(await hub.feed('news.json'));
    expect(all).to.include('Tin mới').and.include(before[0]);

    const next = await hub.run(at + LATER);
    expect(next.failing).to.deep.equal([]);
    expect(titles(await hub.feed('schools/nv/news.json'))).to.include('Tin mới');
  });

  it('leaves what is published when it is published; other schools’ lists are whole', async () => {
    const before = await hub.text('schools/nv/news.json');
    const published = await ofSchool('news.json');
    hub.sites.nukeviet.setFault({ kind: 'status', status: 503 });
    poison('nv', 'id');
    const { failing } = await hub.run(at, { force: true });
    StateFolder.prototype.readSchool = readSchool;
    expect(failing).to.include('nv · Tin').and.not.include('jo · Tin');
    expect(await hub.text('schools/nv/news.json')).to.equal(before);
    expect(await ofSchool('news.json')).to.deep.equal(published);
    expect(titles(await hub.feed('schools/jo/news.json'))).to.include('Tin mới');

    hub.sites.nukeviet.setFault(undefined);
    expect((await hub.run(at + LATER)).failing).to.deep.equal([]);
    expect(titles(await hub.feed('schools/nv/news.json'))).to.include('Tin mới');
  });

  it('leaves what is published, even in a file with text by the rules of an older hub', async () => {
    const published = await ofSchool('news.json');
    expect(published.size).to.be.greaterThan(0);
    const names = (await readdir(hub.out)).filter((name) => /^news(?:-\d+)?\.json$/.test(name));
    for (const name of names) {
      const feed = await hub.feed(name);
      const ofAnother = feed.items.find(({ id }) => id.startsWith('jo:'))!;
      ofAnother.title = `\u202e${ofAnother.title}`;
      await writeFile(join(hub.out, name), JSON.stringify(feed));
    }
    poison('nv', 'id');
    await hub.run(at, { force: true });
    expect(await ofSchool('news.json')).to.deep.equal(published);
    expect(titles(await hub.feed('news.json'))).to.include('Tin mới');
  });
});

describe('a feed with posts made to collide, or too many', () => {
  let hub: Hub;
  const bodies: Record<string, string> = {};
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(url in bodies ? 200 : 404).end(bodies[url]);
  });
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    hub = await startHub(
      ({ joomla }) => [
        {
          id: 'good',
          name: 'A',
          home: 'https://a.example/',
          news: joomla.url('/tin-tuc?format=feed&type=rss'),
        },
        {
          id: 'odd',
          name: 'B',
          home: 'https://b.example/',
          news: [`http://127.0.0.1:${port}/odd`, `http://127.0.0.1:${port}/twin`],
          documents: `http://127.0.0.1:${port}/many`,
        },
      ],
      { keep: 120 },
    );
  });
  after(async () => {
    server.close();
    await hub.stop();
  });

  it('costs no other source anything, in this run and the next', async () => {
    const rss = (items: string) => `<rss><channel><title>T</title>${items}</channel></rss>`;
    const post = (guid: string, link = '') =>
      `<item><guid isPermaLink="false">${guid}</guid><title>${guid} ${link}</title><link>${link}</link></item>`;
    const three = post('X') + post('X e.example/two') + post('X', 'https://e.example/two');
    bodies['/odd'] = rss(three);
    // Another module of the site with the same ids.
    bodies['/twin'] = rss(post('X', 'https://e.example/1') + post('X e.example/two', 'https://e.example/3'));
    const many = (count: number) =>
      rss(
        Array.from({ length: count }, (_, index) => post(`d${index}`, `https://e.example/d/${index}`)).join(
          '',
        ),
      );
    bodies['/many'] = many(12_000);
    for (const [run, count] of [12_000, 12_000, 11_000].entries()) {
      bodies['/many'] = many(count);
      const { failing, added } = await hub.run(NOW + run * LATER);
      expect(failing).to.deep.equal([]);
      if (run) expect(added).to.equal(0);
      const { items } = await hub.feed('schools/odd/news.json');
      expect(new Set(items.map(({ id }) => id))).to.have.property('size', 4);
      expect(await allItems(hub, 'schools/odd/documents.json')).to.have.property('size', 120);
    }
  });

  it('has been stored by an older hub: the list is cut, though its source is gone', async () => {
    const path = join(hub.state, 'school-odd.json');
    const { whole: _, ...lists } = JSON.parse(await readFile(path, 'utf8')) as SchoolLists & {
      whole: boolean;
    };
    const [entry] = lists.documents.entries;
    lists.documents.entries = Array.from({ length: 130_000 }, (_, index) => ({
      ...entry!,
      id: `odd:d${index}`,
      key: `odd:d${index}`,
      place: index,
      number: index,
      clusterNumber: index,
      item: { ...entry!.item, id: `d${index}`, url: `https://e.example/d/${index}` },
    }));
    await writeFile(path, JSON.stringify({ ...lists, whole: true }));
    delete bodies['/many'];
    const { failing } = await hub.run(NOW + 4 * LATER, { force: true });
    expect(failing).to.deep.equal(['odd · Văn bản']);
    expect(await allItems(hub, 'schools/odd/documents.json')).to.have.property('size', 120);
  });
});
