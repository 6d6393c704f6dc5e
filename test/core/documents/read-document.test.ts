import { expect } from 'chai';
import { documentType, readDocument } from '../../../core/documents/read-document.ts';
import { readFeed } from '../../../core/index.ts';
import { bytes } from '../../fixture.ts';

interface Recorded {
  key: string;
  loai: string;
  so: string;
  ngay: string;
  title: string;
}

const recorded = async (): Promise<Recorded[]> =>
  JSON.parse(new TextDecoder().decode(await bytes('docs.json')));
const day = (words: string) =>
  words
    .split('/')
    .reverse()
    .map((part) => part.padStart(2, '0'))
    .join('-');

describe('documents', () => {
  it('are read from the titles of the recorded ones', async () => {
    for (const { title, so, loai, ngay, key } of await recorded()) {
      // This one has its number in its form only.
      if (key === 'lich') continue;
      expect(readDocument(title), title).to.deep.equal({ number: so, type: loai, issued: day(ngay) });
    }
  });

  it('are read from the recorded NukeViet laws feed, whose titles have the number before them in brackets', async () => {
    const all = await recorded();
    const feed = await readFeed(await bytes('nukeviet/rss-laws.xml'), { url: 'http://127.0.0.1/laws/rss/' });
    expect(feed.items).to.have.length.above(5);
    for (const item of feed.items) {
      const wanted = all.find(({ so }) => item._tct?.document?.number === so)!;
      expect(wanted.title.startsWith(item.title!), `${item.title}: ${wanted.title}`).to.equal(true);
      expect(item._tct?.document, item.title).to.include({
        number: wanted.so,
        type: wanted.loai,
        issued: day(wanted.ngay),
      });
    }
  });

  it('keep what else their titles have in brackets', async () => {
    const title = '[Mật] Quyết định số 58/QĐ-TCT ngày 10/02/2026 về việc tuyển sinh';
    const feed = await readFeed(
      `<rss><channel><item><title>${title}</title></item><item><title>[59/QĐ-TCT]</title></item></channel></rss>`,
      { url: 'http://127.0.0.1/rss' },
    );
    expect(feed.items.map(({ title, _tct }) => [title, _tct?.document?.number])).to.deep.equal([
      [title, '58/QĐ-TCT'],
      ['[59/QĐ-TCT]', '59/QĐ-TCT'],
    ]);
  });

  it('are read from the recorded WordPress media', async () => {
    const all = await recorded();
    const feed = await readFeed(await bytes('wordpress/rest-media-documents.json'), {
      url: 'http://127.0.0.1/wp-json/wp/v2/media',
    });
    const titled = feed.items.filter(({ title }) => title);
    expect(titled).to.have.length(11);
    for (const item of titled) {
      const wanted = all.find(({ title }) => item.title!.startsWith(title))!;
      expect(item._tct?.document, item.title).to.include({
        number: wanted.so,
        type: wanted.loai,
        issued: day(wanted.ngay),
      });
      expect(item.attachments, item.title).to.have.length(1);
    }
  });

  const numbers: [title: string, number: string, type?: string][] = [
    ['1595/HD-HVCTQG', '1595/HD-HVCTQG', 'Hướng dẫn'],
    ['155/QĐ-BGDĐT', '155/QĐ-BGDĐT', 'Quyết định'],
    ['Nghị định 30/2020/NĐ-CP về công tác văn thư', '30/2020/NĐ-CP', 'Nghị định'],
    ['Quy định số 11-QĐ/TW của Ban Bí thư', '11-QĐ/TW', 'Quy định'],
    ['36-HD/VPTW', '36-HD/VPTW', 'Hướng dẫn'],
    ['14-KH/TCT', '14-KH/TCT', 'Kế hoạch'],
    ['08/CT-TW', '08/CT-TW', 'Chỉ thị'],
    ['19/NQ-TU', '19/NQ-TU', 'Nghị quyết'],
    ['42/2022/NĐCP', '42/2022/NĐCP'],
    ['01 /2018/TT-VPCP', '01/2018/TT-VPCP', 'Thông tư'],
    ['12 - ĐA/TU', '12-ĐA/TU', 'Đề án'],
    ['12-DA/TU', '12-DA/TU', 'Dự án'],
    ['07/CĐ-TTg', '07/CĐ-TTg', 'Công điện'],
    ['45-TB-TCT_signed', '45-TB-TCT', 'Thông báo'],
    ['15/QYĐ-TCT', '15/QYĐ-TCT', 'Quy định'],
    ['15/QyĐ-TCT', '15/QyĐ-TCT', 'Quy định'],
    ['09/TTR-TCT', '09/TTR-TCT', 'Tờ trình'],
    ['Số: 45/TB-TCT ngày 14/02/2023', '45/TB-TCT', 'Thông báo'],
    ['Hướng dẫn liên tịch số 01-HD/TCT-TU', '01-HD/TCT-TU', 'Hướng dẫn'],
    ['Quyết định của Ban Thường vụ Tỉnh ủy số 155-QĐ/TU', '155-QĐ/TU', 'Quyết định'],
    ['QUYẾT ĐỊNH SỐ 5/Q\u00d0-TCT', '5/QĐ-TCT', 'Quyết định'],
  ];
  for (const [title, number, type] of numbers) {
    it(`finds number ${number} in ${title}`, () => {
      const facts = readDocument(title);
      expect(facts?.number).to.equal(number);
      expect(facts?.type).to.equal(type);
    });
  }

  const types: [number: string, title: string, type: string][] = [
    // QĐ is either in the Party.
    ['11-QĐ/TW', 'Quy định về trường chính trị chuẩn', 'Quy định'],
    ['11-QĐ/TW', 'QUY ĐỊNH về trường chính trị chuẩn', 'Quy định'],
    ['11-QĐ/TW', '“Qui định về trường chính trị chuẩn”', 'Quy định'],
    ['11-QĐ/TW', '11-QĐ/TW – Quy định về trường chính trị chuẩn', 'Quy định'],
    ['11-QĐ/TW', 'Số 11-QĐ/TW ngày 19/5/2021: Quy định về trường chính trị chuẩn', 'Quy định'],
    ['1150-QĐNS/TW', 'Về công tác cán bộ', 'Quyết định'],
    ['08-QĐi/TW', 'Trách nhiệm nêu gương của cán bộ, đảng viên', 'Quy định'],
    ['11-QĐ/TW', 'Quyết định về việc công bố thủ tục hành chính', 'Quyết định'],
    ['11-QĐ/TW', 'Về việc ban hành Quy định về trường chính trị chuẩn', 'Quyết định'],
    ['11-QĐ/TW', 'Quy địnhvề trường', 'Quyết định'],
    // What decisions issue.
    ['12/QĐ-TCT', 'Quy chế làm việc của Nhà trường', 'Quy chế'],
    ['12/QĐ-TCT', 'Quy trình thi tốt nghiệp', 'Quy trình'],
    ['12/QĐ-TCT', 'Nội quy lớp học', 'Nội quy'],
    ['12/QĐ-TCT', 'Quy định về chế độ làm việc của giảng viên', 'Quy định'],
    // A subject may begin with a verb, which is also the name of a type.
    ['08/2023/TT-BGDĐT', 'Quy định chuẩn nghề nghiệp giáo viên', 'Thông tư'],
    ['30/2020/NĐ-CP', 'Quy định về công tác văn thư', 'Nghị định'],
    ['26/2023/QĐ-UBND', 'Quy định phân cấp quản lý', 'Quyết định'],
    ['301/CV-TCT', 'Hướng dẫn viết tiểu luận', 'Công văn'],
    ['45/CV-TCT', 'Thông báo lịch thi', 'Công văn'],
    ['19/NQ-HĐND', 'Quyết định biên chế năm 2026', 'Nghị quyết'],
    ['12/KH-TCT', 'Báo cáo viên tháng 5', 'Kế hoạch'],
    // The number alone.
    ['14-KL/TW', 'Về chủ trương khuyến khích cán bộ', 'Kết luận'],
    ['14-KH/TCT', 'Về việc tổ chức hội giảng', 'Kế hoạch'],
    ['06-QC/TW', 'Về phối hợp công tác', 'Quy chế'],
    ['15/QyĐ-TCT', 'Về thi tốt nghiệp', 'Quy định'],
    ['15/TCT', 'Kế hoạch hội giảng', 'Kế hoạch'],
  ];
  for (const [number, title, type] of types)
    it(`takes ${number} “${title}” for ${type}`, () =>
      expect(documentType(title.normalize('NFD'), number)).to.equal(type));

  it('takes the type from the subject if the title is only the number', () => {
    const type = (title: string, text: string) => readDocument(title, text)?.type;
    expect(type('11-QĐ/TW', 'Quy định về trường chính trị chuẩn')).to.equal('Quy định');
    expect(type('[11-QĐ/TW]', 'Ngày ban hành: 19/05/2021. Trích yếu: Quy định về trường chuẩn')).to.equal(
      'Quy định',
    );
    expect(type('11-QĐ/TW về trường chuẩn', 'Quy định này áp dụng cho')).to.equal('Quyết định');
  });

  const news = [
    'THÔNG BÁO TUYỂN SINH CÁC LỚP ĐÀO TẠO, BỒI DƯỠNG NĂM 2026',
    'Kế hoạch tuyển sinh 38 lớp (kèm theo Quyết định số 58/QĐ-TCT ngày 10/02/2026)',
    'Quyết định của Trường về khen thưởng (theo Tờ trình số 9/TTr-TCT)',
    'Kỷ niệm 77 năm Quốc khánh 2/9 - Ngày hội lớn',
    'Sáng 26/7/2022, tại Trường Chính trị tỉnh Ninh Bình',
    'Thẩm định các tiêu chí theo Quy định số 11-QĐ/TW',
    '',
  ];
  for (const title of news)
    it(`treats “${title}” as news`, () => expect(readDocument(title)).to.equal(undefined));

  it('prefers the facts that a form states to the title', () => {
    const text =
      'Loại văn bản: Quy định; số ký hiệu: 11-QĐ/TW; ngày ban hành: 19/5/2021; cơ quan ban hành: Ban Bí thư; người ký: Võ Văn A; lĩnh vực: Đào tạo; ngày có hiệu lực: 01/06/2021; tình trạng: Hết hiệu lực; thay thế: 09-QĐ/TW';
    expect(readDocument('11-QĐ/TW', text)).to.deep.equal({
      number: '11-QĐ/TW',
      type: 'Quy định',
      issued: '2021-05-19',
      issuer: 'Ban Bí thư',
      signer: 'Võ Văn A',
      field: 'Đào tạo',
      effective: '2021-06-01',
      status: 'expired',
      replaces: '09-QĐ/TW',
    });
    expect(readDocument('Công văn số 1/CV-TCT', 'Tình trạng: Còn hiệu lực')?.status).to.equal('valid');
  });

  it('is fast on long text', () => {
    const long = `${'số '.repeat(30_000)}${'1 / '.repeat(30_000)}`;
    expect(readDocument(long.slice(0, 1000), long)).to.equal(undefined);
  });
});
