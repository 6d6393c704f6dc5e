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
