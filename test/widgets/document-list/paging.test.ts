import { expect } from 'chai';
import { until } from '../gallery/support.ts';
import { emulatePrint, fakeNetwork, feed, json, part, uniqueUrl } from '../support.ts';
import {
  $,
  clickOn,
  DOCUMENTS,
  documentItem,
  readyList,
  shownTitles,
  typeQuery,
  useDocuments,
} from './support.ts';

describe('paging in tct-document-list', () => {
  const page = useDocuments();
  /** Resolves when the list announces this number of documents. */
  const settled = (element: Element, words: string) =>
    new Promise<void>((resolve) => {
      const look = () => part(element, 'meta')?.textContent === words && resolve();
      new MutationObserver(look).observe(element.shadowRoot!, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      look();
    });

  /** The buttons of the pager, the current page in brackets. */
  const pagerText = (element: Element) =>
    [...$(element, 'nav').querySelectorAll('button, [aria-hidden]')]
      .map((each) => (each.ariaCurrent === 'page' ? `(${each.textContent})` : each.textContent))
      .join(' ');

  it('shows more and focuses the first added document', async () => {
    const element = await readyList({ limit: '2' });
    expect(shownTitles(element)).to.have.length(2);
    await clickOn(element, '[part=more]');
    expect(shownTitles(element)).to.have.length(4);
    expect(element.shadowRoot!.activeElement!.textContent).to.equal(DOCUMENTS[2]!.title);
    expect(part(element, 'more')).to.equal(null);
  });

  it('moves between pages', async () => {
    const element = await readyList({ limit: '3', pages: '' });
    const [back, on] = element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=more]');
    expect(back!.disabled).to.equal(true);
    expect($(element, 'nav [role=status]').textContent).to.equal('Trang 1 / 2');
    on!.click();
    await element.updateComplete;
    expect(shownTitles(element)).to.deep.equal([DOCUMENTS[3]!.title]);
    expect(on!.disabled).to.equal(true);
  });

  it('moves to pages by number, of which the first, the last and those beside the current one are offered', async () => {
    page.net = fakeNetwork(() =>
      json(feed(Array.from({ length: 23 }, (_, id) => documentItem(String(id), `Số ${id}`, {})))),
    );
    const element = await readyList({ limit: '2', pages: '' }, 180);
    const go = async (name: string) => {
      const button = $(element, `nav [aria-label="${name}"]`);
      button.focus();
      button.click();
      await element.updateComplete;
      expect(element.scrollWidth).to.be.at.most(180);
      for (const each of element.shadowRoot!.querySelectorAll<HTMLElement>('nav button'))
        expect(Math.min(each.offsetWidth, each.offsetHeight), each.textContent!).to.be.at.least(24);
    };
    expect(pagerText(element)).to.equal('‹ (1) 2 … 12 ›');
    await go('Trang 12');
    expect(pagerText(element)).to.equal('‹ 1 … 11 (12) ›');
    expect(shownTitles(element)).to.deep.equal(['Số 22']);
    // The number pressed may stand on another button now.
    expect(element.shadowRoot!.activeElement!.textContent).to.equal('12');
    for (let at = 11; at > 2; at--) await go('Trang trước');
    expect(pagerText(element)).to.equal('‹ 1 2 (3) 4 … 12 ›');
    expect(element.shadowRoot!.activeElement!.textContent).to.equal('‹');
    await go('Trang 4');
    expect(pagerText(element)).to.equal('‹ 1 2 3 (4) 5 … 12 ›');
    await go('Trang sau');
    expect(pagerText(element)).to.equal('‹ 1 … 4 (5) 6 … 12 ›');
    expect($(element, 'nav [role=status]').textContent).to.equal('Trang 5 / 12');
  });

  it('loads the older pages on the first search and searches them', async () => {
    const src = uniqueUrl();
    page.net = fakeNetwork((url) =>
      url === src
        ? json(feed(DOCUMENTS, { next_url: `${src}?2` }))
        : json(feed([documentItem('9', 'Văn bản cũ nhất', { number: '9/CV-TCT' })])),
    );
    const element = await readyList({ src });
    expect(page.net.requested).to.deep.equal([src]);
    expect(part(element, 'meta')!.textContent).to.equal('4+ văn bản');
    await typeQuery(element, 'cũ nhất');
    await settled(element, '1 văn bản');
    expect(page.net.requested).to.deep.equal([src, `${src}?2`]);
    expect(shownTitles(element)).to.deep.equal(['Văn bản cũ nhất']);
  });

  it('prints all rows', async () => {
    const element = await readyList({ limit: '1' });
    dispatchEvent(new Event('beforeprint'));
    expect(shownTitles(element)).to.have.length(4);
    dispatchEvent(new Event('afterprint'));
    expect(shownTitles(element)).to.have.length(1);
  });

  it('prints the column heads without sort arrows', async () => {
    const element = await readyList({ columns: 'number title' });
    emulatePrint(element);
    for (const button of element.shadowRoot!.querySelectorAll('th button')) {
      expect(button.getClientRects(), button.textContent!).to.have.length(1);
      expect(getComputedStyle(button, '::after').display).to.equal('none');
    }
    expect($(element, '[part=search]').getClientRects()).to.have.length(0);
  });

  /** A list of this many pages with one document each. */
  const pagesOf = (src: string, count: number) => (url: string) => {
    const page = Number(url.split('?')[1] ?? 1);
    const next = page < count ? { next_url: `${src}?${page + 1}` } : {};
    return json(
      feed(
        [
          documentItem(
            String(page),
            `Văn bản ${9 - page}`,
            {},
            { date_published: `2026-01-0${9 - page}T00:00:00+07:00` },
          ),
        ],
        next,
      ),
    );
  };

  it('loads no older page before a search, filter or sort, even with state-in-url', async () => {
    for (const use of ['', 'filters', 'sort', 'vb-q=Văn', 'vb-page=3', 'vb-sort=title']) {
      const src = uniqueUrl();
      page.net = fakeNetwork(pagesOf(src, 4));
      if (use.includes('=')) history.replaceState(null, '', `?${use}`);
      const element = await readyList({
        src,
        'state-in-url': '',
        ...(use.includes('page') && { pages: '', limit: '1' }),
      });
      if (!use) {
        expect(page.net.requested).to.have.length(1);
        continue;
      }
      if (use === 'filters') await clickOn(element, '.tools button[aria-expanded]');
      if (use === 'sort') await clickOn(element, 'th.title button');
      await settled(element, '4 văn bản');
      expect(page.net.requested, use).to.have.length(4);
    }
  });

  it('stays sorted while older pages arrive', async () => {
    const src = uniqueUrl();
    const answer = pagesOf(src, 3);
    /** Settles with the function that answers the next request for an older page. */
    let asked!: Promise<() => void>;
    let onAsked!: (answer: () => void) => void;
    const expectRequest = () => {
      asked = new Promise((resolve) => (onAsked = resolve));
    };
    expectRequest();
    page.net = fakeNetwork((url) =>
      url === src ? answer(url) : new Promise((resolve) => onAsked(() => resolve(answer(url)))),
    );
    const element = await readyList({ src });
    await clickOn(element, 'th.title button');
    const orders: string[][] = [];
    const watch = new MutationObserver(() => orders.push(shownTitles(element)));
    watch.observe(element.shadowRoot!, { subtree: true, childList: true, characterData: true });
    for (const count of [2, 3]) {
      const send = await asked;
      expectRequest();
      send();
      await settled(element, count < 3 ? '2 văn bản, đang tải thêm…' : '3 văn bản');
    }
    await element.updateComplete;
    watch.disconnect();
    expect(shownTitles(element)).to.deep.equal(['Văn bản 6', 'Văn bản 7', 'Văn bản 8']);
    for (const order of orders) expect(order).to.deep.equal([...order].sort());
  });

  it('moves on to pages that are not loaded yet', async () => {
    const src = uniqueUrl();
    page.net = fakeNetwork(pagesOf(src, 2));
    const element = await readyList({ src, pages: '', limit: '1' });
    expect($(element, 'nav [role=status]').textContent).to.equal('Trang 1 / 1+');
    expect(pagerText(element)).to.equal('‹ (1) … ›');
    const [, on] = element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=more]');
    on!.focus();
    on!.click();
    await until(element.shadowRoot!, () => $(element, 'nav [aria-current]').textContent === '2');
    await element.updateComplete;
    expect(shownTitles(element)).to.deep.equal(['Văn bản 7']);
    expect($(element, 'nav [role=status]').textContent).to.equal('Trang 2 / 2');
    expect(on!.disabled).to.equal(true);
    // The pressed button is disabled and would lose the focus.
    expect(element.shadowRoot!.activeElement).to.equal($(element, 'nav [aria-current]'));
  });

  it('says in print that older documents are missing', async () => {
    const src = uniqueUrl();
    page.net = fakeNetwork(pagesOf(src, 2));
    const element = await readyList({ src });
    dispatchEvent(new Event('beforeprint'));
    expect(element.shadowRoot!.textContent).to.contain('chưa có các văn bản cũ hơn');
    dispatchEvent(new Event('afterprint'));
    expect(element.shadowRoot!.textContent).to.not.contain('chưa có các văn bản cũ hơn');
  });
});
