import { expect } from 'chai';
import type { Item } from '../../../core/index.ts';
import { readFeed } from '../../../core/index.ts';
import { bytes } from '../../fixture.ts';
import { faults } from '../feed-faults.ts';
import { recorded } from './read.ts';

const FEEDS: [name: string, items: number][] = [
  ['wordpress/feed-rss2.xml', 10],
  ['wordpress/feed-atom.xml', 10],
  ['wordpress/feed-rdf.xml', 10],
  ['wordpress/feed-rss092.xml', 10],
  ['wordpress/feed-category.xml', 10],
  ['wordpress/feed-comments.xml', 4],
  ['wordpress/fault-bom.xml', 10],
  ['wordpress/fault-truncated.xml', 4],
  ['wordpress/variant-feed-featured-image-plugin.xml', 10],
  ['wordpress/err-404-feed-category.xml', 0],
  ['wordpress/rest-posts-embed.json', 20],
  ['wordpress/rest-posts-embed-page2.json', 16],
  ['wordpress/rest-media.json', 45],
  ['wordpress/rest-media-documents.json', 11],
  ['nukeviet/rss-news.xml', 25],
  ['nukeviet/tidy-rss-news.xml', 25],
  ['nukeviet/rss-instant.xml', 25],
  ['nukeviet/rss-category.xml', 4],
  ['nukeviet/rss-laws.xml', 9],
  ['nukeviet/rss-download.xml', 4],
  ['nukeviet/multilang-rss.xml', 25],
  ['mediawiki/newpages-rss.xml', 4],
  ['mediawiki/newpages-atom.xml', 4],
  ['mediawiki/recentchanges-atom.xml', 6],
];

