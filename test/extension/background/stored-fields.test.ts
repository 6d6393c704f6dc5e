/** The store contains the fields of a post that the popup shows and those that identify it, exactly as they were read. */
import { expect } from 'chai';
import { setDocuments } from '../../../core/documents/set-documents.ts';
import { readFeed } from '../../../core/index.ts';
import type { Item } from '../../../core/model/feed.ts';
import { parseFeed } from '../../../core/read/parse-feed.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { postsAsFeed } from '../../../extension/popup/posts-as-feed.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { bytes } from '../../fixture.ts';
import { installExtension, storeOf } from '../support/installed-extension.ts';

const URL = 'https://truong-a.example/feed';
const RECORDED = [
  ...['feed-rss2.xml', 'feed-atom.xml', 'feed-rdf.xml', 'rest-posts-embed.json', 'rest-media.json'].map(
    (name) => `wordpress/${name}`,
  ),
  ...['wordpress/rest-media-documents.json', 'wordpress/variant-feed-featured-image-plugin.xml'],
  ...['nukeviet/rss-news.xml', 'nukeviet/rss-laws.xml', 'nukeviet/rss-download.xml'],
  ...['mediawiki/newpages-rss.xml', 'mediawiki/recentchanges-atom.xml'],
];
const INVENTED = {
  'pictures in several sizes': `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><item>
    <guid>1</guid><author>a@b.example (An)</author><category>Tin</category><media:group>
    <media:content url="https://truong-a.example/s.jpg" medium="image" width="100" height="50"/>
    <media:content url="https://truong-a.example/l.jpg" medium="image" width="900" height="450"/></media:group>
    <enclosure url="https://truong-a.example/a.pdf" type="application/pdf" length="9"/></item></channel></rss>`,
  'JSON Feed': JSON.stringify({
    version: 'https://jsonfeed.org/version/1',
    author: { name: 'An' },
    items: [
      {
        id: 7,
        title: 'Quyết định số 12/QĐ-TCT',
        author: 'An',
        tags: ['a'],
        language: 'vi_VN',
        content_html: '<p>Nội dung</p>',
        banner_image: '/b.jpg',
        date_modified: '2026-11-20 10:00',
        attachments: [{ url: '/q.pdf', title: 'Toàn văn', size_in_bytes: '12', _tct: { width: 3 } }],
      },
    ],
  }),
  "a hub's file": JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Cụm',
    items: [
      {
        id: 'nb:1',
        url: 'https://nb.example/1',
        title: 'Bài',
        summary: 'Tóm tắt',
        content_text: 'Bài\nhai',
        date_published: '2026-11-20T10:00:00+07:00',
        authors: [{ name: 'An' }],
        tags: ['a'],
        attachments: [{ url: 'https://nb.example/1.pdf', mime_type: 'application/pdf', size_in_bytes: 5 }],
        _tct: {
          school: 'nb',
          precision: 'minute',
          views: 3,
          document: { number: '1/QĐ', type: 'Quyết định' },
        },
      },
    ],
    _tct: { schools: { nb: { name: 'Ninh Bình', home: 'https://nb.example/' } } },
  }),
  Liferay: JSON.stringify({
    totalCount: 1,
    items: [
      {
        uuid: 'u',
        title: 'Bài',
        friendlyUrlPath: 'bai',
        creator: { name: 'An' },
        keywords: ['a'],
        datePublished: '2026-11-20T03:00:00Z',
        numberOfViews: 4,
        description: '<b>Tóm</b> tắt',
        contentFields: [
          { dataType: 'string', contentFieldValue: { data: '<p>Nội dung</p>' } },
          { dataType: 'image', contentFieldValue: { image: { contentUrl: '/documents/a.jpg' } } },
          {
            dataType: 'document',
            contentFieldValue: {
              document: { contentUrl: '/documents/a.pdf', encodingFormat: 'application/pdf' },
            },
          },
        ],
      },
    ],
  }),
};

/** The fields of an item that should be stored. */
function storedFields({
  id,
  content_text: text,
  url,
  title,
  summary,
  image,
  date_published,
  attachments,
  _tct,
}: Item): unknown {
  const files = attachments?.filter(({ mime_type }) => !mime_type.startsWith('image/')).slice(0, 5);
  return JSON.parse(
    JSON.stringify({
      id,
      // The text, where it tells more than the summary.
      content_text: text.length > (summary?.slice(0, 300).length ?? 0) ? text : '',
      url,
      title,
      image,
      date_published,
      summary: summary?.slice(0, 300),
      attachments: files?.length
        ? files.map(({ url, mime_type, title, size_in_bytes }) => ({ url, mime_type, title, size_in_bytes }))
        : undefined,
      _tct: _tct && { precision: _tct.precision, document: _tct.document },
    }),
    // Empty objects and lists are not stored.
    (_, value: unknown) =>
      typeof value === 'object' && value && !Object.keys(value).length ? undefined : value,
  );
}

async function storeWith(body: Uint8Array | string): Promise<Store> {
  const browser = await installExtension({ [URL]: () => ({ body }) });
  await browser.advance(60_000);
  return storeOf(browser);
}

async function compare(body: Uint8Array | string): Promise<void> {
  const store = await storeWith(body);
  const { items } = parseFeed(body, { url: URL });
  expect(items).not.to.have.length(0);
  expect(store.posts.map(({ item }) => item)).to.deep.equal(items.map(storedFields));
}

describe('the stored fields', () => {
  for (const name of RECORDED) it(`of ${name}`, async () => compare(await bytes(name)));
  for (const [name, body] of Object.entries(INVENTED)) it(`of ${name}`, () => compare(body));

  const WITH_LABELS = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><item>
    <title>Quyết định về việc mở lớp</title><link>https://truong-a.example/1</link><description>Mở lớp trung cấp.</description>
    <content:encoded><![CDATA[<p>Số ký hiệu: 12/QĐ-TCT</p><p>Ngày ban hành: 05/03/2024</p>]]></content:encoded></item></channel></rss>`;
  for (const name of [
    'nukeviet/rss-laws.xml',
    'nukeviet/rss-download.xml',
    'wordpress/rest-media-documents.json',
    'labels in the text alone',
  ])
    it(`suffice for the facts of documents: ${name}`, async () => {
      const body = name.includes('/') ? await bytes(name) : WITH_LABELS;
      const source = { url: URL, school: 't', kind: 'documents' } as const;
      const store = ingest(emptyStore(), source, parseFeed(body, { url: URL }), 0);
      const shown = postsAsFeed(store, store.posts).items;
      setDocuments(shown);
      const factsOf = ({ title, _tct: { document: { number, type, issued } = {} } = {} }: Item) => [
        title,
        number,
        type,
        issued,
      ];
      const { items } = await readFeed(body, { url: URL });
      expect(shown.map(factsOf)).to.deep.equal(items.map(factsOf));
    });
});
