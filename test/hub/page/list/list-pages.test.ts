import { expect } from 'chai';
import { HtmlPage } from '../../../../hub/page/html-page.ts';
import { guessList } from '../../../../hub/page/list/guess-list.ts';
import { bytes } from '../../../fixture.ts';
import { page } from '../read.ts';

/** What a person sees as the list of a page. */
interface Post {
  title: string;
  url: string;
  /** The day. */
  date?: string;
}

const text = async (name: string) =>
  new TextDecoder().decode(await bytes(`../hub/page/list/list-pages/${name}`));
const expected: Record<string, Post[]> = JSON.parse(await text('expected.json'));

describe('the guessed list of a page is its main list, whole, by titles, links and dates', () => {
  for (const [name, posts] of Object.entries(expected))
    it(name, async () => {
      const html = await text(`${name}.html`);
      const url = 'https://truong.example/tin-tuc';
      const item = guessList(new HtmlPage(html, url));
      expect(item, 'selector').to.be.a('string');
      const { feed } = await page(html, { item: item! }, 'news', url);
      const found = feed.items.map(({ title, url, date_published }) => ({
        title,
        url,
        ...(date_published && { date: date_published.slice(0, 10) }),
      }));
      expect(found, item).to.deep.equal(posts);
    });
});
