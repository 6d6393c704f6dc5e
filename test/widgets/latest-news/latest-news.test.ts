import { expect } from 'chai';
import { html } from 'lit';
import type { ItemContext } from '../../../widgets/latest-news/latest-news.ts';
import {
  addNews,
  fakeNetwork,
  feed,
  item,
  json,
  loggedErrors,
  part,
  titles,
  uniqueUrl,
  waitForState,
} from '../support.ts';

/** One transparent pixel. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

describe('selecting and rendering posts', () => {
  let net: ReturnType<typeof fakeNetwork>;
  const posts = Array.from({ length: 7 }, (_, index) =>
    item(String(index), { date_published: `2026-11-${20 - index}T08:00:00+07:00` }),
  );
  beforeEach(() => {
    net = fakeNetwork(() => json(feed(posts, { _tct: { schools: {} } } as object)));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });
  const ready = async (attributes: Record<string, string> = {}) => {
    const element = addNews({ src: uniqueUrl(), ...attributes });
    await waitForState(element, 'ready');
    return element;
  };
  const link = (element: Element, index = 0) =>
    element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[part=title]')[index]!;

  it('fires tct-select, which the page can cancel', async () => {
    const element = await ready();
    const events: CustomEvent[] = [];
    const listen = (event: Event) => {
      events.push(event as CustomEvent);
      event.preventDefault();
    };
    document.addEventListener('tct-select', listen);
    // Keeps the test page from navigating.
    let prevented: boolean | undefined;
    const last = (event: Event) => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener('click', last, { once: true });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link(element, 1).dispatchEvent(click);
    document.removeEventListener('tct-select', listen);
    expect(events[0]!.detail.item.id).to.equal('1');
    expect(events[0]!.composed).to.equal(true);
    expect(prevented).to.equal(true);
  });

  it('follows the link to the original unless the page cancels', async () => {
    const element = await ready();
    expect(link(element).href).to.equal('https://truong.example/0');
    expect(link(element).rel).to.equal('noopener');
    let prevented: boolean | undefined;
    const stop = (event: Event) => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', stop, { once: true });
    link(element).click();
    expect(prevented).to.equal(false);
  });

  it('announces that a link opens a new window', async () => {
    const element = await ready({ target: '_blank' });
    expect(link(element).target).to.equal('_blank');
    expect(link(element).textContent).to.equal('Tin 0 (mở trong cửa sổ mới)');
  });

  it('has a heading of the given level, or none', async () => {
    const element = await ready({ heading: 'Tin của cụm', 'heading-level': '3' });
    const heading = part(element, 'heading')!;
    expect(heading.getAttribute('role')).to.equal('heading');
    expect(heading.getAttribute('aria-level')).to.equal('3');
    expect(heading.textContent).to.equal('Tin của cụm');
    expect(part(await ready({ heading: '' }), 'heading')).to.equal(null);
  });

  it('makes the picture part of the link in every layout', async () => {
    net.restore();
    net = fakeNetwork(() =>
      json(feed(posts.map((post) => ({ ...post, image: PIXEL.replace('data:', 'https:') })))),
    );
    for (const layout of ['list', 'cards', 'headlines']) {
      const element = await ready({ layout });
      element.scrollIntoView();
      const { left, top, width, height } = part(element, 'image')!.getBoundingClientRect();
      const hit = element.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
      expect(hit, layout).to.equal(link(element));
      element.remove();
    }
  });

  it('announces that more-href opens a new window, and ignores script URLs', async () => {
    const element = await ready({ 'more-href': '/tin?muc=a:b', target: '_blank' });
    expect(part(element, 'more')!.textContent).to.equal('Xem thêm (mở trong cửa sổ mới)');
    for (const href of ['javascript:alert(1)', ' java\nscript:alert(1)//', 'data:text/html,/']) {
      element.moreHref = href;
      await element.updateComplete;
      expect(part(element, 'more')!.localName, href).to.equal('button');
    }
  });

  it('links to more-href, or shows more and focuses the first added post', async () => {
    const elsewhere = await ready({ 'more-href': 'https://hub.example/' });
    expect(part<HTMLAnchorElement>(elsewhere, 'more')!.href).to.equal('https://hub.example/');
    const element = await ready();
    part(element, 'more')!.focus();
    part(element, 'more')!.click();
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(titles(element)).to.have.length(7);
    expect(element.shadowRoot!.activeElement).to.equal(link(element, 5));
    expect(part(element, 'more')).to.equal(null);
  });

  it('focuses the first added post even if it has no link', async () => {
    net.restore();
    net = fakeNetwork(() => json(feed(posts.map((post) => ({ ...post, url: undefined })))));
    const element = await ready();
    part(element, 'more')!.click();
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(element.shadowRoot!.activeElement).to.equal(element.shadowRoot!.querySelectorAll('li')[5]);
  });

  it('has all controls in the tab order, as they are displayed', async () => {
    const element = await ready({ search: '', limit: '2' });
    const stops = [...element.shadowRoot!.querySelectorAll<HTMLElement>('a[href],button,input')];
    expect(stops.map((each) => each.getAttribute('part'))).to.deep.equal([
      'search',
      'title',
      'title',
      'more',
    ]);
    for (const stop of stops) {
      expect(stop.tabIndex).to.equal(0);
      stop.focus();
      expect(element.shadowRoot!.activeElement).to.equal(stop);
    }
  });

  it('renders with renderItem: a template, text or a node', async () => {
    const given: ItemContext[] = [];
    const element = addNews({ src: uniqueUrl(), limit: '3' });
    element.renderItem = ({ id, title }, context) => {
      given.push(context);
      if (id === '0') return html`<strong>${title}</strong>`;
      return id === '1' ? `<b>${title}</b>` : document.createElement('hr');
    };
    await waitForState(element, 'ready');
    const items = element.shadowRoot!.querySelectorAll('[part=item]');
    expect(items[0]!.querySelector('strong')!.textContent).to.equal('Tin 0');
    expect(items[1]!.textContent).to.equal('<b>Tin 1</b>');
    expect(items[2]!.querySelector('hr')).to.not.equal(null);
    expect(given[0]!.locale.lang).to.equal('vi');
    expect(given[0]!.now).to.be.closeTo(Date.now(), 60_000);
  });

  it('falls back to the default for posts where renderItem throws', async () => {
    const error = new TypeError('item.tags is undefined');
    const element = addNews({ src: uniqueUrl(), limit: '2' });
    element.renderItem = ({ id }) => {
      if (id === '0') throw error;
      return `Bài ${id}`;
    };
    const logged = await loggedErrors(async () => {
      await waitForState(element, 'ready');
      await element.updateComplete;
    });
    expect(
      [...element.shadowRoot!.querySelectorAll('li')].map((each) => each.textContent!.trim())[1],
    ).to.equal('Bài 1');
    expect(titles(element)).to.deep.equal(['Tin 0']);
    expect(logged).to.deep.equal([error]);
  });

  it('keeps the space of a picture that fails to load, and shows the next one there', async () => {
    net.restore();
    net = fakeNetwork(() =>
      json(
        feed([
          item('1', { title: 'Hỏng', image: new URL('/khong-co.png', location.href).href }),
          item('2', { title: 'Lành', image: 'https://truong.example/anh.png' }),
        ]),
      ),
    );
    const element = await ready({ search: '', limit: '1' });
    const picture = () => part<HTMLImageElement>(element, 'image')!;
    if (picture().style.visibility !== 'hidden')
      await new Promise((resolve) => picture().addEventListener('error', resolve, { once: true }));
    expect(getComputedStyle(picture()).visibility).to.equal('hidden');
    const search = part<HTMLInputElement>(element, 'search')!;
    search.value = 'lanh';
    search.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Lành']);
    const loaded = new Promise((resolve) => picture().addEventListener('load', resolve, { once: true }));
    picture().src = PIXEL;
    await loaded;
    expect(getComputedStyle(picture()).visibility).to.equal('visible');
  });
});
