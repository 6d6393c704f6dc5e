import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { readCluster } from '../../../core/config/cluster.ts';
import { loadConfig } from '../../../hub/config/load-config.ts';
import { serve } from '../../../hub/http/serve.ts';
import { runCommand } from '../run-command.ts';
import { type Hub, startHub } from '../start-hub.ts';

const run = (...args: string[]) => runCommand(args);

describe('the command tct-hub', () => {
  let hub: Hub;
  const config = () => join(hub.folder, 'cluster.jsonc');
  const configure = (value: unknown) =>
    writeFile(config(), typeof value === 'string' ? value : JSON.stringify(value));
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

  it('init prints a commented configuration that works', async () => {
    const { code, text } = await run('init');
    expect(code).to.equal(0);
    await configure(text);
    const cluster = await loadConfig(config());
    expect(cluster.schools.length).to.be.greaterThan(5);
    expect(cluster.places.map(({ name }) => name)).to.deep.equal(['Hà Nội', 'Đà Nẵng', 'TP Hồ Chí Minh']);
    expect(cluster.schools.find(({ id }) => id === 'ha-nam')).to.deep.include({
      active: false,
      successor: 'ninh-binh',
    });
  });

  it('init writes a file, and never overwrites one', async () => {
    expect((await run('init', config())).code).to.equal(0);
    expect((await loadConfig(config())).schools.length).to.be.greaterThan(5);
    const again = await run('init', config());
    expect(again.code).to.equal(2);
    expect(again.text).to.include('không ghi đè');
  });

  it('reads configurations in UTF-16 with a byte order mark, as PowerShell writes them', async () => {
    const { text } = await run('init');
    await writeFile(config(), Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect((await loadConfig(config())).name).to.include('đồng bằng sông Hồng');
  });

  it('prints no escape sequences, not even those in a configuration', async () => {
    await configure({ 'name\x1b]0;x\x07': '\x9b2J', schools: [{ id: '\u202e\x1b[31m' }] });
    const { code, text } = await run('check', '--config', config());
    expect(code).to.equal(2);
    expect(text)
      .to.include('name')
      .and.not.match(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  it('explains wrong arguments in one line', async () => {
    for (const [args, words] of [
      [['--fore'], /Không có tùy chọn --fore/],
      [['--config'], /--config thiếu giá trị/],
      [[], /Cần --config, và --out/],
      [['chek'], /Không có lệnh “chek”/],
      [['discover'], /Cần địa chỉ trang chủ/],
      [['discover', 'http://1.2.3.4.5/x'], /không phải địa chỉ trang/],
      [['discover', 'ftp://truong.example'], /không phải địa chỉ trang/],
      [['check'], /Cần --config/],
      [['init', 'a', 'b'], /Thừa “b”/],
      [['--out', hub.out, '--serve', 'abc'], /cần số cổng/],
      [['--out', hub.out, '--serve', '0'], /Không có thư mục .*out để phục vụ/],
      [['--config', 'x', '--out', hub.out, '--now', 'mai'], /--now mai/],
      [['--config', 'x', '--out', hub.out, '--now', '2026-11-23', '--every', '15m'], /một lần chạy/],
      [['--config', 'x', '--out', hub.out, '--every', '2d'], /từ 5m đến 24h/],
    ] as [string[], RegExp][]) {
      const { code, text } = await run(...args);
      expect(code, args.join(' ')).to.equal(2);
      expect(text.trim().split('\n'), args.join(' ')).to.have.length(1);
      expect(text, args.join(' ')).to.match(words);
    }
    const { server, url } = await serve(hub.folder);
    expect((await run('--out', hub.folder, '--serve', new URL(url).port)).text).to.include(
      'đang có chương trình khác dùng',
    );
    server.close();
  });

  it('check reports what each source contains', async () => {
    hub.sites.joomla.setFault({ kind: 'html', title: 'Trang chủ Trường D' });
    const { schools } = hub.configuration as { schools: { id: string }[] };
    await configure({ name: 'Cụm', schools: schools.filter(({ id }) => id === 'nv' || id === 'jo') });
    const { code, text } = await run('check', '--config', config());
    expect(code).to.equal(1);
    expect(text).to.match(/Trường B\n {2}Tin: \S+\n {4}✓ 25 bài, 20 có ảnh\. Mới nhất: “/);
    expect(text).to.match(/Văn bản: \S+\n {4}✓ 9 văn bản, 9 có số ký hiệu/);
    expect(text).to.include('“Trang chủ Trường D”');
    expect(text).to.include('1 trong 3 nguồn có lỗi');
  });

  it('check locates mistakes in the configuration', async () => {
    await configure('{ "name": "Cụm", "schools": [ }');
    expect((await run('check', '--config', config())).text).to.include('dòng 1, cột');
    await configure('{ "name": "Cụm",\n "news": 1, "schools": [], "news": 2 }');
    expect((await run('check', '--config', config())).text).to.match(
      /dòng 2, cột \d+: mục "news" ghi hai lần/,
    );
    await configure({ name: 'Cụm', schools: [{ id: 'nb', name: 'A', home: 'nb.example' }] });
    const { code, text } = await run('check', '--config', config());
    expect(code).to.equal(2);
    expect(text).to.include('schools[0] "nb" › home: cần địa chỉ bắt đầu bằng http:// hoặc https://');
    expect((await run('check', '--config', `${config()}x`)).text).to.include(`tct-hub init ${config()}x`);
    expect((await run('check', '--config', hub.folder)).text).to.include('đó là một thư mục');
    // A file that is not JSON at all gives only a few problems.
    await configure('{ a: 1,\n'.repeat(50));
    const lines = (await run('check', '--config', config())).text.trim().split('\n');
    expect(lines).to.have.length(12);
    expect(lines.at(-1)).to.match(/… và \d+ chỗ nữa/);
  });

  it('discover prints an entry for the configuration with the sources that work', async () => {
    const { code, text } = await run('discover', hub.sites.nukeviet.url('/'));
    expect(code, text).to.equal(0);
    expect(text).to.include('NukeViet');
    const entry = JSON.parse(text.slice(text.indexOf('\n{')));
    const { schools } = readCluster({ name: 'Cụm', schools: [{ ...entry, id: 'thu' }] });
    expect(schools[0]!.news).to.have.length(1);
    // There is a category named documents that contains news; the laws module has the documents.
    expect(schools[0]!.documents[0]!.url).to.equal(hub.sites.nukeviet.url('/vi/laws/rss/'));
    const feed = hub.sites.nukeviet.url('/rss/');
    expect((await run('discover', feed)).text).to.include(`"news": "${feed}"`);
  });

  it('discover finds lists on pages where there is no feed', async () => {
    const { code, text } = await run('discover', hub.sites.plainHtml.url('/'));
    expect(code, text).to.equal(0);
    const entry = JSON.parse(text.slice(text.indexOf('\n{')));
    const { schools } = readCluster({ name: 'Cụm', schools: [{ ...entry, id: 'thu' }] });
    expect(schools[0]!.news[0]).to.include({ kind: 'page', item: '#dstin tr' });
    expect(schools[0]!.documents[0]).to.include({
      kind: 'page',
      url: hub.sites.plainHtml.url('/vanban.html'),
    });
    await configure({ name: 'Cụm', schools });
    expect((await run('check', '--config', config())).code).to.equal(0);
  });
});
