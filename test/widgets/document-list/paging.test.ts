import { expect } from 'chai';
import { address, feed, json, network, onPaper, part } from '../support.ts';
import { $, eachTimePapers, PAPERS, paper, press, ready, shown, type } from './support.ts';

describe('the pages of tct-document-list', () => {
  const page = eachTimePapers();
  /** Resolves when the list says so of how many there are. */
  const settled = (element: Element, words: string) =>
    new Promise<void>((resolve) => {
      const look = () => part(element, 'meta')?.textContent === words && resolve();
      new MutationObserver(look).observe(element.shadowRoot!, {
        ...{ subtree: true, childList: true, characterData: true },
      });
      look();
    });

  it('brings more, and goes on at the first that came', async () => {
    const element = await ready({ limit: '2' });
    expect(shown(element)).to.have.length(2);
    await press(element, '[part=more]');
    expect(shown(element)).to.have.length(4);
    expect(element.shadowRoot!.activeElement!.textContent).to.equal(PAPERS[2]!.title);
    expect(part(element, 'more')).to.equal(null);
  });

  it('turns pages', async () => {
    const element = await ready({ limit: '3', pages: '' });
    const [back, on] = element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=more]');
    expect(back!.disabled).to.equal(true);
    expect($(element, 'nav span').textContent).to.equal('Trang 1 / 2');
    on!.click();
    await element.updateComplete;
    expect(shown(element)).to.deep.equal([PAPERS[3]!.title]);
    expect(on!.disabled).to.equal(true);
  });

  it('reads the older pages when search begins, and finds in them', async () => {
    const src = address();
    page.net = network((url) =>
      url === src
        ? json(feed(PAPERS, { next_url: `${src}?2` }))
        : json(feed([paper('9', 'Văn bản cũ nhất', { number: '9/CV-TCT' })])),
    );
    const element = await ready({ src });
    expect(page.net.asked).to.deep.equal([src]);
    expect(part(element, 'meta')!.textContent).to.equal('4+ văn bản');
    await type(element, 'cũ nhất');
    await settled(element, '1 văn bản');
    expect(page.net.asked).to.deep.equal([src, `${src}?2`]);
    expect(shown(element)).to.deep.equal(['Văn bản cũ nhất']);
  });

  it('prints all rows', async () => {
    const element = await ready({ limit: '1' });
    dispatchEvent(new Event('beforeprint'));
    expect(shown(element)).to.have.length(4);
    dispatchEvent(new Event('afterprint'));
    expect(shown(element)).to.have.length(1);
  });

  it('keeps the heads of its columns on paper, without the signs for sorting', async () => {
    const element = await ready({ columns: 'number title' });
    onPaper(element);
    for (const button of element.shadowRoot!.querySelectorAll('th button')) {
      expect(button.getClientRects(), button.textContent!).to.have.length(1);
      expect(getComputedStyle(button, '::after').display).to.equal('none');
    }
    expect($(element, '[part=search]').getClientRects()).to.have.length(0);
  });

  /** A list of as many pages, each with one document. */
  const pagesOf = (src: string, count: number) => (url: string) => {
    const page = Number(url.split('?')[1] ?? 1);
    const next = page < count ? { next_url: `${src}?${page + 1}` } : {};
    return json(
      feed(
        [
          paper(
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

  it('asks for no older page before somebody searches, filters or sorts, also with its state in the address', async () => {
    for (const use of ['', 'filters', 'sort', 'vb-q=Văn', 'vb-page=3', 'vb-sort=title']) {
      const src = address();
      page.net = network(pagesOf(src, 4));
      if (use.includes('=')) history.replaceState(null, '', `?${use}`);
      const element = await ready({
        src,
        'state-in-url': '',
        ...(use.includes('page') && { pages: '', limit: '1' }),
      });
      if (!use) {
        expect(page.net.asked).to.have.length(1);
        continue;
      }
      if (use === 'filters') await press(element, '.tools button[aria-expanded]');
      if (use === 'sort') await press(element, 'th.title button');
      await settled(element, '4 văn bản');
      expect(page.net.asked, use).to.have.length(4);
    }
  });

  it('stays in order while older pages come', async () => {
    const src = address();
    const sent: (() => void)[] = [];
    const answer = pagesOf(src, 3);
    page.net = network((url) =>
      url === src ? answer(url) : new Promise((resolve) => sent.push(() => resolve(answer(url)))),
    );
    const element = await ready({ src });
    await press(element, 'th.title button');
    const orders: string[][] = [];
    const watch = new MutationObserver(() => orders.push(shown(element)));
    watch.observe(element.shadowRoot!, { subtree: true, childList: true, characterData: true });
    for (const count of [2, 3]) {
      if (!sent.length) await settled(element, `${count - 1} văn bản, đang tải thêm…`);
      sent.shift()!();
      await settled(element, count < 3 ? '2 văn bản, đang tải thêm…' : '3 văn bản');
    }
    await element.updateComplete;
    watch.disconnect();
    expect(shown(element)).to.deep.equal(['Văn bản 6', 'Văn bản 7', 'Văn bản 8']);
    for (const order of orders) expect(order).to.deep.equal([...order].sort());
  });

  it('turns on to pages that are not known yet', async () => {
    const src = address();
    page.net = network(pagesOf(src, 2));
    const element = await ready({ src, pages: '', limit: '1' });
    expect($(element, 'nav span').textContent).to.equal('Trang 1 / 1+');
    const [back, on] = element.shadowRoot!.querySelectorAll<HTMLButtonElement>('nav button');
    on!.focus();
    on!.click();
    await new Promise((resolve) => back!.addEventListener('focus', resolve));
    expect(shown(element)).to.deep.equal(['Văn bản 7']);
    expect($(element, 'nav span').textContent).to.equal('Trang 2 / 2');
    expect(on!.disabled).to.equal(true);
  });

  it('says on paper that older documents are not there', async () => {
    const src = address();
    page.net = network(pagesOf(src, 2));
    const element = await ready({ src });
    dispatchEvent(new Event('beforeprint'));
    expect(element.shadowRoot!.textContent).to.contain('chưa có các văn bản cũ hơn');
    dispatchEvent(new Event('afterprint'));
    expect(element.shadowRoot!.textContent).to.not.contain('chưa có các văn bản cũ hơn');
  });
});
