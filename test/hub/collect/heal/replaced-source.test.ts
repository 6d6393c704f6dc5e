import { expect } from 'chai';
import { down, listOf, testPosts, type WrittenSite } from '../../changing-site.ts';
import { ChangingSchool } from './changing-school.ts';

describe('a source that was replaced in the configuration', () => {
  let school: ChangingSchool;
  let site: WrittenSite;
  const pageAt = (path: string, item: string) => ({ url: site.url(path), kind: 'page', item });
  const news = (...sources: object[]) => ({ news: sources, heal: false });
  /** The posts at their addresses since the redesign. */
  const moved = (numbers: readonly number[]) =>
    listOf(
      testPosts(numbers, (index) => `/bai/${index}`),
      'moi',
    );

  beforeEach(async () => {
    school = await new ChangingSchool().open();
    ({ site } = school);
    site.html('/tin', listOf(testPosts(down(30, 11)), 'cu'));
    await school.startHub(news(pageAt('/tin', '.cu')));
  });
  afterEach(() => school.stop());

  it('after a redesign with other addresses hands its posts to the one in its place', async () => {
    const before = await school.ids();
    site.pages.delete('/tin');
    site.html('/tin-moi', moved(down(31, 22)));
    const configuration = school.configured(news(pageAt('/tin-moi', '.moi')));
    expect((await school.run(configuration)).added).to.equal(1);
    await school.expectSame(before);
    // Also those that the new page does not list, and in later runs.
    site.html('/tin-moi', moved(down(32, 23)));
    for (const added of [1, 0, 0]) expect((await school.run(configuration)).added).to.equal(added);
    await school.expectSame(before);
  });

  it('hands them over beside a source that is paused', async () => {
    const paused = { url: site.url('/rss'), kind: 'feed', active: false };
    await school.run(school.configured(news(pageAt('/tin', '.cu'), paused)));
    const before = await school.ids();
    site.pages.delete('/tin');
    site.html('/tin-moi', moved(down(31, 22)));
    const configuration = school.configured(news(pageAt('/tin-moi', '.moi'), paused));
    for (const added of [1, 0, 0]) expect((await school.run(configuration)).added).to.equal(added);
    await school.expectSame(before);
  });

  it('hands them to new selectors on the same page', async () => {
    const before = await school.ids();
    site.html('/tin', moved(down(31, 22)));
    expect((await school.run()).failing).to.have.length(1);
    const configuration = school.configured(news(pageAt('/tin', '.moi')));
    for (const added of [1, 0, 0]) expect((await school.run(configuration)).added).to.equal(added);
    await school.expectSame(before);
  });

  it('is read again with new selectors even if the page has not changed', async () => {
    const both = listOf(testPosts(down(30, 11)), 'cu') + moved(down(50, 45));
    const headers = { 'Content-Type': 'text/html', ETag: '"1"' };
    site.pages.set('/tin', { headers, body: both });
    await school.run();
    site.requests.length = 0;
    await school.run(school.configured(news(pageAt('/tin', '.moi'))));
    expect(site.requests.at(-1)!.headers['if-none-match']).to.equal(undefined);
  });

  it('hands over nothing to a list of other posts', async () => {
    site.html('/khac', moved(down(70, 61)));
    const configuration = school.configured(news(pageAt('/khac', '.moi')));
    expect((await school.run(configuration)).added).to.equal(10);
    await school.run(configuration);
    await school.run(configuration);
    expect((await school.ids()).size).to.equal(10);
  });

  it('is not gone while it is paused', async () => {
    const before = await school.ids();
    site.html('/tin-moi', moved(down(31, 22)));
    const paused = { ...pageAt('/tin', '.cu'), active: false };
    await school.run(school.configured(news(paused, pageAt('/tin-moi', '.moi'))));
    const { items } = await school.list();
    expect(items).to.have.length(30);
    for (const id of before.values()) expect(items.map((item) => item.id)).to.include(id);
  });
});