describe('recordings', () => {
  for (const [name, count] of FEEDS) {
    it(`${name}: ${count} valid items`, async () => {
      const feed = await recorded(name);
      expect(faults(feed)).to.deep.equal([]);
      expect(feed.items).to.have.length(count);
      expect(JSON.stringify(feed)).not.to.match(
        /<script|javascript:|onclick|post-password|&(?:amp|nbsp|#\d+);/,
      );
    });
  }

  it('contain the same post in RSS, Atom, RDF and REST', async () => {
    const all = await Promise.all(
      ['feed-rss2.xml', 'feed-atom.xml', 'feed-rdf.xml', 'rest-posts-embed.json'].map((name) =>
        recorded(`wordpress/${name}`),
      ),
    );
    const [rss, ...others] = all.map(({ items }) =>
      items.slice(0, 10).map(({ title, url, date_published: date, _tct, authors }) => ({
        title,
        url,
        date,
        precision: _tct?.precision,
        authors,
      })),
    );
    for (const other of others) expect(other).to.deep.equal(rss);
    expect(rss![0]).to.deep.equal({
      title: 'Sáng nay, hơn 300 học viên dự sinh hoạt chính trị đầu khóa',
      url: 'http://127.0.0.1:8801/2026/11/sang-nay-hon-300-hoc-vien-du-sinh-hoat-chinh-tri-dau-khoa/',
      date: '2026-11-23T07:15:00+07:00',
      precision: 'minute',
      authors: [{ name: 'Khoa Xây dựng Đảng' }],
    });
    expect(all.slice(0, 2).map(({ items }) => items.map(({ id }) => id))[0]).to.deep.equal(
      all[1]!.items.map(({ id }) => id),
    );
  });

  it('lose a minute that is NukeViet’s month, and keep a real one', async () => {
    const [first] = (await recorded('nukeviet/rss-news.xml')).items;
    expect(first).to.include({ id: 'news_26', date_published: '2026-11-23T07:00:00+07:00' });
    expect(first!._tct).to.deep.equal({ precision: 'hour' });
    const [instant] = (await recorded('nukeviet/rss-instant.xml')).items;
    expect(instant!.date_published).to.equal('2026-11-23T07:15:00+07:00');
    expect(instant!._tct?.precision).to.equal('minute');
  });

  it('have NukeViet’s titles and images', async () => {
    const { items } = await recorded('nukeviet/rss-news.xml');
    expect(items[1]!.title).to.equal('Thông báo khẩn: lùi lịch thi tốt nghiệp do ảnh hưởng của mưa lũ');
    expect(items[0]!.image).to.equal('http://127.0.0.1:8802/assets/news/2026_11/panorama.jpg');
    expect(items[0]!.summary).to.equal(
      'Sáng 23/11/2026, hơn 300 học viên các lớp đang học tập tại Trường tham dự buổi sinh hoạt chính trị đầu khóa.',
    );
  });

  it('have the authors in the credit line', async () => {
    const { items } = await recorded('nukeviet/rss-instant.xml');
    expect(
      items.find(({ authors }) => authors?.some(({ name }) => name === 'Bùi Chiến Thắng'))?.title,
    ).to.match(/^CỤM THI ĐUA/);
  });

  it('have REST’s featured image, terms and photo sizes', async () => {
    const [post] = (await recorded('wordpress/rest-posts-embed.json')).items;
    expect(post!.image).to.equal('http://127.0.0.1:8801/wp-content/uploads/2026/11/panorama.jpg');
    expect(post!.tags).to.deep.equal(['Tin tức - Sự kiện']);
    const [photo] = (await recorded('wordpress/rest-media.json')).items;
    expect(photo!.attachments).to.deep.equal([
      {
        url: 'http://127.0.0.1:8801/wp-content/uploads/2026/11/panorama.jpg',
        mime_type: 'image/jpeg',
        title: 'Ảnh minh họa',
        size_in_bytes: 101493,
        _tct: {
          width: 2400,
          height: 600,
          thumbnail: 'http://127.0.0.1:8801/wp-content/uploads/2026/11/panorama-300x75.jpg',
          alt: 'Ảnh minh họa',
        },
      },
    ]);
  });

  it('have the fields of the feed', async () => {
    const { items, ...head } = await recorded('wordpress/feed-rss2.xml');
    expect(head).to.deep.equal({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Trường Chính trị tỉnh Ninh Bình',
      home_page_url: 'http://127.0.0.1:8801',
      feed_url: 'http://127.0.0.1/feed/',
      description: 'Trang thông tin điện tử (dữ liệu thử nghiệm) – Dạy tốt & học tốt',
      icon: 'http://127.0.0.1:8801/wp-content/uploads/2022/07/logo-tct-150x150.png',
      language: 'vi',
      _tct: { rhythm: { minutes: 60 } },
    });
    expect(items).to.have.length(10);
  });
});

describe('recordings of one site agree', () => {
  const by = (items: readonly Item[], key: (item: Item) => string | undefined) =>
    new Map(items.map((item) => [key(item), item]));
  const wordpress = (name: string) => recorded(`wordpress/${name}`);

  it('in titles and links of RSS 0.92, which has neither dates nor ids', async () => {
    const rss = await wordpress('feed-rss2.xml');
    const old = await wordpress('feed-rss092.xml');
    expect(old.items.map(({ title, url }) => [title, url])).to.deep.equal(
      rss.items.map(({ title, url }) => [title, url]),
    );
  });

  it('in ids, tags, summaries and first pictures of RSS and Atom', async () => {
    const rss = await wordpress('feed-rss2.xml');
    const atom = by((await wordpress('feed-atom.xml')).items, ({ id }) => id);
    for (const { id, tags, summary, image, content_text } of rss.items)
      expect(atom.get(id), id).to.deep.include({
        ...(tags && { tags }),
        ...(summary && { summary }),
        ...(image && { image }),
        content_text,
      });
  });

  it('in ids and texts of RSS and REST', async () => {
    const rest = by((await wordpress('rest-posts-embed.json')).items, ({ id }) => id);
    for (const { id, content_text, tags } of (await wordpress('feed-rss2.xml')).items) {
      expect(rest.get(id)?.content_text, id).to.equal(content_text);
      expect(rest.get(id)?.tags ?? [], id).to.have.members(tags ?? []);
    }
  });

  it('with a byte order mark and without', async () => {
    expect(await wordpress('fault-bom.xml')).to.deep.equal(await wordpress('feed-rss2.xml'));
  });

  it('as text and as bytes', async () => {
    const url = 'http://127.0.0.1:8801/feed/';
    const body = await bytes('wordpress/feed-rss2.xml');
    expect(await readFeed(new TextDecoder().decode(body), { url })).to.deep.equal(
      await readFeed(body, { url }),
    );
  });

  it('whatever the media type', async () => {
    const url = 'http://127.0.0.1:8801/feed/';
    const body = await bytes('wordpress/feed-rss2.xml');
    const feed = await readFeed(body, { url });
    for (const contentType of [
      'text/html; charset=UTF-8',
      'application/octet-stream',
      'text/xml',
      'nonsense',
      '',
    ])
      expect(await readFeed(body, { url, contentType }), contentType).to.deep.equal(feed);
  });

  it('cut off, up to the last complete post', async () => {
    const uncut = await wordpress('feed-rss2.xml');
    const cut = await wordpress('fault-truncated.xml');
    expect(cut.items.slice(0, 3)).to.deep.equal(uncut.items.slice(0, 3));
    expect(cut.items[3]).to.include({ title: uncut.items[3]!.title, url: uncut.items[3]!.url });
  });

  it('in the featured image of RSS, added by a plugin, and REST', async () => {
    const plugin = await wordpress('variant-feed-featured-image-plugin.xml');
    expect(plugin.items[0]!.image).to.contain('/2026/11/panorama');
  });

  it('in NukeViet’s feed and its formatted version', async () => {
    const plain = await recorded('nukeviet/rss-news.xml');
    const tidy = by((await recorded('nukeviet/tidy-rss-news.xml')).items, ({ id }) => id);
    for (const { id, title, date_published } of plain.items)
      expect(tidy.get(id), id).to.deep.include({ title, date_published });
  });

  it('in NukeViet’s news and its instant articles', async () => {
    const instant = by((await recorded('nukeviet/rss-instant.xml')).items, ({ title }) => title);
    for (const { title, date_published: hour } of (await recorded('nukeviet/rss-news.xml')).items)
      expect(instant.get(title)?.date_published?.slice(0, 13), title).to.equal(hour?.slice(0, 13));
  });

  it('in MediaWiki’s RSS and Atom', async () => {
    const [rss, atom] = await Promise.all(
      ['newpages-rss.xml', 'newpages-atom.xml'].map((name) => recorded(`mediawiki/${name}`)),
    );
    expect(
      atom!.items.map(({ id, url, title, content_text, authors, date_published }) => [
        id,
        url,
        title,
        content_text,
        authors,
        date_published,
      ]),
    ).to.deep.equal(
      rss!.items.map(({ id, url, title, content_text, authors, date_published }) => [
        id,
        url,
        title,
        content_text,
        authors,
        date_published,
      ]),
    );
    expect(rss!.items[2]).to.deep.include({
      title: 'Tuyển sinh năm 2026',
      url: 'http://127.0.0.1:8805/index.php/Tuy%E1%BB%83n_sinh_n%C4%83m_2026',
      date_published: '2026-11-23T21:43:56+07:00',
      authors: [{ name: 'Quantri' }],
    });
  });
});

describe('facts of the recorded documents', () => {
  interface Known {
    loai: string;
    so: string;
    ngay: string;
  }
  const known = async (): Promise<Map<string, Known>> =>
    new Map(
      (JSON.parse(new TextDecoder().decode(await bytes('docs.json'))) as Known[]).map((each) => [
        each.so,
        each,
      ]),
    );
  const day = (printed: string) => {
    const [date = '', month = '', year] = printed.split('/');
    return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  };

  for (const name of [
    'nukeviet/rss-laws.xml',
    'nukeviet/tidy-rss-laws.xml',
    'nukeviet/multilang-laws-rss.xml',
    'wordpress/rest-media-documents.json',
  ])
    it(`${name}: number, type and date of each`, async () => {
      const right = await known();
      const feed = await recorded(name);
      const seen = new Set<string>();
      for (const { title, _tct } of feed.items) {
        const document = _tct?.document;
        const wanted = right.get(document?.number ?? '');
        expect(wanted, title).to.not.equal(undefined);
        seen.add(wanted!.so);
        expect(document, title).to.deep.include({
          number: wanted!.so,
          type: wanted!.loai,
          issued: day(wanted!.ngay),
        });
      }
      expect([...seen].sort()).to.deep.equal([...right.keys()].sort());
    });

  it('news that only mentions a document is not one', async () => {
    for (const name of [
      'wordpress/rest-posts-embed.json',
      'wordpress/rest-posts-embed-page2.json',
      'nukeviet/rss-news.xml',
    ])
      for (const { title, _tct } of (await recorded(name)).items)
        expect(_tct?.document, title).to.equal(undefined);
  });
});

describe('what is not read from the recordings', () => {
  it('the form and the text of a protected post', async () => {
    const rest = await recorded('wordpress/rest-posts-embed.json');
    const post = rest.items.find(({ title }) => title?.includes('Đề cương ôn thi'));
    expect(post).to.include({ content_text: '' });
    expect(post).to.not.have.any.keys('summary', 'image', 'attachments');
    const comments = await recorded('wordpress/feed-comments.xml');
    expect(comments.items[3]!.content_text).to.not.match(/(?:^|\n)(?:Password|Enter)|post_password/);
  });

  it('the script in an article', async () => {
    for (const name of ['wordpress/rest-posts-embed.json', 'wordpress/rest-posts-embed-page2.json'])
      expect(JSON.stringify(await recorded(name))).to.not.match(/document\.write|void\(0\)|không được chạy/);
  });

  it('references, tags and white space around titles', async () => {
    for (const [name] of FEEDS)
      for (const { title = '' } of (await recorded(name)).items) {
        expect(title, name).to.equal(title.trim());
        expect(title, name).to.not.match(/&[#\w]+;|<\/|\s\s/);
      }
  });
});
