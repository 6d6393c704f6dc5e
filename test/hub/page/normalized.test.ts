import { expect } from 'chai';
import { LIST_KINDS } from '../../../core/config/cluster.ts';
import { readFeed } from '../../../core/index.ts';
import { PageError } from '../../../hub/page/page-error.ts';
import { faults } from '../../core/feed-faults.ts';
import { type HardPost, hardPost } from '../../core/read/every-format.ts';
import { fc, propertyRuns } from '../../property.ts';
import { page, type SelectorFields } from './read.ts';

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const listItem = (post: HardPost) =>
  `<li class=post><h3><a href="${escapeHtml(post.link)}">${escapeHtml(post.title)}</a></h3><time>${escapeHtml(post.date)}</time>` +
  `<figure><a href="/a.jpg" title="${escapeHtml(post.fileTitle)}"><img src="${escapeHtml(post.link)}" alt="${escapeHtml(post.alt)}"></a><figcaption>${escapeHtml(post.summary)}</figcaption></figure>` +
  `<p>Số ký hiệu: ${escapeHtml(post.guid)}</p><p>Người ký: ${escapeHtml(post.author)}</p><p>${escapeHtml(post.text)}</p>` +
  `<a href="/b.pdf" download="${escapeHtml(post.fileTitle)}">${escapeHtml(post.tag)}</a></li>`;
const row = (post: HardPost) =>
  `<tr><td>${escapeHtml(post.guid)}</td><td>${escapeHtml(post.date)}</td><td><a href="${escapeHtml(post.link)}">${escapeHtml(post.title)}</a></td><td>${escapeHtml(post.author)}</td></tr>`;
const html = (posts: HardPost[]) =>
  `<title>${escapeHtml(posts[0]?.title ?? '')}</title><h1>${escapeHtml(posts[0]?.summary ?? '')}</h1><ul class=gallery>${posts.map(listItem).join('')}</ul>` +
  `<table><tr><th>Số ký hiệu<th>Ngày ban hành<th>Trích yếu<th>Người ký</tr>${posts.map(row).join('')}</table>`;

const posts = fc.array(hardPost, { minLength: 1, maxLength: 3 });
const selectors = fc.constantFrom<SelectorFields>({ item: 'li.post' }, { item: 'tr' }, {});

describe('the texts of a page', () => {
  for (const kind of LIST_KINDS)
    it(`of ${kind} are normalized, and the same when the published feed is read again`, async () => {
      await fc.assert(
        fc.asyncProperty(posts, selectors, async (all, chosen) => {
          const found = await page(html(all), chosen, kind).catch((error: unknown) => error);
          if (found instanceof PageError) return;
          if (found instanceof Error) throw found;
          const { feed } = found as Awaited<ReturnType<typeof page>>;
          expect(faults(feed)).to.deep.equal([]);
          const again = await readFeed(JSON.stringify(feed), { url: 'https://hub.example/news.json' });
          expect(again).to.deep.equal(feed);
        }),
        { numRuns: propertyRuns(500) },
      );
    });
});
