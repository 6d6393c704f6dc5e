import { expect } from 'chai';
import { documentItem } from '../document-list/support.ts';
import { addElement, fakeNetwork, feed, item, json, part, uniqueUrl, waitForState } from '../support.ts';

describe('the text of a widget', () => {
  let net: ReturnType<typeof fakeNetwork>;
  const items = [
    item('1', { summary: 'Tóm tắt của tin.', image: 'https://truong.example/1.jpg' }),
    documentItem(
      '2',
      'Quyết định',
      { number: '1/QĐ', issued: '2026-11-20' },
      {
        attachments: [{ url: 'https://truong.example/2.pdf', mime_type: 'application/pdf' }],
      },
    ),
  ];
  beforeEach(() => {
    net = fakeNetwork(() => json(feed(items)));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  const ready = async (tag: 'tct-latest-news' | 'tct-document-list') => {
    const element = addElement(tag, { src: uniqueUrl(), target: '_blank' });
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const topmostAt = (element: Element, target: Element) => {
    const { left, top, height } = target.getBoundingClientRect();
    return element.shadowRoot!.elementFromPoint(left + 3, top + height / 2);
  };

  it('for screen readers alone is not selected, so not copied', async () => {
    for (const tag of ['tct-latest-news', 'tct-document-list'] as const) {
      const hidden = [...(await ready(tag)).shadowRoot!.querySelectorAll('.unseen')];
      expect(hidden).to.have.length.above(1);
      for (const element of hidden) {
        const style = getComputedStyle(element);
        expect(style.userSelect || style.webkitUserSelect, element.textContent!).to.equal('none');
      }
    }
  });

  it('lies above the link of its post, so that it can be selected', async () => {
    const element = await ready('tct-latest-news');
    for (const name of ['summary', 'meta'])
      expect(part(element, name)!.contains(topmostAt(element, part(element, name)!)), name).to.equal(true);
    expect(topmostAt(element, part(element, 'image')!)).to.equal(part(element, 'title'));
  });
});
