import { expect } from 'chai';
import { numbersOf, point } from './point-at.ts';

const byTag = (html: string, tag: string) => numbersOf(html, ({ name }) => name === tag);
const byClass = (html: string, wanted: string) =>
  numbersOf(html, ({ attribs }) => (attribs.class ?? '').split(' ').includes(wanted));
const title = (index: number) => `Nhà trường tổ chức hội thảo khoa học số ${index}`;

describe('several picks', () => {
  const item = (index: number, more = '') =>
    `<li class="tin ${more}"><a href="/tin/${index}">${title(index)}</a></li>`;
  const html = `<title>x</title><div class=noibat><h2><a href="/tin/0">${title(0)}</a></h2><p>Mở đầu</p></div><ul>${item(1)}${item(2)}${item(3, 'quang-cao')}${item(4)}</ul>`;
  const links = byTag(html, 'a');

  it('widen the list by what was not in it', async () => {
    const one = await point(html, { items: [links[1]!] });
    expect(one.source.item).to.equal('li.tin');
    const two = await point(html, { items: [links[1]!, links[0]!] });
    expect(two.posts.map(({ url }) => url)).to.deep.equal(
      [0, 1, 2, 3, 4].map((n) => `https://truong.example/tin/${n}`),
    );
    expect(two.source.item).not.to.include('nth');
  });

  it('narrow it by what is not of it', async () => {
    const { source, posts } = await point(html, { items: [links[1]!], not: [links[3]!] });
    expect(posts.map(({ url }) => url?.at(-1))).to.deep.equal(['1', '2', '4']);
    expect(source.item).to.equal('li.tin:not(.quang-cao)');
  });

  it('keep a source that has them', async () => {
    const source = {
      url: 'https://truong.example/tin-tuc',
      kind: 'page',
      item: 'ul > li',
      pages: 2,
    } as const;
    expect((await point(html, { items: [links[2]!] }, { source })).source).to.deep.equal(source);
    const moved = await point(
      html,
      { items: [links[2]!] },
      { source: { ...source, item: '.cu', date: '.ngay' } },
    );
    expect(moved.source).to.deep.equal({ ...source, item: 'li.tin' });
  });

  it('warn where one cannot be left out', async () => {
    const same = `<title>x</title><ul>${[1, 2, 3].map((n) => item(n)).join('')}</ul>`;
    const [first, , third] = byTag(same, 'a');
    const { source, warnings } = await point(same, { items: [first!], not: [third!] });
    expect(source.item).not.to.equal('li.tin');
    expect(warnings).not.to.be.empty;
  });
});

