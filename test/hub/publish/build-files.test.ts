import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { DAY_MS } from '../../../core/time/duration.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

const CHUNK_OF_FIRST_BUILD = 'tct-11111111-latest-news.js';
const CHUNK_OF_SECOND_BUILD = 'tct-22222222-latest-news.js';

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

  /** Writes a build whose hashed names have a digit. */
  async function build(digit: number): Promise<void> {
    await rm(scripts, { recursive: true, force: true });
    await rm(site, { recursive: true, force: true });
    const files: Record<string, string> = {
      'embed/tct.js': `load(${digit})`,
      [`embed/tct-${String(digit).repeat(8)}-latest-news.js`]: 'news()',
      'embed/tct-frame.js': 'frame()',
      'embed/embed.html': '<!doctype html>',
      'embed/integrity.json': '{}',
      'embed/LICENSE.txt': 'MIT',
      'site/nhung/index.html': `<script src="assets/app-${digit}.js"></script>`,
      [`site/nhung/assets/app-${digit}.js`]: 'app()',
      'site/docs/index.html': 'docs',
      'site/docs/cai-tien-ich.html': 'extension',
      'site/docs/en/index.html': 'docs',
      'site/assets/a.css': 'a{}',
      'site/assets/a.svg': '<svg/>',
      'site/assets/a.webp': 'webp',
      'site/assets/a.woff2': 'woff2',
      'site/assets/a.json': '{}',
      'site/assets/.hidden.js': 'no()',
      'site/assets/a.ts': 'no()',
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(hub.folder, name)), { recursive: true });
      await writeFile(join(hub.folder, name), text);
    }
  }
  const run = (now: number) => hub.run(now, { scripts, site });
  const names = async () =>
    (await readdir(hub.out, { recursive: true })).map((name) => name.replaceAll('\\', '/'));

  it('are copied with compressed copies, which pictures and fonts do not need', async () => {
    await build(1);
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
      'assets/a.css.gz',
      'assets/a.svg.br',
      'assets/a.json.br',
      'assets/a.webp',
      'assets/a.woff2',
    ]);
    expect(found).to.not.include.members(['assets/a.webp.br', 'assets/a.woff2.gz']);
    expect(found.filter((name) => /hidden|\.ts/.test(name))).to.deep.equal([]);
    expect((await run(NOW + 60_000)).written).to.equal(0);
  });

  for (const [what, name] of [
    ['a page', 'site/docs/index.html'],
    ['the page for an iframe', 'embed/embed.html'],
    ['a script', 'embed/tct-frame.js'],
  ] as const)
    it(`are published again when ${what} has changed`, async () => {
      await build(1);
      await run(NOW);
      await writeFile(join(hub.folder, name), 'changed');
      expect((await run(NOW + 60_000)).written).to.equal(1);
      expect(await hub.text(name.replace(/^\w+\//, ''))).to.equal('changed');
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
    await mkdir(join(hub.out, 'nhung/index.html'), { recursive: true });
    expect(await run(NOW).catch(({ name }) => name)).to.equal('WriteError');
    expect(await names()).to.include(CHUNK_OF_FIRST_BUILD);
    await rm(join(hub.out, 'nhung/index.html'), { recursive: true });
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
    await rm(join(site, 'docs/cai-tien-ich.html'));
    await rm(join(site, 'nhung'), { recursive: true });
    await run(NOW + 120_000);
    expect(await doors()).to.deep.equal([
      ['Đăng ký RSS', '#rss'],
      ['Hướng dẫn', 'docs/'],
    ]);
  });
});
