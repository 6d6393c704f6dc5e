import { expect } from 'chai';
import { addNews, fakeNetwork, feed, item, json, part, titles, uniqueUrl, waitForState } from '../support.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const NOW = Date.parse('2026-11-23T21:30:00+07:00');
const SCHOOLS = {
  hd: { name: 'Trường Chính trị tỉnh Hải Dương' },
  lhp: { name: 'Trường Đào tạo cán bộ Lê Hồng Phong' },
};

describe('the layouts of tct-latest-news', () => {
  let net: ReturnType<typeof fakeNetwork>;
  const { now } = Date;
  const post = (id: string, date: string | undefined, more: object = {}) =>
    item(id, { date_published: date && `2026-11-${date}:00+07:00`, ...more });
  let posts = [post('1', '23T20:00')];
  beforeEach(() => {
    Date.now = () => NOW;
    net = fakeNetwork((url) =>
      url.startsWith('https://hub.example/')
        ? json(feed(posts, { _tct: { schools: SCHOOLS } }))
        : new Response('', { status: 404 }),
    );
  });
  afterEach(() => {
    Date.now = now;
    net.restore();
    document.body.replaceChildren();
  });
  const ready = async (attributes: Record<string, string>, width = 700) => {
    const element = addNews({ src: uniqueUrl(), ...attributes });
    element.style.width = `${width}px`;
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const all = (element: Element, selector: string) => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
  ];
  const pictureEvent = (image: HTMLElement, type: string) =>
    new Promise((resolve) => image.addEventListener(type, resolve, { once: true }));

  describe('cards', () => {
    const HD = { _tct: { school: 'hd' } };
    const LHP = { _tct: { school: 'lhp' } };

    it("have the school's initials in place of a picture that is missing or fails", async () => {
      posts = [
        post('1', '23T20:00', { ...HD, image: 'https://truong.example/khong-co.jpg' }),
        post('2', '22T20:00', LHP),
      ];
      const element = await ready({ layout: 'cards' });
      const initials = all(element, '.initials');
      expect(initials.map((each) => each.textContent)).to.deep.equal(['HD', 'LHP']);
      const image = part<HTMLImageElement>(element, 'image')!;
      image.scrollIntoView();
      await pictureEvent(image, 'error');
      expect(getComputedStyle(image).visibility).to.equal('hidden');
      for (const each of initials) {
        expect(getComputedStyle(each).visibility).to.equal('visible');
        expect(each.closest('[aria-hidden=true]')).to.equal(each);
      }
      const colours = initials.map((each) => getComputedStyle(each).backgroundColor);
      expect(new Set(colours).size).to.equal(2);
    });

    it('have no initials behind a picture that has loaded', async () => {
      posts = [post('1', '23T20:00', { ...HD, image: 'https://truong.example/anh.jpg' })];
      const element = await ready({ layout: 'cards' });
      const image = part<HTMLImageElement>(element, 'image')!;
      const loaded = pictureEvent(image, 'load');
      image.src = PIXEL;
      await loaded;
      expect(getComputedStyle(all(element, '.initials')[0]!).visibility).to.equal('hidden');
    });

    it('have no initials where no post has a picture', async () => {
      posts = [post('1', '23T20:00', HD), post('2', '22T20:00', LHP)];
      expect(all(await ready({ layout: 'cards' }), '.picture')).to.have.length(0);
    });
  });

  it('leave no grey area where the picture of a list fails, and keep its room', async () => {
    posts = [post('1', '23T20:00', { image: 'https://truong.example/khong-co.jpg' })];
    const element = await ready({});
    const image = part<HTMLImageElement>(element, 'image')!;
    const { height } = all(element, '[part=item]')[0]!.getBoundingClientRect();
    image.scrollIntoView();
    await pictureEvent(image, 'error');
    expect(getComputedStyle(image.parentElement!).visibility).to.equal('hidden');
    expect(all(element, '[part=item]')[0]!.getBoundingClientRect().height).to.equal(height);
  });

  it('put pictures above the text where there is no room beside it', async () => {
    posts = [post('1', '23T20:00', { image: 'https://truong.example/khong-co.jpg' })];
    for (const [width, isAbove] of [
      [180, true],
      [320, false],
    ] as const) {
      const element = await ready({}, width);
      const picture = part(element, 'image')!.getBoundingClientRect();
      const title = part(element, 'title')!.getBoundingClientRect();
      expect(picture.bottom <= title.top, `${width}`).to.equal(isAbove);
    }
  });

  describe('headlines', () => {
    it('leave less than a post of empty room below the lead, and go on over the whole width', async () => {
      posts = Array.from({ length: 9 }, (_, index) =>
        post(`${index}`, '23T20:00', { title: `Tin số ${index} của trường` }),
      );
      const element = await ready({ layout: 'headlines', limit: '9' }, 800);
      const boxes = all(element, '[part=item]').map((each) => each.getBoundingClientRect());
      const [lead, ...rest] = boxes;
      const below = rest.filter(({ top }) => top >= lead!.bottom);
      expect(below.length).to.be.greaterThan(0);
      for (const { left, width } of below) {
        expect(left).to.equal(lead!.left);
        expect(width).to.equal(800);
      }
      const beside = rest.filter((box) => !below.includes(box));
      expect(beside.every(({ left }) => left >= lead!.right)).to.equal(true);
      expect(beside.at(-1)!.bottom - lead!.bottom).to.be.lessThan(beside.at(-1)!.height);
    });
  });

  describe('the timeline', () => {
    it('shows posts below the headings of their days, with the time alone', async () => {
      posts = [
        post('a', '23T20:45'),
        post('b', '23T07:00', { _tct: { precision: 'hour' } }),
        post('c', '22T20:00'),
        post('d', '18T20:00'),
      ];
      const element = await ready({ layout: 'timeline', 'heading-level': '3' });
      const days = all(element, '[part=day]');
      expect(days.map((each) => each.textContent!.trim())).to.deep.equal([
        'Hôm nay Thứ Hai, 23 tháng 11 năm 2026',
        'Hôm qua Chủ nhật, 22 tháng 11 năm 2026',
        'Thứ Tư, 18 tháng 11 năm 2026',
      ]);
      for (const day of days) {
        expect(day.getAttribute('role')).to.equal('heading');
        expect(day.getAttribute('aria-level')).to.equal('4');
      }
      expect(all(element, '.day').map((each) => each.querySelectorAll('[part=item]').length)).to.deep.equal([
        2, 1, 1,
      ]);
      expect(all(element, 'time [aria-hidden]').map((each) => each.textContent)).to.deep.equal([
        '45 phút trước',
        '7 giờ',
        '20:00',
      ]);
    });

    it('shows posts without a date without a heading', async () => {
      posts = [post('a', undefined)];
      const element = await ready({ layout: 'timeline' });
      expect(titles(element)).to.deep.equal(['Tin a']);
      expect(part(element, 'day')).to.equal(null);
    });
  });

  it('fit into 160 px', async () => {
    posts = [post('1', '23T20:00', { title: 'a'.repeat(90), image: 'https://truong.example/a.jpg' })];
    for (const layout of ['list', 'cards', 'headlines', 'compact', 'timeline'])
      expect((await ready({ layout }, 160)).scrollWidth, layout).to.be.at.most(160);
  });
});
