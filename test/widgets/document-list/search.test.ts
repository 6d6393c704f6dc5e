import { expect } from 'chai';
import type { DocumentFacts } from '../../../core/model/feed.ts';
import { fakeNetwork, feed, json, part } from '../support.ts';
import {
  $,
  chooseFilter,
  clickOn,
  DOCUMENTS,
  documentItem,
  readyList,
  shownTitles,
  typeQuery,
  useDocuments,
} from './support.ts';

describe('searching in tct-document-list', () => {
  const page = useDocuments();

  it('highlights matches including diacritics', async () => {
    const element = await readyList();
    await typeQuery(element, 'da');
    const marks = [...element.shadowRoot!.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).to.deep.equal(['Đà', 'Đà', 'da', 'dạ']);
    await typeQuery(element, '');
    expect($(element, 'mark')).to.equal(null);
  });

  it('announces how many documents were found, and when there are none', async () => {
    const element = await readyList();
    await typeQuery(element, 'qđ');
    expect(part(element, 'meta')!.textContent).to.equal('2 văn bản');
    await typeQuery(element, 'không có đâu');
    expect(part(element, 'meta')!.textContent).to.equal('Không tìm thấy văn bản nào');
    expect(part(element, 'meta')!.getAttribute('role')).to.equal('status');
  });

  it('sorts by a column in the usual direction, then reversed, then not at all; empty cells last', async () => {
    const element = await readyList();
    await clickOn(element, 'th.number button');
    expect(
      shownTitles(element).map((title) => DOCUMENTS.findIndex((each) => each.title === title)),
    ).to.deep.equal([1, 2, 0, 3]);
    expect($(element, 'th.number').getAttribute('aria-sort')).to.equal('ascending');
    await clickOn(element, 'th.number button');
    expect(
      shownTitles(element).map((title) => DOCUMENTS.findIndex((each) => each.title === title)),
    ).to.deep.equal([0, 2, 1, 3]);
    expect($(element, 'th.number').getAttribute('aria-sort')).to.equal('descending');
    await clickOn(element, 'th.number button');
    expect(shownTitles(element)).to.deep.equal(DOCUMENTS.map(({ title }) => title));
    await clickOn(element, 'th.issued button');
    expect(shownTitles(element)[0]).to.equal(DOCUMENTS[2]!.title);
  });

  it('has sort arrows with a contrast of 3:1 wherever the text has one of 4.5:1', async () => {
    for (const [text, page] of [
      [118, 255],
      [117, 0],
    ] as const) {
      const element = await readyList();
      element.style.cssText += `;color:rgb(${text} ${text} ${text})`;
      const { color, opacity } = getComputedStyle($(element, 'th button'), '::after');
      expect(color).to.equal(`rgb(${text}, ${text}, ${text})`);
      const luminance = (grey: number) => ((grey / 255 + 0.055) / 1.055) ** 2.4;
      const arrow = luminance(page + (text - page) * Number(opacity)) + 0.05;
      const ground = (page && luminance(page)) + 0.05;
      expect(Math.max(arrow, ground) / Math.min(arrow, ground)).to.be.at.least(3);
    }
  });

  it('sorts titles as Vietnamese dictionaries do', async () => {
    const element = await readyList();
    await clickOn(element, 'th.title button');
    expect(shownTitles(element)).to.deep.equal(
      [DOCUMENTS[1], DOCUMENTS[2], DOCUMENTS[3], DOCUMENTS[0]].map((each) => each!.title),
    );
  });

  it('offers only filters in which documents differ, with the number of remaining documents', async () => {
    const element = await readyList();
    await clickOn(element, '.tools button[aria-expanded]');
    const labels = [...element.shadowRoot!.querySelectorAll('[part=filters] label')].map(
      (label) => [...label.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)!.textContent,
    );
    expect(labels).to.deep.equal(['Loại', 'Cơ quan ban hành', 'Hiệu lực', 'Ban hành từ ngày', 'Đến ngày']);
    const options = () =>
      [...element.shadowRoot!.querySelectorAll('[part=filters] select')].map((select) =>
        [...(select as HTMLSelectElement).options].map((option) => option.textContent!.trim()),
      );
    expect(options()[1]).to.deep.equal(['Tất cả', 'Ban Bí thư (1)', 'Trường Chính trị (2)']);
    await chooseFilter(element, 1, 'Trường Chính trị');
    expect(shownTitles(element)).to.deep.equal([DOCUMENTS[1]!.title, DOCUMENTS[2]!.title]);
    expect(options()[0]).to.deep.equal(['Tất cả', 'Kế hoạch (1)', 'Quyết định (1)']);
    await chooseFilter(element, 0, 'Kế hoạch');
    expect(shownTitles(element)).to.deep.equal([DOCUMENTS[2]!.title]);
    expect($(element, '.tools button[aria-expanded]').textContent).to.equal('Bộ lọc (2)');
    await clickOn(element, '[part=filters] button');
    expect(shownTitles(element)).to.have.length(4);
  });

  it('filters by date of issue', async () => {
    const element = await readyList();
    await clickOn(element, '.tools button[aria-expanded]');
    const [from, to] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=date]');
    from!.value = '2022-01-01';
    from!.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    expect(shownTitles(element)).to.deep.equal([DOCUMENTS[1]!.title, DOCUMENTS[2]!.title]);
    to!.value = '2022-02-01';
    to!.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    expect(shownTitles(element)).to.deep.equal([DOCUMENTS[1]!.title]);
  });

  it('writes filters to the URL and reads them from it', async () => {
    const first = await readyList({ 'state-in-url': '' });
    await typeQuery(first, 'trường');
    await clickOn(first, 'th.number button');
    expect(new URLSearchParams(location.search).get('vb-q')).to.equal('trường');
    expect(new URLSearchParams(location.search).get('vb-sort')).to.equal('number');
    const titles = shownTitles(first);
    first.remove();
    const second = await readyList({ 'state-in-url': '' });
    expect(shownTitles(second)).to.deep.equal(titles);
    expect(part<HTMLInputElement>(second, 'search')!.value).to.equal('trường');
    history.replaceState(null, '', '?vb-q=&vb-sort=evil.desc&vb-page=-5&vb-from=2022');
    second.remove();
    expect(shownTitles(await readyList({ 'state-in-url': '' }))).to.have.length(4);
  });

  it('leaves the page’s own parameters as they are written', async () => {
    const own = '?tim=%D0%E0&muc=a/b%20c+d%2f&&xem';
    history.replaceState(null, '', own);
    const element = await readyList({ 'state-in-url': '' });
    await typeQuery(element, 'da nang');
    await clickOn(element, 'th.issued button');
    expect(location.search).to.equal(`${own}&vb-q=da+nang&vb-sort=issued.desc`);
    await typeQuery(element, '');
    await clickOn(element, 'th.issued button');
    await clickOn(element, 'th.issued button');
    expect(location.search).to.equal(own);
  });

  it('shows a filter value from the URL that no document has, and lets it be removed', async () => {
    const url = new URL(location.href);
    url.searchParams.set('vb-type', 'Công điện');
    history.replaceState(null, '', url);
    const element = await readyList({ 'state-in-url': '' });
    expect(shownTitles(element)).to.have.length(0);
    const select = $<HTMLSelectElement>(element, '[part=filters] select');
    expect(select.selectedOptions[0]!.text).to.equal('Công điện (0)');
    await chooseFilter(element, 0, '');
    expect(shownTitles(element)).to.have.length(4);
  });

  it('keeps searching where the browser blocks changes of the URL', async () => {
    const element = await readyList({ 'state-in-url': '' });
    const { replaceState } = History.prototype;
    let calls = 0;
    History.prototype.replaceState = () => {
      calls++;
      throw new DOMException('more than 100 times per 10 seconds', 'SecurityError');
    };
    try {
      await typeQuery(element, 'da nang');
      expect(shownTitles(element)).to.deep.equal([DOCUMENTS[1]!.title]);
      expect(calls).to.equal(1);
    } finally {
      History.prototype.replaceState = replaceState;
    }
  });

  it('does not touch the URL without state-in-url', async () => {
    await typeQuery(await readyList(), 'trường');
    expect(location.search).to.not.contain('vb-');
  });

  it('finds a number without separators and a date as people write it', async () => {
    const element = await readyList();
    for (const [query, index] of [
      ['11qđtw', 0],
      ['10/KHTCT', 2],
      ['“Đà Nẵng”,', 1],
      ['05/01/2022', 1],
    ] as const) {
      await typeQuery(element, query);
      expect(shownTitles(element), query).to.deep.equal([DOCUMENTS[index]!.title]);
    }
  });

  it('sorts by every column', async () => {
    const columns = 'number issued title type issuer signer validity files';
    const element = await readyList({ columns });
    for (const column of columns.split(' ')) {
      await clickOn(element, `th.${column} button`);
      expect($(element, `th.${column}`).getAttribute('aria-sort'), column).to.match(/^(?:as|des)cending$/);
      expect($(element, `[aria-sort]:not([aria-sort=none])`).className).to.equal(column);
    }
    expect(shownTitles(element)[0], 'files').to.equal(DOCUMENTS[0]!.title);
  });

  it('sorts validity by state, then by date', async () => {
    const facts: DocumentFacts[] = [
      { effective: '2020-01-01', expires: '2023-01-01' },
      { effective: '2999-01-01' },
      { effective: '2021-01-01', status: 'valid' },
      { status: 'unknown' },
      { effective: '2019-01-01' },
      { effective: '2010-01-01', expires: '2024-01-01' },
    ];
    page.net = fakeNetwork(() =>
      json(feed(facts.map((each, index) => documentItem(String(index), `${index}`, each)))),
    );
    const element = await readyList({ columns: 'title validity' });
    await clickOn(element, 'th.validity button');
    expect(shownTitles(element)).to.deep.equal(['4', '2', '1', '0', '5', '3']);
  });

  it('lists filter values in Vietnamese order, and clears them', async () => {
    const issuers = ['Văn phòng', 'Đảng uỷ', 'Ban Giám hiệu', 'Âu Cơ', 'Dân vận'];
    page.net = fakeNetwork(() =>
      json(feed(issuers.map((issuer, index) => documentItem(String(index), issuer, { issuer })))),
    );
    const element = await readyList();
    await clickOn(element, '.tools button[aria-expanded]');
    const select = $<HTMLSelectElement>(element, '[part=filters] select');
    expect([...select.options].map((option) => option.value)).to.deep.equal([
      ...['', 'Âu Cơ', 'Ban Giám hiệu', 'Dân vận', 'Đảng uỷ', 'Văn phòng'],
    ]);
    await chooseFilter(element, 0, 'Đảng uỷ');
    expect(select.value).to.equal('Đảng uỷ');
    await clickOn(element, '[part=filters] button');
    expect(select.value).to.equal('');
    expect(shownTitles(element)).to.have.length(5);
  });

  it('reads the URL when state-in-url is set later, and on going back', async () => {
    history.replaceState(null, '', '?van-q=đào');
    const element = await readyList();
    expect(shownTitles(element)).to.have.length(4);
    element.stateInUrl = 'van';
    await element.updateComplete;
    expect(shownTitles(element)).to.deep.equal([DOCUMENTS[1]!.title]);
    history.replaceState(null, '', '?van-type=Kế+hoạch');
    dispatchEvent(new PopStateEvent('popstate'));
    await element.updateComplete;
    expect(shownTitles(element)).to.deep.equal([DOCUMENTS[2]!.title]);
    expect($(element, '.tools button[aria-expanded]').textContent).to.equal('Bộ lọc (1)');
  });
});
