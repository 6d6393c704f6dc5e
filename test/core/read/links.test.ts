import { expect } from 'chai';
import { readFeed } from '../../../core/index.ts';
import { atomEntry, rssItem } from './read.ts';

const link = async (text: string) => (await rssItem(`<title>a</title><link>${text}</link>`)).url;

const RESOLVED: [written: string, address: string][] = [
  ['http://a.vn/bai-1', 'http://a.vn/bai-1'],
  ['https://a.vn', 'https://a.vn'],
  ['\n\t http://a.vn/1 \n', 'http://a.vn/1'],
  ['<![CDATA[ http://a.vn/1 ]]>', 'http://a.vn/1'],
  ['/bai', 'http://truong.example/bai'],
  ['bai', 'http://truong.example/tin/bai'],
  ['../bai', 'http://truong.example/bai'],
  ['?p=7', 'http://truong.example/tin/feed.xml?p=7'],
  ['//b.vn/1', 'http://b.vn/1'],
  ['www.b.vn/1', 'http://www.b.vn/1'],
  ['http://a.vn:8080/1', 'http://a.vn:8080/1'],
  ['http://a.vn/hai từ', 'http://a.vn/hai%20t%E1%BB%AB'],
  ['http://a.vn/Ảnh-1.jpg', 'http://a.vn/%E1%BA%A2nh-1.jpg'],
  ['http://a.vn/%E1%BA%A2nh', 'http://a.vn/%E1%BA%A2nh'],
  ['http://a.vn/a#b', 'http://a.vn/a#b'],
  ['http://a.vn/?q=[1]|{2}', 'http://a.vn/?q=[1]|{2}'],
  ['http:\\\\a.vn\\1', 'http://a.vn/1'],

  ['<![CDATA[http://a.vn/?a=1&amp;b=2&amp;amp;c=3]]>', 'http://a.vn/?a=1&b=2&c=3'],
  ['<![CDATA[/index.php?a=1&#038;b=2&#38;c=3&#x26;d=4]]>', 'http://truong.example/index.php?a=1&b=2&c=3&d=4'],
  ['http://a.vn/?a=1&amp;copy=2', 'http://a.vn/?a=1&copy=2'],
  ['<![CDATA[<![CDATA[http://a.vn/1]]>]]>', 'http://a.vn/1'],
  ['&lt;![CDATA[http://a.vn/1]]&gt;', 'http://a.vn/1'],
  ['http://a.vn/ti\bn\x7f/1', 'http://a.vn/tin/1'],
  ['\u200bhttp://a.vn/\ufefftin\u200b/1\u2060', 'http://a.vn/tin/1'],
  ['http://a.vn/tin\u200d/1\u200c', 'http://a.vn/tin/1'],
  ['http://a.vn/👩\u200d🎓', 'http://a.vn/%F0%9F%91%A9%E2%80%8D%F0%9F%8E%93'],
  ['http://a.vn/%E2%80%8Btin', 'http://a.vn/%E2%80%8Btin'],
  ['http://a.vn/tin\n      /1', 'http://a.vn/tin/1'],
  ['http://a.vn/tin/ \r\n\t1', 'http://a.vn/tin/1'],
  ['&#160;http://a.vn/1&#160;', 'http://a.vn/1'],
  ['%20http://a.vn/1', 'http://a.vn/1'],
  ['http:// a.vn/1', 'http://a.vn/1'],
  ['http://a.vn /hai từ', 'http://a.vn/hai%20t%E1%BB%AB'],
  ['truong.example/tin/75', 'http://truong.example/tin/75'],
  ['Truong.Example', 'http://truong.example/'],
  ['www.truong.example/tin/75?a=1', 'http://www.truong.example/tin/75?a=1'],
  ['truong.example?p=7', 'http://truong.example/?p=7'],
  ['truong.example.html', 'http://truong.example/tin/truong.example.html'],
  ['xtruong.example/1', 'http://truong.example/tin/xtruong.example/1'],
  ['//truong.example/tin/75', 'http://truong.example/tin/75'],
  ['http://a.vn/1;jsessionid=8A2?p=1', 'http://a.vn/1;jsessionid=8A2?p=1'],
];
const REFUSED = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java&#10;script:alert(1)',
  'java&#9;script:alert(1)',
  '&#1;javascript:alert(1)',
  '&#160;javascript:alert(1)',
  '&#x200b;javascript:alert(1)',
  'javascript&#58;alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://a.vn/1',
  'mailto:lan@a.vn',
  'tel:024',
  'blob:http://a.vn/1',
  'view-source:http://a.vn/',
  'feed:http://a.vn/1',
  'about:blank',
  'http://',
  'http:///',
  'http://[::1',
  'https://hai từ.vn/',
  'http://a.vn:99999/',
];

