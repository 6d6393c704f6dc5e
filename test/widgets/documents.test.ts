import { expect } from 'chai';
import type { DocumentFacts, Item } from '../../core/feed.ts';
import '../../widgets/document-list/define.ts';
import type { TctDocumentList } from '../../widgets/document-list/document-list.ts';
import { until } from './albums.ts';
import { address, addTag, feed, inState, item, json, mistakesOf, network, onPaper, part } from './support.ts';

const paper = (id: string, title: string, facts: DocumentFacts, more: Partial<Item> = {}): Item =>
  item(id, { title, ...more, _tct: { precision: 'day', ...more._tct, document: facts } });

const PAPERS = [
  paper(
    '1',
    'Về tiêu chí trường chính trị chuẩn',
    {
      ...{ number: '11-QĐ/TW', type: 'Quy định', issuer: 'Ban Bí thư', signer: 'Võ Văn Thưởng' },
      ...{ issued: '2021-05-19', effective: '2021-05-19', status: 'valid' },
    },
    {
      attachments: [
        { url: 'https://truong.example/11.pdf', mime_type: 'application/pdf', size_in_bytes: 1_234_567 },
        { url: 'https://truong.example/11.docx', mime_type: 'application/octet-stream' },
      ],
    },
  ),
  paper('2', 'Đào tạo cán bộ Đà Nẵng', {
    ...{ number: '2/QĐ-TCT', type: 'Quyết định', issuer: 'Trường Chính trị', issued: '2022-01-05' },
    ...{ expires: '2023-01-01' },
  }),
  paper('3', 'Kế hoạch da dạng hoá', {
    ...{ number: '10/KH-TCT', type: 'Kế hoạch', issuer: 'Trường Chính trị', issued: '2022-03-01' },
  }),
  item('4', { title: 'Lịch công tác tuần' }),
];

/** One that says everything, at length. */
const FULL = paper(
  'full',
  'Về việc triệu tập học viên lớp bồi dưỡng lãnh đạo, quản lý cấp phòng khóa II năm 2026 và các nội dung chuẩn bị',
  {
    ...{ number: '1595/HD-HVCTQG', type: 'Giấy giới thiệu', field: 'Tổ chức – hành chính' },
    ...{ issuer: 'Phòng Quản lý đào tạo và Nghiên cứu khoa học', signer: 'Nguyễn Thị Phương Thảo' },
    ...{ issued: '2026-11-20', effective: '2026-11-20', expires: '2026-12-31', status: 'valid' },
  },
  {
    attachments: [
      { url: 'https://truong.example/1.pdf', mime_type: 'application/pdf', size_in_bytes: 1_234_567 },
      { url: 'https://truong.example/1.docx', mime_type: 'application/msword', size_in_bytes: 987_000 },
    ],
    _tct: { precision: 'day', school: 'nb' },
  },
);

