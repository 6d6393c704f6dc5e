import { expect } from 'chai';
import { faults } from '../model.ts';
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
    it(`${name} gives ${count} items, all sound`, async () => {
      const feed = await recorded(name);
      expect(faults(feed)).to.deep.equal([]);
      expect(feed.items).to.have.length(count);
      expect(JSON.stringify(feed)).not.to.match(
        /<script|javascript:|onclick|post-password|&(?:amp|nbsp|#\d+);/,
      );
    });
  }

  it('a post is the same in RSS, Atom, RDF and REST', async () => {
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

  it('NukeViet’s minute, which is the month, is not believed; a real one is', async () => {
    const [first] = (await recorded('nukeviet/rss-news.xml')).items;
    expect(first).to.include({ id: 'news_26', date_published: '2026-11-23T07:00:00+07:00' });
    expect(first!._tct).to.deep.equal({ precision: 'hour' });
    const [instant] = (await recorded('nukeviet/rss-instant.xml')).items;
    expect(instant!.date_published).to.equal('2026-11-23T07:15:00+07:00');
    expect(instant!._tct?.precision).to.equal('minute');
  });

  it('NukeViet’s titles and images are read', async () => {
    const { items } = await recorded('nukeviet/rss-news.xml');
    expect(items[1]!.title).to.equal('Thông báo khẩn: lùi lịch thi tốt nghiệp do ảnh hưởng của mưa lũ');
    expect(items[0]!.image).to.equal('http://127.0.0.1:8802/assets/news/2026_11/panorama.jpg');
    expect(items[0]!.summary).to.equal(
      'Sáng 23/11/2026, hơn 300 học viên các lớp đang học tập tại Trường tham dự buổi sinh hoạt chính trị đầu khóa.',
    );
  });

  it('who wrote and photographed is read from the line that says so', async () => {
    const { items } = await recorded('nukeviet/rss-instant.xml');
    expect(
      items.find(({ authors }) => authors?.some(({ name }) => name === 'Bùi Chiến Thắng'))?.title,
    ).to.match(/^CỤM THI ĐUA/);
  });

  it('REST’s featured image, terms and photo facts are read', async () => {
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

  it('a feed’s own words are read', async () => {
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
