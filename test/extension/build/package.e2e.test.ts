/** The packages for the extension stores, and what a store's reviewer makes of their sources. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { expect } from 'chai';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const ZIPS = ['tct-chrome.zip', 'tct-firefox.zip'];
/** What a publisher fills into package.json. */
const LINKS = { homepage: 'https://tct.example/', bugs: 'https://tct.example/hoi-dap' };

/** Runs the command in a folder of sources, with this project's dependencies. @throws Error if it fails */
function npmRunPackage(folder: string, env: Record<string, string> = {}): string {
  symlinkSync(MODULES, join(folder, 'node_modules'), 'junction');
  return execFileSync('npm', ['run', 'package'], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

const built = (folder: string, name: string) => readFileSync(join(folder, 'dist/extension', name));

const digests = (folder: string) =>
  ZIPS.map((name) => createHash('sha256').update(built(folder, name)).digest('hex'));

async function unpack(archive: Uint8Array, folder: string): Promise<void> {
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(archive)));
  // In another order, in which some file systems will also list them.
  for (const entry of (await reader.getEntries()).reverse()) {
    if (entry.directory) continue;
    const path = join(folder, entry.filename);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await entry.getData(new Uint8ArrayWriter()));
  }
}

describe('npm run package', function () {
  this.timeout(300_000);

  let parent: string;
  let checkout: string;
  before(() => {
    parent = mkdtempSync(join(tmpdir(), 'tct-package-'));
    checkout = join(parent, 'checkout');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, checkout]);
    const file = join(checkout, 'package.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...LINKS }));
    npmRunPackage(checkout);
  });
  after(() => rmSync(parent, { recursive: true, force: true }));

  it('gives the same bytes in the unpacked sources, where and however the computer is set up', async () => {
    const folder = join(parent, 'core/node modules/Bản nguồn');
    await unpack(built(checkout, 'tct-source.zip'), folder);
    const umask = process.umask(0o077);
    try {
      const output = npmRunPackage(folder, {
        TZ: 'Pacific/Kiritimati',
        LC_ALL: 'tr_TR.UTF-8',
        NODE_ENV: 'development',
        NO_COLOR: '1',
      });
      expect(output)
        .to.match(/^errors +0 *$/m)
        .and.match(/^notices +0 *$/m);
    } finally {
      process.umask(umask);
    }
    expect(digests(folder)).to.deep.equal(digests(checkout));
  });

  it('puts the publisher’s addresses into the manifest and the settings', () => {
    for (const target of ['chrome', 'firefox']) {
      const manifest = JSON.parse(built(checkout, `${target}/manifest.json`).toString());
      expect(manifest).to.have.property('homepage_url', LINKS.homepage);
      const settings = built(checkout, `${target}/options.js`).toString();
      expect(settings).to.contain(LINKS.homepage).and.contain(LINKS.bugs);
    }
  });

  it('says how the sources are built at their top', async () => {
    const folder = join(parent, 'sources');
    await unpack(built(checkout, 'tct-source.zip'), folder);
    const guide = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(guide).to.contain('npm ci').and.contain('npm run package');
  });

  it('passes web-ext lint with one warning, about Lit’s templates', () => {
    const { stdout } = spawnSync(
      join(MODULES, '.bin/web-ext'),
      ['lint', '--source-dir', join(checkout, 'dist/extension/firefox'), '--output', 'json'],
      { cwd: ROOT, encoding: 'utf8' },
    );
    const { summary, warnings } = JSON.parse(stdout) as {
      summary: { errors: number; notices: number };
      warnings: { code: string }[];
    };
    expect(summary).to.include({ errors: 0, notices: 0 });
    expect(warnings.map(({ code }) => code)).to.deep.equal(['UNSAFE_VAR_ASSIGNMENT']);
  });
});
