import { expect } from 'chai';
import { addNews, fakeNetwork, feed, item, json, part, titles, uniqueUrl, waitForState } from '../support.ts';

const SCHOOLS = {
  hd: { name: 'Trường Chính trị tỉnh Hải Dương' },
  nb: { name: 'Trường Chính trị tỉnh Ninh Bình' },
  tb: { name: 'Trường Chính trị tỉnh Thái Bình' },
};
const SAME_TITLE = 'Hội thảo khoa học cấp vùng về chuyển đổi số';

describe('the tools of tct-latest-news', () => {
  let net: ReturnType<typeof fakeNetwork>;
  const address = location.href;
  const of = (school: string, id: string, more: object = {}) =>
    item(`${school}:${id}`, { title: `Tin ${id}`, _tct: { school }, ...more });
  let posts = [of('hd', '1')];
  beforeEach(() => {
    posts = [
      of('hd', '1', { tags: ['Đào tạo', 'Riêng'] }),
      of('nb', '2', { tags: ['Đào tạo'] }),
      of('nb', '3', { tags: ['Thi đua'] }),
      of('tb', '4', { tags: ['Thi đua', 'Đào tạo'] }),
    ];
    net = fakeNetwork(() => json(feed(posts, { _tct: { schools: SCHOOLS } })));
  });
  afterEach(() => {
    net.restore();
    history.replaceState(null, '', address);
    document.body.replaceChildren();
  });
  const ready = async (attributes: Record<string, string>) => {
    const element = addNews({ src: uniqueUrl(), ...attributes });
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const chips = (element: Element) => [
    ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=chip]'),
  ];
  const names = (element: Element) => chips(element).map((chip) => chip.textContent!.trim());
  const press = async (element: Awaited<ReturnType<typeof ready>>, name: string) => {
    chips(element)
      .find((chip) => chip.textContent!.startsWith(name))!
      .click();
    await element.updateComplete;
  };
  const groups = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('[part=filters]')].map((group) => group.ariaLabel);

  describe('filters', () => {
    it('name the schools shortly and the frequent tags, with the number of posts', async () => {
      const element = await ready({ filters: '' });
      expect(names(element)).to.deep.equal([
        'Hải Dương 1',
        'Ninh Bình 2',
        'Thái Bình 1',
        'Đào tạo 3',
        'Thi đua 2',
      ]);
      expect(groups(element)).to.deep.equal(['Lọc theo trường', 'Lọc theo chủ đề']);
    });

    it('show what is chosen, count what is left to choose, and announce the number', async () => {
      const element = await ready({ filters: '' });
      await press(element, 'Ninh Bình');
      expect(titles(element)).to.deep.equal(['Tin 2', 'Tin 3']);
      expect(chips(element).find((chip) => chip.textContent!.startsWith('Ninh Bình'))!.ariaPressed).to.equal(
        'true',
      );
      expect(part(element, 'list')!.previousElementSibling!.textContent).to.equal('2 tin');
      await press(element, 'Ninh Bình');
      expect(titles(element)).to.have.length(4);
    });

    it('stay where they leave nothing, and offer to clear them', async () => {
      const element = await ready({ filters: '', search: '' });
      const box = part<HTMLInputElement>(element, 'search')!;
      box.value = 'không có';
      box.dispatchEvent(new Event('input'));
      await element.updateComplete;
      expect(titles(element)).to.deep.equal([]);
      const clear = [...element.shadowRoot!.querySelectorAll('button')].find(
        (button) => button.textContent === 'Xóa tìm kiếm và bộ lọc',
      )!;
      clear.click();
      await element.updateComplete;
      expect(titles(element)).to.have.length(4);
      expect(box.value).to.equal('');
    });

    it('can be of one kind only', async () => {
      expect(groups(await ready({ filters: 'school' }))).to.deep.equal(['Lọc theo trường']);
      expect(groups(await ready({ filters: 'tag' }))).to.deep.equal(['Lọc theo chủ đề']);
      expect(groups(await ready({}))).to.deep.equal([]);
    });

    it('are absent where there is nothing to choose between', async () => {
      posts = [of('hd', '1'), of('hd', '2')];
      expect(chips(await ready({ filters: '' }))).to.deep.equal([]);
    });

    it('are in the address if asked, and come from it', async () => {
      history.replaceState(null, '', '?a=%D0%E0&xem#dau');
      const element = await ready({ filters: '', search: '', 'state-in-url': '' });
      await press(element, 'Ninh Bình');
      expect(location.search).to.equal('?a=%D0%E0&xem&tin-school=nb');
      expect(location.hash).to.equal('#dau');
      const again = await ready({ filters: '', 'state-in-url': '' });
      expect(titles(again)).to.deep.equal(['Tin 2', 'Tin 3']);
      await press(again, 'Ninh Bình');
      expect(location.search).to.equal('?a=%D0%E0&xem');
    });

    it('leave the address alone if not', async () => {
      const element = await ready({ filters: '' });
      await press(element, 'Ninh Bình');
      expect(location.href).to.equal(address);
    });
  });

  describe('merge-same', () => {
    const story = (school: string, more: object = {}) =>
      of(school, '9', { title: SAME_TITLE, url: `https://${school}.example/9`, ...more });

    it('shows a story of several schools once, and names the others', async () => {
      posts = [
        story('tb', { title: 'HỘI THẢO khoa học cấp vùng về chuyển đổi số!' }),
        story('hd', { title: SAME_TITLE.normalize('NFD') }),
        of('nb', '1'),
        story('nb'),
      ];
      const element = await ready({ 'merge-same': '' });
      expect(titles(element)).to.deep.equal(['Tin 1', SAME_TITLE]);
      expect(element.shadowRoot!.textContent).to.contain(
        'cùng đăng: Trường Chính trị tỉnh Thái Bình, Trường Chính trị tỉnh Hải Dương',
      );
      expect(titles(await ready({}))).to.have.length(4);
    });

    it('knows a story by a link from one to the other', async () => {
      posts = [
        of('hd', '1', { title: 'Đưa tin', external_url: 'http://www.nb.example/bai/7/' }),
        of('nb', '7', { url: 'https://nb.example/bai/7' }),
      ];
      // A hub's model has no such links; other feeds do.
      net.restore();
      net = fakeNetwork(() =>
        json({ ...feed(posts), _tct: { schools: SCHOOLS, unknown: 'read like any feed' } }),
      );
      const element = await ready({ 'merge-same': '' });
      expect(titles(element)).to.have.length(1);
    });

    it('keeps apart what one school publishes twice, other days, and titles that say too little', async () => {
      posts = [
        story('nb', { url: 'https://nb.example/1', id: 'nb:1' }),
        story('nb', { url: 'https://nb.example/2', id: 'nb:2' }),
        story('hd', { date_published: '2026-11-18T08:00:00+07:00' }),
        of('tb', '3', { title: 'Thông báo', url: 'https://tb.example/3' }),
        of('hd', '4', { title: 'Thông báo', url: 'https://hd.example/4' }),
      ];
      expect(titles(await ready({ 'merge-same': '' }))).to.have.length(5);
    });
  });

  describe('share', () => {
    it('copies the link, and says so', async () => {
      const element = await ready({ share: '' });
      const button = part<HTMLButtonElement>(element, 'share')!;
      expect(button.ariaLabel).to.equal('Chia sẻ: Tin 1');
      const copied: string[] = [];
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (text: string) => void copied.push(text) },
      });
      button.click();
      const status = element.shadowRoot!.querySelector('p[role=status]')!;
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => resolve());
        observer.observe(status, { childList: true, characterData: true, subtree: true });
      });
      Reflect.deleteProperty(navigator, 'clipboard');
      expect(copied).to.deep.equal(['https://truong.example/hd:1']);
      expect(status.textContent).to.equal('Đã sao chép liên kết.');
    });
  });
});
