import { expect } from 'chai';
import { bytes } from '../../../fixture.ts';
import { numbersOf, point } from './point-at.ts';

const post = (index: number) =>
  `<div class="tin-item"><img src="/anh/${index}.jpg" width=200 height=150><h3><a href="/tin/${index}">Nhà trường tổ chức hội thảo khoa học số ${index}</a></h3><span class=ngay>0${index}/11/2026</span><p>Sáng nay, Trường Chính trị tổ chức hội thảo khoa học cấp tỉnh lần thứ ${index}.</p></div>`;
const LIST = `<title>Tin</title><main>${[1, 2, 3, 4].map(post).join('')}</main><a rel=next href="?trang=2">Trang sau</a>`;

describe('pointing at a page', () => {
  it('finds the list of a picked headline, and where its parts stand', async () => {
    const [first] = numbersOf(LIST, ({ name }) => name === 'a');
    const { source, posts, feed, next, nextNode } = await point(LIST, { items: [first!] });
    expect(source).to.deep.equal({
      url: 'https://truong.example/tin-tuc',
      kind: 'page',
      pages: 1,
      item: 'div.tin-item',
    });
    expect(posts.map(({ node }) => node)).to.deep.equal(numbersOf(LIST, ({ name }) => name === 'div'));
    expect(posts.map(({ title }) => title)).to.deep.equal(feed.items.map(({ title }) => title));
    const partsOf = (test: string) => numbersOf(LIST, ({ name }) => name === test);
    const parts = { title: 'h3', date: 'span', image: 'img', summary: 'p' } as const;
    for (const [part, name] of Object.entries(parts))
      expect(
        posts.map(({ parts }) => parts[part as keyof typeof parts]),
        part,
      ).to.deep.equal(partsOf(name));
    expect(next).to.equal('https://truong.example/tin-tuc?trang=2');
    expect([nextNode]).to.deep.equal(numbersOf(LIST, ({ attribs }) => attribs.rel === 'next'));
  });

  it('guesses where nothing was picked', async () => {
    const { source, posts } = await point(LIST);
    expect(source.item).to.equal('div.tin-item');
    expect(posts).to.have.length(4);
  });

  it('finds elements by their text, whatever its case and marks', async () => {
    const { source } = await point(LIST, { items: ['nha truong to chuc hoi thao khoa hoc so 3'] });
    expect(source.item).to.equal('div.tin-item');
    const error: unknown = await point(LIST, { items: ['không có'] }).catch((each: unknown) => each);
    expect(error).to.have.property('message').that.includes('không có chữ “không có”');
  });
});

describe('the elements that recorded pages are read from', () => {
  for (const name of ['nukeviet/html-category.html', 'wordpress/html-home.html'])
    it(name, async () => {
      const html = new TextDecoder().decode(await bytes(name));
      const { posts } = await point(html);
      expect(posts).not.to.be.empty;
      const visible = new Set(numbersOf(html, () => true));
      for (const { node, parts } of posts) {
        expect(visible.has(node)).to.equal(true);
        for (const part of [parts.title, parts.date, parts.image, parts.summary])
          if (part !== undefined) expect(part).to.be.above(node);
      }
      expect(posts.filter(({ parts }) => parts.title).length).to.be.above(posts.length / 2);
    });
});
