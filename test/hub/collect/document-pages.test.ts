import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { NukeViet } from '../../sites/nukeviet.ts';
import type { Seen } from '../../sites/site.ts';
import { HOUR, type Hub, NOW, startHub } from '../start-hub.ts';

const LATER = 30 * HOUR;
const NUMBER = '123/QĐ-TCT';

/** Has rules for robots, knows validators, and shows one law's page for that of each. */
class Changed extends NukeViet {
  rules = '';

  protected override answer(path: string, query: URLSearchParams, seen: Seen) {
    if (path === '/robots.txt') return { body: this.rules };
    if (seen.headers['if-none-match'] === '"1"') return { status: 304 };
    const wanted = path.startsWith('/laws/detail/') ? '/laws/detail/dao-tao-boi-duong-1/' : path;
    const answer = super.answer(wanted, query, seen);
    return answer && { ...answer, headers: { ...answer.headers, ETag: '"1"' } };
  }
}

describe('documents whose list tells little', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub(({ nukeviet }) => [
      { id: 'nv', name: 'Trường', home: nukeviet.url('/'), documents: nukeviet.url('/laws/rss/') },
    ]);
  });
  afterEach(() => hub.stop());
  const numbered = (items: readonly Item[]) => items.find(({ _tct }) => _tct?.document?.number === NUMBER)!;
  const published = async () => numbered((await hub.feed('documents.json')).items);
  const lookedUp = () =>
    hub.sites.nukeviet.requests.filter(({ path }) => path.startsWith('/laws/detail/')).length;

  it('have the files and facts of their own pages', async () => {
    await hub.run(NOW);
    const { title, summary, attachments, _tct } = await published();
    expect(title).to.match(/^Quyết định số 123\/QĐ-TCT/);
    expect(summary).to.include('Quy chế quản lý đào tạo, bồi dưỡng');
    expect(attachments!.map(({ url }) => new URL(url).origin)).to.deep.equal(
      Array(2).fill(hub.sites.nukeviet.origin),
    );
    expect(_tct).to.deep.include({ school: 'nv' });
    expect(_tct!.document).to.deep.equal({
      ...{ number: NUMBER, type: 'Quyết định', field: 'Đào tạo, bồi dưỡng', issuer: 'Trường Chính trị tỉnh' },
      ...{ signer: 'Hiệu trưởng', issued: '2024-03-05', effective: '2024-03-05' },
    });
  });

  it('are looked up once, and again when they were edited', async () => {
    await hub.run(NOW);
    const times = lookedUp();
    // All that have a number.
    expect(times).to.be.greaterThan(5);
    const before = await published();
    expect((await hub.run(NOW + LATER)).written).to.equal(2);
    expect(lookedUp()).to.equal(times);
    hub.sites.nukeviet.edit('laws_1', { title: `[${NUMBER}] Quyết định đã sửa` });
    hub.sites.nukeviet.setFault({ kind: 'status', status: 503 }, '/laws/detail/');
    await hub.run(NOW + 2 * LATER);
    // What was known stays until the page can be had again.
    expect(await published()).to.deep.equal({ ...before, title: 'Quyết định đã sửa' });
    hub.sites.nukeviet.setFault(undefined);
    await hub.run(NOW + 3 * LATER);
    expect(lookedUp()).to.equal(times + 2);
  });

  it('are left alone until the next poll where the site does not answer', async () => {
    hub.sites.nukeviet.setFault({ kind: 'reset' }, '/laws/detail/');
    expect((await hub.run(NOW)).failing).to.deep.equal([]);
    expect(lookedUp()).to.equal(1);
    expect(await published()).to.not.have.property('attachments');
    hub.sites.nukeviet.setFault(undefined);
    await hub.run(NOW + LATER);
    expect((await published()).attachments).to.have.length(2);
  });

  describe('on a site of another kind', () => {
    let site: Changed;
    beforeEach(async () => {
      site = await new Changed().start();
    });
    afterEach(() => site.stop());
    const run = (now: number) => {
      const school = { id: 'nv', name: 'Trường', home: site.url('/'), documents: site.url('/laws/rss/') };
      return hub.run(now, {}, { ...hub.configuration, schools: [school] });
    };
    const asked = () => site.requests.map(({ path }) => path);
    const complete = async () =>
      (await hub.feed('documents.json')).items.filter(({ attachments }) => attachments);

    it('are not looked up where robots are asked to keep away', async () => {
      site.rules = 'User-agent: *\nDisallow: /laws/detail/';
      await run(NOW);
      expect(asked()).to.deep.equal(['/laws/rss/', '/robots.txt']);
      expect((await hub.feed('documents.json')).items).to.have.length(9);
    });

    it('take nothing from the page of another', async () => {
      await run(NOW);
      expect(asked().length).to.be.greaterThan(7);
      expect((await complete()).map(({ _tct }) => _tct!.document!.number)).to.deep.equal([NUMBER]);
    });

    it('are looked up though their list was not modified since', async () => {
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

  it('keep what their list says where their page is another’s, or none', async () => {
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
