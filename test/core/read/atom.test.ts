import { expect } from 'chai';
import { atomEntry, feedOf } from './read.ts';

const atom = (inner: string, attributes = '') =>
  feedOf(`<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Trường</title>${inner}</feed>`);

describe('Atom links', () => {
  it('are the page if they have no relation', async () => {
    expect(await atomEntry('<link href="http://a.vn/1"/>')).to.include({ url: 'http://a.vn/1' });
  });

  it('may have a relation written as a URL', async () => {
    expect(
      await atomEntry(
        '<link rel="http://www.iana.org/assignments/relation/alternate" href="http://a.vn/1"/>',
      ),
    ).to.include({ url: 'http://a.vn/1' });
  });

  it('are not the page if they are edit, replies, related, via or self', async () => {
    const links = ['edit', 'replies', 'related', 'via', 'self', 'enclosure']
      .map((rel) => `<link rel="${rel}" href="http://a.vn/${rel}"/>`)
      .join('');
    expect(await atomEntry(`${links}<link rel="alternate" href="http://a.vn/1"/>`)).to.include({
      url: 'http://a.vn/1',
    });
  });

  it('are the HTML page if there are several alternates', async () => {
    expect(
      await atomEntry(
        '<link rel="alternate" type="application/json" href="http://a.vn/1.json"/><link rel="alternate" type="text/html" href="http://a.vn/1"/>',
      ),
    ).to.include({ url: 'http://a.vn/1' });
  });

  it('are replaced by out-of-line content if there are none', async () => {
    expect(await atomEntry('<id>x</id><content src="http://a.vn/1" type="text/html"/>')).to.include({
      url: 'http://a.vn/1',
    });
  });

  it('are enclosures with type, length and title', async () => {
    expect(
      (
        await atomEntry(
          '<title>a</title><link rel="enclosure" href="/f.pdf" type="application/pdf" length="123" title="Tệp"/>',
        )
      ).attachments,
    ).to.deep.equal([
      {
        url: 'http://truong.example/f.pdf',
        mime_type: 'application/pdf',
        title: 'Tệp',
        size_in_bytes: 123,
      },
    ]);
  });

  it('of the feed are read', async () => {
    expect(
      await atom(
        '<link rel="self" href="/atom"/><link rel="next" href="/atom?p=2"/><link rel="hub" href="http://hub.vn/"/><link href="/"/>',
      ),
    ).to.include({
      home_page_url: 'http://truong.example/',
      feed_url: 'http://truong.example/atom',
      next_url: 'http://truong.example/atom?p=2',
    });
  });
});

describe('Atom bases', () => {
  it('are resolved from the outermost to the innermost', async () => {
    const feed = await atom(
      '<entry xml:base="hai/"><title>a</title><link href="bai"/><content type="xhtml" xml:base="ba/"><div xmlns="http://www.w3.org/1999/xhtml"><img src="i.jpg"/></div></content></entry>',
      'xml:base="/mot/"',
    );
    expect(feed.items[0]).to.include({
      url: 'http://truong.example/mot/hai/bai',
      image: 'http://truong.example/mot/hai/ba/i.jpg',
    });
  });

  it('of a link apply to that link', async () => {
    expect(await atomEntry('<title>a</title><link xml:base="http://b.vn/x/" href="y"/>')).to.include({
      url: 'http://b.vn/x/y',
    });
  });

  it('that are not http(s) are ignored', async () => {
    expect(
      (await atom('<entry><title>a</title><link href="x"/></entry>', 'xml:base="javascript:1"')).items[0],
    ).to.include({ url: 'http://truong.example/tin/x' });
  });

  it('apply to the pages of authors', async () => {
    expect(
      (
        await atom(
          '<entry><title>a</title><author><name>Lan</name><uri>lan</uri></author></entry>',
          'xml:base="http://b.vn/"',
        )
      ).items[0]!.authors,
    ).to.deep.equal([{ name: 'Lan', url: 'http://b.vn/lan' }]);
  });
});

