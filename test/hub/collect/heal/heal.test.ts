import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../../core/time/duration.ts';
import { down, listOf, type TestPost, testPosts, WrittenSite } from '../../changing-site.ts';
import { type Hub, NOW, startHub, titles } from '../../start-hub.ts';

/** Longer than any wait between polls. */
const LATER = 30 * HOUR_MS;

const FEED_LINK = (path: string) => `<link rel="alternate" type="application/rss+xml" href="${path}">`;

describe('a source that has nothing any more', function () {
  this.timeout(180_000);
  let site: WrittenSite;
  let hub: Hub;
  let now: number;
  const school = (more: object) => ({ id: 'nb', name: 'Trường A', home: site.url('/'), ...more });
  const start = async (more: object, cluster: object = {}) => {
    hub = await startHub(() => [school(more)], cluster);
    await hub.run(now);
  };
  /** Runs when all sources are due. */
  const run = (configuration?: object) => {
    now += LATER;
    return hub.run(now, {}, configuration);
  };
  const list = (kind = 'news') => hub.feed(`schools/nb/${kind}.json`);
  /** The published ids, by title. */
  const ids = async (kind = 'news') => new Map((await list(kind)).items.map(({ title, id }) => [title, id]));
  const status = async (index = 0) => JSON.parse(await hub.text('status.json')).sources[index];
  const configured = (more: object, cluster: object = {}) => ({
    ...hub.configuration,
    ...cluster,
    schools: [school(more)],
  });
  /** Expects that the posts have their former ids, and that each title is published once. */
  const expectSame = async (before: Map<string | undefined, string>) => {
    const after = await ids();
    for (const [title, id] of before) expect(after.get(title), title).to.equal(id);
    const all = titles(await list());
    expect(new Set(all).size).to.equal(all.length);
  };

  beforeEach(async () => {
    now = NOW;
    site = await new WrittenSite().start();
  });
  afterEach(async () => {
    await hub.stop();
    await site.stop();
  });

  describe('since its page was redesigned', () => {
    const page = () => ({ news: { url: site.url('/tin'), kind: 'page', item: '.tin-cu' } });
    beforeEach(async () => {
      site.html('/tin', listOf(testPosts(down(20, 11)), 'tin-cu'));
      await start(page());
    });

    it('is read by the list that is guessed on it, at once and from then on', async () => {
      const before = await ids();
      expect(before.size).to.equal(10);
      site.html('/tin', `<main>${listOf(testPosts(down(21, 12)), 'the-tin')}</main>`);
      site.requested();
      const { failing, added, warnings } = await run();
      expect({ failing, added }).to.deep.equal({ failing: [], added: 1 });
      expect(site.requested()).to.deep.equal(['/tin']);
      expect(warnings.join()).to.include('đã tự chuyển sang');
      await expectSame(before);
      const { adopted } = await status();
      expect(adopted).to.deep.equal({
        url: site.url('/tin'),
        kind: 'page',
        since: '2026-11-24T14:00:00+07:00',
        config: `"news": {"url":"${site.url('/tin')}","kind":"page","item":"div.the-tin"}`,
      });
      const html = await hub.text('status.html');
      expect(html).to.include('Từ 14:00 24/11/2026, trạm tự đọc').and.include('div.the-tin');

      site.html('/tin', `<main>${listOf(testPosts(down(22, 13)), 'the-tin')}</main>`);
      expect(await run()).to.deep.include({ failing: [], added: 1 });
      await expectSame(before);
    });

    it('is followed through another redesign', async () => {
      const before = await ids();
      for (const [round, name] of ['the-tin', 'muc-tin', 'bai-viet'].entries()) {
        site.html('/tin', `<main>${listOf(testPosts(down(21 + round, 12 + round)), name)}</main>`);
        expect(await run(), name).to.deep.include({ failing: [], added: 1 });
        expect((await status()).adopted.config).to.include(name);
      }
      await expectSame(before);
    });

    it('keeps its dates where the new list has none', async () => {
      const dates = (await list()).items.map(({ date_published }) => date_published);
      const undated = listOf(testPosts(down(20, 11)), 'the-tin').replace(/<span>.*?<\/span>/g, '');
      site.html('/tin', `<main>${undated}</main>`);
      for (let polls = 0; polls < 2; polls++) {
        await run();
        expect((await list()).items.map(({ date_published }) => date_published)).to.deep.equal(dates);
      }
    });

    it('is left as it is with "heal": false, wherever that stands', async () => {
      site.html('/tin', `<main>${listOf(testPosts(down(21, 12)), 'the-tin')}</main>`);
      const { news } = page();
      const off: [more: object, cluster?: object][] = [
        [{ news: { ...news, heal: false } }],
        [{ news, heal: false }],
        [{ news }, { heal: false }],
        [{ news: { ...news, heal: false }, heal: true }],
      ];
      for (const [more, cluster] of off) {
        const { failing } = await run(configured(more, cluster));
        expect(failing, JSON.stringify(more)).to.deep.equal(['nb · Tin']);
        expect(await status()).to.not.have.any.keys('adopted', 'searched');
      }
      const { failing } = await run(configured({ news: { ...news, heal: true } }, { heal: false }));
      expect(failing).to.deep.equal([]);
      // What was adopted is not read any more once it is forbidden.
      expect((await run(configured({ news, heal: false }))).failing).to.deep.equal(['nb · Tin']);
    });

    it('is read as configured again once the configuration changes', async () => {
      const before = await ids();
      site.html('/tin', `<main>${listOf(testPosts(down(21, 12)), 'the-tin')}</main>`);
      await run();
      const mended = { news: { url: site.url('/tin'), kind: 'page', item: 'main > div', date: 'span' } };
      now += 60_000;
      // Due at once.
      const { asked, added, failing } = await hub.run(now, {}, configured(mended));
      expect({ asked, added, failing }).to.deep.equal({ asked: 1, added: 0, failing: [] });
      expect(await status()).to.not.have.property('adopted');
      await expectSame(before);
    });

    it('is read as configured again when it is back', async () => {
      const before = await ids();
      site.html('/tin', `<main>${listOf(testPosts(down(21, 12)), 'the-tin')}</main>`);
      await run();
      site.html('/tin', listOf(testPosts(down(22, 13)), 'tin-cu'));
      expect(await run()).to.deep.include({ failing: [], added: 1 });
      expect(await status()).to.not.have.property('adopted');
      await expectSame(before);
    });
  });

  describe('since its page lost its posts for a day', () => {
    const popular = listOf(testPosts([3, 14, 19]), 'xem-nhieu');
    const empty = `<main>Đang cập nhật</main><aside>${popular}</aside>`;
    beforeEach(async () => {
      site.html('/tin', `${listOf(testPosts(down(20, 11)), 'tin')}<aside>${popular}</aside>`);
      site.html('/', 'Trang chủ', FEED_LINK('/su-kien.xml') + FEED_LINK('/feed.xml'));
      site.rss('/su-kien.xml', testPosts(down(60, 51)));
      await start({ news: { url: site.url('/tin'), kind: 'page', item: '.tin' } });
    });

    it('keeps its last list, and is not replaced', async () => {
      const before = await hub.text('schools/nb/news.json');
      site.html('/tin', empty);
      // The whole site would offer the posts elsewhere, too.
      site.rss('/feed.xml', testPosts(down(20, 11)));
      site.requested();
      for (let hours = 1; hours <= 29; hours += 4) {
        const { failing } = await hub.run(now + hours * HOUR_MS, { force: true });
        expect(failing).to.deep.equal(['nb · Tin']);
      }
      expect([...new Set(site.requested())]).to.deep.equal(['/tin']);
      expect(await hub.text('schools/nb/news.json')).to.equal(before);
      site.html('/tin', listOf(testPosts(down(21, 12)), 'tin'));
      const { failing, added } = await hub.run(now + LATER, { force: true });
      expect({ failing, added }).to.deep.equal({ failing: [], added: 1 });
      expect(await status()).to.not.have.any.keys('adopted', 'searched');
    });

    it('says what was tried where nothing has its posts', async () => {
      const before = await hub.text('schools/nb/news.json');
      site.html('/tin', empty);
      await run();
      await run();
      expect((await status()).searched).to.deep.equal({
        at: '2026-11-25T20:00:00+07:00',
        tried: [
          `${site.url('/tin')}: có 2 trong 10 bài đã biết, chưa đủ để dùng.`,
          `${site.url('/su-kien.xml')}: có 0 trong 10 bài đã biết, chưa đủ để dùng.`,
          `${site.url('/feed.xml')}: Không có gì ở địa chỉ này (404). Hãy kiểm tra lại địa chỉ nguồn.`,
        ],
      });
      const html = await hub.text('status.html');
      expect(html).to.include('danh sách cũ được giữ lại. Đã thử:').and.include(site.url('/su-kien.xml'));
      expect(await hub.text('schools/nb/news.json')).to.equal(before);
    });
  });

  describe('since its feed moved', () => {
    const feed = () => ({ news: site.url('/rss') });
    /** Moves the feed, with other ids and links if `link` gives them. */
    const move = (posts: TestPost[]) => {
      site.pages.delete('/rss');
      site.html('/', 'Trang chủ', FEED_LINK('/tin/feed'));
      site.rss('/tin/feed', posts);
    };
    beforeEach(async () => {
      site.html('/', 'Trang chủ');
      site.rss('/rss', testPosts(down(20, 1)));
      await start(feed());
      site.requested();
    });

    it('is found on the homepage, not after a first failure', async () => {
      const before = await ids();
      move(testPosts(down(21, 12)));
      expect((await run()).failing).to.deep.equal(['nb · Tin']);
      expect(site.requested()).to.deep.equal(['/rss']);
      expect(await run()).to.deep.include({ failing: [], added: 1 });
      expect(site.requested()).to.deep.equal(['/rss', '/', '/tin/feed']);
      expect((await status()).adopted).to.include({
        url: site.url('/tin/feed'),
        config: `"news": "${site.url('/tin/feed')}"`,
      });
      await expectSame(before);
      // Those that it does not list are not taken for withdrawn.
      for (let polls = 0; polls < 3; polls++) await run();
      await expectSame(before);
      expect(titles(await list())).to.have.length(21);
    });

    it('keeps each post the same although every address and id changed', async () => {
      const before = await ids();
      const at = (index: number) => `/2026/hoi-thao-${index}/`;
      const renamed = (numbers: number[]) =>
        testPosts(numbers, at).map((post, index) => ({ ...post, guid: `?p=${900 + numbers[index]!}` }));
      move(renamed(down(21, 12)));
      await run();
      expect(await run()).to.deep.include({ failing: [], added: 1 });
      await expectSame(before);
      const newest = (await list()).items.find(({ title }) => title!.endsWith(' 20'))!;
      expect(newest.url).to.equal(site.url(at(20)));
      // A post that comes up again later is known, too.
      site.rss('/tin/feed', renamed([22, 21, 20, 19, 18, 17, 16, 15, 14, 5]));
      expect((await run()).added).to.equal(1);
      await expectSame(before);
    });

    it('does not mistake posts for others that had their numbers', async () => {
      const numbered = (numbers: number[], first: number) =>
        testPosts(numbers).map((post, index) => ({
          ...post,
          guid: String(first - index),
          link: `/p/${first - index}/${numbers[0]}`,
        }));
      site.rss('/rss', numbered(down(30, 21), 30));
      await run();
      const before = await ids();
      move(numbered(down(31, 22), 26));
      await run();
      expect((await run()).added).to.equal(1);
      await expectSame(before);
      // Nor later ones, that get the numbers of posts that the new source has or never had.
      for (const [newest, number] of [
        [32, 27],
        [42, 37],
      ] as const) {
        site.rss('/tin/feed', numbered(down(newest, newest - 9), number));
        expect((await run()).added, `${newest}`).to.equal(newest === 32 ? 1 : 10);
        await expectSame(before);
      }
    });

    it('keeps its posts when the line of the status is copied into the configuration', async () => {
      const before = await ids();
      move(testPosts(down(21, 12), (index) => `/moi/${index}`));
      await run();
      await run();
      const line = (await status()).adopted.config;
      const configuration = configured(JSON.parse(`{${line}}`));
      for (let polls = 0; polls < 3; polls++) {
        const { failing, added } = await run(configuration);
        expect({ failing, added }).to.deep.equal({ failing: [], added: 0 });
      }
      expect(await status()).to.not.have.property('adopted');
      await expectSame(before);
      expect(titles(await list())).to.have.length(21);
    });

    it('is looked for once a day at most, with few requests', async () => {
      site.pages.delete('/rss');
      site.html(
        '/',
        'Trang chủ',
        down(30, 1)
          .map((index) => FEED_LINK(`/feed/${index}`))
          .join(''),
      );
      const days = 4;
      for (let hour = 3; hour <= days * 24; hour += 3) await hub.run(now + hour * HOUR_MS, { force: true });
      const requested = site.requested();
      expect(requested.filter((path) => path === '/').length).to.be.within(days - 1, days);
      expect(requested.filter((path) => path.startsWith('/feed/')).length).to.be.at.most(days * 6);
    });

    it('is looked for at once and then daily if it is gone for good', async () => {
      site.pages.set('/rss', { status: 410 });
      await run();
      expect(site.requested()).to.deep.equal(['/rss', '/']);
      const { searched, ...gone } = await status();
      expect(searched.tried).to.deep.equal([`${site.url('/')}: Trang chủ không dẫn tới nguồn nào khác.`]);
      expect(gone).to.not.have.property('next_due');
      now += HOUR_MS;
      await hub.run(now);
      expect(site.requested()).to.deep.equal([]);
      site.html('/', 'Trang chủ', FEED_LINK('/tin/feed'));
      site.rss('/tin/feed', testPosts(down(21, 12)));
      expect(await run()).to.deep.include({ failing: [], added: 1 });
      expect(site.requested()).to.deep.equal(['/', '/tin/feed']);
      // The former address is not asked again.
      await run();
      await run();
      expect(site.requested()).to.deep.equal(['/tin/feed', '/tin/feed']);
    });

    it('is found where its address shows the homepage instead', async () => {
      site.html('/', 'Trang chủ', FEED_LINK('/tin/feed'));
      site.pages.set('/rss', site.pages.get('/')!);
      site.rss('/tin/feed', testPosts(down(20, 11)));
      await run();
      expect((await run()).failing).to.deep.equal([]);
      expect((await status()).adopted.url).to.equal(site.url('/tin/feed'));
    });

    it('is not looked for while the server is only down', async () => {
      for (const status of [500, 503, 403, 401, 429]) {
        site.pages.set('/rss', { status });
        await run();
      }
      expect([...new Set(site.requested())]).to.deep.equal(['/rss']);
      expect(await status()).to.not.have.property('searched');
    });

    it('is not looked for where robots.txt disallows the homepage', async () => {
      move(testPosts(down(20, 11)));
      site.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /' });
      await run();
      await run();
      expect(site.requested()).to.deep.equal(['/rss', '/rss']);
      expect((await status()).searched.tried.join()).to.include('robots.txt');
    });

    it('is not found behind a test of the browser, which the status names', async () => {
      move(testPosts(down(20, 11)));
      site.pages.set('/', {
        status: 403,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Just a moment...</title><script>window._cf_chl_opt={}</script>',
      });
      await run();
      await run();
      const { tried } = (await status()).searched;
      expect(tried).to.have.length(1);
      expect(tried[0]).to.include('trang kiểm tra trình duyệt');
    });

    it('is chosen by most posts, not by its place', async () => {
      move(testPosts(down(20, 11)));
      const category = down(20, 1).filter((index) => index % 2);
      site.rss('/feed/1', testPosts(category));
      site.rss('/feed/2', testPosts([20, 19, 18, 17, 16, 15, 14]));
      site.html('/', 'Trang chủ', ['/feed/1', '/feed/2', '/tin/feed'].map(FEED_LINK).join(''));
      await run();
      await run();
      expect((await status()).adopted.url).to.equal(site.url('/tin/feed'));
    });

    describe('and another site has the same posts', () => {
      let other: WrittenSite;
      /** Both schools, since the hub reads servers of this machine only if they are configured. */
      const both = () => ({
        ...hub.configuration,
        schools: [
          school(feed()),
          { id: 'hy', name: 'Trường B', home: other.url('/'), news: other.url('/tin') },
        ],
      });
      beforeEach(async () => {
        other = await new WrittenSite().start();
        other.rss('/feed', testPosts(down(20, 11)));
        other.html('/', 'Trang khác', FEED_LINK('/feed'));
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
        site.html('/', 'Trang chủ', links.map(FEED_LINK).join(''));
        site.pages.set('/lien-ket', { status: 302, headers: { Location: other.url('/feed') } });
        await run(both());
        await run(both());
        const { adopted, searched } = await status();
        expect(adopted).to.equal(undefined);
        expect(searched.tried).to.deep.equal(
          [other.url('/feed'), site.url('/lien-ket')].map(
            (url) => `${url}: Nó nằm ở một trang web khác, nên không được dùng.`,
          ),
        );
        expect(other.requested().filter((path) => path === '/feed')).to.have.length(1);
      });

      it('is replaced by that one if the homepage leads there', async () => {
        const before = await ids();
        site.pages.set('/', { status: 301, headers: { Location: other.url('/') } });
        await run(both());
        await run(both());
        expect((await status()).adopted.url).to.equal(other.url('/feed'));
        await expectSame(before);
      });
    });

    it('is read as configured again if the stored adoption is damaged', async () => {
      const before = await ids();
      move(testPosts(down(21, 12)));
      await run();
      await run();
      const path = join(hub.state, 'hub.json');
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
        const { failing, warnings } = await run();
        expect({ failing, warnings }, JSON.stringify(value)).to.deep.equal({ failing: [], warnings: [] });
        const [request] = site.requests.filter((each) => each.path !== '/robots.txt');
        expect(request!.path, JSON.stringify(value)).to.equal('/rss');
        expect(request!.headers, JSON.stringify(value)).to.not.have.property('if-none-match');
        await expectSame(before);
      }
    });
  });

  it('has posts to be recognised by; before there are any, nothing is looked for', async () => {
    site.html('/', 'Trang chủ', FEED_LINK('/feed'));
    site.rss('/feed', testPosts(down(20, 11)));
    await start({ news: site.url('/rss') });
    await run();
    await run();
    expect(site.requested().filter((path) => path !== '/rss')).to.deep.equal([]);
  });

  it('may be a list of documents or of news without a feed, found under its new address', async () => {
    const rows = (path: string) =>
      [1, 2, 3]
        .map(
          (index) =>
            `<tr><td>${index}/QĐ-TCT</td><td>0${index}/3/2026</td><td>Về việc ban hành quy chế số ${index}</td><td><a href="${path}/${index}.pdf">Tải về</a></td></tr>`,
        )
        .join('');
    const table = (path: string) =>
      `<table class="${path}"><tr><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th><th>Tải về</th></tr>${rows(path)}</table>`;
    site.html('/', 'Trang chủ');
    site.html('/vanban.html', table('cu'));
    site.html('/tin.html', listOf(testPosts(down(20, 11)), 'tin'));
    const page = { kind: 'page', item: '.tin' };
    await start({
      news: { ...page, url: site.url('/tin.html') },
      documents: { url: site.url('/vanban.html'), kind: 'page', table: 'table.cu' },
    });
    const [news, documents] = [await ids(), await ids('documents')];
    expect([news.size, documents.size]).to.deep.equal([10, 3]);
    site.pages.clear();
    site.html('/', '<a href="/van-ban">Văn bản</a> <a href="/tin-tuc">Tin tức</a>');
    site.html('/van-ban', table('moi'));
    site.html(
      '/tin-tuc',
      `<main>${listOf(
        testPosts(down(21, 12), (index) => `/bai/${index}`),
        'bai',
      )}</main>`,
    );
    await run();
    site.requested();
    expect(await run()).to.deep.include({ failing: [], added: 1 });
    // The homepage is fetched once for both.
    expect(site.requested().filter((path) => path === '/')).to.have.length(1);
    await expectSame(news);
    expect(await ids('documents')).to.deep.equal(documents);
    expect((await status(1)).adopted.config).to.equal(
      `"documents": {"url":"${site.url('/van-ban')}","kind":"page"}`,
    );
  });

  describe('may be a gallery', () => {
    const photo = (name: string) =>
      `<a href="/img/${name}.jpg"><img src="/img/${name}-t.jpg" alt=""></a><p>Ảnh ${name}</p>`;
    const photosOf = async () =>
      (await list('gallery')).items.map(({ attachments }) => attachments?.length ?? 0);

    it('of posts with photos, which are not asked for on their pages', async () => {
      const feed = (path: string) =>
        site.pages.set(path, {
          headers: { 'Content-Type': 'application/rss+xml' },
          body: `<rss version="2.0"><channel><title>Ảnh</title>${testPosts([3, 2, 1])
            .map(
              ({ title, link }, index) =>
                `<item><title>${title}</title><link>${site.url(link)}</link><description><![CDATA[<p>Bài</p>${photo(`a${index}`)}${photo(`b${index}`)}]]></description></item>`,
            )
            .join('')}</channel></rss>`,
        });
      feed('/rss');
      site.html('/', 'Trang chủ');
      await start({ gallery: site.url('/rss') });
      expect(await photosOf()).to.deep.equal([2, 2, 2]);
      site.pages.delete('/rss');
      site.html(
        '/',
        'Trang chủ',
        '<link rel="alternate" type="application/rss+xml" title="Thư viện ảnh" href="/anh/feed">',
      );
      feed('/anh/feed');
      await run();
      site.requested();
      expect((await run()).failing).to.deep.equal([]);
      expect(site.requested()).to.deep.equal(['/rss', '/', '/anh/feed']);
      expect(await photosOf()).to.deep.equal([2, 2, 2]);
    });

    it('whose albums were redesigned, too', async () => {
      const covers = (name: string, numbers: number[]) =>
        `<h2>Thư viện ảnh</h2><div class="album-list">${testPosts(numbers)
          .map(
            ({ title, link }, index) =>
              `<div class="${name}"><a href="${link}"><img src="/img/${index}-t.jpg"></a><h3><a href="${link}">${title}</a></h3></div>`,
          )
          .join('')}</div>`;
      const albums = (name: string, numbers: number[]) => {
        for (const { link, title } of testPosts(numbers))
          site.html(link, `<h1>${title}</h1><div class="${name}">${photo('a')}${photo('b')}</div>`);
      };
      site.html('/anh', covers('cu', [3, 2, 1]));
      albums('anh-cu', [3, 2, 1]);
      await start({ gallery: { url: site.url('/anh'), kind: 'page', item: '.cu', photos: '.anh-cu' } });
      expect(await photosOf()).to.deep.equal([2, 2, 2]);
      site.html('/anh', covers('moi', [4, 3, 2, 1]));
      albums('anh-moi', [4, 3, 2, 1]);
      expect(await run()).to.deep.include({ failing: [], added: 1 });
      expect(await photosOf()).to.deep.equal([2, 2, 2, 2]);
    });
  });

  it('may be one of several of a school, for which nothing is asked twice', async () => {
    const paths = down(5, 1).map((index) => `/rss/${index}`);
    for (const [index, path] of paths.entries())
      site.rss(path, testPosts(down(40, 1).filter((number) => number % paths.length === index)));
    site.html('/', 'Trang chủ');
    await start({ news: paths.map((path) => site.url(path)) });
    site.pages.clear();
    const feeds = [201, 301].map((index) => `/feed/${index}`);
    for (const path of feeds) site.rss(path, testPosts(down(Number(path.slice(6)), 190)));
    site.html('/', 'Trang chủ', feeds.map(FEED_LINK).join(''));
    await run();
    site.requested();
    await run();
    expect(site.requested()).to.have.members([...paths, '/', ...feeds]);
  });

  it('may be one of two of a list: neither takes the posts of the other, nor the same source', async () => {
    const [first, second] = [
      down(40, 1).filter((index) => index % 2),
      down(40, 1).filter((index) => index % 2 === 0),
    ];
    site.html('/', 'Trang chủ');
    site.rss('/rss/1', testPosts(first.slice(0, 10)));
    site.rss('/rss/2', testPosts(second.slice(0, 10)));
    await start({ news: [site.url('/rss/1'), site.url('/rss/2')] });
    const before = await ids();
    expect(before.size).to.equal(20);
    site.pages.clear();
    site.html('/', 'Trang chủ', FEED_LINK('/feed'));
    site.rss(
      '/feed',
      testPosts(down(41, 22), (index) => `/moi/${index}`),
    );
    await run();
    const { failing, added } = await run();
    expect(failing).to.have.length(1);
    expect(added).to.equal(1);
    await expectSame(before);
    const [one, other] = [await status(0), await status(1)];
    expect([one.adopted, other.adopted].filter(Boolean)).to.have.length(1);
    for (let polls = 0; polls < 2; polls++) expect((await run()).added).to.equal(0);
    await expectSame(before);
  });
});
