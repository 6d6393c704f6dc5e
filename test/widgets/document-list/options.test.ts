import { expect } from 'chai';
import { until } from '../gallery/support.ts';
import { emulatePrint, fakeNetwork, feed, json, part, uniqueUrl } from '../support.ts';
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

/** Saves what is downloaded while `act` runs, until something is. */
async function download(act: () => void): Promise<{ name: string; text: string }> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob: Blob | undefined;
  URL.createObjectURL = (given: Blob) => {
    blob = given;
    return createObjectURL(given);
  };
  try {
    const name = await new Promise<string>((resolve) => {
      HTMLAnchorElement.prototype.click = function () {
        resolve(this.download);
      };
      act();
    });
    // `text()` would leave out the byte order mark.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob!.arrayBuffer());
    return { name, text };
  } finally {
    Object.assign(URL, { createObjectURL });
    HTMLAnchorElement.prototype.click = click;
  }
}

describe('the options of tct-document-list', () => {
  const page = useDocuments();
  const openOptions = (element: Parameters<typeof clickOn>[0]) =>
    clickOn(element, '.tools button[aria-expanded]:last-of-type');
  const box = (element: Element, column: string) =>
    [...element.shadowRoot!.querySelectorAll<HTMLLabelElement>('[part=options] .choice label')].find(
      (label) => label.textContent!.trim() === column,
    )!.control as HTMLInputElement;
  const heads = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('th')].map(({ classList }) => classList[0]);
  const downloadOf = (element: Element) => download(() => $(element, '[part=options] > button').click());

  it('open and close, instead of the filters', async () => {
    const element = await readyList();
    await clickOn(element, '.tools button[aria-expanded]');
    expect(part(element, 'filters')).to.not.equal(null);
    await openOptions(element);
    expect(part(element, 'filters')).to.equal(null);
    expect(part(element, 'options')!.hidden).to.equal(false);
    expect($(element, '[aria-expanded=true]').textContent).to.equal('Tùy chọn');
    await openOptions(element);
    expect(part(element, 'options')).to.equal(null);
    expect($(element, '[aria-expanded=true]')).to.equal(null);
  });

  it('show and hide columns, in the list’s order', async () => {
    const element = await readyList({ 'state-in-url': '' });
    await openOptions(element);
    expect(box(element, 'Người ký').checked).to.equal(false);
    box(element, 'Người ký').click();
    await element.updateComplete;
    expect(heads(element)).to.deep.equal('number issued title type issuer signer validity files'.split(' '));
    box(element, 'Loại').click();
    await element.updateComplete;
    expect(heads(element)).to.not.include('type');
    expect(new URLSearchParams(location.search).get('vb-columns')).to.equal(
      'number issued title issuer signer validity files',
    );
    // The choice of what the tag shows anyway is none.
    for (const column of ['Người ký', 'Loại']) {
      box(element, column).click();
      await element.updateComplete;
    }
    expect(location.search).to.equal('');
  });

  it('keep at least one column', async () => {
    const element = await readyList({ columns: 'title number' });
    await openOptions(element);
    box(element, 'Số, ký hiệu').click();
    await element.updateComplete;
    expect(heads(element)).to.deep.equal(['title']);
    expect(box(element, 'Trích yếu').disabled).to.equal(true);
    box(element, 'Số, ký hiệu').click();
    await element.updateComplete;
    expect(heads(element)).to.deep.equal(['title', 'number']);
  });

  it('fold chosen columns that have no room, whatever the tag names', async () => {
    const element = await readyList({ columns: 'number title' }, 700);
    await openOptions(element);
    for (const column of ['Ngày ban hành', 'Loại', 'Cơ quan ban hành', 'Người ký']) {
      box(element, column).click();
      await element.updateComplete;
    }
    expect(getComputedStyle($(element, 'table')).display).to.equal('table');
    expect($(element, '.folded .signer').textContent).to.equal('Người kýVõ Văn Thưởng');
    expect($(element, '.folded .signer').getClientRects()).to.not.have.length(0);
    expect($(element, 'td.signer').getClientRects()).to.have.length(0);
  });

  it('choose how many documents are shown, the tag’s number among them', async () => {
    page.net = fakeNetwork(() =>
      json(feed(Array.from({ length: 60 }, (_, id) => documentItem(String(id), `Văn bản ${id}`, {})))),
    );
    for (const isPaged of [false, true]) {
      const element = await readyList({ limit: '7', 'state-in-url': '', ...(isPaged && { pages: '' }) });
      await openOptions(element);
      const select = $<HTMLSelectElement>(element, '[part=options] select');
      expect([...select.options].map(({ text }) => text)).to.deep.equal(['7', '10', '25', '50', '100']);
      expect(select.value).to.equal('7');
      const choose = async (size: string) => {
        select.value = size;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await element.updateComplete;
      };
      await choose('25');
      expect(shownTitles(element)).to.have.length(25);
      expect(location.search).to.equal('?vb-size=25');
      expect([...select.options].map(({ text }) => text)).to.deep.equal(['7', '10', '25', '50', '100']);
      if (isPaged) await clickOn(element, 'nav [aria-label="Trang 2"]');
      else await clickOn(element, '[part=more]');
      expect(shownTitles(element)).to.have.length(isPaged ? 25 : 50);
      await choose('7');
      expect(shownTitles(element)).to.have.length(7);
      expect(location.search).to.equal('');
      element.remove();
    }
  });

  it('are read from the URL, unless they are nonsense', async () => {
    history.replaceState(null, '', '?vb-size=2&vb-columns=title+signer+bogus');
    const element = await readyList({ 'state-in-url': '' });
    expect(shownTitles(element)).to.have.length(2);
    expect(heads(element)).to.deep.equal(['title', 'signer']);
    element.remove();
    for (const size of ['-1', '0', '1e9', 'NaN', 'Infinity']) {
      history.replaceState(null, '', `?vb-size=${size}&vb-columns=&vb-page=${size}`);
      const another = await readyList({ 'state-in-url': '', pages: '' });
      expect(shownTitles(another), size).to.have.length(4);
      another.remove();
    }
  });

  it('download what is found, in its order, as CSV that spreadsheets read', async () => {
    page.net = fakeNetwork(() =>
      json(
        feed([
          ...DOCUMENTS,
          documentItem(
            '5',
            '=HYPERLINK("https://xau.example")',
            { number: '5/QĐ-TCT', type: 'Quyết định', issued: '2022-01-06', signer: '@a, “b” "c"' },
            { url: undefined! },
          ),
        ]),
      ),
    );
    const element = await readyList({ limit: '1' });
    await clickOn(element, '.tools button[aria-expanded]');
    await chooseFilter(element, 0, 'Quyết định');
    await clickOn(element, 'th.issued button');
    await openOptions(element);
    const { name, text } = await downloadOf(element);
    expect(name).to.match(/^van-ban-\d{4}-\d\d-\d\d\.csv$/);
    expect(text.split('\r\n')).to.deep.equal([
      '\ufeff"Số, ký hiệu",Ngày ban hành,Trích yếu,Loại,Cơ quan ban hành,Người ký,Hiệu lực,Địa chỉ',
      `5/QĐ-TCT,2022-01-06,"'=HYPERLINK(""https://xau.example"")",Quyết định,,"'@a, “b” ""c""",,`,
      '2/QĐ-TCT,2022-01-05,Đào tạo cán bộ Đà Nẵng,Quyết định,Trường Chính trị,,Hết hiệu lực,https://truong.example/2',
      '',
    ]);
  });

  it('download all older pages, whole titles and the files’ addresses', async () => {
    const src = uniqueUrl();
    const old = documentItem(
      '9',
      'Công văn số 9/CV-TCT về việc nghỉ lễ',
      { number: '9/CV-TCT', type: 'Công văn' },
      { date_published: '2020-01-01T00:00:00+07:00' },
    );
    page.net = fakeNetwork((url) =>
      json(url === src ? feed(DOCUMENTS, { next_url: `${src}?2` }) : feed([old])),
    );
    const element = await readyList({ src });
    await openOptions(element);
    expect(page.net.requested).to.have.length(1);
    const { text } = await downloadOf(element);
    const lines = text.split('\r\n');
    expect(lines).to.have.length(7);
    expect(lines[1]).to.contain(',https://truong.example/11.pdf https://truong.example/11.docx,');
    expect(lines[5]).to.contain('9/CV-TCT,,Công văn số 9/CV-TCT về việc nghỉ lễ,');
    expect(shownTitles(element).at(-1)).to.equal('Về việc nghỉ lễ');
  });

  it('name a file that is not complete so', async () => {
    const src = uniqueUrl();
    page.net = fakeNetwork((url) =>
      url === src ? json(feed(DOCUMENTS, { next_url: `${src}?2` })) : new Response('', { status: 503 }),
    );
    const element = await readyList({ src });
    await openOptions(element);
    expect((await downloadOf(element)).name).to.match(/-chua-du\.csv$/);
  });

  it('speak English too', async () => {
    const element = await readyList({ lang: 'en' });
    await openOptions(element);
    await until(element.shadowRoot!, () => /Download the list/.test(part(element, 'options')!.textContent!));
    expect((await downloadOf(element)).name).to.match(/^documents-\d{4}-\d\d-\d\d\.csv$/);
  });
});

