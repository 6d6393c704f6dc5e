import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { expect } from 'chai';
import type { Feed } from '../../../core/model/feed.ts';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { GeneratedSite } from '../generated-site.ts';
import { countIntactFiles } from '../intact-files.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;

describe('published lists', () => {
  let hub: Hub;
  let sites: GeneratedSite[];
  beforeEach(async () => {
    hub = await startHub(() => []);
    sites = await Promise.all([new GeneratedSite('A', 61).start(), new GeneratedSite('B', 70).start()]);
    await run(NOW);
  });
  afterEach(() => Promise.all([hub.stop(), ...sites.map((site) => site.stop())]));

  const run = (now: number, more: object = {}) => {
    const schools = sites.map((site, index) => ({
      id: `t${index}`,
      name: `Trường ${index}`,
      home: site.url('/'),
      news: site.url('/feed'),
      documents: site.url('/laws'),
    }));
    return hub.run(now, {}, { ...hub.configuration, images: true, schools, ...more });
  };
  /** All published files but the status, by name. */
  const contents = async () => {
    const names = (await readdir(hub.out, { recursive: true })).filter((name) => /\.\w+$/.test(name));
    const files = names.map(
      async (name): Promise<[string, string]> => [
        name.replaceAll(sep, '/'),
        await readFile(join(hub.out, name), 'base64'),
      ],
    );
    const found = await Promise.all(files);
    return new Map(found.filter(([name]) => !name.startsWith('status.')).sort());
  };
  const expectSame = async (before: ReadonlyMap<string, string>, which = /^/) => {
    const after = await contents();
    const named = (files: ReadonlyMap<string, string>) => [...files].filter(([name]) => which.test(name));
    expect(named(after).map(([name]) => name)).to.deep.equal(named(before).map(([name]) => name));
    for (const [name, content] of named(before)) expect(after.get(name) === content, name).to.equal(true);
  };
  /** The titles of a list with all its archive pages. */
  const allTitles = async (name: string): Promise<string[]> => {
    const found: (string | undefined)[] = [];
    for (let next: string | undefined = name; next; ) {
      const feed: Feed = await hub.feed(next);
      found.push(...titles(feed));
      next = feed.next_url?.replace('https://hub.example/', '');
    }
    return [...new Set(found)].map(String).sort();
  };

  describe('stand in for a lost state while sources are down', () => {
    const LOSSES: [string, () => Promise<unknown>][] = [
      [
        'of one school',
        async () => {
          for (const suffix of ['', '.truoc']) await rm(join(hub.state, `school-t0.json${suffix}`));
        },
      ],
      [
        'of one school, truncated or of the wrong shape',
        async () => {
          await writeFile(join(hub.state, 'school-t0.json'), '{"version":1,"news":[],"whole":true}');
          await writeFile(join(hub.state, 'school-t0.json.truoc'), '{"version":1,');
        },
      ],
      ['of all schools, with everything else', () => rm(hub.state, { recursive: true })],
    ];
    for (const [name, lose] of LOSSES)
      it(name, async () => {
        const before = await contents();
        const news = await allTitles('news.json');
        expect(news).to.have.length(131);
        expect((await hub.text('news.json')).includes('https://hub.example/images/')).to.equal(true);
        await lose();
        // Another school's new post makes the hub write the cluster's lists.
        sites[0]!.setFault({ kind: 'status', status: 503 });
        sites[1]!.count++;
        for (const round of [1, 2, 3]) {
          const { warnings } = await run(NOW + round * LATER);
          const words = warnings.join();
          if (round === 1) expect(words).to.include('dựng lại từ các danh sách đã xuất bản');
          else expect(words).to.equal('');
          expect(await allTitles('news.json'))
            .to.include.members(news)
            .and.have.length(132);
          await expectSame(before, /^(?:schools\/t0|images)\//);
        }
        // No post is new when the source is back.
        sites[0]!.setFault(undefined);
        expect((await run(NOW + 5 * LATER)).added).to.equal(0);
        expect(await allTitles('news.json'))
          .to.include.members(news)
          .and.have.length(132);
        expect(await allTitles('schools/t0/news.json')).to.have.length(61);
      });

    it('of all schools, with the same archive pages', async () => {
      const before = await contents();
      await rm(hub.state, { recursive: true });
      for (const site of sites) site.setFault({ kind: 'status', status: 503 });
      await run(NOW + LATER);
      await expectSame(before);
    });

    it('unless they are broken themselves', async () => {
      await writeFile(
        join(hub.out, 'schools/t0/news.json'),
        '{"version":"https://jsonfeed.org/version/1.1","items":[{}',
      );
      await writeFile(join(hub.out, 'schools/t0/news-1.json'), '<html>');
      await rm(hub.state, { recursive: true });
      for (const site of sites) site.setFault({ kind: 'status', status: 503 });
      await run(NOW + LATER);
      // Those of the archive's second page.
      expect((await hub.feed('schools/t0/news.json')).items).to.have.length(11);
      expect((await hub.feed('schools/t1/news.json')).items).to.have.length(50);
      for (const site of sites) site.setFault(undefined);
      await run(NOW + 3 * LATER);
      expect(await allTitles('schools/t0/news.json')).to.have.length(61);
      expect(await allTitles('news.json')).to.have.length(131);
    });
  });

  it('keep the place of a post with a mistyped date', async () => {
    const { items }: Feed = await hub.feed('schools/t0/news.json');
    const dayOf = (index: number) => items[index]!.date_published!.slice(0, 10);
    // The last post of a day.
    const place = items.findIndex((_, index) => index > 9 && dayOf(index) > dayOf(index + 1));
    const mistyped = items[place]!;
    for (const name of [
      'news.json',
      'schools/t0/news.json',
      'schools/t0/news-1.json',
      'schools/t0/news-2.json',
    ]) {
      const feed: Feed = await hub.feed(name);
      for (const item of feed.items)
        if (item.id === mistyped.id) item.date_published = '2162-11-23T08:00:00+07:00';
      await writeFile(join(hub.out, name), JSON.stringify(feed));
    }
    await rm(hub.state, { recursive: true });
    for (const site of sites) site.setFault({ kind: 'status', status: 503 });
    await run(NOW + LATER);
    const after = await hub.feed('schools/t0/news.json');
    expect(after.items[place]).to.include({ id: mistyped.id, date_published: '2162-11-23T08:00:00+07:00' });
    expect(titles(after)).to.deep.equal(items.map(({ title }) => title));
    const ofCluster: Feed = await hub.feed('news.json');
    expect(ofCluster.items.findIndex(({ id }) => id === mistyped.id)).to.be.greaterThan(9);
  });

  describe('are repaired by the next run', () => {
    for (const names of [
      ['index.html'],
      ['news.json'],
      ['cluster.json'],
      ['status.json', 'status.html'],
      ['schools/t1/news-1.json'],
      ['schools/t1/news-2.json', 'news-2.json', 'index.html'],
      ['documents.json.br', 'schools/t0/documents-1.json.gz'],
      ['schools/t0'],
      ['schools'],
      ['images'],
    ])
      it(`if ${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} deleted`, async () => {
        const before = await contents();
        for (const name of names) await rm(join(hub.out, name), { recursive: true });
        expect((await run(NOW + 60_000)).asked).to.equal(0);
        await expectSame(before);
        await countIntactFiles(hub.out);
        expect((await run(NOW + 120_000)).written).to.equal(0);
      });
  });
});
