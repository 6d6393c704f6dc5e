import { expect } from 'chai';
import type { Feed } from '../../../core/model/feed.ts';
import { schoolName } from '../../../hub/discover/school-entry.ts';
import type { FeedPath, LookEvent } from '../../../hub/setup/api.ts';
import { knownSchoolAt } from '../../../hub/setup/known-schools.ts';
import { look } from '../../../hub/setup/look.ts';
import { documentTable, feedLink, page, rss, StaticSite } from '../discover/static-site.ts';
import { callContext, type TestContext, testContext } from './context.ts';

describe('looking at sites', () => {
  let setup: TestContext;
  let sites: StaticSite[];
  beforeEach(async () => {
    setup = await testContext();
    sites = [];
  });
  afterEach(async () => {
    await Promise.all(sites.map((site) => site.stop()));
    await setup.stop();
  });

  async function siteOf(pages: ConstructorParameters<typeof StaticSite>[0]): Promise<StaticSite> {
    const site = new StaticSite(pages);
    sites.push(site);
    await site.start();
    return site;
  }
  const pages = () => ({
    '/': page(feedLink('/rss') + feedLink('/hong'), '<nav><a href="/van-ban">Văn bản</a></nav>').replace(
      '<title>',
      '<title>Trang chủ | ',
    ),
    '/rss': rss(12, { picture: true }),
    '/hong': '<html>Lỗi</html>',
    '/van-ban': page('', documentTable(5)),
  });
  const lookAt = (addresses: string[], call = callContext<LookEvent>()) =>
    look(setup.context, setup.tools, { addresses }, call);
  const shown = (path: FeedPath | undefined) =>
    JSON.parse(setup.tools.feeds.get(/\/feeds\/(.*)\.json/.exec(path!)![1]!)!) as Feed;

  it('finds the lists, shows the posts, and tells what cannot be read', async () => {
    const site = await siteOf(pages());
    const { sites: found } = await lookAt([site.origin]);
    const [{ lists, name, home, id, refusal }] = found as [(typeof found)[0]];
    expect(refusal).to.equal(undefined);
    expect([name, home, id]).to.deep.equal(['Trường Chính trị tỉnh A', site.url('/'), '127']);
    const [best] = lists!.news;
    expect(best).to.deep.include({ isChosen: true, source: { url: site.url('/rss'), kind: 'feed' } });
    expect(best!.facts).to.include({ posts: 12, pictures: 12, dated: 12 });
    const feed = shown(best!.feed);
    expect(feed.items).to.have.length(12);
    expect(feed._tct!.schools).to.deep.equal({ 127: { name, home } });
    expect(feed.items[0]!.image).to.match(/^\/images\//);
    const refused = lists!.news.find(({ source }) => source.url === site.url('/hong'));
    expect(refused).to.include({ isChosen: false });
    expect(refused!.refusal).to.match(/\S/);
    expect(lists!.documents[0]).to.deep.include({ isChosen: true });
    expect(lists!.documents[0]!.facts).to.include({ numbers: 5 });
    expect(lists!.gallery.filter(({ isChosen }) => isChosen)).to.deep.equal([]);
  });

  it('tells of each site as it goes, in the order of the addresses at the end', async () => {
    const [one, two] = [await siteOf(pages()), await siteOf({ '/': { status: 500 } })];
    await setup.configure([{ id: '127', name: 'Đã có', home: 'http://khac.example/' }]);
    const call = callContext<LookEvent>();
    const addresses = [two.origin, one.origin, 'không phải', one.origin];
    const { sites: found } = await lookAt(addresses, call);
    expect(found.map(({ address }) => address)).to.deep.equal(addresses.slice(0, 3));
    expect(found.map(({ id }) => id)).to.deep.equal([undefined, '127-2', undefined]);
    for (const index of [0, 2]) expect(found[index]!.refusal).to.match(/\S/);
    const phases = call.events.filter(({ address }) => address === one.origin).map(({ phase }) => phase);
    expect(phases.slice(0, 2)).to.deep.equal(['waiting', 'trying']);
    expect(phases).to.include('opened');
    expect(phases.at(-1)).to.equal('done');
    const last = call.events.filter(({ phase }) => phase === 'trying').at(-1) as { requests: number };
    expect(last.requests).to.be.greaterThan(2);
  });

  it('asks nothing twice when a site is looked at again', async () => {
    const site = await siteOf(pages());
    await lookAt([site.origin]);
    const asked = site.requests.length;
    const again = await lookAt([site.url('/')]);
    expect(again.sites[0]!.lists!.news[0]).to.include({ isChosen: true });
    expect(site.requests.length).to.equal(asked);
    expect(new Set(site.requests.map(({ path }) => path)).size).to.equal(asked);
  });

  it('stops when the page is closed', async () => {
    const site = await siteOf(pages());
    const call = callContext<LookEvent>();
    const emit = (event: LookEvent) => {
      call.emit(event);
      if (event.phase === 'opened') call.stop.abort();
    };
    const ended = await lookAt([site.origin], { ...call, emit }).catch((error) => error);
    expect(ended).to.equal(call.signal.reason);
    expect(site.asked).to.deep.equal(['/']);
    expect(call.events.some(({ phase }) => phase === 'done')).to.equal(false);
  });

  it('names a school by the title of its page', () => {
    for (const [title, name] of [
      ['Trang chủ | Trường Chính trị Tô Hiệu', 'Trường Chính trị Tô Hiệu'],
      ['TRƯỜNG CHÍNH TRỊ TỈNH A - Trang chủ', 'TRƯỜNG CHÍNH TRỊ TỈNH A'],
      ['Cổng thông tin điện tử Trường Chính trị tỉnh B', 'Trường Chính trị tỉnh B'],
      ['Tin tức - Sự kiện » Trường Chính trị C', 'Trường Chính trị C'],
      ['Trang chủ', 'Trang chủ'],
      ['', undefined],
      [undefined, undefined],
    ])
      expect(schoolName(title)).to.equal(name);
    expect(knownSchoolAt('https://www.truongchinhtrinb.edu.vn/tin')).to.include({ id: 'ninh-binh' });
  });
});
