import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseArguments, UsageError } from '../../../hub/cli/arguments.ts';
import { addSchools, editCommand } from '../../../hub/cli/edit.ts';
import { ConfigError, loadConfig } from '../../../hub/config/load-config.ts';

const TEXT = `{
  "name": "Cụm", // tên
  "schools": [
    // Trường A
    { "id": "a", "name": "A", "home": "https://a.example/", "news": ["https://a.example/1", "https://a.example/2"] },
    { "id": "b", "name": "B", "home": "https://b.example/", "documents": "https://b.example/vb" }
  ]
}
`;

describe('the commands that edit a configuration', () => {
  let folder: string;
  let config: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tct-edit-'));
    config = join(folder, 'cluster.jsonc');
    await writeFile(config, TEXT);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const run = (...args: string[]) =>
    editCommand(parseArguments([...args, '--config', config]), { write: () => {} });
  const text = () => readFile(config, 'utf8');
  const error = (...args: string[]) => run(...args).then(String, (error) => error);

  it('set changes a setting, adds it and removes it', async () => {
    await run('set', 'name', 'Cụm mới');
    expect(await text()).to.equal(TEXT.replace('"Cụm"', '"Cụm mới"'));
    await run('set', 'out', 'tin');
    expect((await loadConfig(config)).out).to.equal('tin');
    await run('set', 'out', '');
    expect(await text()).to.equal(TEXT.replace('"Cụm"', '"Cụm mới"'));
  });

  it('set out keeps the hub’s memory where it is', async () => {
    await run('set', 'out', 'tin');
    await mkdir(join(folder, 'tin-state'));
    await writeFile(join(folder, 'tin-state', 'hub.json'), '{}');
    await run('set', 'out', 'web');
    expect(await loadConfig(config)).to.include({ out: 'web', state: 'tin-state' });
    await run('set', 'out', '');
    expect((await loadConfig(config)).state).to.equal('tin-state');
  });

  it('pause and resume change a source, a list or a school', async () => {
    await run('pause', 'a', 'news', 'https://a.example/2');
    expect((await loadConfig(config)).schools[0]!.news.map(({ active }) => active)).to.deep.equal([
      undefined,
      false,
    ]);
    await run('pause', 'a', 'news');
    expect((await loadConfig(config)).schools[0]!.news.map(({ active }) => active)).to.deep.equal([
      false,
      false,
    ]);
    await run('pause', 'b');
    expect((await loadConfig(config)).schools[1]!.active).to.equal(false);
    await run('resume', 'b');
    await run('resume', 'a', 'news');
    expect(
      (await loadConfig(config)).schools.flatMap(({ news, active }) => [
        active,
        ...news.map(({ active }) => active),
      ]),
    ).to.deep.equal([true, undefined, undefined, true]);
    expect(await text()).to.include('// Trường A');
  });

  it('remove removes a source, a list or a school', async () => {
    await run('remove', 'a', 'news', 'https://a.example/2');
    expect(await text()).to.equal(TEXT.replace(', "https://a.example/2"', ''));
    await run('remove', 'b', 'documents');
    expect((await loadConfig(config)).schools[1]!.documents).to.deep.equal([]);
    await run('remove', 'b');
    expect(await text())
      .to.include('// Trường A')
      .and.not.include('"B"');
  });

  it('remove leaves the last school of a hub that has run', async () => {
    await run('set', 'out', 'tin');
    await mkdir(join(folder, 'tin-state'));
    await writeFile(join(folder, 'tin-state', 'hub.json'), '{}');
    await run('remove', 'a');
    const refused = await error('remove', 'b');
    expect(refused).to.be.instanceOf(ConfigError);
    expect(String(refused)).to.include('trường cuối cùng');
    expect((await loadConfig(config)).schools.map(({ id }) => id)).to.deep.equal(['b']);
  });

  it('say what is wrong, and write nothing then', async () => {
    for (const args of [
      ['set', 'nam', 'x'],
      ['set', 'name'],
      ['set', 'name', ' '],
      ['pause'],
      ['pause', 'a', 'tin'],
      ['remove', 'a', 'news', 'x', 'y'],
    ])
      expect(await error(...args), args.join(' ')).to.be.instanceOf(UsageError);
    for (const args of [
      ['pause', 'c'],
      ['remove', 'a', 'gallery'],
      ['remove', 'a', 'news', 'https://a.example/3'],
      ['set', 'hub', 'ftp://x'],
    ])
      expect(await error(...args), args.join(' ')).to.be.instanceOf(ConfigError);
    expect(await text()).to.equal(TEXT);
  });

  it('discover --add adds the schools that are not there, under ids of their own', async () => {
    const found = (id: string, home: string) => ({
      id,
      name: id,
      home,
      active: true,
      lists: { news: [], documents: [], gallery: [] },
    });
    expect(
      await addSchools(config, [found('a', 'https://a.example/'), found('b', 'https://c.example/')]),
    ).to.equal(1);
    expect((await loadConfig(config)).schools.map(({ id }) => id)).to.deep.equal(['a', 'b', 'b-2']);
    expect(await text()).to.include('// Trường A');
    const fresh = join(folder, 'new.jsonc');
    await addSchools(fresh, [found('a', 'https://a.example/')]);
    expect((await loadConfig(fresh)).schools).to.have.length(1);
  });
});
