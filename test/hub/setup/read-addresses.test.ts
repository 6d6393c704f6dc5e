import { expect } from 'chai';
import { readAddresses } from '../../../hub/setup/read-addresses.ts';

describe('the addresses in what was pasted', () => {
  const addresses = (text: string) => readAddresses(text).addresses;

  it('stand on lines, or between commas and spaces', () => {
    expect(
      addresses('a.edu.vn\nhttps://b.edu.vn/tin-tuc\r\n\r\nc.gov.vn, http://d.vn;e.vn f.vn/x'),
    ).to.deep.equal(['a.edu.vn', 'https://b.edu.vn/tin-tuc', 'c.gov.vn', 'http://d.vn', 'e.vn', 'f.vn/x']);
  });

  it('stand among words, in brackets and tables', () => {
    const { addresses, ignored } = readAddresses(
      `Kính gửi anh,
1. Trường Chính trị Tô Hiệu TP.HCM (http://tohieu.vn/). Xem thêm www.nvc-bn.edu.vn!
2. “Trường B”\t<https://b.vn/>\t30 giảng viên
* c.edu.vn: trường C`,
    );
    expect(addresses).to.deep.equal(['http://tohieu.vn/', 'www.nvc-bn.edu.vn', 'https://b.vn/', 'c.edu.vn']);
    expect(ignored).to.deep.equal(['Kính gửi anh,']);
  });

  it('may be of this machine, or in Vietnamese letters', () => {
    expect(addresses('127.0.0.1:8080\nlocalhost:3000/a\nhttp://[::1]:80/\ntrườngchínhtrị.vn')).to.deep.equal([
      '127.0.0.1:8080',
      'localhost:3000/a',
      'http://[::1]:80/',
      'trườngchínhtrị.vn',
    ]);
  });

  it('are taken once, whatever their form', () => {
    expect(addresses('http://www.a.vn/\nhttps://a.vn\na.vn/ http://a.vn/?utm_source=x')).to.deep.equal([
      'http://www.a.vn/',
    ]);
  });

  it('are told from what is none', () => {
    const { addresses, ignored } = readAddresses(
      '# ghi chú a.vn\nftp://a.vn/ vanphong@b.vn\nhttp://\ndanh-sach.docx\nTrường C chưa có trang\nd.vn',
    );
    expect(addresses).to.deep.equal(['d.vn']);
    expect(ignored).to.deep.equal([
      'ftp://a.vn/',
      'vanphong@b.vn',
      'http://',
      'danh-sach.docx',
      'Trường C chưa có trang',
    ]);
  });

  it('come from an OPML file, the homepage before the feed', () => {
    const { addresses, ignored } = readAddresses(`\ufeff<?xml version="1.0"?><opml version="2.0"><body>
      <outline text="Trường A" htmlUrl="http://a.vn/"><outline text="Tin" xmlUrl="http://a.vn/rss"/>
      <outline text="Văn bản" xmlUrl="http://a.vn/rss2"/></outline>
      <outline text="B" xmlurl="https://b.vn/feed/" htmlurl="https://b.vn"/>
      <outline text="C" xmlUrl="https://c.vn/feed/"/><outline text="D" xmlUrl="javascript:alert(1)"/>
      <outline text="Thư mục"/></body></opml>`);
    expect(addresses).to.deep.equal(['http://a.vn/', 'https://b.vn', 'https://c.vn/feed/']);
    expect(ignored).to.deep.equal(['D']);
  });
});