describe('links', () => {
  for (const [written, address] of RESOLVED)
    it(`reads ${JSON.stringify(written)} as ${address}`, async () => {
      expect(await link(written)).to.equal(address);
    });

  it('takes the scheme of the feed for its own host, whatever its port', async () => {
    for (const [written, base, url] of [
      ['www.truong.example/1', 'https://truong.example/rss', 'https://www.truong.example/1'],
      ['truong.example/1', 'https://www.truong.example/rss', 'https://truong.example/1'],
      ['127.0.0.1:8791/bai/7', 'http://127.0.0.1:8791/rss', 'http://127.0.0.1:8791/bai/7'],
      ['localhost:8791/7', 'http://localhost:8791/rss', 'http://localhost:8791/7'],
      ['www.khac.example/1', 'https://truong.example/rss', 'http://www.khac.example/1'],
    ]) {
      const body = `<rss><channel><item><title>a</title><link>${written}</link></item></channel></rss>`;
      expect((await readFeed(body, { url: base! })).items[0]).to.include({ url });
    }
  });

  it('repairs addresses of images and files, and those in JSON', async () => {
    const html =
      '<img src="truong.example/i.jpg?a=1&amp;amp;b=2"><a href="\n /\u200bf.pdf?a=1&amp;amp;b=2 ">f</a>';
    expect(await rssItem(`<description><![CDATA[${html}]]></description>`)).to.deep.include({
      image: 'http://truong.example/i.jpg?a=1&b=2',
      attachments: [{ url: 'http://truong.example/f.pdf?a=1&b=2', mime_type: 'application/pdf', title: 'f' }],
    });
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ url: 'truong.example/?a=1&amp;b=2' }],
    };
    expect((await readFeed(JSON.stringify(json), { url: 'https://truong.example/f' })).items[0]).to.include({
      url: 'https://truong.example/?a=1&b=2',
    });
  });

  for (const written of REFUSED)
    it(`rejects ${JSON.stringify(written)}`, async () => {
      const url = await link(written);
      // Harmless as a relative URL, since it stays on the site.
      if (url) expect(url).to.match(/^http:\/\/truong\.example\//);
    });

  it('checks every field with a URL', async () => {
    const feed = await readFeed(
      `<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>T</title><link>javascript:1</link><atom:link rel="self" href="javascript:2"/><atom:link rel="next" href="data:,3"/><image><url>javascript:4</url></image><atom:icon>javascript:5</atom:icon><itunes:image href="javascript:6"/><item><title>a</title><guid>javascript:7</guid><enclosure url="javascript:8" type="image/png"/><media:content url="javascript:9"/><media:thumbnail url="javascript:10"/><itunes:image href="javascript:11"/><atom:author><atom:name>Lan</atom:name><atom:uri>javascript:12</atom:uri></atom:author><description>&lt;img src="javascript:13">&lt;a href="javascript:14.pdf">x&lt;/a></description><media:group><media:content url="http://a.vn/i.jpg"><media:thumbnail url="javascript:15"/></media:content></media:group></item></channel></rss>`,
      { url: 'http://truong.example/' },
    );
    feed.items[0]!.id = '';
    expect(JSON.stringify(feed)).to.not.match(/javascript|data:/);
    expect(feed.items[0]!.authors).to.deep.equal([{ name: 'Lan' }]);
    expect(feed.items[0]!.attachments).to.deep.equal([{ url: 'http://a.vn/i.jpg', mime_type: 'image/jpeg' }]);
  });

  it('limits URLs, so that a huge base is not repeated in every link', async () => {
    const base = `http://a.vn/${'x'.repeat(2e5)}/`;
    const entries = [...Array(20).keys()]
      .map((n) => `<entry><link href="${n}"/><title>${n}</title></entry>`)
      .join('');
    const feed = await readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${base}"><title>T</title>${entries}</feed>`,
      { url: 'http://truong.example/' },
    );
    expect(JSON.stringify(feed).length).to.be.below(base.length * 2);
  });

  it('resolves a link with the entry’s own base', async () => {
    expect(await atomEntry('<link href="x"/>', 'xml:base="https://b.vn/tin/"')).to.include({
      url: 'https://b.vn/tin/x',
    });
  });
});
