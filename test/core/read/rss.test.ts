import { expect } from 'chai';
import { feedOf, rssItem } from './read.ts';

const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const ITUNES = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"';
const ATOM = 'xmlns:atom="http://www.w3.org/2005/Atom"';

const channel = (inner: string, attributes = '') =>
  feedOf(
    `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Trường</title>${inner}</channel></rss>`,
  );

describe('RSS 0.91, 0.92, 1.0, 1.1', () => {
  it('0.91: does not take document type, text input and image for the channel', async () => {
    const feed = await feedOf(
      '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><textinput><title>Tìm</title><name>q</name><link>http://a.vn/tim</link></textinput><image><title>Ảnh</title><url>http://a.vn/i.png</url><link>http://a.vn/anh</link></image><title>T</title><link>http://a.vn/</link><description>D</description><language>vi-vn</language><item><title>a</title><link>http://a.vn/1</link></item></channel></rss>',
    );
    expect(feed).to.include({
      title: 'T',
      home_page_url: 'http://a.vn/',
      description: 'D',
      language: 'vi-vn',
      icon: 'http://a.vn/i.png',
    });
    expect(feed.items).to.have.length(1);
  });

  it('0.92: reads items that have only a description', async () => {
    const feed = await feedOf(
      '<rss version="0.92"><channel><title>T</title><item><description>Chỉ có &lt;a href="http://a.vn/"&gt;mô tả&lt;/a&gt;</description></item></channel></rss>',
    );
    expect(feed.items[0]).to.include({ content_text: 'Chỉ có mô tả' });
    expect(feed.items[0]).not.to.have.any.keys('title', 'url');
  });

  it('1.0: does not take the sequence of references for items', async () => {
    const feed = await feedOf(
      '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="http://a.vn/rss"><title>T</title><link>http://a.vn/</link><items><rdf:Seq><rdf:li rdf:resource="http://a.vn/1"/><rdf:li resource="http://a.vn/2"/></rdf:Seq></items></channel><item rdf:about="http://a.vn/1"><title>a</title></item><item rdf:about="http://a.vn/2"><title>b</title></item></rdf:RDF>',
    );
    expect(feed.items.map(({ id, title }) => [id, title])).to.deep.equal([
      ['http://a.vn/1', 'a'],
      ['http://a.vn/2', 'b'],
    ]);
  });

  it('1.0: accepts other prefixes', async () => {
    const feed = await feedOf(
      '<r:RDF xmlns:s="http://purl.org/rss/1.0/" xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><s:channel><s:title>T</s:title></s:channel><s:item r:about="http://a.vn/1"><s:title>a</s:title><s:link>http://a.vn/1</s:link></s:item></r:RDF>',
    );
    expect(feed.title).to.equal('T');
    expect(feed.items[0]).to.include({ id: 'http://a.vn/1', title: 'a', url: 'http://a.vn/1' });
  });

  it('1.1: reads items in a collection', async () => {
    const feed = await feedOf(
      '<Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="http://a.vn/rss"><title>T</title><link>http://a.vn/</link><description>D</description><items rdf:parseType="Collection"><item rdf:about="http://a.vn/1"><title>a</title><link>http://a.vn/1</link></item></items></Channel>',
    );
    expect(feed).to.include({ title: 'T', home_page_url: 'http://a.vn/' });
    expect(feed.items.map(({ title }) => title)).to.deep.equal(['a']);
  });
});

