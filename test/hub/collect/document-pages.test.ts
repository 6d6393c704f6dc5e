import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { NukeViet } from '../../sites/nukeviet.ts';
import type { SiteRequest } from '../../sites/site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

const LATER = 30 * HOUR_MS;
const NUMBER = '123/QĐ-TCT';

/** Has a robots.txt, knows validators, and shows the same law on every detail page. */
class OneLawSite extends NukeViet {
  rules = '';

  protected override answer(path: string, query: URLSearchParams, seen: SiteRequest) {
    if (path === '/robots.txt') return { body: this.rules };
    if (seen.headers['if-none-match'] === '"1"') return { status: 304 };
    const wanted = path.startsWith('/laws/detail/') ? '/laws/detail/dao-tao-boi-duong-1/' : path;
    const answer = super.answer(wanted, query, seen);
    return answer && { ...answer, headers: { ...answer.headers, ETag: '"1"' } };
  }
}

describe('documents whose list gives no files', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub(({ nukeviet }) => [
      { id: 'nv', name: 'Trường', home: nukeviet.url('/'), documents: nukeviet.url('/laws/rss/') },
    ]);
  });
  afterEach(() => hub.stop());
  const numbered = (items: readonly Item[]) => items.find(({ _tct }) => _tct?.document?.number === NUMBER)!;
  const published = async () => numbered((await hub.feed('documents.json')).items);
  const detailRequests = () =>
    hub.sites.nukeviet.requests.filter(({ path }) => path.startsWith('/laws/detail/')).length;

  it('get the files and facts of their own pages', async () => {
    await hub.run(NOW);
    const { title, summary, attachments, _tct } = await published();
    expect(title).to.match(/^Quyết định số 123\/QĐ-TCT/);
    expect(summary).to.include('Quy chế quản lý đào tạo, bồi dưỡng');
    expect(attachments!.map(({ url }) => new URL(url).origin)).to.deep.equal(
      Array(2).fill(hub.sites.nukeviet.origin),
    );
    expect(_tct).to.deep.include({ school: 'nv' });
    expect(_tct!.document).to.deep.equal({
      number: NUMBER,
      type: 'Quyết định',
      field: 'Đào tạo, bồi dưỡng',
      issuer: 'Trường Chính trị tỉnh',
      signer: 'Hiệu trưởng',
      issued: '2024-03-05',
      effective: '2024-03-05',
    });
  });

  it('have their pages fetched once, and again after an edit', async () => {
    await hub.run(NOW);
    const times = detailRequests();
    // All documents with a number.
    expect(times).to.be.greaterThan(5);
    const before = await published();
    expect((await hub.run(NOW + LATER)).written).to.equal(2);
    expect(detailRequests()).to.equal(times);
    hub.sites.nukeviet.edit('laws_1', { title: `[${NUMBER}] Quyết định đã sửa` });
    hub.sites.nukeviet.setFault({ kind: 'status', status: 503 }, '/laws/detail/');
    await hub.run(NOW + 2 * LATER);
    // The old details stay until the page can be fetched again.
    expect(await published()).to.deep.equal({ ...before, title: 'Quyết định đã sửa' });
    hub.sites.nukeviet.setFault(undefined);
    await hub.run(NOW + 3 * LATER);
    expect(detailRequests()).to.equal(times + 2);
  });

  for (const status of [200, 403])
    it(`wait for the next poll behind a firewall’s test of the browser: ${status}`, async () => {
      const body = '<title>Just a moment...</title><script>window._cf_chl_opt={}</script>';
      hub.sites.nukeviet.setFault({ kind: 'answer', answer: { status, body } }, '/laws/detail/');
      await hub.run(NOW);
      expect(detailRequests()).to.equal(1);
      hub.sites.nukeviet.setFault(undefined);
      await hub.run(NOW + LATER);
      expect((await published()).attachments).to.have.length(2);
    });

  it('wait for the next poll if the site does not answer', async () => {
    hub.sites.nukeviet.setFault({ kind: 'reset' }, '/laws/detail/');
    expect((await hub.run(NOW)).failing).to.deep.equal([]);
    expect(detailRequests()).to.equal(1);
    expect(await published()).to.not.have.property('attachments');
    hub.sites.nukeviet.setFault(undefined);
    await hub.run(NOW + LATER);
    expect((await published()).attachments).to.have.length(2);
  });

  it('do not wait for a page that answers with another protocol', async () => {
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket' };
    hub.sites.nukeviet.setFault({ kind: 'status', status: 101, headers }, '/laws/detail/');
    expect((await hub.run(NOW)).failing).to.deep.equal([]);
    expect(detailRequests()).to.be.greaterThan(5);
    expect((await published())._tct!.document!.number).to.equal(NUMBER);
  });

  describe('on a site with a robots.txt', () => {
    let site: OneLawSite;
    beforeEach(async () => {
      site = await new OneLawSite().start();
    });
    afterEach(() => site.stop());
    const run = (now: number) => {
      const school = { id: 'nv', name: 'Trường', home: site.url('/'), documents: site.url('/laws/rss/') };
      return hub.run(now, {}, { ...hub.configuration, schools: [school] });
    };
    const requested = () => site.requests.map(({ path }) => path);
    const complete = async () =>
      (await hub.feed('documents.json')).items.filter(({ attachments }) => attachments);

    it('are not fetched where robots.txt disallows it', async () => {
      site.rules = 'User-agent: *\nDisallow: /laws/detail/';
      await run(NOW);
      expect(requested()).to.deep.equal(['/laws/rss/', '/robots.txt']);
      expect((await hub.feed('documents.json')).items).to.have.length(9);
    });

    it('take nothing from the page of another document', async () => {
      await run(NOW);
      expect(requested().length).to.be.greaterThan(7);
      expect((await complete()).map(({ _tct }) => _tct!.document!.number)).to.deep.equal([NUMBER]);
    });

    it('are fetched even if the list answers 304', async () => {
      site.setFault({ kind: 'status', status: 429 }, '/laws/detail/');
      await run(NOW);
      expect(await complete()).to.have.length(0);
      site.setFault(undefined);
      site.requests.length = 0;
      await run(NOW + LATER);
      expect(site.requests[0]!.headers['if-none-match']).to.equal('"1"');
      expect(await complete()).to.have.length(1);
    });
  });

  it('keep the facts from the list if their page is missing or about another document', async () => {
    const { nukeviet } = hub.sites;
    hub.sites.nukeviet.setFault({ kind: 'html' }, '/laws/detail/');
    await hub.run(NOW);
    const item = await published();
    expect(item).to.not.have.property('attachments');
    expect(item._tct!.document).to.deep.equal({ number: NUMBER, type: 'Quyết định', issued: '2024-03-05' });
    // The others' pages are missing, which is no reason to hide them.
    nukeviet.setFault(undefined);
    await hub.run(NOW + LATER);
    await hub.run(NOW + 2 * LATER);
    expect((await hub.feed('documents.json')).items).to.have.length(9);
  });
});