describe('Atom people', () => {
  it('have name, page and mail', async () => {
    expect(
      (
        await atomEntry(
          '<title>a</title><author><name>Lan</name><uri>http://a.vn/lan</uri><email>lan@a.vn</email></author><author><email>minh@a.vn</email></author><contributor><name>Hoa</name></contributor>',
        )
      ).authors,
    ).to.deep.equal([{ name: 'Lan', url: 'http://a.vn/lan' }, { name: 'minh@a.vn' }]);
  });

  it('of the source are those of an entry without authors (RFC 4287, section 4.2.1)', async () => {
    expect(
      (await atomEntry('<title>a</title><source><title>B</title><author><name>Lan</name></author></source>'))
        .authors,
    ).to.deep.equal([{ name: 'Lan' }]);
  });

  it('of the source are read without its title, id, link and date', async () => {
    const item = await atomEntry(
      '<source><title>B</title><id>b</id><link href="http://b.vn/"/><updated>2020-01-01T00:00:00Z</updated></source><title>a</title><id>1</id>',
    );
    expect(item).to.have.all.keys('id', 'title', 'content_text');
    expect(item).to.include({ id: '1', title: 'a' });
  });

  it('of the feed are not copied to its entries', async () => {
    const feed = await atom('<author><name>Lan</name></author><entry><title>a</title></entry>');
    expect(feed.authors).to.deep.equal([{ name: 'Lan' }]);
  });
});

describe('Atom content', () => {
  const content = async (attributes: string, text: string) =>
    (await atomEntry(`<title>t</title><content ${attributes}>${text}</content>`)).content_text;

  it('of type text is not treated as markup', async () => {
    expect(await content('', 'a &lt;b&gt; c')).to.equal('a <b> c');
    expect(await content('type="text"', '1 &amp;lt; 2')).to.equal('1 &lt; 2');
    expect(await content('type="text/plain"', 'a &lt;b&gt; c')).to.equal('a <b> c');
  });

  it('of type html is converted', async () => {
    expect(await content('type="html"', '&lt;p&gt;a &amp;lt; b&lt;/p&gt;')).to.equal('a < b');
    expect(await content('type="text/html"', '<![CDATA[<p>a &lt; b</p>]]>')).to.equal('a < b');
    expect(await content('type=" HTML "', '&lt;p&gt;a&lt;/p&gt;')).to.equal('a');
  });

  it('of type xhtml is converted; its references and CDATA are text', async () => {
    expect(
      await content(
        'type="xhtml"',
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt;b&gt;</p><p><![CDATA[<c>]]> &#224;</p></div>',
      ),
    ).to.equal('a <b>\n<c> à');
  });

  it('in base64 is decoded if it is text, and ignored if it is an image', async () => {
    expect(await content('type="application/octet-stream"', 'iVBORw0KGgo=')).to.equal('');
    expect(await content('type="image/png"', 'iVBORw0KGgo=')).to.equal('');
  });

  it('of another XML type is read without its tags', async () => {
    expect(
      await content('type="application/xml"', '<x xmlns="http://x.example/"><script>1</script>a</x>'),
    ).to.not.contain('<');
  });

  it('in a title may contain a comment, an instruction or CDATA', async () => {
    expect((await atomEntry('<title>a<!-- không --> b<?x y?> <![CDATA[c & d]]></title>')).title).to.equal(
      'a b c & d',
    );
  });

  it('may contain an instruction with a tag in it', async () => {
    expect((await atomEntry('<title>a<?x 1 > 0 ?>b</title>')).title).to.equal('ab');
  });

  it('is not mixed up with the summary', async () => {
    expect(
      await atomEntry('<summary type="html">&lt;b&gt;Tóm&lt;/b&gt; tắt</summary><content>Đầy đủ</content>'),
    ).to.include({ summary: 'Tóm tắt', content_text: 'Đầy đủ' });
  });
});

