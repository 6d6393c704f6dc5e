import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { down, testPosts, WrittenSite } from '../changing-site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

describe('a source that is paused', () => {
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
  /** Runs with the first source paused or not, or the whole school. */
  const run = (hours: number, active: boolean, isSchoolActive = true) =>
    hub.run(
      NOW + hours * HOUR_MS,
      {},
      {
        ...hub.configuration,
        schools: [
          {
            id: 'a',
            name: 'Trường A',
            home: site.url('/'),
            active: isSchoolActive,
            news: [
              { url: site.url('/rss'), kind: 'feed', ...(!active && { active }) },
              { url: site.url('/khac'), kind: 'feed' },
            ],
          },
        ],
      },
    );
  const ids = async () => (await hub.feed('news.json')).items.map(({ id }) => id);

  it('is not asked, keeps its posts, and counts as no failure', async () => {
    await run(0, true);
    const before = await ids();
    expect(before).to.have.length(16);
    site.requested();
    site.pages.delete('/rss');
    for (const hours of [40, 80, 120]) {
      expect((await run(hours, false)).failing).to.deep.equal([]);
      expect(await ids()).to.deep.equal(before);
    }
    expect(site.requested().filter((path) => path !== '/khac')).to.deep.equal([]);
    const status = JSON.parse(await hub.text('status.json'));
    expect(status.sources.map(({ url }: { url: string }) => url)).to.deep.equal([site.url('/khac')]);
  });

  it('goes on where it stopped', async () => {
    await run(0, true);
    const before = await ids();
    await run(40, false);
    site.rss('/rss', testPosts(down(12, 3)));
    expect((await run(80, true)).added).to.equal(2);
    const after = await ids();
    expect(after).to.have.length(18);
    expect(after).to.include.members(before);
  });

  it('and so does a school', async () => {
    await run(0, true);
    const before = await ids();
    site.requested();
    expect((await run(40, true, false)).failing).to.deep.equal([]);
    expect(await ids()).to.deep.equal(before);
    expect(site.requested()).to.deep.equal([]);
    site.rss('/rss', testPosts(down(12, 3)));
    expect((await run(80, true)).added).to.equal(2);
    expect(await ids()).to.have.length(18);
  });

  it('is not taken for the one in whose place another was configured', async () => {
    await run(0, true);
    await run(40, false);
    const { schools } = { schools: [{ id: 'a', name: 'A', home: site.url('/'), news: [site.url('/rss')] }] };
    // The other one is removed, and this one read again.
    expect((await hub.run(NOW + 80 * HOUR_MS, {}, { ...hub.configuration, schools })).added).to.equal(0);
    const stored = JSON.parse(await readFile(join(hub.state, 'school-a.json'), 'utf8'));
    const sources = stored.news.entries.map(({ source }: { source: string }) => source);
    expect(sources.filter((source: string) => source === site.url('/rss'))).to.have.length(10);
  });
});
