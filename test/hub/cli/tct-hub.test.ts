import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { readCluster } from '../../../core/config/cluster.ts';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { loadConfig } from '../../../hub/config/load-config.ts';
import { serve } from '../../../hub/http/serve.ts';
import { collect, runCommand, startCommand } from '../run-command.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;

const run = (...args: string[]) => runCommand(args);

describe('the command tct-hub', function () {
  this.timeout(60_000);
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

  it('prints one line under cron, and a line for each source with --json', async () => {
    await configure({ ...hub.configuration, contact: 'mailto:vanphong@truong.example' });
    const now = ['--now', new Date(NOW).toISOString()];
    const quiet = await run('--config', config(), '--out', hub.out, '--state', hub.state, ...now);
    expect(quiet.text.trim().split('\n')).to.have.length(1);
    expect(quiet.text).to.match(/hỏi 7 nguồn, \d+ bài mới, 0 lỗi/);
    // Every request contains the contact.
    expect(hub.sites.joomla.requests[0]!.headers['user-agent']).to.match(
      /^tct-hub\/[\d.]+ \(\+mailto:vanphong@truong\.example\)$/,
    );
    const other = ['--out', join(hub.folder, 'other'), '--json'];
    const lines = (await run('--config', config(), ...other, ...now)).text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).school)).to.include.members(['wp', 'nv', 'lr', 'jo', 'dn']);
  });

  it('publishes the widgets’ scripts', async () => {
    await configure(hub.configuration);
    await run('--config', config(), '--out', hub.out, '--state', hub.state);
    expect(await hub.text('tct.js')).to.include('tct-');
    for (const file of Object.keys(JSON.parse(await hub.text('integrity.json'))))
      expect((await hub.text(file)).length, file).to.be.greaterThan(0);
  });

  it('decides the exit code: 0 success, 1 some sources fail, 2 wrong usage', async () => {
    expect((await collect(hub, NOW)).code).to.equal(0);
    hub.sites.joomla.setFault({ kind: 'status', status: 500 });
    const failing = await collect(hub, NOW + LATER);
    expect(failing.code).to.equal(1);
    expect(failing.text).to.include('1 lỗi (jo · Tin)');
    // A source that is not due counts as failing until it has succeeded.
    expect((await collect(hub, NOW + LATER + 60_000)).code).to.equal(1);
    const unusable = await collect(hub, NOW, ['--every', '1m']);
    expect(unusable.code).to.equal(2);
    expect(unusable.text).to.include('--every');
  });

  describe('with a source that answers 101', () => {
    let server: Server;
    beforeEach(async () => {
      server = createServer((socket) =>
        socket
          .on('error', () => {})
          .once('data', () => socket.end('HTTP/1.1 101 x\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')),
      ).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { schools } = hub.configuration as { schools: object[] };
      hub.configuration = {
        ...hub.configuration,
        schools: [{ id: 'la', name: 'Trường lạ', home, news: `${home}/rss` }, ...schools],
      };
    });
    afterEach(() => {
      server.close();
    });

    it('publishes the others', async () => {
      const { code, text } = await collect(hub, NOW);
      expect(text).to.include('1 lỗi (la · Tin)');
      expect(code).to.equal(1);
      expect((await hub.feed('news.json')).items).to.not.have.length(0);
    });

    it('goes on with --every', async () => {
      await configure(hub.configuration);
      const child = startCommand(['--config', config(), '--out', hub.out, '--every', '5m']);
      const ended = once(child, 'close');
      const [line] = await Promise.race([once(child.stdout, 'data'), ended]);
      expect(String(line)).to.include('1 lỗi (la · Tin)');
      expect(child.exitCode).to.equal(null);
      child.kill();
      await ended;
    });
  });

  it('fails with a message if it ends before its work is done', async () => {
    await configure(hub.configuration);
    const args = ['--config', config(), '--out', hub.out];
    /** Runs with another `rename`, which every write of a file ends with. */
    const runWith = (rename: string) => {
      const code = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
        fs.promises.rename = () => new Promise(${rename}); syncBuiltinESMExports();`;
      return runCommand(args, { nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(code)}`] });
    };
    const stalled = await runWith('() => {}');
    expect(stalled.text).to.include('dừng giữa chừng');
    expect(stalled.code).to.equal(2);
    // The code 1 would mean that the other sources are published.
    const thrown = await runWith("() => setImmediate(() => { throw new Error('hỏng'); })");
    expect(thrown.text).to.include('Error: hỏng');
    expect(thrown.code).to.equal(2);
  });

  it('publishes although nobody reads its output', async () => {
    await configure(hub.configuration);
    const child = startCommand(['--config', config(), '--out', hub.out, '--json']);
    child.stdout.destroy();
    child.stderr.destroy();
    const [code] = await once(child, 'close');
    expect(code).to.equal(0);
    expect((await hub.feed('news.json')).items).to.not.have.length(0);
  });
});