describe('tct-document-list', () => {
  let net: ReturnType<typeof network>;
  beforeEach(() => {
    net = network(() => json(feed(PAPERS)));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
    history.replaceState(null, '', location.pathname + location.hash);
  });

  const ready = async (attributes: Record<string, string> = {}, width = 900): Promise<TctDocumentList> => {
    const element = addTag('tct-document-list', { src: address(), ...attributes });
    element.style.width = `${width}px`;
    await inState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const shown = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('[part=title]')].map((each) => each.textContent!.trim());
  const $ = <T extends HTMLElement>(element: Element, selector: string) =>
    element.shadowRoot!.querySelector<T>(selector)!;
  const type = async (element: TctDocumentList, query: string) => {
    const box = part<HTMLInputElement>(element, 'search')!;
    box.value = query;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
  };
  const press = async (element: TctDocumentList, selector: string) => {
    $(element, selector).click();
    await element.updateComplete;
  };
  const pick = async (element: TctDocumentList, index: number, value: string) => {
    const select = element.shadowRoot!.querySelectorAll<HTMLSelectElement>('[part=filters] select')[index]!;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
  };

  it('is a table with a caption, heads and cells', async () => {
    const element = await ready();
    expect($(element, 'caption').textContent).to.equal('Văn bản');
    const heads = [...element.shadowRoot!.querySelectorAll('th')].map((th) => th.textContent!.trim());
    expect(heads).to.deep.equal([
      ...['Số, ký hiệu', 'Ngày ban hành', 'Trích yếu', 'Loại', 'Cơ quan ban hành', 'Hiệu lực', 'Tải về'],
    ]);
    expect(shown(element)).to.deep.equal(PAPERS.map(({ title }) => title));
    expect($(element, 'tbody td.issued time').textContent).to.equal('19/05/2021');
    expect($(element, 'tbody td.issued time').getAttribute('datetime')).to.equal('2021-05-19');
    expect($(element, '[part=meta]').textContent).to.equal('4 văn bản');
  });

  it('gives every file with its kind and size, under a name that says which document it is of', async () => {
    const element = await ready();
    const files = [...element.shadowRoot!.querySelectorAll('td.files a')];
    expect(files.map((file) => file.textContent)).to.deep.equal([
      'PDF, 1,2 MB Tải về: Về tiêu chí trường chính trị chuẩn',
      'DOCX Tải về: Về tiêu chí trường chính trị chuẩn',
    ]);
    expect((files[0] as HTMLAnchorElement).href).to.equal('https://truong.example/11.pdf');
  });

  it('shows the columns that the tag names, in its order', async () => {
    const element = await ready({ columns: 'title validity bogus signer' });
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
    it(`finds ${ids.length ? ids.map((id) => PAPERS[id]!.title).join(', ') : 'nothing'} for "${query}"`, async () => {
      const element = await ready();
      await type(element, query);
      expect(shown(element)).to.deep.equal(ids.map((id) => PAPERS[id]!.title));
    });

  it('marks what was found, letters with their marks', async () => {
    const element = await ready();
    await type(element, 'da');
    const marks = [...element.shadowRoot!.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).to.deep.equal(['Đà', 'Đà', 'da', 'dạ']);
    await type(element, '');
    expect($(element, 'mark')).to.equal(null);
  });

  it('groups the digits of large numbers as each language does', async () => {
    net.restore();
    net = network(() => json(feed(Array.from({ length: 1234 }, (_, id) => item(String(id))))));
    const element = await ready();
    expect(part(element, 'meta')!.textContent).to.equal('1.234 văn bản');
    element.lang = 'en';
    await until(element.shadowRoot!, () => part(element, 'meta')!.textContent === '1,234 documents');
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

  it('reads the older pages when search begins, and finds in them', async () => {
    net.restore();
    const src = address();
    net = network((url) =>
      url === src
        ? json(feed(PAPERS, { next_url: `${src}?2` }))
        : json(feed([paper('9', 'Văn bản cũ nhất', { number: '9/CV-TCT' })])),
    );
    const element = await ready({ src });
    expect(net.asked).to.deep.equal([src]);
    expect(part(element, 'meta')!.textContent).to.equal('4+ văn bản');
    await type(element, 'cũ nhất');
    await new Promise<void>((resolve) => {
      const look = () => part(element, 'meta')!.textContent === '1 văn bản' && resolve();
      new MutationObserver(look).observe(element.shadowRoot!, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      look();
    });
    expect(net.asked).to.deep.equal([src, `${src}?2`]);
    expect(shown(element)).to.deep.equal(['Văn bản cũ nhất']);
  });

  it('is cards where there is little room, and a table to screen readers still', async () => {
    const element = await ready({}, 320);
    expect(getComputedStyle($(element, 'table')).display).to.equal('block');
    expect($(element, 'table').getAttribute('role')).to.equal('table');
    expect($(element, 'td').getAttribute('role')).to.equal('cell');
    expect(element.scrollWidth).to.be.at.most(320);
    expect(getComputedStyle($(await ready(), 'table')).display).to.equal('table');
  });

  for (const [columns, room] of [
    ['number title files', 640],
    ['number issued title type issuer school files', 900],
    ['number issued title type issuer signer field school validity files', 1220],
  ] as const)
    it(`is a table of ${columns.split(' ').length} columns from ${room} px on, and reaches beyond at no width`, async () => {
      net.restore();
      const other = { ...FULL, id: 'other', _tct: { ...FULL._tct, precision: 'day' as const, school: 'hd' } };
      const schools = {
        nb: { name: 'Trường Chính trị tỉnh Ninh Bình', home: 'https://nb.example/' },
        hd: { name: 'Trường Chính trị Tô Hiệu', home: 'https://hd.example/' },
      };
      net = network(() => json(feed([FULL, other], { _tct: { schools } })));
      const element = await ready({ columns });
      for (const width of [240, 320, room - 20, room, room + 200]) {
        element.style.width = `${width}px`;
        const display = width < room ? 'block' : 'table';
        expect(getComputedStyle($(element, 'table')).display, `${width} px`).to.equal(display);
        expect($(element, 'table').offsetWidth, `${width} px`).to.be.at.most(width);
        if (width < room) continue;
        // No word stands alone for want of room.
        for (const td of element.shadowRoot!.querySelectorAll('td:is(.issuer, .school, .signer, .field)'))
          expect(td.clientHeight / 22, td.className).to.be.below(6);
      }
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

  it('tells which document was chosen, and lets the page take over', async () => {
    const element = await ready();
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

  it('renders items as the page wants them', async () => {
    const element = await ready();
    element.renderItem = ({ title }) => `* ${title}`;
    await element.updateComplete;
    expect([...element.shadowRoot!.querySelectorAll('li')].map((li) => li.textContent)).to.deep.equal(
      PAPERS.map(({ title }) => `* ${title}`),
    );
  });

  it('shows the title of an item that the page’s drawing throws at, and the others as drawn', async () => {
    const element = await ready();
    const mistake = new TypeError('item.tags is undefined');
    element.renderItem = ({ title }) => {
      if (title === PAPERS[1]!.title) throw mistake;
      return `* ${title}`;
    };
    expect(await mistakesOf(() => element.updateComplete)).to.deep.equal([mistake]);
    expect([...element.shadowRoot!.querySelectorAll('li')].map((li) => li.textContent)).to.deep.equal(
      PAPERS.map(({ title }, index) => (index === 1 ? title : `* ${title}`)),
    );
  });

  it('speaks English where the page does', async () => {
    const element = await ready({ lang: 'en' });
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

  it('says that they could not be loaded', async () => {
    net.restore();
    for (const [lang, said] of [
      ['vi', 'Không tải được văn bản.'],
      ['en', 'The documents could not be loaded.'],
    ] as const) {
      net = network(() => new Response('', { status: 503 }));
      const element = addTag('tct-document-list', { src: address(), lang });
      await inState(element, 'error');
      await until(element.shadowRoot!, () => $(element, '[part=error] p')?.textContent === said);
      net.restore();
    }
  });

  it('says that there are none', async () => {
    net.restore();
    net = network(() => json(feed([])));
    const element = addTag('tct-document-list', { src: address() });
    await inState(element, 'empty');
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.contain('Chưa có văn bản nào.');
  });

  it('takes text for text', async () => {
    net.restore();
    net = network(() => json(feed([paper('x', '<img src=x onerror=alert(1)>', { number: '<b>1</b>' })])));
    const element = await ready();
    await type(element, 'img');
    expect($(element, 'img')).to.equal(null);
    expect(shown(element)).to.deep.equal(['<img src=x onerror=alert(1)>']);
  });

  it('knows from when and until when a document holds', async () => {
    const { now } = Date;
    Date.now = () => Date.parse('2026-11-26T23:00:00+07:00');
    try {
      net.restore();
      net = network(() =>
        json(
          feed([
            paper('1', 'mai', { effective: '2026-11-27', status: 'valid' }),
            paper('2', 'hôm nay', { effective: '2026-11-26' }),
            paper('3', 'hết hôm nay', { effective: '2026-01-01', expires: '2026-11-26' }),
            paper('4', 'hết hôm qua', { effective: '2026-01-01', expires: '2026-11-25', status: 'valid' }),
            paper('5', 'không rõ', { status: 'unknown' }),
            paper('6', 'hết tháng sau', { expires: '2026-12-31', status: 'valid' }),
          ]),
        ),
      );
      const element = await ready({ columns: 'validity' });
      const cells = [...element.shadowRoot!.querySelectorAll('td.validity')];
      expect(cells.map((td) => td.textContent!.replace('Hiệu lực', ''))).to.deep.equal([
        ...[
          'Sắp có hiệu lực (từ 27/11/2026)',
          'Còn hiệu lực (từ 26/11/2026)',
          'Còn hiệu lực (từ 01/01/2026)',
        ],
        ...['Hết hiệu lực (sau ngày 25/11/2026)', '', 'Còn hiệu lực (đến 31/12/2026)'],
      ]);
    } finally {
      Date.now = now;
    }
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
    net.restore();
    const facts: DocumentFacts[] = [
      { effective: '2020-01-01', expires: '2023-01-01' },
      { effective: '2999-01-01' },
      { effective: '2021-01-01', status: 'valid' },
      { status: 'unknown' },
      { effective: '2019-01-01' },
      { effective: '2010-01-01', expires: '2024-01-01' },
    ];
    net = network(() => json(feed(facts.map((each, index) => paper(String(index), `${index}`, each)))));
    const element = await ready({ columns: 'title validity' });
    await press(element, 'th.validity button');
    expect(shown(element)).to.deep.equal(['4', '2', '1', '0', '5', '3']);
  });

  it('offers choices in the order of Vietnamese, and forgets them when they are cleared', async () => {
    net.restore();
    const issuers = ['Văn phòng', 'Đảng uỷ', 'Ban Giám hiệu', 'Âu Cơ', 'Dân vận'];
    net = network(() => json(feed(issuers.map((issuer, index) => paper(String(index), issuer, { issuer })))));
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

  it('calls a file what it is, not what the address of a script ends in', async () => {
    net.restore();
    const file = (url: string, mime_type = 'application/octet-stream') => ({
      url: `https://x.example/${url}`,
      mime_type,
    });
    const attachments = [
      ...[file('tai.aspx?id=1', 'application/pdf'), file('tai.php'), file('xem?tep=Ke-hoach.DOCX#2')],
      { ...file('b.xls'), size_in_bytes: 900 },
    ];
    net = network(() => json(feed([paper('1', 'Kế hoạch', {}, { attachments })])));
    const element = await ready();
    const words = [...element.shadowRoot!.querySelectorAll('.file-list a')].map(
      (a) => a.textContent!.split(' Tải về')[0],
    );
    expect(words).to.deep.equal(['PDF', 'Tệp', 'DOCX', 'XLS, 1 KB']);
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
  const settled = (element: Element, words: string) =>
    new Promise<void>((resolve) => {
      const look = () => part(element, 'meta')?.textContent === words && resolve();
      new MutationObserver(look).observe(element.shadowRoot!, {
        ...{ subtree: true, childList: true, characterData: true },
      });
      look();
    });

  it('asks for no older page before somebody searches, filters or sorts, also with its state in the address', async () => {
    for (const use of ['', 'filters', 'sort', 'vb-q=Văn', 'vb-page=3', 'vb-sort=title']) {
      net.restore();
      const src = address();
      net = network(pagesOf(src, 4));
      if (use.includes('=')) history.replaceState(null, '', `?${use}`);
      const element = await ready({
        src,
        'state-in-url': '',
        ...(use.includes('page') && { pages: '', limit: '1' }),
      });
      if (!use) {
        expect(net.asked).to.have.length(1);
        continue;
      }
      if (use === 'filters') await press(element, '.tools button[aria-expanded]');
      if (use === 'sort') await press(element, 'th.title button');
      await settled(element, '4 văn bản');
      expect(net.asked, use).to.have.length(4);
    }
  });

  it('stays in order while older pages come', async () => {
    net.restore();
    const src = address();
    const sent: (() => void)[] = [];
    const answer = pagesOf(src, 3);
    net = network((url) =>
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
    net.restore();
    const src = address();
    net = network(pagesOf(src, 2));
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

  it('says on paper that older documents are not there', async () => {
    net.restore();
    const src = address();
    net = network(pagesOf(src, 2));
    const element = await ready({ src });
    dispatchEvent(new Event('beforeprint'));
    expect(element.shadowRoot!.textContent).to.contain('chưa có các văn bản cũ hơn');
    dispatchEvent(new Event('afterprint'));
    expect(element.shadowRoot!.textContent).to.not.contain('chưa có các văn bản cũ hơn');
  });
});
