import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { NewerStateError } from '../../../hub/memory/state.ts';
import { countIntactFiles } from '../intact-files.ts';
import { collect } from '../run-command.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;

describe('the hub’s state', function () {
  // A process is killed at hundreds of places.
  this.timeout(900_000);
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

  it('is intact, like all published files, wherever the process is killed', async () => {
    await hub.run(NOW);
    let now = NOW;
    let killed = 0;
    const rounds = process.env.TCT_ALL ? 16 : 5;
    for (let round = 0; round < rounds; round++) {
      now += LATER;
      hub.sites.joomla.setNow(now);
      const { title } = hub.sites.joomla.publish({ title: `Tin vòng ${round}`, summary: '', published: now });
      // A run has about 300 disk operations. Each round kills the process in the next part of them.
      const dieAt = 1 + Math.floor((300 * (round + Math.random())) / rounds);
      const { code } = await collect(hub, now, [], { dieAt });
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

  describe('with a value of the wrong type', () => {
    const WRONG = [null, true, -1.5, 1e300, 'chữ', [], [null], {}, { a: [1] }, undefined];
    type Path = (string | number)[];
    /** Of as many wrong values, each place gets one. */
    const stride = process.env.TCT_ALL ? 4 : WRONG.length;

    /** The paths of all values in a JSON value; in a list, and among the sources, those of the first entry. */
    function pathsIn(value: unknown, path: Path = []): Path[] {
      if (typeof value !== 'object' || value === null) return [path];
      const names = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
      const isOfEquals = Array.isArray(value) || path.join() === 'sources';
      return [
        path,
        ...names
          .slice(0, isOfEquals ? 1 : names.length)
          .flatMap((name) => pathsIn((value as never)[name], [...path, name])),
      ];
    }
    function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
      if (name === undefined) return by;
      const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as never;
      Object.assign(copy, { [name]: replaced(copy[name], rest, by) });
      return copy;
    }

    let small: Hub;
    beforeEach(async () => {
      small = await startHub(({ nukeviet, joomla }) => [
        {
          id: 'nv',
          name: 'Trường B',
          home: nukeviet.url('/'),
          news: nukeviet.url('/rss/'),
          documents: nukeviet.url('/laws/rss/'),
        },
        {
          id: 'jo',
          name: 'Trường D',
          home: joomla.url('/'),
          news: joomla.url('/tin-tuc?format=feed&type=rss'),
        },
      ]);
      await small.run(NOW);
    });
    afterEach(() => small.stop());

    for (const name of ['hub.json', 'school-nv.json', 'images.json'])
      it(`is repaired, whichever it is: ${name}`, async () => {
        const path = join(small.state, name);
        if (name === 'images.json')
          await writeFile(path, '{"version":1,"images":{"https://a.example/1.jpg":{"widths":[9]}}}');
        const intact: unknown = JSON.parse(await readFile(path, 'utf8'));
        const hubFile = await readFile(join(small.state, 'hub.json'));
        const count = (await small.feed('news.json')).items.length;
        let now = NOW;
        for (const [index, at] of pathsIn(intact).entries())
          for (const [number, wrong] of WRONG.entries()) {
            // Each is a run of the hub. Neighbours get other values.
            if (number % stride !== index % stride) continue;
            const what = `${at.join('.')} = ${JSON.stringify(wrong)}`;
            // An empty list is a list without posts.
            if (at.at(-1) === 'entries' && Array.isArray(wrong) && !wrong.length) continue;
            await writeFile(join(small.state, 'hub.json'), hubFile);
            await writeFile(path, JSON.stringify(replaced(intact, at, wrong)) ?? '');
            await rm(`${path}.truoc`, { force: true });
            // The site refuses too many requests a minute of real time.
            small.sites.nukeviet.requests.length = 0;
            // Without polls, what is stored is all there is. A new name has everything published again.
            now += name === 'hub.json' ? LATER : 1;
            const run = small.run(now, {}, { ...small.configuration, name: `Cụm ${what}` });
            if (at[0] === 'version' && typeof wrong === 'number' && wrong > 1) {
              const error = await run.catch((error: Error) => error);
              expect(error, what).to.be.instanceOf(NewerStateError);
              continue;
            }
            const { failing } = await run.catch((error: Error) => expect.fail(`${what}: ${error.stack}`));
            expect(failing, what).to.deep.equal([]);
            expect((await small.feed('news.json')).items, what).to.have.length(count);
          }
      });
  });

  it('is not that of another school, whose file was copied over it', async () => {
    await hub.run(NOW);
    await hub.run(NOW + LATER);
    const before = await hub.text('schools/jo/news.json');
    for (const name of ['school-jo.json', 'school-jo.json.truoc'])
      await copyFile(join(hub.state, 'school-nv.json'), join(hub.state, name));
    // Joomla answers 304 or not: the posts are read again in any case, in the run after.
    for (const hours of [60, 61]) {
      const { failing } = await hub.run(NOW + hours * HOUR_MS, { force: true });
      expect(failing).to.deep.equal([]);
    }
    expect(titles(await hub.feed('schools/jo/news.json'))).to.deep.equal(titles(JSON.parse(before)));
    for (const { id } of (await hub.feed('schools/jo/news.json')).items) expect(id).to.match(/^jo:/);
  });

  it('is read again without validators after a file was damaged', async () => {
    await hub.run(NOW);
    const path = join(hub.state, 'school-wp.json');
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('"seen":', '"see":'));
    // Another name publishes everything, and so reads the damaged file; no source is due.
    const renamed = { ...hub.configuration, name: 'Cụm khác' };
    const { asked, warnings } = await hub.run(NOW + 60_000, {}, renamed);
    expect(asked).to.equal(0);
    expect(warnings.join()).to.include('school-wp.json không đúng dạng');
    hub.sites.wordpress.requests.length = 0;
    await hub.run(NOW + 20 * 60_000, {}, renamed);
    const request = hub.sites.wordpress.requests.find(({ path }) => path === '/feed/')!;
    expect(request.headers).to.not.have.any.keys('if-none-match', 'if-modified-since');
  });

  it('may have a folder in the place of a file', async () => {
    await hub.run(NOW);
    for (const name of ['hub.json', 'school-jo.json', 'images.json']) {
      await rm(join(hub.state, name), { force: true });
      await rm(join(hub.state, `${name}.truoc`), { force: true });
      await mkdir(join(hub.state, name, 'x'), { recursive: true });
    }
    const { failing, warnings } = await hub.run(NOW + LATER, {}, { ...hub.configuration, images: true });
    expect(failing).to.deep.equal([]);
    expect(warnings.join()).to.include('school-jo.json không phải tệp đọc được');
  });

  it('copes with a clock that was set back', async () => {
    await hub.run(NOW);
    const { asked, failing } = await hub.run(NOW - 400 * 24 * HOUR_MS);
    expect({ asked, failing }).to.deep.equal({ asked: 7, failing: [] });
  });
});
