import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { down, testPosts, WrittenSite } from '../changing-site.ts';
import { COMMAND, startCommand } from '../run-command.ts';
import { pageHeaders, send } from './console-client.ts';

/** No desktop, and nobody who is logged in from elsewhere. */
const HERE = { DISPLAY: '', WAYLAND_DISPLAY: '', SSH_CONNECTION: '', SSH_TTY: '' };
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\/#([\w-]+)/g;

/** A program that is running, with what it has printed. */
class Running {
  text = '';

  constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (bytes) => (this.text += bytes));
  }

  /** Waits until it has printed something. */
  async printed(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.text)) {
      expect(this.child.exitCode, this.text).to.equal(null);
      await Promise.race([once(this.child.stdout!, 'data'), once(this.child, 'close')]);
    }
    return this.text;
  }

  /** The addresses that it has printed. */
  get addresses(): { port: number; key: string }[] {
    return [...this.text.matchAll(ADDRESS)].map(([, port, key]) => ({ port: Number(port), key: key! }));
  }

  /** The session that an address begins; undefined if it is refused. */
  async open({ port, key }: { port: number; key: string }): Promise<string | undefined> {
    const { lines } = await this.call(port, 'open', { key });
    return (lines[0]!.result as { session: string } | undefined)?.session;
  }

  call(port: number, name: string, body: object, session?: string) {
    const options = { method: 'POST', path: `/api/${name}`, headers: pageHeaders(port, session) };
    return send(port, options, JSON.stringify(body));
  }

  async end(): Promise<{ code: number | null; text: string }> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return { code: this.child.exitCode, text: this.text };
  }
}

describe('tct-hub setup', () => {
  let folder: string;
  let running: Running | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tct-setup-'));
  });
  afterEach(async () => {
    running?.child.kill('SIGKILL');
    await running?.end();
    running = undefined;
    await rm(folder, { recursive: true, force: true });
  });
  const start = async (args: string[] = [], env: NodeJS.ProcessEnv = {}) => {
    const config = join(folder, 'cluster.jsonc');
    running = new Running(startCommand(['setup', '--config', config, ...args], { env: { ...HERE, ...env } }));
    await running.printed(/kết thúc\.\n/);
    return running;
  };

  it('prints an address that opens the page once, and ends with Ctrl+C', async () => {
    const setup = await start();
    expect(setup.text)
      .to.include(`Cấu hình: ${join(folder, 'cluster.jsonc')}`)
      .and.not.include('ssh');
    const [address] = setup.addresses;
    const { port } = address!;
    expect((await send(port, { path: '/' })).text).to.match(/<script[^>]+src=/);
    expect(await setup.open(address!)).to.match(/\S/);
    expect(await setup.open(address!)).to.equal(undefined);
    setup.child.kill('SIGINT');
    const { code, text } = await setup.end();
    expect(code).to.equal(0);
    expect(text)
      .to.match(/Đã kết thúc\.\n$/)
      .and.not.include('làm nốt');
    expect(await send(port, { path: '/' }).catch(() => 'closed')).to.equal('closed');
  });

  it('ends with “Xong” on the page', async () => {
    const setup = await start();
    const [address] = setup.addresses;
    const session = await setup.open(address!);
    expect((await setup.call(address!.port, 'finish', {}, session)).lines).to.deep.equal([{ result: {} }]);
    expect(await setup.end()).to.include({ code: 0 });
  });

  it('tells how to reach it from another machine, by the port that was chosen', async () => {
    const setup = await start([], { SSH_CONNECTION: '10.0.0.2 5 10.0.0.1 22', USER: 'hub' });
    const { port } = setup.addresses[0]!;
    expect(setup.text).to.include(`ssh -L ${port}:127.0.0.1:${port} hub@`);
    const second = startCommand(['setup', '--port', String(port)], { env: HERE });
    const other = new Running(second);
    expect(await other.end()).to.include({ code: 2 });
    expect(other.text).to.equal(`Cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác.\n`);
  });

  it('prints a new address after Enter, and ends with Ctrl+C, on a terminal', async function () {
    // A program of util-linux, which gives another one a terminal.
    if (process.platform !== 'linux' || spawnSync('script', ['--version']).error) this.skip();
    const command = [process.execPath, COMMAND, 'setup', '--config', join(folder, 'cluster.jsonc')];
    const args = ['-qefc', command.map((word) => `'${word}'`).join(' '), '/dev/null'];
    const child = spawn('script', args, { env: { ...process.env, ...HERE, SHELL: '/bin/sh' } });
    running = new Running(child);
    await running.printed(/kết thúc\.\r?\n/);
    child.stdin.write('\r');
    await running.printed(/(?:#[\w-]+[\s\S]*){2}\n/);
    const [first, second] = running.addresses;
    expect(second!.port).to.equal(first!.port);
    expect(await running.open(first!)).to.equal(undefined);
    expect(await running.open(second!)).to.match(/\S/);
    child.stdin.write('\x03');
    expect((await running.end()).text).to.match(/Đã kết thúc\.\s*$/);
  });

  it('lets a run that has begun come to its end', async () => {
    const site = await new WrittenSite().start();
    try {
      let goOn = () => {};
      const gate = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      site.rss('/rss', testPosts(down(5, 1)));
      const sites = site as unknown as { answer: (path: string) => unknown };
      const before = sites.answer.bind(site);
      const asked = new Promise<void>((resolve) => {
        sites.answer = async (path) => {
          if (path === '/rss') {
            resolve();
            await gate;
          }
          return before(path);
        };
      });
      const school = { id: 'a', name: 'A', home: site.url('/'), heal: false, news: site.url('/rss') };
      const config = { name: 'Cụm', out: 'tin', images: false, schools: [school] };
      await writeFile(join(folder, 'cluster.jsonc'), JSON.stringify(config));
      const setup = await start();
      const [address] = setup.addresses;
      const session = await setup.open(address!);
      const call = setup.call(address!.port, 'run', {}, session).catch(() => 'closed');
      await asked;
      setup.child.kill('SIGINT');
      await setup.printed(/sẽ làm nốt/);
      expect(await call).to.equal('closed');
      goOn();
      expect(await setup.end()).to.include({ code: 0 });
      expect(JSON.parse(await readFile(join(folder, 'tin/news.json'), 'utf8')).items).to.have.length(5);
    } finally {
      await site.stop();
    }
  });
});
