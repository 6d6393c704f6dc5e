import { expect } from 'chai';
import type { DocumentFacts, Item } from '../../../../core/model/feed.ts';
import { headLabelOf } from '../../../../hub/page/document/head-labels.ts';
import { faults } from '../../../core/feed-faults.ts';
import { bytes } from '../../../fixture.ts';
import { type SampleCluster, startCluster } from '../../../sites/cluster.ts';
import { newsItem, page, recorded, type SelectorFields, served } from '../read.ts';

interface Known {
  loai: string;
  so: string;
  ngay: string;
  trichyeu: string;
  title: string;
  files: string[];
}

const known = async (): Promise<Known[]> => JSON.parse(new TextDecoder().decode(await bytes('docs.json')));
const day = (words: string) =>
  words
    .split('/')
    .reverse()
    .map((part) => part.padStart(2, '0'))
    .join('-');
const factsOf = ({ so, loai, ngay }: Known): DocumentFacts => ({ number: so, type: loai, issued: day(ngay) });
/** The file name that a CMS derives from a name. */
const slug = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z\d.]+/g, '-');

/** The documents of a page that contains only a table. */
const table = async (html: string, chosen: SelectorFields = {}): Promise<Item[]> =>
  (await page(`<h1>Văn bản</h1><table>${html}</table>`, chosen, 'documents')).feed.items;

async function expectKnown(items: readonly Item[], origin: string): Promise<void> {
  const all = await known();
  expect(items).to.have.length(all.length);
  for (const item of items) {
    const facts = item._tct!.document!;
    const wanted = all.find(({ so }) => so === facts.number)!;
    expect(facts, item.title).to.deep.equal(factsOf(wanted));
    expect(item.title, item.title).to.equal(wanted.title);
    expect(item.date_published).to.equal(`${facts.issued}T00:00:00+07:00`);
    expect(item._tct!.precision).to.equal('day');
    expect(item.attachments?.map(({ title }) => slug(title!))).to.deep.equal(
      wanted.files.map((file) => slug(file === 'CV301.PDF' ? 'CV301.pdf' : file)),
    );
    for (const { url, mime_type } of item.attachments!) {
      expect(url).to.match(new RegExp(`^${origin}/`));
      expect(mime_type).to.match(/^application\/(?:pdf|vnd\.)/);
    }
  }
}

