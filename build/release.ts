/**
 * `npm run release`: builds what is not up to date, and puts what people download into `dist/release/`: the hub, the
 * extension for both browsers and for their reviewers, the npm package, the notes and the SHA-256 of each. Publishes
 * nothing. The same checkout always gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from './build.ts';
import { sourceZip } from './extension/source-zip.ts';
import { rootPackage } from './root-package.ts';
import { zip } from './zip.ts';

const OUT = 'dist/release';
const { version } = rootPackage;

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** The files of a folder and its subfolders, as they are named in a zip that unpacks into one folder. */
function filesBelow(folder: string, unpacksInto: string): Map<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [`${unpacksInto}/${name}`, readFileSync(join(folder, name))]),
  );
}

/** The sections of the changelog by version, with `Unreleased`; empty ones are left out. */
const changes = new Map(
  readFileSync('CHANGELOG.md', 'utf8')
    .split(/^## \[/m)
    .slice(1)
    .map((section): [string, string] => [section.split(']')[0]!, section.replace(/^.*\n/, '').trim()])
    .filter(([, text]) => text),
);

/** @throws Error if the changelog says nothing about this version */
function releaseNotes(): string {
  const heading = changes.has('Unreleased') ? 'Unreleased' : version;
  const notes = changes.get(heading);
  if (!notes) throw new Error(`CHANGELOG.md says nothing about ${version}: add what has changed.`);
  return `# ${heading}\n\n${notes}\n`;
}

const sha256 = (name: string) =>
  createHash('sha256')
    .update(readFileSync(join(OUT, name)))
    .digest('hex');

// A tag names what people download: it must not promise another version, nor changes that have none.
const { GITHUB_REF_TYPE, GITHUB_REF_NAME } = process.env;
if (
  GITHUB_REF_TYPE === 'tag' &&
  (GITHUB_REF_NAME !== `v${version}` || !changes.has(version) || changes.has('Unreleased'))
)
  throw new Error(
    `The tag ${GITHUB_REF_NAME} needs version ${GITHUB_REF_NAME?.slice(1)} in package.json and a section of that name in CHANGELOG.md, with nothing left under Unreleased.`,
  );

await buildIfChanged(['hub', 'extension', 'npm']);
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, `tct-hub-${version}.zip`), await zip(filesBelow('dist/hub', 'tct-hub')));
for (const browser of ['chrome', 'firefox'])
  copyFileSync(`dist/extension/tct-${browser}.zip`, join(OUT, `tct-${browser}-${version}.zip`));
const sources = await sourceZip();
if (!sources) throw new Error('Only a Git checkout can be released.');
writeFileSync(join(OUT, `tct-source-${version}.zip`), sources);
execFileSync('npm', ['pack', '--silent', '--pack-destination', join('..', 'release')], { cwd: 'dist/npm' });
writeFileSync(join(OUT, 'NOTES.md'), releaseNotes());
const names = readdirSync(OUT).sort();
writeFileSync(join(OUT, 'SHA256SUMS'), names.map((name) => `${sha256(name)}  ${name}\n`).join(''));

console.log(`${OUT}/`);
for (const name of names) console.log(`  ${name}  ${(statSync(join(OUT, name)).size / 1024).toFixed(1)} KB`);
if (git('status', '--porcelain'))
  console.log('Some of it is not committed: nobody else can build these bytes.');
if (changes.has('Unreleased') && changes.has(version))
  console.log(
    `${version} has been released: raise the version, and give the changes that number in CHANGELOG.md.`,
  );
console.log(`Nothing was published. Put the folder where people download it, or tag the commit v${version}.`);
