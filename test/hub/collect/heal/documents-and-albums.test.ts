import { expect } from 'chai';
import { down, listOf, testPosts, type WrittenSite } from '../../changing-site.ts';
import { ChangingSchool } from './changing-school.ts';

describe('a source that has nothing any more', () => {
  let school: ChangingSchool;
  let site: WrittenSite;

  beforeEach(async () => {
    school = await new ChangingSchool().open();
    ({ site } = school);
  });
  afterEach(() => school.stop());

  it('may be a list of documents or of news without a feed, found under its new address', async () => {
    const rows = (path: string) =>
      [1, 2, 3]
        .map(
          (index) =>
            `<tr><td>${index}/QĐ-TCT</td><td>0${index}/3/2026</td><td>Về việc ban hành quy chế số ${index}</td><td><a href="${path}/${index}.pdf">Tải về</a></td></tr>`,
        )
        .join('');
    const table = (path: string) =>
      `<table class="${path}"><tr><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th><th>Tải về</th></tr>${rows(path)}</table>`;
    site.html('/', 'Trang chủ');
    site.html('/vanban.html', table('cu'));
    site.html('/tin.html', listOf(testPosts(down(20, 11)), 'tin'));
    const page = { kind: 'page', item: '.tin' };
    await school.startHub({
      news: { ...page, url: site.url('/tin.html') },
      documents: { url: site.url('/vanban.html'), kind: 'page', table: 'table.cu' },
    });
    const [news, documents] = [await school.ids(), await school.ids('documents')];
    expect([news.size, documents.size]).to.deep.equal([10, 3]);
    site.pages.clear();
    site.html('/', '<a href="/van-ban">Văn bản</a> <a href="/tin-tuc">Tin tức</a>');
    site.html('/van-ban', table('moi'));
    site.html(
      '/tin-tuc',
      `<main>${listOf(
        testPosts(down(21, 12), (index) => `/bai/${index}`),
        'bai',
      )}</main>`,
    );
    await school.run();
    site.requested();
    expect(await school.run()).to.deep.include({ failing: [], added: 1 });
    // The homepage is fetched once for both.
    expect(site.requested().filter((path) => path === '/')).to.have.length(1);
    await school.expectSame(news);
    expect(await school.ids('documents')).to.deep.equal(documents);
    expect((await school.status(1)).adopted.config).to.equal(
      `"documents": {"url":"${site.url('/van-ban')}","kind":"page"}`,
    );
  });

  describe('may be a gallery', () => {
    const photo = (name: string) =>
      `<a href="/img/${name}.jpg"><img src="/img/${name}-t.jpg" alt=""></a><p>Ảnh ${name}</p>`;
    const photosOf = async () =>
      (await school.list('gallery')).items.map(({ attachments }) => attachments?.length ?? 0);

    it('of posts with photos, which are not asked for on their pages', async () => {
      const feed = (path: string) =>
        site.pages.set(path, {
          headers: { 'Content-Type': 'application/rss+xml' },
          body: `<rss version="2.0"><channel><title>Ảnh</title>${testPosts([3, 2, 1])
            .map(
              ({ title, link }, index) =>
                `<item><title>${title}</title><link>${site.url(link)}</link><description><![CDATA[<p>Bài</p>${photo(`a${index}`)}${photo(`b${index}`)}]]></description></item>`,
            )
            .join('')}</channel></rss>`,
        });
      feed('/rss');
      site.html('/', 'Trang chủ');
      await school.startHub({ gallery: site.url('/rss') });
      expect(await photosOf()).to.deep.equal([2, 2, 2]);
      site.pages.delete('/rss');
      site.html(
        '/',
        'Trang chủ',
        '<link rel="alternate" type="application/rss+xml" title="Thư viện ảnh" href="/anh/feed">',
      );
      feed('/anh/feed');
      await school.run();
      site.requested();
      expect((await school.run()).failing).to.deep.equal([]);
      expect(site.requested()).to.deep.equal(['/rss', '/', '/anh/feed']);
      expect(await photosOf()).to.deep.equal([2, 2, 2]);
    });

    it('whose albums were redesigned, too', async () => {
      const covers = (name: string, numbers: number[]) =>
        `<h2>Thư viện ảnh</h2><div class="album-list">${testPosts(numbers)
          .map(
            ({ title, link }, index) =>
              `<div class="${name}"><a href="${link}"><img src="/img/${index}-t.jpg"></a><h3><a href="${link}">${title}</a></h3></div>`,
          )
          .join('')}</div>`;
      const albums = (name: string, numbers: number[]) => {
        for (const { link, title } of testPosts(numbers))
          site.html(link, `<h1>${title}</h1><div class="${name}">${photo('a')}${photo('b')}</div>`);
      };
      site.html('/anh', covers('cu', [3, 2, 1]));
      albums('anh-cu', [3, 2, 1]);
      await school.startHub({
        gallery: { url: site.url('/anh'), kind: 'page', item: '.cu', photos: '.anh-cu' },
      });
      expect(await photosOf()).to.deep.equal([2, 2, 2]);
      site.html('/anh', covers('moi', [4, 3, 2, 1]));
      albums('anh-moi', [4, 3, 2, 1]);
      expect(await school.run()).to.deep.include({ failing: [], added: 1 });
      expect(await photosOf()).to.deep.equal([2, 2, 2, 2]);
    });
  });
});