describe('documents on pages', () => {
  describe('reads recorded pages', () => {
    for (const [name, chosen] of [
      ['by its selector', { table: '.entry-content table' }],
      ['by the element around it', { table: 'article' }],
      ['by itself', {}],
    ] as [string, SelectorFields][])
      it(`WordPress’s table, found ${name}`, async () => {
        const { feed } = await recorded('wordpress/html-page-vanban.html', '/van-ban/', chosen, 'documents');
        expect(faults(feed)).to.deep.equal([]);
        await expectKnown(feed.items, 'http://127.0.0.1:8801');
      });

    for (const [name, chosen] of [
      ['by its selector', { table: '.flex-table-laws' }],
      ['by itself', {}],
      ['item by item', { item: '.table-rows:not(.table-head)' }],
    ] as [string, SelectorFields][])
      it(`NukeViet’s list of laws, found ${name}`, async () => {
        const { feed } = await recorded('nukeviet/html-laws.html', '/laws/', chosen, 'documents');
        expect(faults(feed)).to.deep.equal([]);
        await expectKnown(feed.items, 'http://127.0.0.1:8802');
        for (const { url } of feed.items)
          expect(url).to.match(/^http:\/\/127.0.0.1:8802\/laws\/detail\/[\w-]+\/$/);
      });

    it('NukeViet’s page of one law, with all its facts', async () => {
      const path = '/laws/detail/Quyet-dinh-so-123-QD-TCT-1/';
      for (const chosen of [{}, { table: '.table-responsive table' }]) {
        const { feed } = await recorded('nukeviet/html-laws-detail.html', path, chosen, 'documents');
        expect(faults(feed)).to.deep.equal([]);
        expect(feed.items).to.have.length(1);
        const [item] = feed.items;
        expect(item).to.deep.include({
          url: `http://127.0.0.1:8802${path}`,
          title: (await known())[0]!.title,
          summary: 'Về việc ban hành Quy chế quản lý đào tạo, bồi dưỡng.',
          date_published: '2024-03-05T00:00:00+07:00',
        });
        expect(item!._tct!.document).to.deep.equal({
          number: '123/QĐ-TCT',
          type: 'Quyết định',
          field: 'Đào tạo, bồi dưỡng',
          issuer: 'Trường Chính trị tỉnh',
          signer: 'Hiệu trưởng',
          issued: '2024-03-05',
          effective: '2024-03-05',
        });
        expect(item!.attachments!.map(({ title, mime_type }) => [title, mime_type.slice(-8)])).to.deep.equal([
          ['quyet-dinh-so-123-qd-tct-ngay-05-3-2024.pdf', 'tion/pdf'],
          ['qd-123-qd-tct.docx', 'document'],
        ]);
      }
    });
  });

  describe('reads pages of the sample sites', () => {
    let cluster: SampleCluster;
    before(async () => {
      cluster = await startCluster();
    });
    after(() => cluster.stop());

    it('a hand-made table', async () => {
      const { feed } = await served(cluster.sites.plainHtml, '/vanban.html', {}, 'documents');
      expect(feed.items.map(({ title, _tct }) => [title, _tct!.document])).to.deep.equal([
        [
          'Về việc ban hành Quy chế quản lý đào tạo, bồi dưỡng',
          { number: '123/QĐ-TCT', issued: '2024-03-05', type: 'Quyết định' },
        ],
        [
          'Về việc viết tiểu luận, khóa luận tốt nghiệp',
          { number: '07/HD-TCT', issued: '2025-01-15', type: 'Hướng dẫn' },
        ],
      ]);
      expect(feed.items[0]!.attachments).to.deep.equal([
        {
          url: cluster.sites.plainHtml.url('/files/QD-123-QD-TCT.docx'),
          title: 'QD-123-QD-TCT.docx',
          mime_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        },
      ]);
    });

    it('a Liferay table pasted from Word: caption, two header rows, groups, spanning cells, unclosed paragraphs', async () => {
      const { liferay } = cluster.sites;
      const { feed } = await served(liferay, '/web/guest/van-ban', {}, 'documents');
      expect(faults(feed)).to.deep.equal([]);
      expect(feed.items.map(({ title, _tct }) => [title, _tct!.document])).to.deep.equal([
        [
          'Viết tiểu luận, khóa luận tốt nghiệp',
          { number: '07/HD-TCT', type: 'Hướng dẫn', issued: '2025-01-15', issuer: 'Trường Chính trị' },
        ],
        [
          'Ban hành Quy chế quản lý đào tạo',
          { number: '123/QĐ-TCT', type: 'Quyết định', issued: '2024-03-05', issuer: 'Trường Chính trị' },
        ],
      ]);
      expect(
        feed.items.map(({ attachments }) => attachments!.map(({ title, mime_type }) => [title, mime_type])),
      ).to.deep.equal([
        [['HD07-viet-khoa-luan.pdf', 'application/pdf']],
        [
          ['Quyết định', 'application/pdf'],
          ['Phụ lục', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
        ],
      ]);
    });
  });

  describe('columns of a table', () => {
    const headers: [label: string, words: string][] = [
      [
        'number',
        'Số/Ký hiệu|SỐ KÍ HIỆU|Số, ký hiệu văn bản|Số hiệu|Số văn bản|Số|Ký hiệu|Số VB|Số và ký hiệu|So hieu van ban',
      ],
      [
        'issued',
        'Ngày ban hành|Ngày ký|Ngày tháng|Ngày, tháng, năm|Ngày VB|Ngày văn bản|Ngày|Thời gian ban hành',
      ],
      ['published', 'Ngày đăng|Ngày cập nhật'],
      ['effective', 'Ngày hiệu lực|Ngày có hiệu lực|Ngày bắt đầu hiệu lực|Có hiệu lực từ'],
      ['expires', 'Ngày hết hiệu lực|Hết hiệu lực'],
      ['validity', 'Hiệu lực'],
      ['status', 'Tình trạng|Tình trạng hiệu lực|Trạng thái'],
      ['type', 'Loại|Thể loại|Loại văn bản|Hình thức văn bản'],
      ['field', 'Lĩnh vực|LĨNH  VỰC:'],
      ['issuer', 'Cơ quan ban hành|Đơn vị ban hành|Nơi ban hành|CQ ban hành'],
      ['signer', 'Người ký|Người kí'],
      ['title', 'Tên văn bản|Tên|Tiêu đề|Văn bản|Tên tài liệu'],
      ['summary', 'Trích yếu|Trích yếu nội dung|Nội dung|Mô tả|Về việc|Trich yeu'],
      [
        'files',
        'Tải về|File đính kèm|Tệp đính kèm|Tập tin|Tệp|Đính kèm|Download|Tải file|Toàn văn|Xem|Chi tiết',
      ],
      ['ignored', 'STT|TT|Số TT|Số thứ tự'],
      ['replaces', 'Thay thế|Thay thế cho văn bản'],
      ['undefined', 'Lượt xem|Ghi chú|Số lượng|Bị thay thế||Ngày sinh|Tình trạng hôn nhân'],
    ];
    for (const [label, words] of headers)
      it(`${label}: ${words}`, () => {
        for (const word of words.split('|')) {
          expect(String(headLabelOf(word)), word).to.equal(label);
          expect(String(headLabelOf(word.normalize('NFD').toUpperCase())), word).to.equal(label);
        }
      });

    it('give all facts; invalid dates and states are omitted; "Hiệu lực" may hold a date or a state', async () => {
      const items = await table(
        `<tr><td><b>STT<td>Số hiệu<td>Tên văn bản<td>Trích yếu<td>Loại<td>Lĩnh vực<td>Cơ quan ban hành<td>Người ký<td>Ngày ký<td>Ngày hiệu lực<td>Hết hiệu lực<td>Tình trạng<td>Thay thế<td>Hiệu lực
        <tr><td>1<td>01 /2018/TT-VPCP<td>Thông tư A<td>Về việc B<td>Thông tư<td>Văn thư; lưu trữ<td>VP. Chính phủ<td>Nguyễn A<td>05/3/2018<td>1/5/2018<td>01-05-2020<td>Hết hiệu lực<td>02/2010/TT-VPCP<td>Còn hiệu lực
        <tr><td>2<td>58<td>Quyết định C<td><td><td><td><td><td>không rõ<td>-<td>-<td>Đang dùng<td><td>01/02/2020`,
      );
      expect(items.map(({ _tct }) => _tct!.document)).to.deep.equal([
        {
          number: '01/2018/TT-VPCP',
          type: 'Thông tư',
          field: 'Văn thư; lưu trữ',
          issuer: 'VP. Chính phủ',
          signer: 'Nguyễn A',
          issued: '2018-03-05',
          effective: '2018-05-01',
          expires: '2020-05-01',
          status: 'expired',
          replaces: '02/2010/TT-VPCP',
        },
        { number: '58', type: 'Quyết định', effective: '2020-02-01' },
      ]);
      expect(items[0]).to.include({ title: 'Thông tư A', summary: 'Về việc B' });
      expect(items[1]).not.to.have.property('date_published');
    });

    it('override what is read from title and number', async () => {
      const [item] = await table(
        '<tr><th>Số<th>Tên văn bản<th>Loại<th>Ngày ký<tr><td>11-QĐ/TW<td>Quyết định số 12-QĐ/TW ngày 01/01/2021 về A<td>Quy định<td>19/5/2021',
      );
      expect(item!._tct!.document).to.deep.equal({
        number: '11-QĐ/TW',
        type: 'Quy định',
        issued: '2021-05-19',
      });
    });

    it('of the type are not needed where the title has it', async () => {
      const types = async (html: string) =>
        (await table(`<tr><th>Số/Ký hiệu<th>Ngày ban hành<th>${html}`)).map(
          ({ _tct }) => _tct!.document!.type,
        );
      const regulation = 'Quy định về trường chính trị chuẩn';
      expect(
        await types(
          `Trích yếu<tr><td>11-QĐ/TW<td>19/05/2021<td><a href="/11.pdf">${regulation}</a><tr><td>155/QĐ-BGDĐT<td>15/01/2026<td><a href="/155.pdf">Quyết định về việc công bố thủ tục hành chính</a>`,
        ),
      ).to.deep.equal(['Quy định', 'Quyết định']);
      expect(
        await types(`Tên văn bản<th>Trích yếu<tr><td>11-QĐ/TW<td>19/05/2021<td>11-QĐ/TW<td>${regulation}`),
      ).to.deep.equal(['Quy định']);
      expect(
        await types(`Trích yếu<th>Loại<tr><td>11-QĐ/TW<td>19/05/2021<td>${regulation}<td>Quyết định`),
      ).to.deep.equal(['Quyết định']);
    });

    it('the day of publication is the date, the day of issue a fact', async () => {
      const [item] = await table(
        '<tr><th>Số<th>Trích yếu<th>Ngày ban hành<th>Ngày đăng<tr><td>1/QĐ-A<td>Về việc B<td>05/3/2024<td>06/3/2024 08:30',
      );
      expect(item!.date_published).to.equal('2024-03-06T08:30:00+07:00');
      expect(item!._tct!.document!.issued).to.equal('2024-03-05');
    });

    it('without a title column, the longest text is the title, or else the number', async () => {
      const items = await table(
        '<tr><th>Số<th>Ngày ký<th>Diễn giải<tr><td>1/QĐ-A<td>05/3/2024<td>Về việc ban hành quy chế<tr><td>2/QĐ-A<td>05/3/2024<td>',
      );
      expect(items.map(({ title }) => title)).to.deep.equal(['Về việc ban hành quy chế', '2/QĐ-A']);
    });

    it('repeated headers, groups and empty rows are not documents; several tables are read in order', async () => {
      const header = '<tr><td>STT<td>Số<td>Trích yếu</tr>';
      const one = `${header}<tr><td colspan=3>Năm 2024</tr><tr><td>1<td>1/QĐ-A<td>Về việc B</tr>${header}<tr><td><td><td></tr><tr><td>2<td>2/QĐ-A<td>Về việc C</tr>`;
      const items = await table(`${one}</table><table>${header}<tr><td>1<td>3/QĐ-A<td>Về việc D</tr>`, {
        table: 'table',
      });
      expect(items.map(({ title }) => title)).to.deep.equal(['Về việc B', 'Về việc C', 'Về việc D']);
    });

    it('a table inside a layout table', async () => {
      const { feed } = await page(
        '<table><tr><td>Danh mục<td><table><tr><td><a href=/a>Số ký hiệu</a></table></td><td><table><tr><th>Số<th>Trích yếu<tr><td>1/QĐ-A<td>Về việc B</table></table>',
        {},
        'documents',
      );
      expect(feed.items.map(({ title }) => title)).to.deep.equal(['Về việc B']);
    });

    it('a table without a header', async () => {
      const items = await table(
        '<tr><td>1<td><a href="/1.html">Quyết định số 12/QĐ-TCT ngày 05/3/2024 về việc A</a><td>06/3/2024<tr><td>2<td><a href="/2.pdf">Kế hoạch số 3/KH-TCT về việc B</a><td>07/3/2024',
        { table: 'table' },
      );
      expect(
        items.map(({ title, date_published, _tct }) => [
          title!.slice(0, 8),
          date_published!.slice(0, 10),
          _tct!.document!.number,
        ]),
      ).to.deep.equal([
        ['Quyết đị', '2024-03-06', '12/QĐ-TCT'],
        ['Kế hoạch', '2024-03-07', '3/KH-TCT'],
      ]);
      expect(items[1]!.attachments).to.have.length(1);
    });

    it('endless columns and row spans', async () => {
      const items = await table(
        `<tr><th>Số<th>Trích yếu<th colspan=99999999>Ghi chú${'<tr><td>1/QĐ-A<td rowspan=99999>Về việc B<td colspan=-1>c'.repeat(200)}`,
      );
      expect(items).to.have.length(1);
    });
  });

  describe('links and files', () => {
    const row = async (cells: string) => (await table(`<tr><th>Số<th>Trích yếu<th>Tải về<tr>${cells}`))[0]!;

    it('the URL is the document’s page, or else its file', async () => {
      const paged = await row('<td>1/QĐ-A<td><a href="/vb/1">Về việc B</a><td><a href="/1.pdf">Tải</a>');
      expect([paged.url, paged.attachments!.length]).to.deep.equal(['http://truong.example/vb/1', 1]);
      const filed = await row('<td>1/QĐ-A<td><a href="/1.pdf">Về việc B</a><td>');
      expect([filed.url, filed.attachments]).to.deep.equal([
        'http://truong.example/1.pdf',
        [{ url: 'http://truong.example/1.pdf', title: 'Về việc B', mime_type: 'application/pdf' }],
      ]);
      const aside = await row(
        '<td>1/QĐ-A<td>Về việc B<td><a href="/vb/1">Chi tiết</a> <a href="/f/1">Tải về</a>',
      );
      expect(aside.url).to.equal('http://truong.example/vb/1');
      expect(aside.attachments).to.deep.equal(
        [{ url: 'http://truong.example/f/1', mime_type: 'application/octet-stream', title: 'Tải về' }].map(
          ({ title: _, ...file }) => file,
        ),
      );
    });

    for (const [name, link, url, title] of [
      [
        'a script',
        `<a href="#" onclick="window.open('/files/57.pdf');return false;">Tải về</a>`,
        '/files/57.pdf',
        '57.pdf',
      ],
      ['a javascript: URL', `<a href="javascript:mo('/files/57.pdf')">Tải về</a>`, '/files/57.pdf', '57.pdf'],
      [
        'a handler in a script',
        `<a onclick="window.open('/Tai.aspx?id=57')">Tải về</a>`,
        '/Tai.aspx?id=57',
        undefined,
      ],
      [
        'a button',
        `<button onclick="location.href='/files/57.pdf'">Tải về</button>`,
        '/files/57.pdf',
        '57.pdf',
      ],
      [
        'a part of a cell',
        `<div onclick="window.open('/files/57.pdf')">Tải về</div>`,
        '/files/57.pdf',
        '57.pdf',
      ],
      ['an image', `<img src="/pdf.png" onclick="tai('/files/57.pdf')">`, '/files/57.pdf', '57.pdf'],
      [
        'a file named in the query',
        '<a href="/Download.aspx?file=57-NQ.pdf&amp;x=1">Tải về</a>',
        '/Download.aspx?file=57-NQ.pdf&x=1',
        '57-NQ.pdf',
      ],
      [
        'Liferay’s file',
        '<a href="/documents/1/0/57+NQ.pdf/0c5e?t=1">Tải về</a>',
        '/documents/1/0/57+NQ.pdf/0c5e?t=1',
        '57+NQ.pdf',
      ],
    ] as const)
      it(`the file behind ${name}`, async () => {
        const files = [{ url: `http://truong.example${url}`, title }];
        const seen = (item: Item) => item.attachments?.map((file) => ({ url: file.url, title: file.title }));
        expect(seen(await row(`<td>57-NQ/TW<td>Về việc B<td>${link}`))).to.deep.equal(files);
      });

    it('a script that builds its address names no file', async () => {
      const item = await row(
        `<td>1/QĐ-A<td>Về việc B<td><a href="#" onclick="window.open('/files/' + id)">Tải về</a><a href="javascript:__doPostBack('grid$xem','')">Tải về</a>`,
      );
      expect(item).not.to.have.property('attachments');
    });

    it('files of other schemes are ignored, and duplicates dropped', async () => {
      const item = await row(
        '<td>1/QĐ-A<td>Về việc B<td><a href="javascript:tai()">Tải</a><a href="file:///c:/a.pdf">Tải</a><a href="/a.pdf">Tải</a><a href="/a.pdf"><img src=pdf.gif></a>',
      );
      expect(item.attachments).to.have.length(1);
    });
  });

  describe('items of a list', () => {
    it('links whose titles contain the facts', async () => {
      const item = await newsItem(
        '<a href="/files/12-KH-TCT.pdf">Kế hoạch số 12/KH-TCT ngày 08/01/2024 về việc thi đua</a> <i>(09/01/2024)</i>',
        {},
        'documents',
      );
      expect(item._tct!.document).to.deep.equal({
        number: '12/KH-TCT',
        type: 'Kế hoạch',
        issued: '2024-01-08',
      });
      expect(item.date_published).to.equal('2024-01-09T00:00:00+07:00');
      expect(item.attachments).to.have.length(1);
    });

    it('items with labelled lines, definition lists or tables', async () => {
      const wanted = { number: '12/KH-TCT', type: 'Kế hoạch', issued: '2024-01-08', signer: 'Nguyễn A' };
      for (const facts of [
        '<p>Số kí hiệu: 12/KH-TCT<br>Ngày ban hành: 08/01/2024<br>Người ký: <b>Nguyễn A</b></p>',
        '<dl><dt>Số hiệu<dd>12/KH-TCT<dt>Ngày ký<dd>08/01/2024<dt>Người ký<dd>Nguyễn A</dl>',
        '<table><tr><td>Số hiệu<td>12/KH-TCT<tr><td>Ngày ký<td>08/01/2024<tr><td>Người ký<td>Nguyễn A</table>',
        '<table><tr><td>Số hiệu:<td>12/KH-TCT<td>Ngày ký:<td>08/01/2024<tr><td>Người ký:<td>Nguyễn A</table>',
      ]) {
        const item = await newsItem(`<h3><a href=/1>Về việc thi đua</a></h3>${facts}`, {}, 'documents');
        expect(item._tct!.document, facts).to.deep.equal(wanted);
        expect(item.title).to.equal('Về việc thi đua');
      }
    });

    it('an item that is not a document stays an item', async () => {
      const item = await newsItem('<a href=/1>Danh mục tài liệu học tập</a>', {}, 'documents');
      expect(item).not.to.have.property('_tct');
    });
  });

  it('a page of one document whose form is a list of lines', async () => {
    const { feed } = await page(
      '<title>x</title><form>Số ký hiệu: <input> Loại: <select><option>Quyết định</select></form><div><h1>Kế hoạch thi đua năm 2024</h1><ul><li><b>Số ký hiệu:</b> 12/KH-TCT<li><b>Ngày ban hành:</b> 08/01/2024<li><b>Cơ quan ban hành:</b> Trường</ul><p>Thực hiện kế hoạch của cụm thi đua.</p><a href="/a.docx">Tải về</a></div><div><a href="/khac.pdf">Khác</a></div>',
      {},
      'documents',
    );
    expect(feed.items).to.deep.equal([
      {
        id: 'truong.example/tin',
        url: 'http://truong.example/tin/',
        title: 'Kế hoạch thi đua năm 2024',
        content_text: 'Thực hiện kế hoạch của cụm thi đua.',
        summary: 'Thực hiện kế hoạch của cụm thi đua.',
        date_published: '2024-01-08T00:00:00+07:00',
        attachments: [
          {
            url: 'http://truong.example/a.docx',
            title: 'a.docx',
            mime_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          },
        ],
        _tct: {
          precision: 'day',
          document: { number: '12/KH-TCT', type: 'Kế hoạch', issued: '2024-01-08', issuer: 'Trường' },
        },
      },
    ]);
  });

  it('a page of one document in ASP.NET’s form, beside a login', async () => {
    const { feed } = await page(
      '<title>x</title><form id="form1"><input name="u"><input type="password" name="p"><div><h1>Kế hoạch thi đua năm 2024</h1><p>Số ký hiệu: 12/KH-TCT</p><p>Ngày ban hành: 08/01/2024</p><p>Người ký: Nguyễn A</p><p>Thực hiện kế hoạch của cụm thi đua.</p><a href="/a.docx">Tải về</a></div></form>',
      {},
      'documents',
    );
    const [item] = feed.items;
    expect(item).to.deep.include({
      title: 'Kế hoạch thi đua năm 2024',
      summary: 'Thực hiện kế hoạch của cụm thi đua.',
    });
    expect(item!._tct!.document!.number).to.equal('12/KH-TCT');
    expect(item!.attachments).to.have.length(1);
  });
});
