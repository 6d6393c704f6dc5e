import { expect } from 'chai';
import { down, testPosts, type WrittenSite } from '../../changing-site.ts';
import { ChangingSchool, feedLink } from './changing-school.ts';

describe('a source that has nothing any more', () => {
  let school: ChangingSchool;
  let site: WrittenSite;

  beforeEach(async () => {
    school = await new ChangingSchool().open();
    ({ site } = school);
  });
  afterEach(() => school.stop());

  it('may be one of several of a school, for which nothing is asked twice', async () => {
    const paths = down(5, 1).map((index) => `/rss/${index}`);
    for (const [index, path] of paths.entries())
      site.rss(path, testPosts(down(40, 1).filter((number) => number % paths.length === index)));
    site.html('/', 'Trang chủ');
    await school.startHub({ news: paths.map((path) => site.url(path)) });
    site.pages.clear();
    const feeds = [201, 301].map((index) => `/feed/${index}`);
    for (const path of feeds) site.rss(path, testPosts(down(Number(path.slice(6)), 190)));
    site.html('/', 'Trang chủ', feeds.map(feedLink).join(''));
    await school.run();
    site.requested();
    await school.run();
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
    await school.startHub({ news: [site.url('/rss/1'), site.url('/rss/2')] });
    const before = await school.ids();
    expect(before.size).to.equal(20);
    site.pages.clear();
    site.html('/', 'Trang chủ', feedLink('/feed'));
    site.rss(
      '/feed',
      testPosts(down(41, 22), (index) => `/moi/${index}`),
    );
    await school.run();
    const { failing, added } = await school.run();
    expect(failing).to.have.length(1);
    expect(added).to.equal(1);
    await school.expectSame(before);
    const [one, other] = [await school.status(0), await school.status(1)];
    expect([one.adopted, other.adopted].filter(Boolean)).to.have.length(1);
    for (let polls = 0; polls < 2; polls++) expect((await school.run()).added).to.equal(0);
    await school.expectSame(before);
  });
});
