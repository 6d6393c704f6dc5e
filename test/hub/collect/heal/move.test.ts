import { expect } from 'chai';
import { NukeViet } from '../../../sites/nukeviet.ts';
import { WordPress } from '../../../sites/wordpress.ts';
import { MovingSite } from '../../changing-site.ts';
import { collect } from '../../run-command.ts';
import { type Hub, NOW, startHub } from '../../start-hub.ts';
import { LATER } from './changing-school.ts';

describe('a school’s site that moves from NukeViet to WordPress', () => {
  let hub: Hub;
  let nukeviet: NukeViet;
  let wordpress: WordPress;
  let site: MovingSite;

  before(async () => {
    nukeviet = await new NukeViet().start();
    wordpress = await new WordPress().start();
    site = await new MovingSite(nukeviet).start();
    hub = await startHub(() => [
      { id: 'nb', name: 'Trường Chính trị', home: site.url('/'), news: site.url('/rss/') },
    ]);
  });
  after(async () => {
    await hub.stop();
    await Promise.all([nukeviet, wordpress, site].map((each) => each.stop()));
  });

  it('is followed by the hub, and no post comes twice', async () => {
    const items = async () => (await hub.feed('schools/nb/news.json')).items;
    await collect(hub, NOW);
    const before = await items();
    expect(before.length).to.be.greaterThan(20);
    const known = new Map(before.map(({ title, id }) => [title, id]));

    site.inner = wordpress;
    expect((await collect(hub, NOW + LATER)).code).to.equal(1);
    expect(await items()).to.deep.equal(before);
    const { code, text } = await collect(hub, NOW + 2 * LATER);
    expect(code, text).to.equal(0);
    expect(text).to.include('đã tự chuyển sang');
    const [source] = JSON.parse(await hub.text('status.json')).sources;
    expect(source.adopted.url).to.equal(site.url('/wp-json/wp/v2/posts?_embed&per_page=50'));

    const after = await items();
    const ids = after.map(({ id }) => id);
    expect(ids).to.include.members(before.map(({ id }) => id));
    expect(new Set(ids).size).to.equal(ids.length);
    const moved = after.filter(({ title, url }) => known.has(title) && url!.includes('/202'));
    expect(moved.length).to.be.greaterThan(15);
    for (const { title, id } of moved) expect(id, title).to.equal(known.get(title));

    wordpress.setNow(NOW + 3 * LATER);
    wordpress.publish({ title: 'Tin đầu tiên trên trang mới', summary: '' });
    expect((await collect(hub, NOW + 3 * LATER)).text).to.include('1 bài mới');
    expect((await items())[0]!.title).to.equal('Tin đầu tiên trên trang mới');
  });
});
