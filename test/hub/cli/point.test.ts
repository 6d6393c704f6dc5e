import { expect } from 'chai';
import { readCluster } from '../../../core/config/cluster.ts';
import { StaticSite } from '../discover/static-site.ts';
import { runCommand } from '../run-command.ts';

const post = (index: number) =>
  `<div class="tin"><a href="/tin/${index}">Nhà trường tổ chức hội thảo khoa học số ${index}</a> <i>0${index}/11/2026</i></div>`;
const LIST = `<title>Tin</title><main>${[1, 2, 3, 4].map(post).join('')}</main><a class=tiep href="/tin?trang=2">Trang sau</a>`;
const row = (index: number) =>
  `<tr><td>1${index}/QĐ-TCT</td><td>Ban hành quy chế làm việc số ${index}</td><td>0${index}/03/2025</td></tr>`;
const TABLE = `<table><tr><td>Mã nội bộ</td><td>Tên</td><td>Lúc ra</td></tr>${[1, 2, 3].map(row).join('')}</table>`;

describe('tct-hub point', () => {
  let site: StaticSite;
  before(async () => {
    site = await new StaticSite({
      '/tin': LIST,
      '/vb': TABLE,
      '/kin': LIST,
      '/robots.txt': { body: 'User-agent: *\nDisallow: /kin', headers: { 'Content-Type': 'text/plain' } },
    }).start();
  });
  after(() => site.stop());

  it('prints the entry for the configuration and what is read by it', async () => {
    const args = ['--title', 'nha truong to chuc HOI THAO khoa hoc so 2', '--next', 'Trang sau'];
    const { code, text } = await runCommand(['point', site.url('/tin'), ...args]);
    expect(code, text).to.equal(0);
    expect(text)
      .to.include('đọc được 4 mục')
      .and.include(`Trang sau: ${site.url('/tin?trang=2')}`);
    expect(text).to.match(/\n {2}03\/11\/2026 {2}Nhà trường tổ chức hội thảo khoa học số 3\n/);
    const entry = JSON.parse(text.slice(text.indexOf('\n{')));
    expect(entry).to.deep.equal({ url: site.url('/tin'), kind: 'page', item: 'div.tin', next: 'a.tiep' });
    readCluster({ name: 'Cụm', schools: [{ id: 'a', name: 'A', home: site.url('/'), news: entry }] });
  });

  it('names the columns of a table, and prints JSON', async () => {
    const columns = ['number=Mã nội bộ', 'title=Tên', 'issued=Lúc ra'].flatMap((each) => ['--column', each]);
    const { code, text } = await runCommand([
      'point',
      site.url('/vb'),
      '--kind',
      'documents',
      '--json',
      ...columns,
    ]);
    expect(code, text).to.equal(0);
    const { source, posts } = JSON.parse(text);
    expect(source.columns).to.deep.equal({ number: 'Mã nội bộ', title: 'Tên', issued: 'Lúc ra' });
    expect(posts.map(({ number }: { number: string }) => number)).to.deep.equal([
      '11/QĐ-TCT',
      '12/QĐ-TCT',
      '13/QĐ-TCT',
    ]);
  });

  it('tells what is wrong', async () => {
    const told = async (...args: string[]) => {
      const { code, text } = await runCommand(['point', ...args]);
      return `${code} ${text}`;
    };
    expect(await told()).to.match(/^2 Cần địa chỉ của trang/);
    expect(await told(site.url('/tin'), '--kind', 'tin')).to.match(/^2 --kind tin: cần news/);
    expect(await told(site.url('/tin'), '--column', 'so')).to.match(/^2 --column so: cần ví dụ/);
    expect(await told(site.url('/tin'), '--title', 'vắng')).to.match(/^1 .*không có chữ “vắng”/);
    expect(await told(site.url('/khong'))).to.match(/^1 .*404/);
    expect(await told(site.url('/kin'))).to.match(/^1 .*robots/);
  });
});
