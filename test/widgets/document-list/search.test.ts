import { expect } from 'chai';
import type { DocumentFacts } from '../../../core/model/feed.ts';
import { feed, json, network, part } from '../support.ts';
import { $, eachTimePapers, PAPERS, paper, pick, press, ready, shown, type } from './support.ts';

describe('searching in tct-document-list', () => {
  const page = eachTimePapers();

  it('marks what was found, letters with their marks', async () => {
    const element = await ready();
    await type(element, 'da');
    const marks = [...element.shadowRoot!.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).to.deep.equal(['Đà', 'Đà', 'da', 'dạ']);
    await type(element, '');
    expect($(element, 'mark')).to.equal(null);
  });

  it('says how many were found, and that none were', async () => {
    const element = await ready();
    await type(element, 'qđ');
    expect(part(element, 'meta')!.textContent).to.equal('2 văn bản');
    await type(element, 'không có đâu');
    expect(part(element, 'meta')!.textContent).to.equal('Không tìm thấy văn bản nào');
    expect(part(element, 'meta')!.getAttribute('role')).to.equal('status');
  });

  it('sorts by a column: the usual way, the other way, as it came; empty cells last', async () => {
    const element = await ready();
    await press(element, 'th.number button');
    expect(shown(element).map((title) => PAPERS.findIndex((each) => each.title === title))).to.deep.equal([
      1, 2, 0, 3,
    ]);
    expect($(element, 'th.number').getAttribute('aria-sort')).to.equal('ascending');
    await press(element, 'th.number button');
    expect(shown(element).map((title) => PAPERS.findIndex((each) => each.title === title))).to.deep.equal([
      0, 2, 1, 3,
    ]);
    expect($(element, 'th.number').getAttribute('aria-sort')).to.equal('descending');
    await press(element, 'th.number button');
    expect(shown(element)).to.deep.equal(PAPERS.map(({ title }) => title));
    await press(element, 'th.issued button');
    expect(shown(element)[0]).to.equal(PAPERS[2]!.title);
  });

  it('sorts titles as Vietnamese dictionaries do', async () => {
    const element = await ready();
    await press(element, 'th.title button');
    expect(shown(element)).to.deep.equal(
      [PAPERS[1], PAPERS[2], PAPERS[3], PAPERS[0]].map((each) => each!.title),
    );
  });

  it('offers only choices that divide the documents, with counts of what would be left', async () => {
    const element = await ready();
    await press(element, '.tools button[aria-expanded]');
    const labels = [...element.shadowRoot!.querySelectorAll('[part=filters] label')].map(
      (label) => [...label.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)!.textContent,
    );
    expect(labels).to.deep.equal(['Loại', 'Cơ quan ban hành', 'Hiệu lực', 'Ban hành từ ngày', 'Đến ngày']);
    const options = () =>
      [...element.shadowRoot!.querySelectorAll('[part=filters] select')].map((select) =>
        [...(select as HTMLSelectElement).options].map((option) => option.textContent!.trim()),
      );
    expect(options()[1]).to.deep.equal(['Tất cả', 'Ban Bí thư (1)', 'Trường Chính trị (2)']);
    await pick(element, 1, 'Trường Chính trị');
    expect(shown(element)).to.deep.equal([PAPERS[1]!.title, PAPERS[2]!.title]);
    expect(options()[0]).to.deep.equal(['Tất cả', 'Kế hoạch (1)', 'Quyết định (1)']);
    await pick(element, 0, 'Kế hoạch');
    expect(shown(element)).to.deep.equal([PAPERS[2]!.title]);
    expect($(element, '.tools button[aria-expanded]').textContent).to.equal('Bộ lọc (2)');
    await press(element, '[part=filters] button');
    expect(shown(element)).to.have.length(4);
  });

  it('filters by day of issue', async () => {
    const element = await ready();
    await press(element, '.tools button[aria-expanded]');
    const [from, to] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=date]');
    from!.value = '2022-01-01';
    from!.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    expect(shown(element)).to.deep.equal([PAPERS[1]!.title, PAPERS[2]!.title]);
    to!.value = '2022-02-01';
    to!.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    expect(shown(element)).to.deep.equal([PAPERS[1]!.title]);
  });

  it('keeps what was chosen in the address, and finds it there', async () => {
    const first = await ready({ 'state-in-url': '' });
    await type(first, 'trường');
    await press(first, 'th.number button');
    expect(new URLSearchParams(location.search).get('vb-q')).to.equal('trường');
    expect(new URLSearchParams(location.search).get('vb-sort')).to.equal('number');
    const titles = shown(first);
    first.remove();
    const second = await ready({ 'state-in-url': '' });
    expect(shown(second)).to.deep.equal(titles);
    expect(part<HTMLInputElement>(second, 'search')!.value).to.equal('trường');
    history.replaceState(null, '', '?vb-q=&vb-sort=evil.desc&vb-page=-5&vb-from=2022');
    second.remove();
    expect(shown(await ready({ 'state-in-url': '' }))).to.have.length(4);
  });

  it('shows a filter that the address names though no document has it, and lets it be taken off', async () => {
    const url = new URL(location.href);
    url.searchParams.set('vb-type', 'Công điện');
    history.replaceState(null, '', url);
    const element = await ready({ 'state-in-url': '' });
    expect(shown(element)).to.have.length(0);
    const select = $<HTMLSelectElement>(element, '[part=filters] select');
    expect(select.selectedOptions[0]!.text).to.equal('Công điện (0)');
    await pick(element, 0, '');
    expect(shown(element)).to.have.length(4);
  });

  it('searches on where the browser lets nothing be written there', async () => {
    const element = await ready({ 'state-in-url': '' });
    Object.assign(history, {
      replaceState() {
        throw new DOMException('more than 100 times per 10 seconds', 'SecurityError');
      },
    });
    try {
      await type(element, 'da nang');
      expect(shown(element)).to.deep.equal([PAPERS[1]!.title]);
    } finally {
      Reflect.deleteProperty(history, 'replaceState');
    }
  });

  it('leaves the address alone where it was not asked', async () => {
    await type(await ready(), 'trường');
    expect(location.search).to.not.contain('vb-');
  });

  it('finds a number written together, and a day as people write it', async () => {
    const element = await ready();
    for (const [query, index] of [
      ['11qđtw', 0],
      ['10/KHTCT', 2],
      ['“Đà Nẵng”,', 1],
      ['05/01/2022', 1],
    ] as const) {
      await type(element, query);
      expect(shown(element), query).to.deep.equal([PAPERS[index]!.title]);
    }
  });

  it('sorts by every column, files and all', async () => {
    const columns = 'number issued title type issuer signer validity files';
    const element = await ready({ columns });
    for (const column of columns.split(' ')) {
      await press(element, `th.${column} button`);
      expect($(element, `th.${column}`).getAttribute('aria-sort'), column).to.match(/^(?:as|des)cending$/);
      expect($(element, `[aria-sort]:not([aria-sort=none])`).className).to.equal(column);
    }
    expect(shown(element)[0], 'files').to.equal(PAPERS[0]!.title);
  });

  it('sorts validity by what it says: in force, not yet, no longer, each by its day', async () => {
    const facts: DocumentFacts[] = [
      { effective: '2020-01-01', expires: '2023-01-01' },
      { effective: '2999-01-01' },
      { effective: '2021-01-01', status: 'valid' },
      { status: 'unknown' },
      { effective: '2019-01-01' },
      { effective: '2010-01-01', expires: '2024-01-01' },
    ];
    page.net = network(() => json(feed(facts.map((each, index) => paper(String(index), `${index}`, each)))));
    const element = await ready({ columns: 'title validity' });
    await press(element, 'th.validity button');
    expect(shown(element)).to.deep.equal(['4', '2', '1', '0', '5', '3']);
  });

  it('offers choices in the order of Vietnamese, and forgets them when they are cleared', async () => {
    const issuers = ['Văn phòng', 'Đảng uỷ', 'Ban Giám hiệu', 'Âu Cơ', 'Dân vận'];
    page.net = network(() =>
      json(feed(issuers.map((issuer, index) => paper(String(index), issuer, { issuer })))),
    );
    const element = await ready();
    await press(element, '.tools button[aria-expanded]');
    const select = $<HTMLSelectElement>(element, '[part=filters] select');
    expect([...select.options].map((option) => option.value)).to.deep.equal([
      ...['', 'Âu Cơ', 'Ban Giám hiệu', 'Dân vận', 'Đảng uỷ', 'Văn phòng'],
    ]);
    await pick(element, 0, 'Đảng uỷ');
    expect(select.value).to.equal('Đảng uỷ');
    await press(element, '[part=filters] button');
    expect(select.value).to.equal('');
    expect(shown(element)).to.have.length(5);
  });

  it('reads the address also when it is told to later, and when the visitor goes back', async () => {
    history.replaceState(null, '', '?van-q=đào');
    const element = await ready();
    expect(shown(element)).to.have.length(4);
    element.stateInUrl = 'van';
    await element.updateComplete;
    expect(shown(element)).to.deep.equal([PAPERS[1]!.title]);
    history.replaceState(null, '', '?van-type=Kế+hoạch');
    dispatchEvent(new PopStateEvent('popstate'));
    await element.updateComplete;
    expect(shown(element)).to.deep.equal([PAPERS[2]!.title]);
    expect($(element, '.tools button[aria-expanded]').textContent).to.equal('Bộ lọc (1)');
  });
});