describe('picked parts', () => {
  const item = (index: number) =>
    `<div class=tin><h3><a href="/tin/${index}">${title(index)}</a></h3><em class=sua>0${index}/01/2020</em><b class=dang>1${index}/11/2026</b><img src="/${index}.jpg" width=200 height=150><p>Một đoạn tóm tắt dài hơn nhiều để được đoán là tóm tắt của bài ${index}, dài thật dài.</p><div class=sapo>Câu mở đầu của bài số ${index} trên trang.</div></div>`;
  const html = `<title>x</title><main>${[1, 2, 3].map(item).join('')}</main>`;

  it('get a selector only where the guess reads something else', async () => {
    const items = [byTag(html, 'a')[1]!];
    const guessed = await point(html, {
      items,
      title: byTag(html, 'h3')[1]!,
      date: byClass(html, 'sua')[1]!,
      image: byTag(html, 'img')[1]!,
      summary: byTag(html, 'p')[1]!,
    });
    expect(Object.keys(guessed.source).sort()).to.deep.equal(['item', 'kind', 'pages', 'url']);
    const picked = await point(html, {
      items,
      date: byClass(html, 'dang')[1]!,
      summary: byClass(html, 'sapo')[1]!,
    });
    expect(picked.source).to.deep.include({ date: 'b.dang', summary: 'div.sapo' });
    expect(picked.posts.map(({ date }) => date?.slice(0, 10))).to.deep.equal([
      '2026-11-11',
      '2026-11-12',
      '2026-11-13',
    ]);
    expect(picked.posts.map(({ parts }) => parts.date)).to.deep.equal(byClass(html, 'dang'));
  });

  it('tell which list is meant, if nothing else was picked', async () => {
    const { source, posts } = await point(html, { date: byClass(html, 'dang')[0]! });
    expect(source).to.deep.include({ item: 'div.tin', date: 'b.dang' });
    expect(posts).to.have.length(3);
  });

  it('warn where they are in no item', async () => {
    const outside = `${html}<i>01/01/2026</i>`;
    const { source, warnings } = await point(outside, {
      items: [byTag(outside, 'a')[0]!],
      date: byTag(outside, 'i')[0]!,
    });
    expect(source).not.to.have.property('date');
    expect(warnings.map(({ en }) => en).join()).to.include('cannot be the date');
  });

  it('warn where there is nothing to read, and say so', async () => {
    const { source, warnings } = await point(html, {
      items: [byTag(html, 'a')[0]!],
      date: byTag(html, 'img')[0]!,
    });
    expect(source).not.to.have.property('date');
    expect(warnings.map(({ en }) => en).join()).to.equal('No date can be read from what you pointed at.');
  });

  it('read a date that is written in several elements by any of them', async () => {
    const split = html.replaceAll(
      /<b class=dang>(\d+)\/11\/2026<\/b>/g,
      '<div class=lich><b>$1</b> <span>Tháng 11</span> <i>2026</i></div>',
    );
    for (const tag of ['b', 'span', 'i']) {
      const { posts } = await point(split, { items: [byTag(split, 'a')[0]!], date: byTag(split, tag)[0]! });
      expect(posts.map(({ date }) => date?.slice(0, 10))).to.deep.equal([
        '2026-11-11',
        '2026-11-12',
        '2026-11-13',
      ]);
    }
  });
});

describe('the link to the next page', () => {
  const list = `<title>x</title><main>${[1, 2, 3].map((n) => `<p class=tin><a href="/tin/${n}">${title(n)}</a></p>`).join('')}</main>`;
  const pager: Record<string, [html: string, selector: string]> = {
    'by its class': ['<a class=prev href="?p=0">‹</a><a class=tiep href="?p=2">›</a>', 'a.tiep'],
    'by its text': ['<a href="?p=0">Trước</a><a href="?p=2">Sau</a>', 'a:contains("Sau")'],
    'by the current number': [
      '<ul><li class=active><span>1</span></li><li><a href="?p=2">2</a></li><li><a href="?p=3">3</a></li></ul>',
      'li.active + li > a',
    ],
    'by the number that is no link': ['<b>1</b> <a href="?p=2">2</a> <a href="?p=3">3</a>', 'b + a'],
  };
  for (const [name, [html, selector]] of Object.entries(pager))
    it(name, async () => {
      const page = list + html;
      const [link] = numbersOf(page, ({ attribs }) => attribs.href === '?p=2');
      const { source, next, nextNode } = await point(page, { next: link! });
      expect(source.next).to.equal(selector);
      expect(next).to.equal('https://truong.example/tin-tuc?p=2');
      expect(nextNode).to.equal(link);
    });
});

