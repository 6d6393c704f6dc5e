import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { BusyError } from '../../../hub/memory/lock.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

/** The built command. */
const COMMAND = fileURLToPath(new URL('../../../dist/hub/tct-hub.js', import.meta.url));
/** Longer than any source waits: every run polls all of them. */
const LATER = 30 * HOUR_MS;

/** Preload: kills the process before or after one of its disk operations, the one that `DIE_AT` counts to. */
const KILL_PRELOAD = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let count = 0;
  const step = () => ++count === Number(process.env.DIE_AT) && process.kill(process.pid, 'SIGKILL');
  for (const name of ['open', 'rename', 'rm', 'mkdir']) {
    const real = fs.promises[name];
    fs.promises[name] = async (...args) => {
      step();
      const result = await real(...args);
      step();
      return result;
    };
  }
  syncBuiltinESMExports();
`)}`;

/** Preload: pretends to be on Windows, where a file that is open for reading cannot be replaced for a while. */
const HELD_FILES_PRELOAD = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  Object.defineProperty(process, 'platform', { value: 'win32' });
  const times = new Map();
  const real = fs.promises.rename;
  fs.promises.rename = async (from, to) => {
    const time = times.get(to) ?? 0;
    times.set(to, time + 1);
    if (!time && /\\.(?:json|html)$/.test(to))
      throw Object.assign(new Error('held'), { code: times.size % 2 ? 'EPERM' : 'EBUSY' });
    return real(from, to);
  };
  process.on('exit', () => console.log('held', times.size));
  syncBuiltinESMExports();
`)}`;

const INTACT_CHECKS: [extension: string, check: (bytes: Buffer) => unknown][] = [
  ['.json', (bytes) => JSON.parse(bytes.toString())],
  ['.br', brotliDecompressSync],
  ['.gz', gunzipSync],
  ['.html', (bytes) => expect(bytes.toString()).to.match(/<\/html>\n$/)],
];

/** Checks that every file of a folder is complete. @returns the number of files */
async function countIntactFiles(folder: string): Promise<number> {
  let count = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const check = INTACT_CHECKS.find(([extension]) => entry.name.endsWith(extension));
    if (!entry.isFile() || !check) continue;
    check[1](await readFile(join(entry.parentPath, entry.name)));
    count++;
  }
  return count;
}

