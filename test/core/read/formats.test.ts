import { expect } from 'chai';
import { atomEntry, feedOf, rssItem } from './read.ts';

const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"';

describe('RSS', () => {
  it('is read with items beside the channel, as in 0.90 and 1.0', async () => {
    for (const ns of ['http://my.netscape.com/rdf/simple/0.9/', 'http://purl.org/rss/1.0/']) {
      const feed = await feedOf(
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${ns}"><channel><title>T</title><link>http://a.vn/</link></channel><image><url>http://a.vn/i.png</url></image><item rdf:about="http://a.vn/1"><title>Một</title><link>http://a.vn/1</link></item></rdf:RDF>`,
      );
      expect(feed).to.include({ title: 'T', home_page_url: 'http://a.vn/', icon: 'http://a.vn/i.png' });
      expect(feed.items[0]).to.include({ id: 'http://a.vn/1', title: 'Một', url: 'http://a.vn/1' });
    }
  });

  it('is read by namespace, not by prefix', async () => {
    const item = await rssItem(
      '<x:creator>Lan</x:creator><c:encoded>&lt;p&gt;Nội dung&lt;/p&gt;</c:encoded><title>a</title><z:title>b</z:title>',
      'xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:z="http://other.example/"',
    );
    expect(item).to.deep.include({ title: 'a', content_text: 'Nội dung', authors: [{ name: 'Lan' }] });
  });

  it('is read with known prefixes that are not declared', async () => {
    expect((await rssItem('<dc:creator>Lan</dc:creator>')).authors).to.deep.equal([{ name: 'Lan' }]);
  });

  it('has a permalink guid as its link', async () => {
    expect(await rssItem('<title>a</title><guid>http://a.vn/1</guid>')).to.include({ url: 'http://a.vn/1' });
    expect(
      await rssItem('<title>a</title><guid isPermaLink="false">http://a.vn/1</guid>'),
    ).not.to.have.property('url');
  });

  it('has plain-text titles unless they are clearly HTML', async () => {
    const title = async (text: string) => (await rssItem(`<title>${text}</title>`)).title;
    expect(await title('1 &lt; 2 &amp; 3')).to.equal('1 < 2 & 3');
    expect(await title('Thẻ &lt;b&gt; là gì')).to.equal('Thẻ <b> là gì');
    expect(await title('&lt;b&gt;Đậm&lt;/b&gt; và &amp;quot;ngoặc&amp;quot;')).to.equal('Đậm và "ngoặc"');
    expect(await title('<![CDATA[Dạy &amp; học]]>')).to.equal('Dạy & học');
    expect(await title('Dạy &amp;amp;amp; học')).to.equal('Dạy &amp; học');
    expect(await title('\n  hai\n dòng ')).to.equal('hai dòng');
  });

  it('has names without their mail addresses', async () => {
    const author = async (text: string) => (await rssItem(`<author>${text}</author>`)).authors?.[0]?.name;
    expect(await author('lan@a.vn (Trần Lan)')).to.equal('Trần Lan');
    expect(await author('Trần Lan &lt;lan@a.vn&gt;')).to.equal('Trần Lan');
    expect(await author('Trần Lan (lan@a.vn)')).to.equal('Trần Lan');
    expect(await author('Trần Lan')).to.equal('Trần Lan');
    expect(await author('lan@a.vn')).to.equal('lan@a.vn');
    expect((await rssItem('<title>a</title><author>admin</author>')).authors).to.equal(undefined);
    expect((await rssItem('<title>a</title><author>Trường</author>')).authors).to.equal(undefined);
  });

  it('has enclosures and Media RSS as attachments, and their image', async () => {
    const item = await rssItem(
      '<title>a</title><media:group><media:content url="/a.mp4" type="video/mp4" duration="5"/><media:content url="/b.jpg" medium="image" width="800" height="600"><media:thumbnail url="/s.jpg"/><media:title>Ảnh</media:title></media:content></media:group><enclosure url="http://a.vn/c.pdf" length="12" type="application/pdf"/>',
      MEDIA,
    );
    expect(item.image).to.equal('http://truong.example/b.jpg');
    expect(item.attachments).to.deep.equal([
      { url: 'http://truong.example/a.mp4', mime_type: 'video/mp4', duration_in_seconds: 5 },
      {
        url: 'http://truong.example/b.jpg',
        mime_type: 'image/jpeg',
        title: 'Ảnh',
        _tct: { width: 800, height: 600, thumbnail: 'http://truong.example/s.jpg' },
      },
      { url: 'http://a.vn/c.pdf', mime_type: 'application/pdf', size_in_bytes: 12 },
    ]);
  });

  it('has one image for a media:group with several widths', async () => {
    const group = (...sizes: string[]) =>
      rssItem(
        `<title>a</title><media:group>${sizes.map((size, index) => `<media:content url="/${index}.jpg" medium="image" ${size}/>`).join('')}</media:group>`,
        MEDIA,
      );
    const one = await group('width="150"', 'width="1200"', 'width="600"');
    expect(one.image).to.equal('http://truong.example/1.jpg');
    expect(one.attachments).to.deep.equal([
      {
        url: 'http://truong.example/1.jpg',
        mime_type: 'image/jpeg',
        _tct: { width: 1200, thumbnail: 'http://truong.example/0.jpg' },
      },
    ]);
    for (const sizes of [
      ['', ''],
      ['width="600"', 'width="600"'],
    ])
      expect((await group(...sizes)).attachments).to.have.length(2);
  });

  it('has the thumbnail of a post on its only image', async () => {
    const thumbnail = '<title>a</title><media:thumbnail url="/s.jpg"/>';
    const picture = (name: string) => `<media:content url="/${name}.jpg" medium="image"/>`;
    const one = await rssItem(thumbnail + picture('a'), MEDIA);
    expect(one.attachments![0]!._tct).to.deep.equal({ thumbnail: 'http://truong.example/s.jpg' });
    const two = await rssItem(thumbnail + picture('a') + picture('b'), MEDIA);
    expect(two.attachments!.map(({ _tct }) => _tct)).to.deep.equal([undefined, undefined]);
  });

  it('has views from media:statistics, and tags from categories, subjects and keywords', async () => {
    const item = await rssItem(
      '<title>a</title><category>Tin</category><dc:subject>Dân vận</dc:subject><media:keywords>một, hai</media:keywords><media:community><media:statistics views="90"/></media:community>',
      `${DC} ${MEDIA}`,
    );
    expect(item.tags).to.deep.equal(['Tin', 'Dân vận', 'một', 'hai']);
    expect(item._tct?.views).to.equal(90);
  });

  it('has update hints', async () => {
    const feed = await feedOf(
      '<rss><channel><title>T</title><ttl>90</ttl><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays><sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod></channel></rss>',
    );
    expect(feed._tct?.rhythm).to.deep.equal({ minutes: 1440, skipHours: [0, 3], skipDays: [0] });
  });

  it('may contain atom and a10', async () => {
    const item = await rssItem(
      '<title>a</title><a10:updated>2010-01-30T02:43:33Z</a10:updated><a10:link href="/x"/><a10:content type="html">&lt;i&gt;n&lt;/i&gt;</a10:content><pubDate>Sat, 30 Jan 2010 02:43:33 Z</pubDate>',
      'xmlns:a10="http://www.w3.org/2005/Atom"',
    );
    expect(item).to.include({
      url: 'http://truong.example/x',
      content_text: 'n',
      date_modified: '2010-01-30T09:43:33+07:00',
      date_published: '2010-01-30T09:43:33+07:00',
    });
  });
});

