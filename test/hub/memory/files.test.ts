import { spawnSync } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { countIntactFiles } from '../intact-files.ts';
import { collect } from '../run-command.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;

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

describe('writing files', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

  it('survives a full disk, which is reported', async function () {
    if (process.getuid?.() !== 0 || spawnSync('mount', ['--version']).status !== 0) this.skip();
    await mkdir(hub.out, { recursive: true });
    const mount = ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', hub.out];
    if (spawnSync('mount', mount).status !== 0) this.skip();
    try {
      const { code, text } = await collect(hub, NOW);
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
    const { code, text } = await collect(hub, NOW, [], { preload: HELD_FILES_PRELOAD });
    expect(code, text).to.equal(0);
    expect(Number(/held (\d+)/.exec(text)![1])).to.be.greaterThan(20);
    expect(await countIntactFiles(hub.out)).to.be.greaterThan(20);
    expect((await readdir(hub.out)).filter((name) => name.endsWith('.tmp'))).to.deep.equal([]);
  });

  it('reports which file cannot be written, and why', async () => {
    await mkdir(hub.out, { recursive: true });
    await writeFile(join(hub.out, 'schools'), 'a file where a folder has to be');
    const { code, text } = await collect(hub, NOW);
    expect(code).to.equal(2);
    expect(text).to.match(/Không ghi được .*schools/);
  });

  describe('refuses, in one line, folders that cannot be used:', () => {
    const cases: [name: string, folders: (folder: string) => [out: string, state: string], words: RegExp][] =
      [
        ['--out is a file', (folder) => [`${folder}/file`, `${folder}/s`], /file: ở đó đã có một tệp/],
        ['--state is a file', (folder) => [`${folder}/out`, `${folder}/file`], /file: ở đó đã có một tệp/],
        ['--out is within a file', (folder) => [`${folder}/file/a/b`, `${folder}/s`], /là tệp, không phải/],
        ['--state is within a file', (folder) => [`${folder}/out`, `${folder}/file/a`], /là tệp, không phải/],
        ['--out is a broken link', (folder) => [`${folder}/broken`, `${folder}/s`], /broken: /],
        ['--out is a link to itself', (folder) => [`${folder}/loop/x`, `${folder}/s`], /trỏ vòng quanh/],
        ['a name is too long', (folder) => [`${folder}/${'a'.repeat(300)}`, `${folder}/s`], /quá dài/],
        ['--out where nothing can be made', (folder) => ['/proc/tct', `${folder}/s`], /\/proc\/tct: /],
        ['the same folder', (folder) => [`${folder}/out`, `${folder}/out`], /ai cũng đọc được/],
        ['--state within --out', (folder) => [`${folder}/out`, `${folder}/out/a/s`], /ai cũng đọc được/],
        [
          '--state within --out by a link',
          (folder) => [`${folder}/out`, `${folder}/link/s`],
          /ai cũng đọc được/,
        ],
      ];
    for (const [name, folders, words] of cases)
      it(name, async () => {
        await writeFile(join(hub.folder, 'file'), '');
        await mkdir(hub.out);
        await symlink(hub.out, join(hub.folder, 'link'));
        await symlink(join(hub.folder, 'nowhere'), join(hub.folder, 'broken'));
        await symlink(join(hub.folder, 'loop'), join(hub.folder, 'loop'));
        [hub.out, hub.state] = folders(hub.folder);
        const { code, text } = await collect(hub, NOW);
        expect(code).to.equal(2);
        expect(text.trim().split('\n'), text).to.have.length(1);
        expect(text).to.match(words);
      });
  });

  it('allows --out within --state, and a folder whose name begins with that of --out', async () => {
    await hub.run(NOW, { state: join(hub.folder, 'out..state'), out: join(hub.folder, 'out') });
    await hub.run(NOW, { state: hub.folder, out: join(hub.folder, 'public') });
  });
});