describe('a search of tct-document-list', () => {
  useDocuments();

  it('without matches offers to clear it and the filters', async () => {
    const element = await readyList();
    await clickOn(element, '.tools button[aria-expanded]');
    await chooseFilter(element, 0, 'Quyết định');
    await typeQuery(element, 'không có đâu');
    const clear = $(element, '.clear');
    expect(clear.textContent).to.equal('Xóa tìm kiếm và bộ lọc');
    clear.focus();
    clear.click();
    await element.updateComplete;
    expect(shownTitles(element)).to.have.length(4);
    expect(part<HTMLInputElement>(element, 'search')!.value).to.equal('');
    expect($(element, '.tools button[aria-expanded]').textContent).to.equal('Bộ lọc');
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'search'));
    expect($(element, '.clear')).to.equal(null);
  });

  it('is named in print, above the table, and only there', async () => {
    const element = await readyList();
    expect($(element, '.summary')).to.equal(null);
    await clickOn(element, '.tools button[aria-expanded]');
    await chooseFilter(element, 0, 'Quyết định');
    const input = $<HTMLInputElement>(element, 'input[type=date]');
    input.value = '2022-01-01';
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await typeQuery(element, 'đào');
    const summary = $(element, '.summary');
    expect(summary.textContent).to.equal(
      'Lọc: “đào”; loại: Quyết định; ban hành từ ngày 01/01/2022; 1 văn bản',
    );
    expect(summary.getClientRects()).to.have.length(0);
    emulatePrint(element);
    expect(summary.getClientRects()).to.have.length(1);
    expect(summary.compareDocumentPosition($(element, 'table'))).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    // It says how many documents there are; the panel and the pager are of no use on paper.
    for (const selector of ['[part=meta]', '#panel', '.tools button'])
      expect($(element, selector).getClientRects(), selector).to.have.length(0);
  });

  it('has neither tools nor a button to clear it with no-tools', async () => {
    history.replaceState(null, '', '?vb-q=kh%C3%B4ng+c%C3%B3+%C4%91%C3%A2u&vb-type=x');
    const element = await readyList({ 'no-tools': '', 'state-in-url': '', pages: '' });
    expect(part(element, 'meta')!.textContent).to.equal('Không tìm thấy văn bản nào');
    for (const selector of ['.tools', '#panel', '.clear', 'input', 'button'])
      expect($(element, selector), selector).to.equal(null);
  });
});