describe('RSS 2.0', () => {
  it('may have a namespace', async () => {
    for (const ns of [
      'http://backend.userland.com/rss2',
      'http://blogs.law.harvard.edu/tech/rss',
      'http://purl.org/rss/2.0/',
    ])
      expect((await channel('<item><title>a</title></item>', `xmlns="${ns}"`)).items[0]).to.include({
        title: 'a',
      });
  });

  it('may have a comment before the root that mentions feeds', async () => {
    const feed = await feedOf(
      '<?xml version="1.0"?><!-- made for <rss> readers --><rss version="2.0"><channel><title>T</title><item><title>a</title></item></channel></rss>',
    );
    expect(feed.items).to.have.length(1);
    expect(feed.title).to.equal('T');
  });

  it('may have a comment before the root that mentions HTML pages', async () => {
    const feed = await feedOf(
      '<?xml version="1.0"?><!-- view as <html> in a reader --><rss version="2.0"><channel><title>T</title><item><title>a</title></item></channel></rss>',
    );
    expect(feed.items).to.have.length(1);
  });

  it('may have closing tags without a name', async () => {
    expect(
      (await feedOf('</><rss></><channel><item></><title>a</></title></item></channel></rss></>')).items[0],
    ).to.include({ title: 'a' });
  });

  it('keeps the order of items', async () => {
    const feed = await channel('<item><title>b</title></item><item><title>a</title></item>');
    expect(feed.items.map(({ title }) => title)).to.deep.equal(['b', 'a']);
  });

  it('does not take comments, source or a link of another namespace for the link', async () => {
    expect(
      await rssItem(
        `<comments>http://a.vn/c</comments><source url="http://b.vn/rss">B</source><atom:link rel="self" href="http://a.vn/self"/><link>http://a.vn/1</link><title>a</title>`,
        ATOM,
      ),
    ).to.include({ url: 'http://a.vn/1' });
  });

  it('uses an Atom link if the link is empty', async () => {
    expect(await rssItem('<title>a</title><link/><atom:link href="http://a.vn/1"/>', ATOM)).to.include({
      url: 'http://a.vn/1',
    });
  });

  it('does not take a guid that is not a URL for the link', async () => {
    expect(await rssItem('<title>a</title><guid>news_326</guid>')).to.not.have.property('url');
    expect(
      await rssItem('<title>a</title><guid isPermaLink="true">tag:a.vn,2026:1</guid>'),
    ).to.not.have.property('url');
  });

  it('trims a guid, also in CDATA', async () => {
    expect(
      await rssItem('<title>a</title><guid isPermaLink="false">\n  <![CDATA[\n news_326 \n]]>\n</guid>'),
    ).to.include({ id: 'news_326' });
  });

  it('ignores an empty guid', async () => {
    expect(await rssItem('<title>a</title><link>http://a.vn/1/</link><guid> </guid>')).to.include({
      id: 'a.vn/1',
    });
  });

  it('derives the id from the text if there is neither guid nor link', async () => {
    const one = await channel('<item><title>a</title></item><item><title>b</title></item>');
    const two = await channel('<item><title>c</title></item><item><title>a</title></item>');
    expect(one.items[0]!.id).to.equal(two.items[1]!.id).and.not.equal(one.items[1]!.id);
  });

  it('reads the description as the summary if there is content', async () => {
    expect(
      await rssItem(
        '<description>Tóm tắt</description><content:encoded><![CDATA[<p>Một</p><p>Hai</p>]]></content:encoded>',
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
      ),
    ).to.include({ summary: 'Tóm tắt', content_text: 'Một\nHai' });
  });

  it('returns the summary as one line, and the text as one line per paragraph', async () => {
    expect(
      await rssItem('<description>&lt;p&gt;Một&lt;/p&gt;&lt;p&gt;Hai&lt;/p&gt;</description>'),
    ).to.include({
      summary: 'Một Hai',
      content_text: 'Một\nHai',
    });
  });

  it('omits empty fields of an item', async () => {
    const item = await rssItem(
      `<title>a</title><link></link><description/><author></author><category> </category><enclosure/><pubDate></pubDate><dc:creator/>`,
      DC,
    );
    expect(item).to.have.all.keys('id', 'title', 'content_text');
    expect(item.content_text).to.equal('');
  });

  it('omits empty fields of the channel', async () => {
    const feed = await channel('<link/><description/><language/><image><url/></image><ttl/>');
    expect(feed).to.have.all.keys('version', 'title', 'items');
  });

  it('uses the host as the title of a feed without one', async () => {
    expect((await feedOf('<rss><channel><title/></channel></rss>')).title).to.equal('truong.example');
  });

  it('reads a root without a channel, or without content, as an empty feed', async () => {
    for (const body of ['<rss version="2.0"/>', '<rss></rss>', '<rss><channel/></rss>'])
      expect((await feedOf(body)).items, body).to.deep.equal([]);
  });

  it('reads items outside the channel', async () => {
    expect(
      (await feedOf('<rss><channel><title>T</title></channel><item><title>a</title></item></rss>')).items,
    ).to.have.length(1);
  });

  it('accepts elements in capitals', async () => {
    expect(
      (await feedOf('<RSS><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>')).items[0],
    ).to.include({ title: 'a' });
  });

  it('reads several creators as authors, without duplicates', async () => {
    const item = await rssItem(
      '<title>a</title><dc:creator>Lan</dc:creator><dc:creator>Minh</dc:creator><dc:creator>Lan</dc:creator>',
      DC,
    );
    expect(item.authors).to.deep.equal([{ name: 'Lan' }, { name: 'Minh' }]);
  });

  it('takes the type of an enclosure from its URL if it has none', async () => {
    const item = await rssItem('<title>a</title><enclosure url="http://a.vn/f/QD%20123.PDF?x=1"/>');
    expect(item.attachments).to.deep.equal([
      { url: 'http://a.vn/f/QD%20123.PDF?x=1', mime_type: 'application/pdf' },
    ]);
    const other = await rssItem('<title>a</title><enclosure url="http://a.vn/f" length="0" type=""/>');
    expect(other.attachments).to.deep.equal([
      { url: 'http://a.vn/f', mime_type: 'application/octet-stream' },
    ]);
  });

  it('decodes ampersands in the URL of an enclosure', async () => {
    expect(
      (await rssItem('<title>a</title><enclosure url="http://a.vn/i.jpg?w=1&amp;h=2" type="image/jpeg"/>'))
        .image,
    ).to.equal('http://a.vn/i.jpg?w=1&h=2');
  });

  it('does not take a video enclosure for an image', async () => {
    const item = await rssItem('<title>a</title><enclosure url="http://a.vn/p.mp4" type="video/mp4"/>');
    expect(item).to.not.have.property('image');
  });

  it('prefers the image that the source names to one in the text', async () => {
    expect(
      await rssItem(
        '<title>a</title><description>&lt;img src="http://a.vn/text.jpg"&gt;</description><enclosure url="http://a.vn/lead.jpg" type="image/jpeg"/>',
      ),
    ).to.include({ image: 'http://a.vn/lead.jpg' });
  });

  it('finds the image in the content if the description has none', async () => {
    expect(
      await rssItem(
        '<description>a</description><content:encoded>&lt;img src="/b.jpg"&gt;</content:encoded>',
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
      ),
    ).to.include({ image: 'http://truong.example/b.jpg' });
  });
});

