import { writeFileSync } from 'node:fs';
import { chown, lstat, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ClusterError } from '../../../core/config/cluster.ts';
import { editConfig } from '../../../hub/config/edit-config.ts';
import { addSchool, removeSchool } from '../../../hub/config/edit-schools.ts';
import { setSettings } from '../../../hub/config/edit-settings.ts';
import { ConfigError, loadConfig } from '../../../hub/config/load-config.ts';
import { newConfig } from '../../../hub/config/new-config.ts';

const TEXT =
  '{\n  // Cụm\n  "name": "Cụm A",\n  "schools": [{ "id": "a", "name": "A", "home": "https://a.example/" }]\n}\n';

describe('editing a configuration file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tct-config-'));
    path = join(folder, 'cluster.jsonc');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const rename = (name: string) => (text: string) => setSettings(text, { name });

  it('keeps the encoding and the byte order mark', async () => {
    const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
    const encodings: ((text: string) => Buffer)[] = [
      (text) => Buffer.from(text),
      (text) => Buffer.from(`\ufeff${text}`),
      (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      (text) => swapped(`\ufeff${text}`),
      (text) => Buffer.from(text, 'utf16le'),
      (text) => swapped(text),
    ];
    for (const encode of encodings) {
      await writeFile(path, encode(TEXT));
      expect((await editConfig(path, rename('Cụm Ờ'))).name).to.equal('Cụm Ờ');
      expect(await readFile(path)).to.deep.equal(encode(TEXT.replace('Cụm A', 'Cụm Ờ')));
    }
  });

  it('makes the edit again on what somebody else has written meanwhile', async () => {
    await writeFile(path, TEXT);
    let attempts = 0;
    await editConfig(path, (text) => {
      if (++attempts === 1)
        writeFileSync(path, TEXT.replace('// Cụm', '// của người khác').replace('"A"', '"B"'));
      return rename('Cụm B')(text);
    });
    expect(attempts).to.equal(2);
    expect(await readFile(path, 'utf8')).to.equal(
      TEXT.replace('// Cụm', '// của người khác').replace('"A"', '"B"').replace('Cụm A', 'Cụm B'),
    );
  });

  it('loses none of the edits that several processes make at the same time', async () => {
    await writeFile(path, TEXT);
    const ids = Array.from({ length: 12 }, (_, index) => `them-${index}`);
    const lists = { news: [], documents: [], gallery: [] };
    const school = (id: string) => ({ id, name: id, home: `https://${id}.example/`, active: true, lists });
    // Each holds the lock by itself, as another process would.
    await Promise.all(ids.map((id) => editConfig(path, (text) => addSchool(text, school(id)))));
    expect((await loadConfig(path)).schools.map(({ id }) => id)).to.have.members(['a', ...ids]);
  });

  it('leaves a file to its owner', async function () {
    if (process.getuid?.() !== 0) this.skip();
    await writeFile(path, TEXT, { mode: 0o600 });
    await chown(path, 1234, 2345);
    await editConfig(path, rename('Cụm B'));
    expect(await stat(path)).to.include({ uid: 1234, gid: 2345 });
  });

  it('refuses an edit of what is gone meanwhile, or a file that is', async () => {
    await writeFile(path, TEXT);
    const other = TEXT.replace('"a"', '"b"');
    const error = await editConfig(path, (text, cluster) => {
      writeFileSync(path, other);
      return removeSchool(text, cluster, 'a', false);
    }).catch((error) => error);
    expect(error.message).to.include('“a” không có');
    expect(await readFile(path, 'utf8')).to.equal(other);
    await rm(path);
    expect(await editConfig(path, rename('B')).catch((error) => error)).to.be.instanceOf(ConfigError);
  });

  it('gives up if the file never stays the same', async () => {
    await writeFile(path, TEXT);
    let count = 0;
    const error = await editConfig(path, (text) => {
      writeFileSync(path, `${TEXT}// ${count++}\n`);
      return rename('B')(text);
    }).catch((error) => error);
    expect(error).to.be.instanceOf(ConfigError);
    expect(await readFile(path, 'utf8')).to.include('Cụm A');
  });

  it('does not write over a file that somebody else has created meanwhile', async () => {
    await editConfig(
      path,
      (text, cluster) => {
        if (cluster.name === '?') writeFileSync(path, TEXT);
        return rename('B')(text);
      },
      newConfig(),
    );
    expect(await readFile(path, 'utf8')).to.equal(TEXT.replace('Cụm A', 'B'));
  });

  it('writes only what is valid', async () => {
    await writeFile(path, TEXT);
    const error = await editConfig(path, (text) => text.replace('https://a.example/', 'a')).catch(
      (error) => error,
    );
    expect(error).to.be.instanceOf(ClusterError);
    expect(error.problems[0]).to.deep.include({ path: ['schools', 0, 'home'] });
    expect(await readFile(path, 'utf8')).to.equal(TEXT);
  });

  it('writes the file that a link leads to', async function () {
    if (process.platform === 'win32') this.skip();
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'cluster.jsonc'), TEXT);
    await symlink(join('real', 'cluster.jsonc'), path);
    await editConfig(path, rename('B'));
    expect((await lstat(path)).isSymbolicLink()).to.equal(true);
    expect((await loadConfig(join(folder, 'real', 'cluster.jsonc'))).name).to.equal('B');
  });
});