describe('the hub’s state', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

  /** Runs the command in a process of its own. @param dieAt the disk operation to be killed at; 0 for none */
  async function start(now: number, more: string[] = [], dieAt = 0, preload = KILL_PRELOAD) {
    const config = join(hub.folder, 'cluster.jsonc');
    await writeFile(config, `// Cụm mẫu\n${JSON.stringify(hub.configuration)}`);
    const args = ['--import', preload, COMMAND, '--config', config, '--out', hub.out, '--state', hub.state];
    const child = spawn(process.execPath, [...args, '--now', new Date(now).toISOString(), ...more], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: hub.folder,
      env: { ...process.env, DIE_AT: String(dieAt) },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (text += bytes));
    const [code] = await once(child, 'close');
    return { code: code as number | null, text };
  }

  it('is intact, like all published files, wherever the process is killed', async function () {
    this.timeout(180_000);
    await hub.run(NOW);
    let now = NOW;
    let killed = 0;
    const rounds = process.env.TCT_ALL ? 16 : 5;
    for (let round = 0; round < rounds; round++) {
      now += LATER;
      hub.sites.joomla.setNow(now);
      const { title } = hub.sites.joomla.publish({ title: `Tin vòng ${round}`, summary: '', published: now });
      // A run has about 200 operations on the disk; each round dies in the next part of them.
      const dieAt = 1 + Math.floor((200 * (round + Math.random())) / rounds);
      const { code } = await start(now, [], dieAt);
      if (code === null) killed++;
      expect(await countIntactFiles(hub.out)).to.be.greaterThan(20);
      await countIntactFiles(hub.state);
      now += LATER;
      expect((await hub.run(now)).warnings).to.deep.equal([]);
      for (const name of ['schools/jo/news.json', 'news.json'])
        expect(titles(await hub.feed(name)).filter((each) => each === title)).to.have.length(1);
      // Copies compressed by the dead process are not taken for those of the next.
      const plain = await hub.text('news.json');
      expect(brotliDecompressSync(await readFile(join(hub.out, 'news.json.br'))).toString()).to.equal(plain);
      expect(gunzipSync(await readFile(join(hub.out, 'news.json.gz'))).toString()).to.equal(plain);
    }
    expect(killed).to.be.greaterThan(rounds / 2);
  });

  it('is locked by one hub at a time, and released by a dead one', async () => {
    const [one, two] = await Promise.allSettled([hub.run(NOW), hub.run(NOW)]);
    expect([one.status, two.status].sort()).to.deep.equal(['fulfilled', 'rejected']);
    const failed = [one, two].find((each) => each.status === 'rejected') as PromiseRejectedResult;
    expect(failed.reason).to.be.instanceOf(BusyError);
    // A killed process holds no lock, and its temporary files are deleted.
    expect((await start(NOW + LATER, [], 40)).code).to.equal(null);
    const begun = join(hub.out, 'news.json.0a1b2c3d.tmp');
    await writeFile(begun, '{');
    await utimes(begun, 0, 0);
    expect((await hub.run(NOW + 2 * LATER)).asked).to.equal(7);
    expect(existsSync(begun)).to.equal(false);
  });

  it('makes a second process exit with one line and without an error', async () => {
    hub.sites.joomla.setFault({ kind: 'timeout' });
    const first = hub.run(NOW, { clientOptions: { userAgent: 'test', timeoutMs: 10_000, spacingMs: 0 } });
    const { code, text } = await start(NOW);
    expect(code).to.equal(0);
    expect(text.trim()).to.equal(`Một tct-hub khác đang làm việc trên ${hub.state}; lần này bỏ qua.`);
    await first;
  }).timeout(30_000);

  it('moves a truncated file aside, uses its backup, and reads the sources again', async () => {
    await hub.run(NOW);
    await hub.run(NOW + LATER);
    const before = await hub.text('schools/nv/news.json');
    await truncate(join(hub.state, 'school-nv.json'), 1000);
    // Posts of a source that is down are not lost.
    hub.sites.nukeviet.setFault({ kind: 'status', status: 503 });
    hub.sites.joomla.publish({ title: 'Tin mới', summary: '', published: NOW + LATER });
    const { warnings, asked } = await hub.run(NOW + LATER + 10 * 60_000, { force: true });
    expect(asked).to.equal(7);
    expect(warnings.join()).to.include('school-nv.json');
    expect(await hub.text('schools/nv/news.json')).to.equal(before);
    expect(titles(await hub.feed('news.json'))).to.include.members([
      'Tin mới',
      titles(JSON.parse(before))[0],
    ]);
    hub.sites.nukeviet.setFault(undefined);
    await truncate(join(hub.state, 'hub.json'), 10);
    expect((await hub.run(NOW + 2 * LATER)).warnings.join()).to.include('hub.json');
    expect(await hub.text('schools/nv/news.json')).to.equal(before);
    expect((await readdir(hub.state)).filter((name) => name.endsWith('.hong'))).to.have.length(2);
  });

  it('may be lost while a source is down: its last good list stays', async () => {
    await hub.run(NOW);
    const before = await hub.text('schools/nv/news.json');
    await rm(hub.state, { recursive: true });
    hub.sites.nukeviet.setFault({ kind: 'status', status: 503 });
    await hub.run(NOW + LATER);
    expect(await hub.text('schools/nv/news.json')).to.equal(before);
    hub.sites.nukeviet.setFault(undefined);
    await hub.run(NOW + 3 * LATER);
    expect(titles(await hub.feed('schools/nv/news.json'))).to.deep.equal(titles(JSON.parse(before)));
  });

  it('is published again completely to a new or empty folder', async () => {
    await hub.run(NOW);
    const before = await hub.text('news.json');
    await rm(hub.out, { recursive: true });
    expect((await hub.run(NOW + 60_000)).asked).to.equal(0);
    expect(await hub.text('news.json')).to.equal(before);
    const out = join(hub.folder, 'other');
    await hub.run(NOW + 120_000, { out });
    expect(await readFile(join(out, 'news.json'), 'utf8')).to.equal(before);
  });

  it('is left alone if a newer hub wrote it', async () => {
    await hub.run(NOW);
    const newer = '{"version":99}';
    await writeFile(join(hub.state, 'hub.json'), newer);
    const { code, text } = await start(NOW + LATER);
    expect(code).to.equal(2);
    expect(text).to.include('mới hơn');
    expect(await readFile(join(hub.state, 'hub.json'), 'utf8')).to.equal(newer);
  });

  it('copes with a clock that was set back', async () => {
    await hub.run(NOW);
    const { asked, failing } = await hub.run(NOW - 400 * 24 * HOUR_MS);
    expect({ asked, failing }).to.deep.equal({ asked: 7, failing: [] });
  });

  it('survives a full disk, which is reported', async function () {
    if (process.getuid?.() !== 0 || spawnSync('mount', ['--version']).status !== 0) this.skip();
    await mkdir(hub.out, { recursive: true });
    const mount = ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', hub.out];
    if (spawnSync('mount', mount).status !== 0) this.skip();
    try {
      const { code, text } = await start(NOW);
      expect(code).to.equal(2);
      expect(text).to.match(/Không ghi được .*: đĩa đã đầy\. Các tệp cũ vẫn còn nguyên\./);
      await countIntactFiles(hub.out);
      spawnSync('mount', ['-o', 'remount,size=20m', hub.out]);
      await hub.run(NOW + LATER);
      expect(await countIntactFiles(hub.out)).to.be.greaterThan(20);
    } finally {
      spawnSync('umount', [hub.out]);
    }
  });

  it('retries while another program holds a file open, as Windows requires', async () => {
    const { code, text } = await start(NOW, [], 0, HELD_FILES_PRELOAD);
    expect(code, text).to.equal(0);
    expect(Number(/held (\d+)/.exec(text)![1])).to.be.greaterThan(20);
    expect(await countIntactFiles(hub.out)).to.be.greaterThan(20);
    expect((await readdir(hub.out)).filter((name) => name.endsWith('.tmp'))).to.deep.equal([]);
  });

  it('reports which file cannot be written, and why', async () => {
    await mkdir(hub.out, { recursive: true });
    await writeFile(join(hub.out, 'schools'), 'a file where a folder has to be');
    const { code, text } = await start(NOW);
    expect(code).to.equal(2);
    expect(text).to.match(/Không ghi được .*schools/);
  });

  it('decides the exit code: 0 success, 1 some sources fail, 2 wrong usage', async () => {
    expect((await start(NOW)).code).to.equal(0);
    hub.sites.joomla.setFault({ kind: 'status', status: 500 });
    const failing = await start(NOW + LATER);
    expect(failing.code).to.equal(1);
    expect(failing.text).to.include('1 lỗi (jo · Tin)');
    // A source that is not due counts as failing until it has succeeded.
    expect((await start(NOW + LATER + 60_000)).code).to.equal(1);
    const unusable = await start(NOW, ['--every', '1m']);
    expect(unusable.code).to.equal(2);
    expect(unusable.text).to.include('--every');
  });
});