describe('Atom', () => {
  it('is decoded as often as the type text, html or xhtml requires', async () => {
    const title = async (type: string, text: string) =>
      (await atomEntry(`<title ${type}>${text}</title>`)).title;
    expect(await title('', 'a &amp;lt;b&amp;gt; &amp;amp; c')).to.equal('a &lt;b&gt; &amp; c');
    expect(await title('type="text"', '<![CDATA[<b>a</b>]]>')).to.equal('<b>a</b>');
    expect(await title('type="html"', '&lt;b&gt;a&lt;/b&gt; &amp;amp; c')).to.equal('a & c');
    expect(
      await title(
        'type="xhtml"',
        '<div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b> &amp; &lt;c&gt;</div>',
      ),
    ).to.equal('a b & <c>');
    expect(
      await title(
        'type="xhtml"',
        '<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:script>no</x:script>yes</x:div>',
      ),
    ).to.equal('yes');
  });

  it('is decoded by mode in version 0.3', async () => {
    const feed = await feedOf(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">A &lt;i&gt;b&lt;/i&gt;</title><tagline>t</tagline><entry><title>x</title><issued>2004-01-05T10:00:00+07:00</issued><modified>2004-01-06T00:00:00Z</modified><content type="text/html" mode="base64">PHA+TuG7mWkgZHVuZzwvcD4=</content></entry></feed>',
    );
    expect(feed).to.include({ title: 'A b', description: 't' });
    expect(feed.items[0]).to.include({
      date_published: '2004-01-05T10:00:00+07:00',
      date_modified: '2004-01-06T07:00:00+07:00',
      content_text: 'Nội dung',
    });
  });

  it('has links by relation, people with their page, inherited bases', async () => {
    const item = await atomEntry(
      '<title>a</title><link rel="self" href="self"/><link rel="alternate" type="application/json" href="json"/><link href="page"/><link rel="enclosure" href="a.pdf" type="application/pdf" length="9" title="Tệp"/><author><name>Lan</name><uri>/lan</uri><email>l@a.vn</email></author><content type="html" xml:base="/sub/">&lt;img src="i.jpg"&gt;</content>',
      'xml:base="http://a.vn/goc/"',
    );
    expect(item.url).to.equal('http://a.vn/goc/page');
    expect(item.image).to.equal('http://a.vn/sub/i.jpg');
    expect(item.attachments).to.deep.equal([
      { url: 'http://a.vn/goc/a.pdf', mime_type: 'application/pdf', size_in_bytes: 9, title: 'Tệp' },
    ]);
    expect(item.authors).to.deep.equal([{ name: 'Lan', url: 'http://a.vn/lan' }]);
  });

  it('is read without its namespace, and as a single entry', async () => {
    const feed = await feedOf(
      '<feed><title>T</title><entry><title>a</title><id>1</id><link href="http://a.vn/1"/><updated>2026-01-02T03:04:05Z</updated></entry></feed>',
    );
    expect(feed.items[0]).to.include({
      id: '1',
      title: 'a',
      url: 'http://a.vn/1',
      date_published: '2026-01-02T10:04:05+07:00',
    });
    expect(
      (await feedOf('<entry xmlns="http://www.w3.org/2005/Atom"><title>a</title></entry>')).items,
    ).to.have.length(1);
  });
});