describe('RSS modules', () => {
  it('reads an item that has only Dublin Core', async () => {
    expect(
      await rssItem(
        '<dc:title>a</dc:title><dc:description>b</dc:description><dc:date>2026-01-02T03:04:05+07:00</dc:date><dc:creator>Lan</dc:creator><dc:subject>Tin</dc:subject><dc:language>vi</dc:language><dc:identifier>x-1</dc:identifier>',
        DC,
      ),
    ).to.deep.include({
      id: 'x-1',
      title: 'a',
      content_text: 'b',
      date_published: '2026-01-02T03:04:05+07:00',
      authors: [{ name: 'Lan' }],
      tags: ['Tin'],
      language: 'vi',
    });
  });

  it('reads dates in Dublin Core terms', async () => {
    expect(
      await rssItem(
        '<title>a</title><dcterms:created>2026-01-02</dcterms:created><dcterms:modified>2026-01-03</dcterms:modified>',
        'xmlns:dcterms="http://purl.org/dc/terms/"',
      ),
    ).to.deep.include({
      date_published: '2026-01-02T00:00:00+07:00',
      date_modified: '2026-01-03T00:00:00+07:00',
      _tct: { precision: 'day' },
    });
  });

  it('reads iTunes’ image, author, summary and keywords', async () => {
    expect(
      await rssItem(
        '<title>a</title><itunes:image href="/i.jpg"/><itunes:author>Lan</itunes:author><itunes:summary>b</itunes:summary><itunes:keywords>x, y</itunes:keywords>',
        ITUNES,
      ),
    ).to.deep.include({
      image: 'http://truong.example/i.jpg',
      authors: [{ name: 'Lan' }],
      content_text: 'b',
      tags: ['x', 'y'],
    });
  });

  it('reads iTunes’ image and owner of the channel', async () => {
    const feed = await channel(
      '<itunes:image href="http://a.vn/i.jpg"/><itunes:owner><itunes:name>Lan</itunes:name><itunes:email>lan@a.vn</itunes:email></itunes:owner>',
      ITUNES,
    );
    expect(feed).to.deep.include({ icon: 'http://a.vn/i.jpg', authors: [{ name: 'Lan' }] });
  });

  it('uses a Media RSS thumbnail as the image if there is no other', async () => {
    expect(
      await rssItem('<title>a</title><media:thumbnail url="/t.jpg" width="75" height="50"/>', MEDIA),
    ).to.include({ image: 'http://truong.example/t.jpg' });
  });

  it('prefers a Media RSS image to a thumbnail', async () => {
    expect(
      await rssItem(
        '<title>a</title><media:thumbnail url="/t.jpg"/><media:content url="/b.jpg" type="image/jpeg"/>',
        MEDIA,
      ),
    ).to.include({ image: 'http://truong.example/b.jpg' });
  });

  it('reads Media RSS in its other namespace and with another prefix', async () => {
    expect(
      await rssItem(
        '<title>a</title><m:content url="/b.jpg" medium="image"/>',
        'xmlns:m="http://www.rssboard.org/media-rss"',
      ),
    ).to.include({ image: 'http://truong.example/b.jpg' });
  });

  it('does not take the media:title in a media:content for the item’s', async () => {
    expect(
      await rssItem(
        '<media:content url="/b.jpg"><media:title>Ảnh</media:title></media:content><title>a</title>',
        MEDIA,
      ),
    ).to.include({ title: 'a' });
  });

  it('ignores media:credit and media:rating', async () => {
    const item = await rssItem(
      '<title>a</title><media:credit role="photographer">x</media:credit><media:rating>adult</media:rating>',
      MEDIA,
    );
    expect(item).to.have.all.keys('id', 'title', 'content_text');
  });

  it('divides the period of the syndication module by its frequency', async () => {
    const feed = await channel(
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>',
      'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"',
    );
    expect(feed._tct?.rhythm).to.deep.equal({ minutes: 720 });
  });

  it('ignores invalid values in ttl, skipHours and skipDays', async () => {
    const feed = await channel(
      '<ttl>-5</ttl><skipHours><hour>25</hour><hour>x</hour></skipHours><skipDays><day>Chủ nhật</day></skipDays>',
    );
    expect(feed).to.not.have.property('_tct');
  });

  it('reads the channel’s URL and next page from Atom links', async () => {
    const feed = await channel(
      '<link>http://a.vn/</link><atom:link rel="self" href="http://a.vn/rss"/><atom:link rel="next" href="http://a.vn/rss?p=2"/>',
      ATOM,
    );
    expect(feed).to.include({
      home_page_url: 'http://a.vn/',
      feed_url: 'http://a.vn/rss',
      next_url: 'http://a.vn/rss?p=2',
    });
  });

  it('ignores title, link and description of unknown modules', async () => {
    const item = await rssItem(
      '<x:title>không</x:title><x:link>http://x.vn/</x:link><x:description>không</x:description><title>a</title>',
      'xmlns:x="http://x.example/ns"',
    );
    expect(item).to.have.all.keys('id', 'title', 'content_text');
    expect(item.title).to.equal('a');
  });

  it('ignores elements in another default namespace', async () => {
    const item = await rssItem(
      '<geo xmlns="http://x.example/geo"><title>không</title></geo><title xmlns="http://x.example/geo">không</title><title>a</title>',
    );
    expect(item.title).to.equal('a');
  });

  it('reads unescaped XHTML as content', async () => {
    expect(
      await rssItem(
        '<title>a</title><body xmlns="http://www.w3.org/1999/xhtml"><p>Một &amp; <b>hai</b></p><p>ba</p></body>',
      ),
    ).to.include({ content_text: 'Một & hai\nba' });
  });

  it('resolves links and images against an embedded xml:base', async () => {
    expect(
      await rssItem(
        '<title>a</title><link>bai-1</link><description>&lt;img src="i.jpg"&gt;</description><enclosure url="f.pdf"/>',
        'xml:base="http://b.vn/tin/"',
      ),
    ).to.deep.include({
      url: 'http://b.vn/tin/bai-1',
      image: 'http://b.vn/tin/i.jpg',
      attachments: [{ url: 'http://b.vn/tin/f.pdf', mime_type: 'application/pdf' }],
    });
  });
});
