import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { PageSource } from '../../../core/config/cluster.ts';
import type { Calls, Handlers, ShownPage } from '../../../hub/setup/api.ts';
import { pointHandlers } from '../../../hub/setup/point.ts';
import { shownRoutes } from '../../../hub/setup/shown-routes.ts';
import { SetupTools } from '../../../hub/setup/tools.ts';
import { UserError } from '../../../hub/setup/user-error.ts';
import { down, listOf, type TestPost, testPosts, WrittenSite } from '../changing-site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';
import { type Reply, send, startTestConsole, type TestConsole } from './console-client.ts';

const PNG = Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1');
const NO_PICKS: Calls['point']['request']['picks'] = { items: [], not: [] };
const isUserError = (error: unknown): UserError => {
  if (error instanceof UserError) return error;
  throw error;
};

describe('pointing at a page', () => {
  let site: WrittenSite;
  let folder: string;
  let tools: SetupTools;
  let handlers: Pick<Handlers, 'showPage' | 'point' | 'tryPointed'>;
  const call = { emit: () => {}, signal: new AbortController().signal };
  const show = (path: string): Promise<ShownPage> =>
    handlers.showPage({ url: site.url(path) }, call as never);
  const refused = async (url: string, from?: string) =>
    handlers.showPage({ url, ...(from && { from }) }, call as never).then(
      () => undefined,
      (error) => isUserError(error).words.vi,
    );
  const list = (numbers: readonly number[], head = '') =>
    site.html('/tin', listOf(testPosts(numbers), 'tin'), head);
  const source = (more: Partial<PageSource> = {}): PageSource => ({
    url: site.url('/tin'),
    kind: 'page',
    pages: 1,
    item: '.tin',
    ...more,
  });
  const context = (config = join(folder, 'cluster.json')) => ({
    config,
    folders: {},
    log: () => {},
    client: { spacingMs: 0 },
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tct-point-'));
    site = await new WrittenSite().start();
    tools = new SetupTools(context());
    handlers = pointHandlers(context(), tools);
    list(down(10, 1));
  });
  afterEach(async () => {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe('shows a page', () => {
    it('without its scripts, by its address as typed', async () => {
      list(down(3, 1), '<script>alert(1)</script>');
      const shown = await handlers.showPage({ url: ` ${site.url('/tin')} ` }, call as never);
      expect(shown).to.include({
        url: site.url('/tin'),
        title: 'Trường Chính trị',
        frame: `/shown/${shown.page}`,
      });
      expect(tools.pages.get(shown.page)!.reading.html)
        .to.match(/<h3 data-node=/)
        .and.not.match(/script/);
    });

    it('with the frames of its site', async () => {
      site.html('/khung', '<iframe src="/tin"></iframe>');
      const { frames, page } = await show('/khung');
      expect(frames.map(({ url }) => url)).to.deep.equal([site.url('/tin')]);
      expect((await handlers.showPage({ url: frames[0]!.url, from: page }, call as never)).url).to.equal(
        site.url('/tin'),
      );
    });

    it('or tells why it cannot', async () => {
      site.rss('/rss', testPosts([1]));
      site.pages.set('/cam', { status: 403, body: 'x' });
      site.pages.set('/anh', { headers: { 'Content-Type': 'image/png' }, body: PNG });
      site.html(
        '/login',
        '<form><input name=u><input type=password name=p></form>',
        '<title>Đăng nhập</title>',
      );
      site.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /rieng' });
      expect(await refused('không phải địa chỉ :')).to.match(/không phải địa chỉ/);
      expect(await refused(site.url('/rss'))).to.match(/RSS/);
      expect(await refused(site.url('/khong-co'))).to.match(/404/);
      expect(await refused(site.url('/cam'))).to.match(/403/);
      expect(await refused(site.url('/anh'))).to.be.a('string');
      expect(await refused(site.url('/login'))).to.match(/đăng nhập/i);
      expect(await refused(site.url('/rieng'))).to.match(/robots\.txt/);
    });

    it('of this network only if a person named it', async () => {
      const inner = await new WrittenSite().start();
      inner.html('/quan-tri', 'x');
      try {
        site.html(
          '/tin',
          [1, 2, 3]
            .map(
              (n) =>
                `<div class=tin><a href="${inner.url(`/quan-tri${n === 1 ? '' : n}`)}">Bài số ${n} của trường</a></div>`,
            )
            .join(''),
        );
        const { page } = await show('/tin');
        expect(await refused(inner.url('/quan-tri'), page)).to.match(/mạng nội bộ/);
        expect(await refused(inner.url('/quan-tri'), 'a page that is gone')).to.match(/mạng nội bộ/);
        expect(inner.requests).to.deep.equal([]);
        expect(await refused(inner.url('/quan-tri'))).to.equal(undefined);
      } finally {
        await inner.stop();
      }
    });
  });

  describe('serves what a page shows', () => {
    let console_: TestConsole;
    beforeEach(async () => {
      console_ = await startTestConsole({ handlers, routes: shownRoutes(tools) });
    });
    afterEach(() => console_.stop());
    const get = (path: string, headers: Record<string, string> = {}): Promise<Reply> =>
      send(console_.port, { path, headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } });
    const asset = (shown: ShownPage, name: string) => {
      const { assets } = tools.pages.get(shown.page)!.reading;
      return get(`${shown.frame}/assets/${assets.findIndex(({ url }) => url.endsWith(name))}`);
    };
    const withAssets = () => {
      const body = (text: string | Buffer, type: string) => ({
        headers: { 'Content-Type': type },
        body: text,
      });
      site.pages.set(
        '/a.css',
        body('@import "b.css";h3{background:url(nen.png);position:fixed;color:red}', 'text/css'),
      );
      site.pages.set('/b.css', body('p{color:blue}', 'text/css'));
      site.pages.set('/nen.png', body(PNG, 'text/plain'));
      site.pages.set(
        '/gia.png',
        body('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'image/svg+xml'),
      );
      site.pages.set('/gia.css', body('<script>1</script>', 'text/html'));
      site.html(
        '/tin',
        '<link rel=stylesheet href=/a.css><link rel=stylesheet href=/gia.css><img src=/gia.png><img src=/nen.png><img src=/cam.png>x',
      );
    };

    it('in a sandbox that loads nothing from elsewhere', async () => {
      const { frame } = await show('/tin');
      const { status, headers } = await get(frame);
      expect(status).to.equal(200);
      expect(headers['content-security-policy']).to.equal(
        "default-src 'none'; img-src 'self'; style-src 'self' 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin",
      );
      expect(headers).to.include({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect((await get('/shown/khong-co')).status).to.equal(404);
      expect((await get(frame, { 'Sec-Fetch-Site': 'cross-site' })).status).to.equal(403);
    });

    it('with its style sheets as they may be shown, and those that these name', async () => {
      withAssets();
      const shown = await show('/tin');
      const sheet = await asset(shown, '/a.css');
      expect(sheet.headers['content-type']).to.equal('text/css; charset=utf-8');
      const [imported = '', background = ''] = sheet.text.match(/\/shown\/[^"]+/g)!;
      expect(sheet.text).to.equal(`@import "${imported}" ;h3{background:url("${background}");color:red;}`);
      expect((await get(imported)).text).to.equal('p{color:blue;}');
      expect((await get(background)).headers['content-type']).to.equal('image/png');
    });

    it('with pictures by what they are, and nothing that only says it is one', async () => {
      withAssets();
      const shown = await show('/tin');
      expect((await asset(shown, '/nen.png')).headers['content-type']).to.equal('image/png');
      expect((await asset(shown, '/gia.png')).status).to.equal(404);
      expect((await asset(shown, '/gia.css')).status).to.equal(404);
      expect((await get(`${shown.frame}/assets/99`)).status).to.equal(404);
    });

    it('asks for nothing before the browser does, and for nothing that robots.txt forbids', async () => {
      withAssets();
      site.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /cam' });
      const shown = await show('/tin');
      expect(site.requested()).to.deep.equal(['/tin']);
      expect((await asset(shown, '/cam.png')).status).to.equal(404);
      expect(site.requests.map(({ path }) => path)).to.deep.equal([]);
    });

    it('never asks for an address of this network that a page names', async () => {
      const inner = await new WrittenSite().start();
      try {
        site.html(
          '/tin',
          `<img src="${inner.url('/nen.png')}"><link rel=stylesheet href="${inner.url('/a.css')}">x`,
        );
        const shown = await show('/tin');
        expect((await asset(shown, '/nen.png')).status).to.equal(404);
        expect((await asset(shown, '/a.css')).status).to.equal(404);
        expect(inner.requests).to.deep.equal([]);
      } finally {
        await inner.stop();
      }
    });

    it('asks a host for one thing at a time', async () => {
      withAssets();
      site.html('/tin', [1, 2, 3].map((n) => `<img src=/anh${n}.png>`).join(''));
      let open = 0;
      let most = 0;
      const answer = async () => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setImmediate(resolve));
        open--;
        return { body: PNG };
      };
      const sites = site as unknown as { answer: (path: string) => unknown };
      const before = sites.answer.bind(site);
      sites.answer = (path) => (/^\/anh/.test(path) ? answer() : before(path));
      const shown = await show('/tin');
      const loaded = await Promise.all(['1', '2', '3'].map((n) => asset(shown, `/anh${n}.png`)));
      expect(loaded.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
      expect(most).to.equal(1);
    });

    it('stops loading what is not shown any more', async () => {
      withAssets();
      const shown = await show('/tin');
      await show('/tin');
      site.requests.length = 0;
      expect((await asset(shown, '/nen.png')).status).to.equal(404);
      expect(site.requests).to.deep.equal([]);
      await get(shown.frame);
      expect((await asset(shown, '/nen.png')).status).to.equal(200);
    });
  });

  it('gives what the hub reads, as a feed for the widgets', async () => {
    const { page } = await show('/tin');
    const { posts, feed, facts } = await handlers.point(
      { page, kind: 'news', picks: NO_PICKS, source: source() },
      call as never,
    );
    expect(posts).to.have.length(10);
    expect(facts).to.include({ posts: 10, dated: 10 });
    const json = tools.feeds.get(/\/feeds\/(.*)\.json/.exec(feed)![1]!)!;
    expect(JSON.parse(json).items).to.have.length(10);
    const gone = await handlers
      .point({ page: 'khong-co', kind: 'news', picks: NO_PICKS }, call as never)
      .catch(isUserError);
    expect(gone).to.have.property('field', 'page');
  });

  describe('tries a source', () => {
    const tried = async (chosen = source(), kind: 'news' | 'gallery' = 'news') => {
      const { page } = await show(new URL(chosen.url).pathname);
      return { page, result: () => handlers.tryPointed({ page, kind, source: chosen }, call as never) };
    };

    it('on a second reading, and on the next page', async () => {
      list(down(20, 11), '<link rel=next href=/tin2>');
      site.html('/tin2', listOf(testPosts(down(12, 1)), 'tin'));
      const { result } = await tried();
      list(down(21, 12));
      const { again, next } = await result();
      expect(again).to.deep.equal({ same: 9, of: 10 });
      expect(next).to.deep.equal({ url: site.url('/tin2'), posts: 12, isNew: 10 });
      expect(site.requested()).to.deep.equal(['/tin', '/tin', '/tin2']);
    });

    it('and tells what is doubtful', async () => {
      const cards = [1, 2, 3].map(
        (n) => `<div class=tin><h3><a href="http://khac.example/${n}">Xem thêm tin</a></h3></div>`,
      );
      site.html('/tin', cards.join(''));
      const { doubts } = await (await tried()).result();
      expect(doubts).to.deep.equal({ sameTitle: 'Xem thêm tin', elsewhere: { having: 3, of: 3 } });
    });

    it('and says why a further page cannot be read', async () => {
      list(down(3, 1), '<link rel=next href=/mat>');
      const { result } = await tried();
      const { next } = await result();
      expect(next).to.have.property('refusal').that.matches(/404/);
    });

    it('of albums also on the page of the first', async () => {
      const cover = (n: number) =>
        `<div class=album><a href=/album${n}><img src=/bia${n}.jpg><b>Album số ${n} của trường</b></a></div>`;
      site.html('/anh', [1, 2, 3].map(cover).join(''));
      site.html('/album1', '<h1>Album</h1><p>Không còn ảnh nào</p>');
      const chosen = source({ url: site.url('/anh'), item: '.album' });
      const { doubts } = await (await tried(chosen, 'gallery')).result();
      expect(doubts.album?.title).to.match(/^Album số 1/);
      expect(doubts.album?.refusal).to.be.a('string').that.is.not.empty;
    });
  });

  describe('compares with what the hub remembers', () => {
    let hub: Hub;
    beforeEach(async () => {
      hub = await startHub(() => [
        {
          id: 'a',
          name: 'Trường A',
          home: site.url('/'),
          heal: false,
          news: { url: site.url('/tin'), kind: 'page', item: '.tin' },
        },
      ]);
      await hub.run(NOW);
    });
    afterEach(() => hub.stop());

    it('after a redesign: which posts are here again, and which are lost', async () => {
      const moved = testPosts(down(11, 3), (index) => `/bai-viet/${index}`);
      site.html('/moi', listOf(moved, 'the'));
      const config = join(folder, 'hub.json');
      await writeFile(config, JSON.stringify({ ...hub.configuration, out: hub.out, state: hub.state }));
      handlers = pointHandlers(context(config), tools);
      const { page } = await show('/moi');
      const { posts, remembered } = await handlers.point(
        {
          page,
          kind: 'news',
          picks: NO_PICKS,
          source: source({ url: site.url('/moi'), item: '.the' }),
          remembered: { school: 'a', kind: 'news', url: site.url('/tin') },
        },
        call as never,
      );
      expect(remembered!.known).to.equal(8);
      const lost: TestPost[] = testPosts([2, 1]);
      expect(remembered!.lost.map(({ title }) => title)).to.deep.equal(lost.map(({ title }) => title));
      expect(posts.filter(({ isKnown }) => isKnown)).to.have.length(8);
      expect(posts.find(({ isKnown }) => !isKnown)!.title).to.equal(moved[0]!.title);
    });
  });
});