describe('Atom entries', () => {
  it('have dates of publication and update', async () => {
    expect(
      await atomEntry(
        '<title>a</title><updated>2026-02-01T00:00:00Z</updated><published>2026-01-01T00:00:00.5+01:00</published>',
      ),
    ).to.deep.include({
      date_published: '2026-01-01T06:00:00+07:00',
      date_modified: '2026-02-01T07:00:00+07:00',
    });
  });

  it('have the labels of categories as tags, else the terms', async () => {
    expect(
      (
        await atomEntry(
          '<title>a</title><category term="tin-tuc" scheme="http://a.vn/" label="Tin tức"/><category term="x"/><category/>',
        )
      ).tags,
    ).to.deep.equal(['Tin tức', 'x']);
  });

  it('have ids exactly as written', async () => {
    expect(await atomEntry('<id> urn:uuid:1225C695-CFB8-4EBB-AAAA-80DA344EFA6A </id>')).to.include({
      id: 'urn:uuid:1225C695-CFB8-4EBB-AAAA-80DA344EFA6A',
    });
  });

  it('have a language', async () => {
    expect(
      (await atom('<entry xml:lang="en"><title>a</title></entry>', 'xml:lang="vi"')).items[0],
    ).to.include({
      language: 'en',
    });
    expect((await atom('', 'xml:lang="vi"')).language).to.equal('vi');
  });

  it('belong to a feed with logo and icon', async () => {
    expect(await atom('<logo>/l.png</logo><icon>/i.ico</icon>')).to.include({
      icon: 'http://truong.example/l.png',
      favicon: 'http://truong.example/i.ico',
    });
  });

  it('may have any prefix', async () => {
    const feed = await feedOf(
      '<z:feed xmlns:z="http://www.w3.org/2005/Atom"><z:title>T</z:title><z:entry><z:title type="html">&lt;b&gt;a&lt;/b&gt;</z:title><z:link href="http://a.vn/1"/></z:entry></z:feed>',
    );
    expect(feed.title).to.equal('T');
    expect(feed.items[0]).to.include({ title: 'a', url: 'http://a.vn/1' });
  });

  it('in RSS do not replace its title by an Atom title', async () => {
    const feed = await feedOf(
      '<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><a:title>x</a:title><title>T</title><item><a:title>y</a:title><title>a</title></item></channel></rss>',
    );
    expect(feed.title).to.equal('T');
    expect(feed.items[0]!.title).to.equal('a');
  });
});

describe('Atom 0.3', () => {
  const entry = async (inner: string) =>
    (
      await feedOf(
        `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry>${inner}</entry></feed>`,
      )
    ).items[0]!;

  it('has the modes escaped, xml and base64', async () => {
    expect(
      (await entry('<content type="text/html" mode="escaped">&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>'))
        .content_text,
    ).to.equal('a & b');
    expect(
      (
        await entry(
          '<content type="application/xhtml+xml" mode="xml"><p xmlns="http://www.w3.org/1999/xhtml">a &amp; <b>b</b></p></content>',
        )
      ).content_text,
    ).to.equal('a & b');
    expect(
      (await entry('<content type="text/plain" mode="base64">w6AgPGI+</content>')).content_text,
    ).to.equal('à <b>');
  });

  it('reads text without a type as plain', async () => {
    expect((await entry('<title>a &lt;b&gt;</title>')).title).to.equal('a <b>');
  });

  it('has links with a relation, and authors with a url', async () => {
    const item = await entry(
      '<link rel="alternate" type="text/html" href="http://a.vn/1"/><author><name>Lan</name><url>http://a.vn/lan</url></author><created>2004-01-05T10:00:00+07:00</created>',
    );
    expect(item).to.deep.include({
      url: 'http://a.vn/1',
      authors: [{ name: 'Lan', url: 'http://a.vn/lan' }],
      date_published: '2004-01-05T10:00:00+07:00',
    });
  });
});
