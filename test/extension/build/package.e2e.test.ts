/** The packages for the extension stores. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MODULES = join(ROOT, 'node_modules');

/** The digests of the zips, built in a clean checkout. */
function packageDigests(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'tct-package-'));
  try {
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, folder]);
    symlinkSync(MODULES, join(folder, 'node_modules'));
    execFileSync(
      process.execPath,
      [join(MODULES, 'tsx/dist/cli.mjs'), 'build/extension/package.ts', '--source'],
      {
        cwd: folder,
        stdio: 'ignore',
      },
    );
    const out = join(folder, 'dist/extension');
    const zips = readdirSync(out).filter((name) => name.endsWith('.zip'));
    const digest = (name: string) =>
      createHash('sha256')
        .update(readFileSync(join(out, name)))
        .digest('hex');
    return Object.fromEntries(zips.map((name) => [name, digest(name)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the package', function () {
  this.timeout(300_000);

  it('is reproducible byte for byte from a clean checkout', () => {
    const first = packageDigests();
    expect(first).to.have.all.keys('tct-chrome.zip', 'tct-firefox.zip', 'tct-source.zip');
    expect(packageDigests()).to.deep.equal(first);
  });

  it('passes web-ext lint with one warning, about Lit’s templates', () => {
    const { stdout } = spawnSync(
      join(MODULES, '.bin/web-ext'),
      ['lint', '--source-dir', 'dist/extension/firefox', '--output', 'json'],
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