describe('JSON', () => {
  it('is read as JSON Feed 1 and 1.1, with the model’s own fields', async () => {
    const feed = await feedOf(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        title: 'T',
        author: { name: 'Lan' },
        items: [
          {
            id: 7,
            url: '/a',
            title: 'a',
            content_html: '<p>b <img src="/i.jpg"></p>',
            date_published: '2026-01-02T03:04:05Z',
          },
        ],
      }),
    );
    expect(feed.authors).to.deep.equal([{ name: 'Lan' }]);
    expect(feed.items).to.deep.equal([
      {
        id: '7',
        url: 'http://truong.example/a',
        title: 'a',
        content_text: 'b',
        summary: 'b',
        image: 'http://truong.example/i.jpg',
        date_published: '2026-01-02T10:04:05+07:00',
        _tct: { precision: 'minute' },
      },
    ]);
  });

  it('is returned unchanged if it is a hub’s file', async () => {
    const file = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Cụm',
      items: [
        {
          id: 'nb:1',
          content_text: 'x',
          title: 'a',
          url: 'http://a.vn/1',
          date_published: '2026-01-02T00:00:00+07:00',
          _tct: {
            school: 'nb',
            precision: 'day',
            views: 3,
            document: { number: '1/QĐ-TCT', issued: '2026-01-02' },
          },
          attachments: [{ url: 'http://a.vn/1.pdf', mime_type: 'application/pdf', _tct: { width: 1 } }],
        },
      ],
      _tct: { schools: { nb: { name: 'Ninh Bình', home: 'http://a.vn/' } } },
    };
    expect(await feedOf(JSON.stringify(file))).to.deep.equal(file);
  });

  it('loses values of the wrong type', async () => {
    const feed = await feedOf(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 5,
        items: [
          {
            id: '1',
            content_text: 'a',
            title: {},
            url: 'javascript:x',
            tags: 'no',
            authors: [null, {}],
            attachments: [{ url: 'data:,x' }],
            date_published: 4,
          },
          null,
          'x',
        ],
      }),
    );
    expect(feed.title).to.equal('truong.example');
    expect(feed.items).to.have.length(1);
    expect(feed.items[0]).to.deep.equal({ id: '1', content_text: 'a', summary: 'a' });
  });

  it('is read as Liferay’s structured contents and documents', async () => {
    const page = {
      items: [
        {
          id: 3,
          uuid: 'u-3',
          title: 'a',
          friendlyUrlPath: 'a-b',
          datePublished: '2026-01-02T03:04:05Z',
          contentFields: [
            {
              dataType: 'string',
              contentFieldValue: { data: '<p>dài hơn</p>' },
              nestedContentFields: [{ contentFieldValue: { image: { contentUrl: '/d/i.jpg' } } }],
            },
          ],
          keywords: ['k'],
          taxonomyCategoryBriefs: [{ taxonomyCategoryName: 'Tin' }],
          creator: { name: 'Lan' },
        },
      ],
      page: 1,
      pageSize: 20,
      lastPage: 1,
      totalCount: 1,
    };
    expect((await feedOf(JSON.stringify(page))).items[0]).to.deep.equal({
      id: 'u-3',
      url: 'http://truong.example/w/a-b',
      title: 'a',
      image: 'http://truong.example/d/i.jpg',
      content_text: 'dài hơn',
      summary: 'dài hơn',
      date_published: '2026-01-02T10:04:05+07:00',
      _tct: { precision: 'minute' },
      authors: [{ name: 'Lan' }],
      tags: ['Tin', 'k'],
    });
  });
});

