import { readdir } from 'node:fs/promises';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { down, testPosts, WrittenSite } from '../changing-site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

describe('a school whose id was changed', () => {
  let site: WrittenSite;
  let hub: Hub;
  beforeEach(async () => {
    site = await new WrittenSite().start();
    site.rss('/rss', testPosts(down(10, 1)));
    site.rss('/khac', testPosts(down(30, 25)));
    hub = await startHub(() => []);
  });
  afterEach(async () => {
    await hub.stop();
    await site.stop();
  });
  const school = (id: string, path = '/rss', more: object = {}) => ({
    id,
    name: `Trường ${id}`,
    home: site.url('/'),
    heal: false,
    news: site.url(path),
    ...more,
  });
  const run = (hours: number, ...schools: object[]) =>
    hub.run(NOW + hours * HOUR_MS, {}, { ...hub.configuration, schools });
  const ids = async (name: string) => (await hub.feed(name)).items.map(({ id }) => id);
  const files = async () =>
    (await readdir(hub.state)).filter((name) => /^school-[^.]+\.json$/.test(name)).sort();

  it('keeps its posts, also those that its source lists no more, under the new id', async () => {
    await run(0, school('a'), school('k', '/khac'));
    const before = await ids('schools/a/news.json');
    const numbers = await ids('news.json');
    site.rss('/rss', testPosts(down(12, 8)));
    const { added, warnings } = await run(40, school('b'), school('k', '/khac'));
    expect(added).to.equal(2);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('“a” nay có mã “b”');
    const after = await ids('schools/b/news.json');
    expect(after.slice(2)).to.deep.equal(before.map((id) => id.replace('a:', 'b:')));
    expect((await ids('news.json')).filter((id) => id.startsWith('k:'))).to.deep.equal(
      numbers.filter((id) => id.startsWith('k:')),
    );
    expect(await files()).to.deep.equal(['school-b.json', 'school-k.json']);
    expect(await readdir(`${hub.out}/schools/a`).catch(() => [])).to.deep.equal([]);
    // And back again, without a stale copy.
    expect(await run(48, school('a'), school('k', '/khac'))).to.include({ added: 0 });
    expect(await ids('schools/a/news.json')).to.deep.equal(after.map((id) => id.replace('b:', 'a:')));
    expect((await run(49, school('a'), school('k', '/khac'))).warnings).to.deep.equal([]);
  });

  it('keeps them while it is paused', async () => {
    await run(0, school('a', '/rss', { active: false }), school('k', '/khac'));
    await run(1, school('a'), school('k', '/khac'));
    await run(2, school('a', '/rss', { active: false }), school('k', '/khac'));
    await run(3, school('b', '/rss', { active: false }), school('k', '/khac'));
    expect(await ids('schools/b/news.json')).to.have.length(10);
    expect(
      (await run(4, school('b', '/rss', { active: false }), school('k', '/khac'))).warnings,
    ).to.deep.equal([]);
  });

  it('asks no source again that was asked just now', async () => {
    await run(0, school('a'));
    site.requested();
    expect(await run(0.2, school('b'))).to.include({ asked: 0 });
    expect(site.requested()).to.deep.equal([]);
    expect(await ids('schools/b/news.json')).to.have.length(10);
  });

  it('does not give the memory to a school with other sources', async () => {
    await run(0, school('a'));
    const { warnings } = await run(24, school('b', '/khac'));
    expect(warnings).to.deep.equal([]);
    expect(await ids('schools/b/news.json')).to.have.length(6);
    expect(await files()).to.deep.equal(['school-a.json', 'school-b.json']);
    // It comes back, and finds what was known of it.
    site.rss('/rss', testPosts(down(11, 9)));
    await run(48, school('a'), school('b', '/khac'));
    expect(await ids('schools/a/news.json')).to.have.length(11);
  });
});
