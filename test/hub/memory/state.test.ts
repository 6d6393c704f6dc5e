import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { countIntactFiles } from '../intact-files.ts';
import { collect } from '../run-command.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;

describe('the hub’s state', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

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
      // A run has about 200 disk operations. Each round kills the process in the next part of them.
      const dieAt = 1 + Math.floor((200 * (round + Math.random())) / rounds);
      const { code } = await collect(hub, now, [], dieAt);
      if (code === null) killed++;
      expect(await countIntactFiles(hub.out)).to.be.greaterThan(20);
      await countIntactFiles(hub.state);
      now += LATER;
      expect((await hub.run(now)).warnings).to.deep.equal([]);
      for (const name of ['schools/jo/news.json', 'news.json'])
        expect(titles(await hub.feed(name)).filter((each) => each === title)).to.have.length(1);
      // Compressed copies by the killed process are not mistaken for those of the next one.
      const plain = await hub.text('news.json');
      expect(brotliDecompressSync(await readFile(join(hub.out, 'news.json.br'))).toString()).to.equal(plain);
      expect(gunzipSync(await readFile(join(hub.out, 'news.json.gz'))).toString()).to.equal(plain);
    }
    expect(killed).to.be.greaterThan(rounds / 2);
  });

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
    const { code, text } = await collect(hub, NOW + LATER);
    expect(code).to.equal(2);
    expect(text).to.include('mới hơn');
    expect(await readFile(join(hub.state, 'hub.json'), 'utf8')).to.equal(newer);
  });

  it('copes with a clock that was set back', async () => {
    await hub.run(NOW);
    const { asked, failing } = await hub.run(NOW - 400 * 24 * HOUR_MS);
    expect({ asked, failing }).to.deep.equal({ asked: 7, failing: [] });
  });
});
