import { expect } from 'chai';
import { TctLatestNews } from '../../../widgets/latest-news/latest-news.ts';
import { addNews, fakeNetwork, feed, item, json, uniqueUrl, waitForState } from '../support.ts';

/** Sums up layout shift scores; null where the browser does not measure them. */
function watchShifts(): (() => Promise<number>) | null {
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return null;
  let score = 0;
  const add = (entries: PerformanceEntryList) => {
    for (const entry of entries) score += (entry as PerformanceEntry & { value: number }).value;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  return async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    add(observer.takeRecords());
    observer.disconnect();
    return score;
  };
}

describe('the fallback content', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let answer: (response: Response) => void;
  beforeEach(() => {
    net = fakeNetwork(() => new Promise((resolve) => (answer = resolve)));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  it('is shown until there is data', async () => {
    const element = addNews({ src: uniqueUrl() }, '<a href="https://hub.example/">Tin của các trường</a>');
    await waitForState(element, 'loading');
    const link = element.querySelector('a')!;
    expect(link.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(element.shadowRoot!.querySelector('.skeleton-line')).to.equal(null);
    answer(json(feed([item('1')])));
    await waitForState(element, 'ready');
    expect(link.getBoundingClientRect().height).to.equal(0);
    expect(element.querySelector('a')).to.equal(link);
  });

  it('stays if no data can be loaded', async () => {
    const element = addNews({ src: uniqueUrl() }, '<a href="https://hub.example/">Tin của các trường</a>');
    await waitForState(element, 'loading');
    answer(new Response('', { status: 404 }));
    await waitForState(element, 'error');
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  const SUMMARY =
    'Sáng nay, Nhà trường khai mạc Hội thi giảng viên dạy giỏi với 12 giảng viên của 4 khoa tham gia.';
  const news = () =>
    json(
      feed(
        ['1', '2', '3', '4', '5'].map((id) =>
          item(id, { summary: SUMMARY, image: `https://x.example/${id}.jpg` }),
        ),
      ),
    );
  for (const [name, style, most] of [
    ['0 where the page reserves the height', 'display:block;min-height:800px', 0],
    ['at most 0.1 for a bare tag', '', 0.1],
  ] as const)
    it(`shifts what is below by ${name} between fallback and news`, async function () {
      const tag = `tct-shift-${style ? 'reserved' : 'bare'}`;
      document.body.innerHTML = `<h1>Trang của trường</h1><${tag} src="${uniqueUrl()}" style="${style}"></${tag}><p>Chân trang: địa chỉ, điện thoại.</p>`;
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      const shifts = watchShifts();
      if (!shifts) this.skip();
      customElements.define(tag, class extends TctLatestNews {});
      const element = document.querySelector(tag)!;
      await waitForState(element, 'loading');
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      answer(news());
      await waitForState(element, 'ready');
      expect(await shifts()).to.be.at.most(most);
    });
});
