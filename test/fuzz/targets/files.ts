import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configuredSources, label } from '../../../hub/collect/sources.ts';
import { ConfigError, loadConfig } from '../../../hub/config/load-config.ts';
import { sampleConfig } from '../../../hub/config/sample-config.ts';
import { NewerStateError, StateFolder } from '../../../hub/memory/state.ts';
import { encode, shapeOf, type Target } from '../target.ts';

let folder: string | undefined;
/** A folder for the files that are read, deleted at the end of the process. */
function temporaryFolder(): string {
  if (folder) return folder;
  const created = mkdtempSync(join(tmpdir(), 'tct-fuzz-'));
  process.once('exit', () => rmSync(created, { recursive: true, force: true }));
  folder = created;
  return created;
}

/** The hub's configuration, as `tct-hub` reads it. */
export const configuration: Target = {
  name: 'configuration',
  seeds: async () => [
    encode(sampleConfig),
    await readFile(fileURLToPath(new URL('../../../extension/cluster.json', import.meta.url))),
    encode(
      JSON.stringify({
        name: 'Cụm',
        contact: 'a@b.vn',
        hub: 'https://hub.example/',
        keep: 100,
        schools: [
          {
            id: 'nb',
            name: 'Ninh Bình',
            home: 'http://nb.example/',
            hide: ['x'],
            news: [{ url: 'http://nb.example/rss', every: 30 }, 'http://nb.example/2'],
            documents: {
              url: 'http://nb.example/vb',
              kind: 'page',
              table: 'table',
              next: 'a.next',
              pages: 3,
            },
          },
          { id: 'hn', name: 'Hà Nam', home: 'http://hn.example/', active: false, successor: 'nb' },
        ],
        places: [{ id: 'hn', name: 'Hà Nội', latitude: 21, longitude: 105.8 }],
      }),
    ),
  ],
  dictionary: [
    'schools',
    'news',
    'gallery',
    'kind',
    'page',
    'item',
    'places',
    'weather',
    'images',
    '// x\n',
    '/*',
    ',',
  ],
  async run(input) {
    const path = join(temporaryFolder(), 'cluster.jsonc');
    await writeFile(path, input);
    try {
      const cluster = await loadConfig(path);
      // Every source has an address that parses.
      return `${shapeOf(cluster)} ${configuredSources(cluster).map(label).length}`;
    } catch (error) {
      if (error instanceof ConfigError) return error.message.replace(/"[^"]*"|\d+/g, '').slice(0, 200);
      throw error;
    }
  },
};

const post = (guid: string) => ({
  id: `nb:${guid}`,
  key: `nb:${guid}`,
  source: 'http://nb.example/rss',
  seen: 1.7e12,
  place: 0,
  missing: 0,
  number: 0,
  item: { id: guid, url: `http://nb.example/${guid}`, title: 'Tin', content_text: '' },
});
const list = { next: 1, entries: [post('1'), post('2')] };
const poll = { due: 0, earliest: 0, failures: 0, checked: 1.7e12 };
const FILES = {
  'hub.json': {
    sources: { 'nb news http://nb.example/rss': { poll, posts: 2 } },
    next: { news: 1, documents: 0, gallery: 0 },
  },
  'school-nb.json': { news: list, documents: list, gallery: { next: 0, entries: [] } },
  'images.json': {
    images: {
      'http://nb.example/1.jpg': { width: 5, height: 5, widths: [640] },
      'http://nb.example/2.jpg': 0,
    },
  },
};

/** The hub's state files: read, or moved aside with a warning. The input is taken for each of them. */
export const state: Target = {
  name: 'state',
  seeds: async () =>
    Object.values(FILES).map((file) => encode(JSON.stringify({ version: 1, ...file, whole: true }))),
  dictionary: [
    'version',
    'sources',
    'entries',
    'poll',
    'item',
    'details',
    'robots',
    'weather',
    'published',
    'whole',
  ],
  async run(input) {
    const found: unknown[] = [];
    for (const [name, read] of [
      ['hub.json', (files: StateFolder) => files.readHub()],
      ['school-nb.json', (files: StateFolder) => files.readSchool('nb')],
      ['images.json', (files: StateFolder) => files.readImages()],
    ] as const) {
      const files = new StateFolder(temporaryFolder(), 1.7e12);
      await writeFile(join(temporaryFolder(), name), input);
      try {
        found.push(await read(files), files.warnings.length);
      } catch (error) {
        if (!(error instanceof NewerStateError)) throw error;
        found.push('newer');
      }
    }
    return shapeOf(found);
  },
};
