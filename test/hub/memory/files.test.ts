import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
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
    const { code, text } = await collect(hub, NOW, [], 0, HELD_FILES_PRELOAD);
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
});
