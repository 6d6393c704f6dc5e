import { expect } from 'chai';
import type { Feed } from '../../../core/model/feed.ts';
import '../../../widgets/latest-news/define.ts';
import { feed, item, titles, waitForState } from '../support.ts';

describe('a feed that a script supplies', () => {
  afterEach(() => document.body.replaceChildren());

  const show = async (supplied: Feed) => {
    const element = document.createElement('tct-latest-news');
    element.feed = supplied;
    document.body.append(element);
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const dates = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('time')].map(({ dateTime }) => dateTime);

  for (const [written, read] of [
    ['2026-11-29T20:00:00Z', '2026-11-30T03:00:00+07:00'],
    ['2026-11-29T20:00:00+09:00', '2026-11-29T18:00:00+07:00'],
    ['Sun, 29 Nov 2026 20:00:00 GMT', '2026-11-30T03:00:00+07:00'],
    ['2026-11-29', '2026-11-29'],
    ['29/11/2026', '2026-11-29'],
    ['2026-11-29T08:00:00+07:00', '2026-11-29T08:00:00+07:00'],
  ] as const)
    it(`may have the date ${written}`, async () => {
      const element = await show(feed([item('1', { date_published: written })]));
      expect(dates(element)).to.deep.equal([read]);
    });

  it('keeps a post whose date is none', async () => {
    const element = await show(feed([item('1', { date_published: 'hôm nào đó' }), item('2')]));
    expect(titles(element).sort()).to.deep.equal(['Tin 1', 'Tin 2']);
  });

  it('is shown as it is if it is exactly the model', async () => {
    const supplied = feed([item('1')]);
    const element = await show(supplied);
    const chosen = new Promise((resolve) =>
      element.addEventListener('tct-select', (event) => {
        event.preventDefault();
        resolve(event.detail.item);
      }),
    );
    element.shadowRoot!.querySelector('a')!.click();
    expect(await chosen).to.equal(supplied.items[0]);
  });
});
