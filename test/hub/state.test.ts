import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { BusyError } from '../../hub/lock.ts';
import { HOUR, type Hub, NOW, startHub } from './hub.ts';

const COMMAND = fileURLToPath(new URL('../../hub/tct-hub.ts', import.meta.url));
/** Every run asks every source. */
const LATER = 30 * HOUR;

/** Every JSON file of a folder can be parsed, and so is whole. */
async function whole(folder: string): Promise<number> {
  let count = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
    JSON.parse(await readFile(join(entry.parentPath, entry.name), 'utf8'));
    count++;
  }
  return count;
}

describe('the memory of the hub', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

  /** The command as a process of its own. */
  async function start(now: number, ...more: string[]) {
    const config = join(hub.folder, 'cluster.jsonc');
    await writeFile(config, `// Cụm mẫu\n${JSON.stringify(hub.configuration)}`);
    const args = ['--import', 'tsx', COMMAND, '--config', config, '--out', hub.out, '--state', hub.state];
    const child = spawn(process.execPath, [...args, '--now', new Date(now).toISOString(), ...more], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (text += bytes));
    const done = once(child, 'exit').then(([code]) => ({ code: code as number | null, text }));
    return { child, done };
  }

  it('is whole, and so is all that is published, wherever the process was killed', async function () {
    this.timeout(120_000);
    await hub.run(NOW);
    let now = NOW;
    let killed = 0;
    for (let round = 0; round < 12; round++) {
      now += LATER;
      const posts = hub.sites.joomla.publish({ title: `Tin vòng ${round}`, summary: '', published: now });
      const { child, done } = await start(now);
      // At another moment each round: as it starts, as it asks, as it writes.
      const marks = 200 + round * 90;
      const timer = setTimeout(() => child.kill('SIGKILL'), marks);
      const { code } = await done;
      clearTimeout(timer);
      if (code === null) killed++;
      expect(await whole(hub.out)).to.be.greaterThan(5);
      await whole(hub.state);
      now += LATER;
      await hub.run(now);
      const { items } = await hub.feed('schools/jo/news.json');
      expect(items.filter(({ title }) => title === posts.title)).to.have.length(1);
    }
    expect(killed).to.be.greaterThan(2);
  });

  it('lets a second hub step aside, and is not held up by a dead one', async () => {
    const [one, two] = await Promise.allSettled([hub.run(NOW), hub.run(NOW)]);
    expect([one.status, two.status].sort()).to.deep.equal(['fulfilled', 'rejected']);
    const failed = [one, two].find((each) => each.status === 'rejected') as PromiseRejectedResult;
    expect(failed.reason).to.be.instanceOf(BusyError);
    const { child, done } = await start(NOW);
    child.kill('SIGKILL');
    await done;
    await writeFile(join(hub.state, 'lock'), `{"pid":${child.pid},"at":${Date.now()}}`);
    expect((await hub.run(NOW + LATER)).asked).to.equal(7);
  });

  it('puts a truncated file aside and reads the sources again', async () => {
    await hub.run(NOW);
    const before = await hub.text('schools/nv/news.json');
    await truncate(join(hub.state, 'school-nv.json'), 1000);
    const { warnings, asked } = await hub.run(NOW + 10 * 60_000);
    expect(asked).to.equal(2);
    expect(warnings.join()).to.include('school-nv.json');
    expect(
      JSON.parse(await hub.text('schools/nv/news.json')).items.map(({ id }: { id: string }) => id),
    ).to.deep.equal(JSON.parse(before).items.map(({ id }: { id: string }) => id));
    await truncate(join(hub.state, 'hub.json'), 10);
    expect((await hub.run(NOW + 20 * 60_000)).warnings.join()).to.include('hub.json');
    expect((await readdir(hub.state)).filter((name) => name.endsWith('.hong'))).to.have.length(2);
  });

  it('leaves what a newer hub has written alone, and says so', async () => {
    await hub.run(NOW);
    const newer = '{"version":99}';
    await writeFile(join(hub.state, 'hub.json'), newer);
    const { done } = await start(NOW + LATER);
    const { code, text } = await done;
    expect(code).to.equal(2);
    expect(text).to.include('mới hơn');
    expect(await readFile(join(hub.state, 'hub.json'), 'utf8')).to.equal(newer);
  });

  it('is not confused by a clock that was set back', async () => {
    await hub.run(NOW);
    const { asked, failing } = await hub.run(NOW - 400 * 24 * HOUR);
    expect({ asked, failing }).to.deep.equal({ asked: 7, failing: [] });
  });

  it('says which file cannot be written, and why', async () => {
    await mkdir(hub.out, { recursive: true });
    await writeFile(join(hub.out, 'schools'), 'a file where a folder has to be');
    const { done } = await start(NOW);
    const { code, text } = await done;
    expect(code).to.equal(2);
    expect(text).to.match(/Không ghi được .*schools/);
  });

  it('ends with 0, 1 or 2: all well, some sources fail, nothing could be done', async () => {
    expect((await (await start(NOW)).done).code).to.equal(0);
    hub.sites.joomla.setFault({ kind: 'status', status: 500 });
    const failing = await (await start(NOW + LATER)).done;
    expect(failing.code).to.equal(1);
    expect(failing.text).to.include('1 lỗi');
    const unusable = await (await start(NOW, '--every', '1m')).done;
    expect(unusable.code).to.equal(2);
    expect(unusable.text).to.include('--every');
  });
});