describe('malformed feeds', () => {
  const titles = async (xml: string) => (await feedOf(xml)).items.map(({ title }) => title);

  it('are read with items that are not closed', async () => {
    expect(
      await titles('<rss><channel><item><title>a</title><item><title>b</title></channel></rss>'),
    ).to.deep.equal(['a', 'b']);
    expect(
      await titles(
        '<rss><channel><item><title>a<link>http://a.vn/1</link></item><item><title>b</title></item>',
      ),
    ).to.deep.equal(['a', 'b']);
  });

  it('are read with stray end tags, bare signs and unquoted attributes', async () => {
    expect(
      await titles(
        '<rss><channel></p></br><item><title>a & b < c</title><enclosure url=http://a.vn/x.jpg></item></channel></rss>',
      ),
    ).to.deep.equal(['a & b < c']);
  });

  it('are read up to the point at which they were cut off', async () => {
    const feed = await feedOf(
      '<rss><channel><item><title>a</title><link>http://a.vn/1</link></item><item><title>b</title><link>http://a.vn/2/cut',
    );
    expect(feed.items.map(({ title, url }) => [title, url])).to.deep.equal([
      ['a', 'http://a.vn/1'],
      ['b', undefined],
    ]);
  });

  it('are read after PHP’s warnings', async () => {
    expect(
      await titles(
        '<br />\n<b>Warning</b>: x in <b>/a.php</b><br />\n<?xml version="1.0"?><rss><channel><item><title>a</title></item></channel></rss>',
      ),
    ).to.deep.equal(['a']);
  });

  it('lose empty items only', async () => {
    expect(
      (await feedOf('<rss><channel><item></item><item><author>Lan</author></item></channel></rss>')).items,
    ).to.have.length(1);
  });
});