describe('pointing at documents', () => {
  const row = (n: number) =>
    `<tr><td>1${n}/QĐ-TCT</td><td><a href="/vb/${n}">Ban hành quy chế làm việc số ${n}</a></td><td>0${n}/03/2025</td></tr>`;
  const rows = [1, 2, 3].map(row).join('');
  const odd = `<title>x</title><table id=khac><tr><td>a</td></tr></table><table id=vb><tr><td>Mã nội bộ</td><td>Tên</td><td>Lúc ra</td></tr>${rows}</table>`;

  it('names the columns by their heads', async () => {
    const cells = numbersOf(odd, ({ name }) => name === 'td').slice(1, 4) as [number, number, number];
    const columns = { number: cells[0], title: cells[1], issued: cells[2] };
    const { source, posts, ...found } = await point(odd, { columns }, { kind: 'documents' });
    expect(source.columns).to.deep.equal({ number: 'Mã nội bộ', title: 'Tên', issued: 'Lúc ra' });
    expect(posts.map(({ number }) => number)).to.deep.equal(['11/QĐ-TCT', '12/QĐ-TCT', '13/QĐ-TCT']);
    expect(found.columns).to.deep.equal(columns);
    expect(found.heads?.map(({ text }) => text)).to.deep.equal(['Mã nội bộ', 'Tên', 'Lúc ra']);
  });

  it('needs no selector for a table that is recognised, and takes its rows as items else', async () => {
    const known = odd
      .replace('Mã nội bộ', 'Số ký hiệu')
      .replace('Lúc ra', 'Ngày ban hành')
      .replace('>Tên<', '>Trích yếu<');
    const picked = await point(known, { items: [byTag(known, 'a')[1]!] }, { kind: 'documents' });
    expect(picked.source).to.deep.equal({ url: 'https://truong.example/tin-tuc', kind: 'page', pages: 1 });
    expect(picked.posts).to.have.length(3);
    expect(picked.columns).to.have.keys('number', 'title', 'issued');
    const unknown = await point(odd, { items: [byTag(odd, 'a')[1]!] }, { kind: 'documents' });
    expect(unknown.posts).to.have.length(3);
  });
});

describe('pointing at albums', () => {
  const cover = (n: number) =>
    `<div class=bia><a href="/album/${n}"><img src="/bia/${n}.jpg" width=200 height=150></a><a href="/album/${n}">Lễ khai giảng lớp số ${n}</a></div>`;
  const list = `<title>x</title><main>${[1, 2, 3].map(cover).join('')}</main>`;
  const photos = (box: string) =>
    `<title>x</title><h1>Lễ khai giảng</h1><div class="${box}">${[1, 2, 3].map((n) => `<p><img src="/anh/${n}.jpg" width=800 height=600></p>`).join('')}</div>`;

  it('finds the list of a cover', async () => {
    const { source, posts } = await point(list, { items: [byTag(list, 'img')[1]!] }, { kind: 'gallery' });
    expect(source.item).to.equal('div.bia');
    expect(posts.map(({ title }) => title)).to.deep.equal([1, 2, 3].map((n) => `Lễ khai giảng lớp số ${n}`));
  });

  it('needs no selector for photos that are recognised', async () => {
    const html = photos('gallery');
    const { source, posts } = await point(html, { items: [byTag(html, 'img')[0]!] }, { kind: 'gallery' });
    expect(source).not.to.have.any.keys('photos', 'item');
    expect(posts[0]!.parts.photos).to.deep.equal(byTag(html, 'img'));
  });

  it('finds the photos of an album’s own page, for a list that is known', async () => {
    const html = `${photos('anh')}<div class="gallery">${[7, 8, 9, 10].map((n) => `<img src="/khac/${n}.jpg" width=800 height=600>`).join('')}</div>`;
    const source = { url: 'https://truong.example/album', kind: 'page', item: 'div.bia', pages: 1 } as const;
    const pick = { photo: byTag(html, 'img')[1]! };
    const found = await point(html, pick, { kind: 'gallery', source, album: true });
    expect(found.source).to.deep.equal({ ...source, photos: 'div.anh' });
    expect(found.posts[0]!.parts.photos).to.deep.equal(byTag(html, 'img').slice(0, 3));
    const { item: _, ...bare } = source;
    const early = await point(html, pick, { kind: 'gallery', source: bare, album: true });
    expect(early.source).not.to.have.property('photos');
    expect(early.warnings.map(({ en }) => en).join()).to.include('First point at an album');
  });
});
