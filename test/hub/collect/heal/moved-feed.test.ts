import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../../core/time/duration.ts';
import { down, type TestPost, testPosts, WrittenSite } from '../../changing-site.ts';
import { titles } from '../../start-hub.ts';
import { ChangingSchool, feedLink } from './changing-school.ts';

describe('a source that has nothing any more', () => {
  let school: ChangingSchool;
  let site: WrittenSite;

  beforeEach(async () => {
    school = await new ChangingSchool().open();
    ({ site } = school);
  });
  afterEach(() => school.stop());

  describe('since its feed moved', () => {
    const feed = () => ({ news: site.url('/rss') });
    /** Moves the feed, with other ids and links if `link` gives them. */
    const move = (posts: TestPost[]) => {
      site.pages.delete('/rss');
      site.html('/', 'Trang chủ', feedLink('/tin/feed'));
      site.rss('/tin/feed', posts);
    };
    beforeEach(async () => {
      site.html('/', 'Trang chủ');
      site.rss('/rss', testPosts(down(20, 1)));
      await school.startHub(feed());
      site.requested();
    });

    it('is found on the homepage, not after a first failure', async () => {
      const before = await school.ids();
      move(testPosts(down(21, 12)));
      expect((await school.run()).failing).to.deep.equal(['nb · Tin']);
      expect(site.requested()).to.deep.equal(['/rss']);
      expect(await school.run()).to.deep.include({ failing: [], added: 1 });
      expect(site.requested()).to.deep.equal(['/rss', '/', '/tin/feed']);
      expect((await school.status()).adopted).to.include({
        url: site.url('/tin/feed'),
        config: `"news": "${site.url('/tin/feed')}"`,
      });
      await school.expectSame(before);
      // Those that it does not list are not taken for withdrawn.
      for (let polls = 0; polls < 3; polls++) await school.run();
      await school.expectSame(before);
      expect(titles(await school.list())).to.have.length(21);
    });

    it('keeps each post the same although every address and id changed', async () => {
      const before = await school.ids();
      const at = (index: number) => `/2026/hoi-thao-${index}/`;
      const renamed = (numbers: number[]) =>
        testPosts(numbers, at).map((post, index) => ({ ...post, guid: `?p=${900 + numbers[index]!}` }));
      move(renamed(down(21, 12)));
      await school.run();
      expect(await school.run()).to.deep.include({ failing: [], added: 1 });
      await school.expectSame(before);
      const newest = (await school.list()).items.find(({ title }) => title!.endsWith(' 20'))!;
      expect(newest.url).to.equal(site.url(at(20)));
      // A post that comes up again later is known, too.
      site.rss('/tin/feed', renamed([22, 21, 20, 19, 18, 17, 16, 15, 14, 5]));
      expect((await school.run()).added).to.equal(1);
      await school.expectSame(before);
    });

    it('does not mistake posts for others that had their numbers', async () => {
      const numbered = (numbers: number[], first: number) =>
        testPosts(numbers).map((post, index) => ({
          ...post,
          guid: String(first - index),
          link: `/p/${first - index}/${numbers[0]}`,
        }));
      site.rss('/rss', numbered(down(30, 21), 30));
      await school.run();
      const before = await school.ids();
      move(numbered(down(31, 22), 26));
      await school.run();
      expect((await school.run()).added).to.equal(1);
      await school.expectSame(before);
      // Nor later ones, that get the numbers of posts that the new source has or never had.
      for (const [newest, number] of [
        [32, 27],
        [42, 37],
      ] as const) {
        site.rss('/tin/feed', numbered(down(newest, newest - 9), number));
        expect((await school.run()).added, `${newest}`).to.equal(newest === 32 ? 1 : 10);
        await school.expectSame(before);
      }
    });

    it('keeps its posts when the line of the status is copied into the configuration', async () => {
      const before = await school.ids();
      move(testPosts(down(21, 12), (index) => `/moi/${index}`));
      await school.run();
      await school.run();
      const line = (await school.status()).adopted.config;
      const configuration = school.configured(JSON.parse(`{${line}}`));
      for (let polls = 0; polls < 3; polls++) {
        const { failing, added } = await school.run(configuration);
        expect({ failing, added }).to.deep.equal({ failing: [], added: 0 });
      }
      expect(await school.status()).to.not.have.property('adopted');
      await school.expectSame(before);
      expect(titles(await school.list())).to.have.length(21);
    });

    it('is looked for once a day at most, with few requests', async () => {
      site.pages.delete('/rss');
      site.html(
        '/',
        'Trang chủ',
        down(30, 1)
          .map((index) => feedLink(`/feed/${index}`))
          .join(''),
      );
      const days = 4;
      for (let hour = 3; hour <= days * 24; hour += 3)
        await school.hub.run(school.now + hour * HOUR_MS, { force: true });
      const requested = site.requested();
      expect(requested.filter((path) => path === '/').length).to.be.within(days - 1, days);
      expect(requested.filter((path) => path.startsWith('/feed/')).length).to.be.at.most(days * 6);
    });

    it('is looked for at once and then daily if it is gone for good', async () => {
      site.pages.set('/rss', { status: 410 });
      await school.run();
      expect(site.requested()).to.deep.equal(['/rss', '/']);
      const { searched, ...gone } = await school.status();
      expect(searched.tried).to.deep.equal([`${site.url('/')}: Trang chủ không dẫn tới nguồn nào khác.`]);
      expect(gone).to.not.have.property('next_due');
      school.now += HOUR_MS;
      await school.hub.run(school.now);
      expect(site.requested()).to.deep.equal([]);
      site.html('/', 'Trang chủ', feedLink('/tin/feed'));
      site.rss('/tin/feed', testPosts(down(21, 12)));
      expect(await school.run()).to.deep.include({ failing: [], added: 1 });
      expect(site.requested()).to.deep.equal(['/', '/tin/feed']);
      // The former address is not asked again.
      await school.run();
      await school.run();
      expect(site.requested()).to.deep.equal(['/tin/feed', '/tin/feed']);
    });

    it('is found where its address shows the homepage instead', async () => {
      site.html('/', 'Trang chủ', feedLink('/tin/feed'));
      site.pages.set('/rss', site.pages.get('/')!);
      site.rss('/tin/feed', testPosts(down(20, 11)));
      await school.run();
      expect((await school.run()).failing).to.deep.equal([]);
      expect((await school.status()).adopted.url).to.equal(site.url('/tin/feed'));
    });

    it('is not looked for while the server is only down', async () => {
      for (const status of [500, 503, 403, 401, 429]) {
        site.pages.set('/rss', { status });
        await school.run();
      }
      expect([...new Set(site.requested())]).to.deep.equal(['/rss']);
      expect(await school.status()).to.not.have.property('searched');
    });

    it('is not looked for where robots.txt disallows the homepage', async () => {
      move(testPosts(down(20, 11)));
      site.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /' });
      await school.run();
      await school.run();
      expect(site.requested()).to.deep.equal(['/rss', '/rss']);
      expect((await school.status()).searched.tried.join()).to.include('robots.txt');
    });

    it('is not found behind a test of the browser, which the status names', async () => {
      move(testPosts(down(20, 11)));
      site.pages.set('/', {
        status: 403,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Just a moment...</title><script>window._cf_chl_opt={}</script>',
      });
      await school.run();
      await school.run();
      const { tried } = (await school.status()).searched;
      expect(tried).to.have.length(1);
      expect(tried[0]).to.include('trang kiểm tra trình duyệt');
    });

    it('is chosen by most posts, not by its place', async () => {
      move(testPosts(down(20, 11)));
      const category = down(20, 1).filter((index) => index % 2);
      site.rss('/feed/1', testPosts(category));
      site.rss('/feed/2', testPosts([20, 19, 18, 17, 16, 15, 14]));
      site.html('/', 'Trang chủ', ['/feed/1', '/feed/2', '/tin/feed'].map(feedLink).join(''));
      await school.run();
      await school.run();
      expect((await school.status()).adopted.url).to.equal(site.url('/tin/feed'));
    });

    describe('and another site has the same posts', () => {
      let other: WrittenSite;
      /** Both schools, since the hub reads servers of this machine only if they are configured. */
      const both = () => ({
        ...school.hub.configuration,
        schools: [
          school.entry(feed()),
          { id: 'hy', name: 'Trường B', home: other.url('/'), news: other.url('/tin') },
        ],
      });
      beforeEach(async () => {
        other = await new WrittenSite().start();
        other.rss('/feed', testPosts(down(20, 11)));
        other.html('/', 'Trang khác', feedLink('/feed'));
        site.pages.delete('/rss');
      });
      afterEach(() => other.stop());

      it('is not replaced by that one', async () => {
        const links = [
          other.url('/feed'),
          '/lien-ket',
          'javascript:alert(1)',
          'ftp://truong.example/feed',
          'data:text/xml,feed',
        ];
        site.html('/', 'Trang chủ', links.map(feedLink).join(''));
        site.pages.set('/lien-ket', { status: 302, headers: { Location: other.url('/feed') } });
        await school.run(both());
        await school.run(both());
        const { adopted, searched } = await school.status();
        expect(adopted).to.equal(undefined);
        expect(searched.tried).to.deep.equal(
          [other.url('/feed'), site.url('/lien-ket')].map(
            (url) => `${url}: Nó nằm ở một trang web khác, nên không được dùng.`,
          ),
        );
        expect(other.requested().filter((path) => path === '/feed')).to.have.length(1);
      });

      it('is replaced by that one if the homepage leads there', async () => {
        const before = await school.ids();
        site.pages.set('/', { status: 301, headers: { Location: other.url('/') } });
        await school.run(both());
        await school.run(both());
        expect((await school.status()).adopted.url).to.equal(other.url('/feed'));
        await school.expectSame(before);
      });
    });

    it('is read as configured again if the stored adoption is damaged', async () => {
      const before = await school.ids();
      move(testPosts(down(21, 12)));
      await school.run();
      await school.run();
      const path = join(school.hub.state, 'hub.json');
      const intact = JSON.parse(await readFile(path, 'utf8'));
      const [key] = Object.keys(intact.sources);
      const { adopted } = intact.sources[key!];
      const damaged = [
        null,
        'chữ',
        [],
        { ...adopted, since: 'hôm qua' },
        { ...adopted, source: { ...adopted.source, url: 'javascript:alert(1)' } },
        { ...adopted, source: { url: '/rss', kind: 'feed' } },
        { ...adopted, source: { ...adopted.source, kind: 'table' } },
        { ...adopted, instead: undefined },
        { ...adopted, retry: {} },
      ];
      site.rss('/rss', testPosts(down(22, 13)));
      for (const value of damaged) {
        const state = { ...intact.sources[key!], adopted: value };
        state.poll.etag = '"cu"';
        await writeFile(path, JSON.stringify({ ...intact, sources: { [key!]: state } }));
        site.requests.length = 0;
        const { failing, warnings } = await school.run();
        expect({ failing, warnings }, JSON.stringify(value)).to.deep.equal({ failing: [], warnings: [] });
        const [request] = site.requests.filter((each) => each.path !== '/robots.txt');
        expect(request!.path, JSON.stringify(value)).to.equal('/rss');
        expect(request!.headers, JSON.stringify(value)).to.not.have.property('if-none-match');
        await school.expectSame(before);
      }
    });
  });

  it('has posts to be recognised by; before there are any, nothing is looked for', async () => {
    site.html('/', 'Trang chủ', feedLink('/feed'));
    site.rss('/feed', testPosts(down(20, 11)));
    await school.startHub({ news: site.url('/rss') });
    await school.run();
    await school.run();
    expect(site.requested().filter((path) => path !== '/rss')).to.deep.equal([]);
  });
});
