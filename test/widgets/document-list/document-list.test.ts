import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { until } from '../gallery/support.ts';
import {
  addElement,
  fakeNetwork,
  feed,
  item,
  json,
  loggedErrors,
  part,
  uniqueUrl,
  waitForState,
} from '../support.ts';
import {
  $,
  DOCUMENTS,
  documentItem,
  FULL_DOCUMENT,
  readyList,
  shownTitles,
  typeQuery,
  useDocuments,
} from './support.ts';

describe('tct-document-list', () => {
  const page = useDocuments();

  it('renders a table with a caption, heads and cells', async () => {
    const element = await readyList();
    expect($(element, 'caption').textContent).to.equal('Văn bản');
    const heads = [...element.shadowRoot!.querySelectorAll('th')].map((th) => th.textContent!.trim());
    expect(heads).to.deep.equal([
      ...['Số, ký hiệu', 'Ngày ban hành', 'Trích yếu', 'Loại', 'Cơ quan ban hành', 'Hiệu lực', 'Tải về'],
    ]);
    expect(shownTitles(element)).to.deep.equal(DOCUMENTS.map(({ title }) => title));
    expect($(element, 'tbody td.issued time').textContent).to.equal('19/05/2021');
    expect($(element, 'tbody td.issued time').getAttribute('datetime')).to.equal('2021-05-19');
    expect($(element, '[part=meta]').textContent).to.equal('4 văn bản');
  });

  it('links every file with its type and size, and an accessible name with the document’s title', async () => {
    const element = await readyList();
    const files = [...element.shadowRoot!.querySelectorAll('td.files a')];
    expect(files.map((file) => file.textContent)).to.deep.equal([
      'PDF, 1,2 MB Tải về: Về tiêu chí trường chính trị chuẩn',
      'DOCX Tải về: Về tiêu chí trường chính trị chuẩn',
    ]);
    expect((files[0] as HTMLAnchorElement).href).to.equal('https://truong.example/11.pdf');
  });

  it('shows the named columns in their order', async () => {
    const element = await readyList({ columns: 'title validity bogus signer' });
    const cells = [...element.shadowRoot!.querySelectorAll('tbody tr:first-child td')];
    expect(cells.map(({ className }) => className)).to.deep.equal(['title', 'validity', 'signer']);
    expect(cells[1]!.textContent).to.contain('Còn hiệu lực (từ 19/05/2021)');
    expect(element.shadowRoot!.querySelectorAll('td.validity')[1]!.textContent).to.contain(
      'Hết hiệu lực (sau ngày 01/01/2023)',
    );
  });

  for (const [query, ids] of [
    ['dao tao', [1]],
    ['đa', [1]],
    ['da', [1, 2]],
    ['đà nẵng'.normalize('NFD'), [1]],
    ['11 QĐ TW', [0]],
    ['11-qđ/tw', [0]],
    ['ban bi thu', [0]],
    ['thưởng', [0]],
    ['ke hoach 2025', []],
  ] as const)
    it(`finds ${ids.length ? ids.map((id) => DOCUMENTS[id]!.title).join(', ') : 'nothing'} for "${query}"`, async () => {
      const element = await readyList();
      await typeQuery(element, query);
      expect(shownTitles(element)).to.deep.equal(ids.map((id) => DOCUMENTS[id]!.title));
    });

  it('groups digits by language', async () => {
    page.net = fakeNetwork(() => json(feed(Array.from({ length: 1234 }, (_, id) => item(String(id))))));
    const element = await readyList();
    expect(part(element, 'meta')!.textContent).to.equal('1.234 văn bản');
    element.lang = 'en';
    await until(element.shadowRoot!, () => part(element, 'meta')!.textContent === '1,234 documents');
  });

  it('shows cards in narrow containers that remain a table to screen readers', async () => {
    const element = await readyList({}, 320);
    expect(getComputedStyle($(element, 'table')).display).to.equal('block');
    expect($(element, 'table').getAttribute('role')).to.equal('table');
    expect($(element, 'td').getAttribute('role')).to.equal('cell');
    expect(element.scrollWidth).to.be.at.most(320);
    expect(getComputedStyle($(await readyList(), 'table')).display).to.equal('table');
  });

  /** The documents of two schools, with long values in every field. */
  const fullFeed = () => {
    const other = {
      ...FULL_DOCUMENT,
      id: 'other',
      _tct: { ...FULL_DOCUMENT._tct, precision: 'day' as const, school: 'hd' },
    };
    const schools = {
      nb: { name: 'Trường Chính trị tỉnh Ninh Bình', home: 'https://nb.example/' },
      hd: { name: 'Trường Chính trị Tô Hiệu', home: 'https://hd.example/' },
    };
    return feed([FULL_DOCUMENT, other], { _tct: { schools } });
  };
  const isShown = (element: Element, selector: string) => $(element, selector).getClientRects().length > 0;

  it('is a table from 640 px on, with some columns below the title until there is room for all', async () => {
    page.net = fakeNetwork(() => json(fullFeed()));
    const element = await readyList();
    for (const [width, display, folded] of [
      [180, 'block', false],
      [639, 'block', false],
      [640, 'table', true],
      [800, 'table', true],
      [991, 'table', true],
      [992, 'table', false],
      [1300, 'table', false],
    ] as const) {
      element.style.width = `${width}px`;
      const table = $(element, 'table');
      expect(getComputedStyle(table).display, `${width} px`).to.equal(display);
      expect(table.offsetWidth, `${width} px`).to.be.at.most(width);
      for (const column of ['number', 'issued', 'title', 'files'])
        expect(isShown(element, `td.${column}`), `${column} at ${width} px`).to.equal(true);
      for (const column of ['type', 'issuer', 'school', 'validity']) {
        expect(isShown(element, `td.${column}`), `${column} at ${width} px`).to.equal(!folded);
        expect(isShown(element, `.folded .${column}`), `${column} at ${width} px`).to.equal(folded);
      }
      // What has no head to sort by is sorted by the list beside the search box.
      expect(isShown(element, '.sort'), `${width} px`).to.equal(folded || display === 'block');
      expect(isShown(element, 'th.type'), `${width} px`).to.equal(!folded && display === 'table');
    }
    element.style.width = '700px';
    expect($(element, '.folded').textContent).to.equal(
      'Giấy giới thiệuPhòng Quản lý đào tạo và Nghiên cứu khoa họcTrường Chính trị tỉnh Ninh BìnhCòn hiệu lực (từ 20/11/2026)',
    );
  });

  it('folds neither a few columns nor those that the tag names', async () => {
    page.net = fakeNetwork(() =>
      json(
        feed([documentItem('1', 'Một', { number: '1/QĐ-TCT', type: 'Quyết định', issued: '2026-11-20' })]),
      ),
    );
    const few = await readyList({}, 640);
    expect(isShown(few, 'td.type')).to.equal(true);
    expect(isShown(few, '.sort')).to.equal(false);
    page.net = fakeNetwork(() => json(fullFeed()));
    const columns = 'files title school type issuer number issued'.split(' ');
    const named = await readyList({ columns: columns.join(' ') }, 850);
    expect([...named.shadowRoot!.querySelectorAll('th')].map(({ className }) => className)).to.deep.equal(
      columns,
    );
    for (const column of columns) expect(isShown(named, `td.${column}`), column).to.equal(true);
    expect($(named, '.folded')).to.equal(null);
  });

  for (const [columns, room] of [
    ['number title files', 640],
    ['number issued title type issuer school files', 850],
    ['number issued title type issuer signer field school validity files', 1125],
  ] as const)
    it(`is a table of ${columns.split(' ').length} columns from ${room} px on, and never overflows`, async () => {
      page.net = fakeNetwork(() => json(fullFeed()));
      const element = await readyList({ columns });
      for (const width of [240, 320, room - 20, room, room + 200]) {
        element.style.width = `${width}px`;
        const display = width < room ? 'block' : 'table';
        expect(getComputedStyle($(element, 'table')).display, `${width} px`).to.equal(display);
        expect($(element, 'table').offsetWidth, `${width} px`).to.be.at.most(width);
        if (width < room) continue;
        // No column is so narrow that each word is on a line of its own.
        for (const td of element.shadowRoot!.querySelectorAll('td:is(.issuer, .school, .signer, .field)'))
          expect(td.clientHeight / 22, td.className).to.be.below(6);
      }
    });

  it('fires tct-select, which the page can cancel', async () => {
    const element = await readyList();
    let chosen: Item | undefined;
    element.addEventListener('tct-select', (event) => {
      chosen = (event as CustomEvent<{ item: Item }>).detail.item;
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    part(element, 'title')!.dispatchEvent(click);
    expect(chosen?.id).to.equal('1');
    expect(click.defaultPrevented).to.equal(true);
  });

  it('renders with renderItem', async () => {
    const element = await readyList();
    element.renderItem = ({ title }) => `* ${title}`;
    await element.updateComplete;
    expect([...element.shadowRoot!.querySelectorAll('li')].map((li) => li.textContent)).to.deep.equal(
      DOCUMENTS.map(({ title }) => `* ${title}`),
    );
  });

  it('falls back to the title where renderItem throws', async () => {
    const element = await readyList();
    const mistake = new TypeError('item.tags is undefined');
    element.renderItem = ({ title }) => {
      if (title === DOCUMENTS[1]!.title) throw mistake;
      return `* ${title}`;
    };
    expect(await loggedErrors(() => element.updateComplete)).to.deep.equal([mistake]);
    expect([...element.shadowRoot!.querySelectorAll('li')].map((li) => li.textContent)).to.deep.equal(
      DOCUMENTS.map(({ title }, index) => (index === 1 ? title : `* ${title}`)),
    );
  });

  it('speaks English on an English page', async () => {
    const element = await readyList({ lang: 'en' });
    while (!$(element, 'caption').textContent!.includes('Documents'))
      await new Promise((resolve) =>
        new MutationObserver(resolve).observe(element.shadowRoot!, {
          subtree: true,
          childList: true,
          characterData: true,
        }),
      );
    expect($(element, 'th.issuer').textContent!.trim()).to.equal('Issuer');
    expect($(element, 'td.issued time').textContent).to.equal('19 May 2021');
  });

  it('shows an error message when loading fails', async () => {
    for (const [lang, message] of [
      ['vi', 'Không tải được văn bản.'],
      ['en', 'The documents could not be loaded.'],
    ] as const) {
      page.net = fakeNetwork(() => new Response('', { status: 503 }));
      const element = addElement('tct-document-list', { src: uniqueUrl(), lang });
      await waitForState(element, 'error');
      await until(element.shadowRoot!, () => $(element, '[part=error] p')?.textContent === message);
    }
  });

  it('shows a message when there is nothing', async () => {
    page.net = fakeNetwork(() => json(feed([])));
    const element = addElement('tct-document-list', { src: uniqueUrl() });
    await waitForState(element, 'empty');
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.contain('Chưa có văn bản nào.');
  });

  it('treats text as text, not as HTML', async () => {
    page.net = fakeNetwork(() =>
      json(feed([documentItem('x', '<img src=x onerror=alert(1)>', { number: '<b>1</b>' })])),
    );
    const element = await readyList();
    await typeQuery(element, 'img');
    expect($(element, 'img')).to.equal(null);
    expect(shownTitles(element)).to.deep.equal(['<img src=x onerror=alert(1)>']);
  });

  it('shows from and until when a document is in force', async () => {
    const { now } = Date;
    Date.now = () => Date.parse('2026-11-26T23:00:00+07:00');
    try {
      page.net = fakeNetwork(() =>
        json(
          feed([
            documentItem('1', 'mai', { effective: '2026-11-27', status: 'valid' }),
            documentItem('2', 'hôm nay', { effective: '2026-11-26' }),
            documentItem('3', 'hết hôm nay', { effective: '2026-01-01', expires: '2026-11-26' }),
            documentItem('4', 'hết hôm qua', {
              effective: '2026-01-01',
              expires: '2026-11-25',
              status: 'valid',
            }),
            documentItem('5', 'không rõ', { status: 'unknown' }),
            documentItem('6', 'hết tháng sau', { expires: '2026-12-31', status: 'valid' }),
          ]),
        ),
      );
      const element = await readyList({ columns: 'validity' });
      const cells = [...element.shadowRoot!.querySelectorAll('td.validity')];
      expect(cells.map((td) => td.textContent!.replace('Hiệu lực', ''))).to.deep.equal([
        ...[
          'Chưa có hiệu lực (từ 27/11/2026)',
          'Còn hiệu lực (từ 26/11/2026)',
          'Còn hiệu lực (từ 01/01/2026)',
        ],
        ...['Hết hiệu lực (sau ngày 25/11/2026)', '', 'Còn hiệu lực (đến 31/12/2026)'],
      ]);
    } finally {
      Date.now = now;
    }
  });

  it('names a file by its type, not by the extension of the serving script', async () => {
    const file = (url: string, mime_type = 'application/octet-stream') => ({
      url: `https://x.example/${url}`,
      mime_type,
    });
    const attachments = [
      ...[file('tai.aspx?id=1', 'application/pdf'), file('tai.php'), file('xem?tep=Ke-hoach.DOCX#2')],
      { ...file('b.xls'), size_in_bytes: 900 },
    ];
    page.net = fakeNetwork(() => json(feed([documentItem('1', 'Kế hoạch', {}, { attachments })])));
    const element = await readyList();
    const words = [...element.shadowRoot!.querySelectorAll('.file-list a')].map(
      (a) => a.textContent!.split(' Tải về')[0],
    );
    expect(words).to.deep.equal(['PDF', 'Tệp', 'DOCX', 'XLS, 1 KB']);
  });
});
