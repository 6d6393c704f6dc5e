import { mkdir, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { DAY_MS } from '../../../core/time/duration.ts';
import type { RunOptions } from '../../../hub/run.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';
import { buildOf, listOf, writeBuild, writeFiles } from '../write-build.ts';

const CHUNK_OF_FIRST_BUILD = 'tct-11111111-latest-news.js';
const CHUNK_OF_SECOND_BUILD = 'tct-22222222-latest-news.js';

type Files = Record<string, string>;

/** The scripts and pages of a build whose hashed names have a digit, and those that are changed. */
function filesOf(digit: number, changedScripts: Files = {}, changedPages: Files = {}): [Files, Files] {
  const scripts = {
    'tct.js': `load(${digit})`,
    [`tct-${String(digit).repeat(8)}-latest-news.js`]: 'news()',
    'tct-frame.js': 'frame()',
    ...changedScripts,
  };
  const pages = {
    'nhung/index.html': `<script src="assets/app-${digit}.js"></script>`,
    [`nhung/assets/app-${digit}.js`]: 'app()',
    'docs/index.html': 'docs',
    'docs/cai-tien-ich.html': 'extension',
    'docs/en/index.html': 'docs',
    'docs/assets/a.css': 'a{}',
    'docs/assets/a.svg': '<svg/>',
    'docs/assets/a.webp': 'webp',
    'docs/assets/a.woff2': 'woff2',
    'docs/assets/a.json': '{}',
    ...changedPages,
  };
  return [scripts, pages];
}

describe('the files of a build', () => {
  let hub: Hub;
  let scripts: string;
  let site: string;
  beforeEach(async () => {
    hub = await startHub(({ wordpress }) => [
      { id: 'wp', name: 'Trường A', home: wordpress.url('/'), news: wordpress.url('/feed/') },
    ]);
    scripts = join(hub.folder, 'embed');
    site = join(hub.folder, 'site');
  });
  afterEach(() => hub.stop());

  const build = (...files: Parameters<typeof filesOf>) => writeBuild(hub.folder, ...filesOf(...files));
  const run = (now: number, more: Partial<RunOptions> = {}) => hub.run(now, { scripts, site, ...more });
  const names = async () =>
    (await readdir(hub.out, { recursive: true })).map((name) => name.replaceAll('\\', '/'));

  it('are copied with compressed copies, which pictures and fonts do not need', async () => {
    await build(1);
    await writeFiles(hub.folder, { 'embed/notes.txt': '', 'site/docs/a.ts': '', 'site/docs/.hidden.js': '' });
    await run(NOW);
    const found = await names();
    expect(found).to.include.members([
      'tct.js',
      'tct.js.br',
      CHUNK_OF_FIRST_BUILD,
      'tct-frame.js',
      'embed.html',
      'embed.html.gz',
      'integrity.json',
      'LICENSE.txt',
      'nhung/index.html',
      'nhung/assets/app-1.js.br',
      'docs/en/index.html',
      'docs/assets/a.css.gz',
      'docs/assets/a.svg.br',
      'docs/assets/a.json.br',
      'docs/assets/a.webp',
      'docs/assets/a.woff2',
    ]);
    expect(found).to.not.include.members(['docs/assets/a.webp.br', 'docs/assets/a.woff2.gz']);
    expect(found.filter((name) => /hidden|\.ts|notes|files\.json/.test(name))).to.deep.equal([]);
    expect((await run(NOW + 60_000)).written).to.equal(0);
  });

  for (const [what, name, files] of [
    ['a page', 'docs/index.html', filesOf(1, {}, { 'docs/index.html': 'changed' })],
    ['a script', 'tct-frame.js', filesOf(1, { 'tct-frame.js': 'changed' })],
  ] as const)
    it(`are published again when ${what} has changed`, async () => {
      await build(1);
      await run(NOW);
      await writeBuild(hub.folder, ...files);
      await run(NOW + 60_000);
      expect(await hub.text(name)).to.equal('changed');
    });

  it('are published again when the page for an iframe has changed', async () => {
    await build(1);
    await run(NOW);
    await writeFile(join(scripts, 'embed.html'), 'changed');
    expect((await run(NOW + 60_000)).written).to.equal(1);
    expect(await hub.text('embed.html')).to.equal('changed');
  });

  it('of a former build stay for 30 days, then go, and nothing else does', async () => {
    await build(1);
    await run(NOW);
    const theirs = ['tct-33333333-latest-news.js', 'nhung/assets/theirs.js', 'docs/theirs.html'];
    for (const name of theirs) await writeFile(join(hub.out, name), 'theirs');
    await build(2);
    await run(NOW + DAY_MS);
    const former = [CHUNK_OF_FIRST_BUILD, `${CHUNK_OF_FIRST_BUILD}.br`, 'nhung/assets/app-1.js'];
    const current = [CHUNK_OF_SECOND_BUILD, 'nhung/assets/app-2.js', 'tct.js', 'nhung/index.html'];
    expect(await names()).to.include.members([...former, ...current, ...theirs]);
    await run(NOW + 30 * DAY_MS);
    expect(await names()).to.include.members([...former, ...current, ...theirs]);
    await run(NOW + 32 * DAY_MS);
    expect(await names()).to.include.members([...current, ...theirs]);
    expect((await names()).filter((name) => /11111111|app-1/.test(name))).to.deep.equal([]);
    expect((await run(NOW + 32 * DAY_MS + 60_000)).written).to.equal(0);
  });

  it('stay if a build returns to them', async () => {
    for (const [digit, day] of [
      [1, 0],
      [2, 1],
      [1, 20],
    ] as const) {
      await build(digit);
      await run(NOW + day * DAY_MS);
    }
    await run(NOW + 40 * DAY_MS);
    const found = await names();
    expect(found).to.include.members([CHUNK_OF_FIRST_BUILD, CHUNK_OF_SECOND_BUILD]);
    await run(NOW + 60 * DAY_MS);
    expect(await names()).to.include(CHUNK_OF_FIRST_BUILD);
    expect(await names()).to.not.include(CHUNK_OF_SECOND_BUILD);
  });

  it('are remembered before they are there: a run that could not copy all leaves none behind', async () => {
    await build(1);
    // A folder in the place of a file: the copying ends there.
    await mkdir(join(hub.out, 'tct.js'), { recursive: true });
    expect(await run(NOW).catch(({ name }) => name)).to.equal('WriteError');
    expect(await names()).to.include(CHUNK_OF_FIRST_BUILD);
    await rm(join(hub.out, 'tct.js'), { recursive: true });
    await build(2);
    await run(NOW + DAY_MS);
    await run(NOW + 40 * DAY_MS);
    expect(await names()).to.not.include(CHUNK_OF_FIRST_BUILD);
    expect(await names()).to.include(CHUNK_OF_SECOND_BUILD);
  });

  it('stay if the hub is run once without them, and if it has lost its memory', async () => {
    await build(1);
    await run(NOW);
    await hub.run(NOW + DAY_MS);
    await hub.run(NOW + 40 * DAY_MS);
    await rm(hub.state, { recursive: true });
    await build(2);
    await run(NOW + 41 * DAY_MS);
    await run(NOW + 80 * DAY_MS);
    expect(await names()).to.include.members([CHUNK_OF_FIRST_BUILD, CHUNK_OF_SECOND_BUILD, 'tct.js']);
  });

  it('are what the front page leads to, if they are there', async () => {
    const doors = async () => {
      const [nav = ''] = /<nav.*?<\/nav>/s.exec(await hub.text('index.html')) ?? [];
      return [...nav.matchAll(/href="([^"]*)">([^<]*)/g)].map(([, href, text]) => [text, href]);
    };
    await hub.run(NOW);
    expect(await doors()).to.deep.equal([['Đăng ký RSS', '#rss']]);
    await build(1);
    await run(NOW + 60_000);
    expect(await doors()).to.deep.equal([
      ['Nhúng vào trang của bạn', 'nhung/'],
      ['Đăng ký RSS', '#rss'],
      ['Cài tiện ích', 'docs/cai-tien-ich.html'],
      ['Hướng dẫn', 'docs/'],
    ]);
    const [files, { 'docs/index.html': docs = '' }] = filesOf(1);
    await writeBuild(hub.folder, files, { 'docs/index.html': docs });
    await run(NOW + 120_000);
    expect(await doors()).to.deep.equal([
      ['Đăng ký RSS', '#rss'],
      ['Hướng dẫn', 'docs/'],
    ]);
  });

  describe('stay as they are', () => {
    for (const missing of ['embed', 'site'])
      it(`for ever while ${missing} is missing`, async () => {
        await build(1);
        await run(NOW);
        const before = await names();
        const front = await hub.text('index.html');
        await rename(join(hub.folder, missing), join(hub.folder, 'elsewhere'));
        for (const day of [1, 46, 91]) expect((await run(NOW + day * DAY_MS)).warnings).to.deep.equal([]);
        expect(await names()).to.include.members(before);
        expect(await hub.text('index.html')).to.equal(front);
      });

    it('while a file of the build cannot be read, and the run says so', async () => {
      await build(1);
      await run(NOW);
      await rm(join(scripts, 'integrity.json'));
      await mkdir(join(scripts, 'integrity.json'));
      const error = await run(NOW + DAY_MS).catch((error: Error) => error);
      expect(error).to.include({ name: 'WriteError' });
      expect((error as Error).message).to.match(/Không đọc được .*integrity\.json/);
      expect(await names()).to.include('tct.js');
    });

    // As an update is unpacked: in any order, over the files of the version before.
    for (const missing of [
      CHUNK_OF_SECOND_BUILD,
      'tct.js',
      'integrity.json',
      'embed.html',
      'nhung/assets/app-2.js',
      'nhung/index.html',
      'files.json',
    ])
      it(`until ${missing} is unpacked as well`, async () => {
        const isPage = /\/|files/.test(missing);
        const [chunk, page] = ['tct.js', 'nhung/index.html'];
        await build(1);
        if (missing === 'embed.html') await rm(join(scripts, missing));
        else await run(NOW);
        const update = buildOf(...filesOf(2));
        const { [`${isPage ? 'site' : 'embed'}/${missing}`]: last = '', ...first } = update;
        if (missing === 'embed.html') delete first['embed/embed.html'];
        await writeFiles(hub.folder, first);
        const { warnings } = await run(NOW + DAY_MS);
        expect(warnings).to.have.length(1);
        expect(warnings[0])
          .to.include(isPage ? site : scripts)
          .and.include('giải nén lại');
        const found = await names();
        if (missing === 'embed.html') expect(found).to.not.include('tct.js');
        else expect(await hub.text(isPage ? page : chunk)).to.include('1');
        expect(await hub.text(isPage ? chunk : page)).to.include('2');
        await run(NOW + 45 * DAY_MS);
        if (missing !== 'embed.html')
          expect(await names()).to.include(isPage ? 'nhung/assets/app-1.js' : CHUNK_OF_FIRST_BUILD);
        await writeFiles(isPage ? site : scripts, { [missing]: last });
        expect((await run(NOW + 46 * DAY_MS)).warnings).to.deep.equal([]);
        expect(await hub.text(isPage ? page : chunk)).to.include('2');
      });

    it('if the list names files elsewhere', async () => {
      await build(1);
      await run(NOW);
      await writeFiles(site, {
        '../secret.txt': 'secret',
        'files.json': listOf({ '../secret.txt': 'secret' }),
      });
      expect((await run(NOW + DAY_MS)).warnings.join()).to.include('files.json');
      expect((await names()).join()).to.not.include('secret');
    });
  });

  it('of a former build go, although unpacking leaves them in the folder of the build', async () => {
    await build(1);
    await run(NOW);
    await writeFiles(hub.folder, buildOf(...filesOf(2)));
    await run(NOW + DAY_MS);
    await run(NOW + 40 * DAY_MS);
    expect((await names()).filter((name) => /11111111|app-1/.test(name))).to.deep.equal([]);
    expect(await names()).to.include.members([CHUNK_OF_SECOND_BUILD, 'nhung/assets/app-2.js']);
  });

  it('go as well if they are from before names had a hash, and nobody else’s', async () => {
    await writeFiles(hub.out, {
      'tct.js': 'old()',
      'tct-latest-news.js': 'old()',
      'tct-latest-news.js.br': 'old()',
      'tct-frame.js': 'old()',
      'tct-theirs.js': 'theirs()',
    });
    await build(1);
    await run(NOW);
    await run(NOW + 29 * DAY_MS);
    expect(await names()).to.include('tct-latest-news.js');
    await run(NOW + 31 * DAY_MS);
    const found = await names();
    expect(found.filter((name) => name.startsWith('tct-latest'))).to.deep.equal([]);
    expect(found).to.include.members(['tct.js', 'tct-frame.js', 'tct-theirs.js', CHUNK_OF_FIRST_BUILD]);
  });

  it('are copied again when the hub has lost its memory of them', async () => {
    await build(1);
    await run(NOW);
    await truncate(join(hub.state, 'build.json'), 10);
    await rm(join(hub.state, 'build.json.truoc'), { force: true });
    const { warnings } = await run(NOW + 60_000);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('build.json').and.include('được chép lại').and.not.include('nguồn');
    await rm(join(hub.state, 'build.json'));
    expect((await run(NOW + 120_000)).warnings).to.deep.equal([]);
    await build(2);
    await run(NOW + DAY_MS);
    await run(NOW + 40 * DAY_MS);
    expect(await names()).to.not.include(CHUNK_OF_FIRST_BUILD);
  });

  describe('in a folder with files of somebody else', () => {
    const theirs = { 'docs/index.html': 'their docs', 'embed.html': 'their page' };
    const published = async () => [
      await hub.text('docs/index.html'),
      await hub.text('embed.html'),
      (await names()).includes('docs/en/index.html'),
      await hub.text('nhung/index.html').then(Boolean),
    ];

    it('leave those alone, in words', async () => {
      await writeFiles(hub.out, theirs);
      await build(1);
      const { warnings } = await run(NOW);
      expect(warnings).to.have.length(2);
      for (const place of ['docs/', 'embed.html'])
        expect(warnings.join('\n')).to.include(`dời ${place} đang có đi chỗ khác`);
      expect(await published()).to.deep.equal(['their docs', 'their page', false, true]);
      expect(await hub.text('index.html')).to.not.include('href="docs/');
      const again = await run(NOW + 60_000);
      expect(again.warnings).to.deep.equal([]);
      expect(again.written).to.equal(0);
      await rm(join(hub.out, 'docs'), { recursive: true });
      await run(NOW + 120_000);
      expect(await published()).to.deep.equal(['docs', 'their page', true, true]);
      expect(await hub.text('index.html')).to.include('href="docs/');
    });

    it('replace those with --force', async () => {
      await writeFiles(hub.out, theirs);
      await build(1);
      expect((await run(NOW, { force: true })).warnings).to.deep.equal([]);
      expect(await published()).to.deep.equal(['docs', '<!doctype html>', true, true]);
      expect((await run(NOW + 60_000)).warnings).to.deep.equal([]);
      await build(2, {}, { 'docs/index.html': 'docs 2' });
      await run(NOW + DAY_MS);
      expect(await hub.text('docs/index.html')).to.equal('docs 2');
    });

    it('take over files that are the same', async () => {
      await writeFiles(hub.out, { 'docs/index.html': 'docs', 'docs/theirs.html': 'theirs' });
      await build(1);
      expect((await run(NOW)).warnings).to.deep.equal([]);
      expect(await names()).to.include.members(['docs/en/index.html', 'docs/theirs.html']);
    });
  });
});
