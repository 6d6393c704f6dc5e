import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadConfig } from '../../../hub/config/load-config.ts';
import type { CallName, Calls, EditedSchool } from '../../../hub/setup/api.ts';
import { startTestConsole, type TestConsole } from './console-client.ts';

const SETTINGS = {
  name: 'Cụm mẫu',
  contact: 'vanphong@truong.example',
  out: 'tin',
  hub: 'https://tin.example/',
};

const school = (id: string, more: Partial<EditedSchool> = {}): EditedSchool => ({
  id,
  name: `Trường ${id}`,
  home: `https://${id}.example/`,
  active: true,
  lists: { news: [{ kind: 'feed', url: `https://${id}.example/rss` }], documents: [], gallery: [] },
  ...more,
});

describe('editing the configuration on the console', () => {
  let console: TestConsole;
  beforeEach(async () => {
    console = await startTestConsole();
  });
  afterEach(() => console.stop());

  const text = () => readFile(console.config, 'utf8');
  const configure = (value: unknown) =>
    writeFile(console.config, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  /** The refusal of a call. */
  async function refusal<Name extends CallName>(name: Name, body: Calls[Name]['request']) {
    const [line] = (await console.call(name, body)).lines;
    expect(line, name).to.have.property('error');
    return { field: line!.field, vi: line!.error!.vi, en: line!.error!.en };
  }

  it('begins with nothing but the schools that are known', async () => {
    const state = await console.result('state', {});
    expect(state).to.deep.include({ config: console.config, exists: false, schools: [], sources: [] });
    expect(state.settings).to.deep.equal({ name: '', contact: '', out: '', hub: '' });
    expect(state.known.map(({ id }) => id))
      .to.include('ninh-binh')
      .and.not.include('ha-nam');
  });

  it('writes a new file with the comments of the sample, and creates the folders', async () => {
    const state = await console.result('saveSettings', SETTINGS);
    expect(state).to.deep.include({ exists: true, settings: SETTINGS });
    expect(state.folders).to.deep.equal({
      out: join(console.folder, 'tin'),
      state: join(console.folder, 'tin-state'),
    });
    for (const folder of Object.values(state.folders))
      expect((await stat(folder)).isDirectory()).to.equal(true);
    expect(await text())
      .to.include('// Tên cụm')
      .and.include('"contact": "vanphong@truong.example",\n')
      .and.include('"schools": []');
    const { schools, known } = await console.result('saveSchools', {
      schools: [school('a'), school('ninh-binh')],
    });
    expect(schools).to.deep.equal([school('a'), school('ninh-binh')]);
    expect(known.map(({ id }) => id)).to.not.include('ninh-binh');
    expect((await loadConfig(console.config)).out).to.equal('tin');
    expect(await text()).to.include('"news": "https://a.example/rss"');
  });

  it('refuses settings that make no sense, and writes nothing', async () => {
    await mkdir(join(console.folder, 'full'));
    await writeFile(join(console.folder, 'full', 'index.html'), 'của người khác');
    await writeFile(join(console.folder, 'file'), '');
    const wrong: [Partial<typeof SETTINGS>, string, RegExp][] = [
      [{ name: ' \n ' }, 'name', /tên cụm/],
      [{ contact: 'văn phòng' }, 'contact', /không phải địa chỉ thư/],
      [{ contact: 'javascript:alert(1)' }, 'contact', /không phải/],
      [{ hub: 'tin.example' }, 'hub', /http/],
      [{ hub: 'ftp://tin.example/' }, 'hub', /http/],
      [{ out: '' }, 'out', /thư mục xuất bản/],
      [{ out: '.' }, 'out', /Tệp cấu hình nằm trong/],
      [{ out: '..' }, 'out', /Tệp cấu hình nằm trong/],
      [{ out: 'full' }, 'out', /index\.html/],
      [{ out: 'file' }, 'out', /không phải thư mục/],
      [{ out: 'file/x' }, 'out', /Không ghi được/],
    ];
    for (const [change, field, words] of wrong) {
      const { field: about, vi, en } = await refusal('saveSettings', { ...SETTINGS, ...change });
      expect(about, JSON.stringify(change)).to.equal(field);
      expect(vi).to.match(words);
      expect(en).to.match(/[a-z]/);
    }
    expect((await console.result('state', {})).exists).to.equal(false);
  });

  it('refuses a folder that holds the hub’s memory', async () => {
    await configure({ name: 'A', state: 'tin/state', schools: [] });
    const { field, vi } = await refusal('saveSettings', SETTINGS);
    expect(field).to.equal('out');
    expect(vi).to.include('Nơi ghi nhớ');
  });

  it('keeps a folder that a hub has published to, and one that is chosen already', async () => {
    await mkdir(join(console.folder, 'tin'));
    await writeFile(join(console.folder, 'tin', 'cluster.json'), '{}');
    await writeFile(join(console.folder, 'tin', 'index.html'), '');
    await console.result('saveSettings', SETTINGS);
    await mkdir(join(console.folder, 'old'));
    await writeFile(join(console.folder, 'old', 'x.html'), '');
    await configure({ name: 'A', out: 'old', schools: [] });
    await console.result('saveSettings', { ...SETTINGS, out: 'old' });
  });

  it('keeps the hub’s memory when the folder to publish to changes', async () => {
    await console.result('saveSettings', SETTINGS);
    await writeFile(join(console.folder, 'tin-state', 'hub.json'), '{}');
    const { folders } = await console.result('saveSettings', { ...SETTINGS, out: 'web' });
    const state = join(console.folder, 'tin-state');
    expect(folders).to.deep.equal({ out: join(console.folder, 'web'), state });
    expect(await text()).to.include('"state": "tin-state"');
    // As often as it changes.
    expect((await console.result('saveSettings', SETTINGS)).folders.state).to.equal(state);
    expect((await refusal('saveSettings', { ...SETTINGS, out: 'tin-state' })).vi).to.include('Nơi ghi nhớ');
  });

  it('changes one line for one field, whatever the file looks like', async () => {
    const file = `\ufeff{\r\n\t"name" : "Cụm",\t// tên\r\n\r\n\t"out":"tin", "hub": "https://tin.example/",\r\n\t"schools": [\r\n\t\t{ "id": "a", "name": "A", "home": "https://a.example/", // a\r\n\t\t\t"hide": ["x"], "news": ["https://a.example/1", { "url": "https://a.example/2", "kind": "feed" },], },\r\n\t],\r\n}`;
    await configure(file);
    await console.result('saveSettings', { ...SETTINGS, contact: '', name: 'Mới' });
    expect(await text()).to.equal(file.replace('"Cụm"', '"Mới"'));
    await configure(file);
    const { schools } = await console.result('state', {});
    await console.result('saveSchools', { schools: [{ ...schools[0]!, was: 'a', name: 'B' }] });
    expect(await text()).to.equal(file.replace('"A"', '"B"'));
    await configure(file);
    const ref = { school: 'a', kind: 'news', url: 'https://a.example/2' } as const;
    const { schools: now } = await console.result('pauseSource', { ...ref, isPaused: true });
    expect(now[0]!.lists.news[1]).to.deep.include({ active: false });
    expect(await text()).to.equal(file.replace('"feed" }', '"feed", "active": false }'));
    await console.result('pauseSource', { ...ref, isPaused: false });
    expect(await text()).to.equal(file);
    await console.result('pauseSource', { ...ref, url: 'https://a.example/1', isPaused: true });
    expect(await text()).to.equal(
      file.replace('"https://a.example/1"', '{ "url": "https://a.example/1", "active": false }'),
    );
  });

  it('replaces and removes sources, and removes schools with the references to them', async () => {
    await configure({
      name: 'A',
      schools: [
        { id: 'a', name: 'A', home: 'https://a.example/', news: 'https://a.example/1' },
        { id: 'b', name: 'B', home: 'https://b.example/', active: false, successor: 'a' },
      ],
    });
    const ref = { school: 'a', kind: 'news', url: 'https://a.example/1' } as const;
    const source = { kind: 'page', url: 'https://a.example/tin', item: '.tin', pages: 2 } as const;
    await console.result('saveSource', { ...ref, source });
    expect((await loadConfig(console.config)).schools[0]!.news).to.deep.equal([source]);
    await console.result('saveSource', { ...ref, url: source.url });
    expect(await text()).to.not.include('news');
    expect((await console.result('removeSchool', { id: 'a' })).schools.map(({ id }) => id)).to.deep.equal([
      'b',
    ]);
    expect(await text()).to.not.include('successor');
    for (const gone of [
      await refusal('saveSource', ref),
      await refusal('removeSchool', { id: 'a' }),
      await refusal('saveSchools', { schools: [{ ...school('a'), was: 'a' }] }),
    ])
      expect(gone.vi).to.include('không có trong cấu hình');
  });

  it('names the input that makes a configuration invalid, and writes nothing', async () => {
    await console.result('saveSettings', SETTINGS);
    await console.result('saveSchools', { schools: [school('a')] });
    const before = await text();
    const wrong: [(EditedSchool & { was?: string })[], string, RegExp][] = [
      [[school('b'), { ...school('c'), id: 'Không phải mã' }], 'schools.1.id', /cần mã/],
      [[school('b', { home: 'b.example' })], 'schools.0.home', /http/],
      [[school('b', { name: ' ' })], 'schools.0.name', /trống/],
      [[school('a')], 'schools.0.id', /đã dùng/],
      [[school('b'), school('b')], 'schools.1.id', /đã dùng/],
    ];
    for (const [schools, field, words] of wrong) {
      const { field: about, vi } = await refusal('saveSchools', { schools });
      expect(about).to.equal(field);
      expect(vi).to.match(words).and.include('Chưa ghi gì');
    }
    expect(await text()).to.equal(before);
  });

  it('brings back all of a school that was removed', async () => {
    const more = { aliases: ['Trường cũ'], hide: ['a:1'], heal: false };
    const [a, b] = ['a', 'b'].map((id) => ({ id, name: id, home: `https://${id}.example/` }));
    await configure({ name: 'A', schools: [{ ...a, ...more }, b] });
    const [before] = (await loadConfig(console.config)).schools;
    const [shown] = (await console.result('state', {})).schools;
    await console.result('removeSchool', { id: 'a' });
    await console.result('saveSchools', { schools: [shown!] });
    expect((await loadConfig(console.config)).schools.find(({ id }) => id === 'a')).to.deep.equal(before);
    // Another school of that id is not the same.
    await console.result('removeSchool', { id: 'a' });
    await console.result('saveSchools', { schools: [{ ...shown!, home: 'https://khac.example/' }] });
    expect((await loadConfig(console.config)).schools.at(-1)!.hide).to.deep.equal([]);
  });

  it('removes the last school only of a hub that has not run', async () => {
    await console.result('saveSettings', SETTINGS);
    await console.result('saveSchools', { schools: [school('a')] });
    expect((await console.result('removeSchool', { id: 'a' })).schools).to.deep.equal([]);
    await console.result('saveSchools', { schools: [school('a'), school('b')] });
    await writeFile(join(console.folder, 'tin-state', 'hub.json'), '{}');
    await console.result('removeSchool', { id: 'a' });
    expect((await refusal('removeSchool', { id: 'b' })).vi).to.include('trường cuối cùng');
    expect((await loadConfig(console.config)).schools).to.have.length(1);
  });

  it('keeps what somebody else has changed since a school was opened to edit', async () => {
    await configure({ name: 'A', schools: [{ id: 'a', name: 'A', home: 'https://a.example/' }] });
    const [seen] = (await console.result('state', {})).schools;
    const news = ['https://a.example/1', 'https://a.example/2'];
    await configure({ name: 'A', schools: [{ id: 'a', name: 'A', home: 'https://a.example/', news }] });
    const edited = { ...seen!, was: 'a', name: 'B', seen: seen! };
    const [saved] = (await console.result('saveSchools', { schools: [edited] })).schools;
    expect(saved!.name).to.equal('B');
    expect(saved!.lists.news.map(({ url }) => url)).to.deep.equal(news);
    // Both have changed the name.
    const before = await text();
    const { vi } = await refusal('saveSchools', { schools: [{ ...edited, name: 'C' }] });
    expect(vi).to.include('Trường “a” không còn như lúc được mở ra').and.include('tải lại');
    expect(await text()).to.equal(before);
  });

  it('says what is wrong with a broken file, and leaves it alone', async () => {
    const broken = '{\n  "name": "A"\n  "schools": []\n}';
    await configure(broken);
    const state = await console.result('state', {});
    expect(state.problem).to.include('dòng 3, cột 3: thiếu dấu phẩy');
    expect(state.schools).to.deep.equal([]);
    expect((await refusal('saveSettings', SETTINGS)).vi).to.include('dòng 3');
    expect(await text()).to.equal(broken);
    await configure({ name: 'A', schools: [{ id: 'a' }] });
    expect((await console.result('state', {})).problem).to.include('schools[0] "a" › name: thiếu');
  });

  it('keeps the permissions of a file, and respects them', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    await configure({ name: 'A', schools: [] });
    await chmod(console.config, 0o600);
    await console.result('saveSettings', SETTINGS);
    expect((await stat(console.config)).mode & 0o777).to.equal(0o600);
    await chmod(console.config, 0o400);
    expect((await refusal('saveSettings', { ...SETTINGS, name: 'B' })).vi).to.include('không có quyền ghi');
  });

  it('saves what two tabs change at the same time', async () => {
    await console.result('saveSettings', SETTINGS);
    const tabs = [await console.open(), await console.open()];
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(
      ids.map((id, index) => console.call('saveSchools', { schools: [school(id)] }, tabs[index % 2])),
    );
    const { schools } = await console.result('state', {});
    expect(schools.map(({ id }) => id)).to.have.members(ids);
  });
});
