/** `npm run build` of the extension: `dist/extension/chrome/` and `firefox/`, unpacked, from one source. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { build, type Plugin } from 'vite';
import { leanLit, leanStyles, licences, small, terserOptions } from '../../build/small.js';
import { ICONS, manifest, messages, type Target } from './manifest.ts';
import { POLYFILL_LICENCE, polyfillCode } from './polyfill.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HERE = join(ROOT, 'extension');
const OUT = join(ROOT, 'dist/extension');
/** Drawn for each size: the small ones have less in them. */
const SMALL = 32;
/** Of a drawing in two colours: the others are those of its edges. */
const COLOURS = 16;

const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** Workers can load nothing later: what other parts import on demand is there from the beginning. */
const allAtOnce = {
  name: 'all-at-once',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.includes('/core/')) return undefined;
    const imports: string[] = [];
    const eager = code
      .replace(/const (\{[^}]+\}) = await import\(('[^']+')\);/g, (_, names, path) => {
        imports.push(`import ${names} from ${path};`);
        return '';
      })
      .replace(/await import\(('[^']+')\)/g, (_, path) => {
        imports.push(`import * as lazy${imports.length} from ${path};`);
        return `lazy${imports.length - 1}`;
      });
    return imports.length ? imports.join('') + eager : undefined;
  },
};

/** Schools that publish no more are of use to hubs only. */
const activeSchools = {
  name: 'active-schools',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('/extension/cluster.json')) return undefined;
    const { schools } = JSON.parse(code) as { schools: { active?: boolean }[] };
    return JSON.stringify({ schools: schools.filter(({ active }) => active !== false) });
  },
};

/** Of a post only what is kept is read. */
const whatIsKept = {
  name: 'what-is-kept',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('/core/read/fields.ts') ? 'export const EVERYTHING = false;' : undefined,
};

/** The popup's widgets get their feeds from it: what they would ask and read others with stays out. */
const atHand = {
  name: 'at-hand',
  enforce: 'pre' as const,
  resolveId: (name: string, importer?: string) =>
    importer?.includes('/widgets/data/') && /\/(?:fetch-once|storage-cache|read-feed)\.ts$/.test(name)
      ? join(HERE, 'build/stub-network.ts')
      : undefined,
};

/** After Vite's minifier pages' own: it finds what the other leaves. Functions first: fewer bytes, if not fewer packed. */
const options = { ...terserOptions, compress: { ...terserOptions.compress, hoist_funs: true } };
const smaller: Plugin = {
  name: 'smaller',
  async generateBundle(_, files) {
    for (const file of Object.values(files))
      if (file.type === 'chunk') file.code = (await minify(file.code, options)).code!;
  },
};

const polyfill = (target: Target) => ({
  name: 'polyfill',
  transformIndexHtml: () =>
    target === 'chrome'
      ? [{ tag: 'script', attrs: { src: '../code/polyfill.js' }, injectTo: 'head-prepend' as const }]
      : [],
});

/** Nothing comes from elsewhere, so nothing has to be told how to ask for it. */
const smallPages: Plugin = {
  name: 'small-pages',
  transformIndexHtml: {
    order: 'post',
    handler: (page) => page.replaceAll(' crossorigin', '').replace(/\n\s*/g, '\n'),
  },
};

interface Graph {
  getModuleInfo(id: string): { importers: string[] } | null;
}

/** Whether the background carries a module. */
function isOfBackground(id: string, graph: Graph, met = new Set<string>()): boolean {
  if (met.has(id)) return false;
  met.add(id);
  const importers = graph.getModuleInfo(id)?.importers ?? [];
  return id.endsWith('/background.ts') || importers.some((each) => isOfBackground(each, graph, met));
}

async function code(target: Target): Promise<void> {
  const pages = ['popup/index.html', 'options/index.html'].filter((page) => existsSync(join(HERE, page)));
  await build({
    root: HERE,
    base: '',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __VERSION__: JSON.stringify(version) },
    plugins: [
      ...[leanStyles, leanLit(), ...small].map((plugin) => ({ ...plugin, enforce: 'pre' as const })),
      allAtOnce,
      activeSchools,
      whatIsKept,
      atHand,
      polyfill(target),
      smaller,
      smallPages,
    ],
    build: {
      outDir: join(OUT, target),
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: ['background/background.ts', ...pages].map((entry) => join(HERE, entry)),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'code/[name].js',
          assetFileNames: 'code/[name][extname]',
          // In one file, what they have in common with the pages' packs best.
          codeSplitting: {
            groups: [
              { minShareCount: 2, name: (id, graph) => (isOfBackground(id, graph) ? 'common' : null) },
            ],
          },
        },
      },
    },
  });
}

async function put(target: Target, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(OUT, target, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function icon(size: number): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const drawing = join(HERE, 'icons', size <= SMALL ? 'icon-small.svg' : 'icon.svg');
  return sharp(drawing, { density: 72 * 4 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true, colours: COLOURS, dither: 0 })
    .toBuffer();
}

export async function buildExtension(): Promise<void> {
  await rm(OUT, { recursive: true, force: true });
  const drawn = new Map<number, Uint8Array>();
  for (const size of ICONS) drawn.set(size, await icon(size));
  for (const target of ['chrome', 'firefox'] as const) {
    await code(target);
    await put(target, 'manifest.json', JSON.stringify(manifest(target, version)));
    for (const [language, said] of Object.entries(messages()))
      await put(target, `_locales/${language}/messages.json`, JSON.stringify(said));
    for (const [size, png] of drawn) await put(target, `icons/${size}.png`, png);
    if (target === 'chrome') {
      const schema = await readFile(join(HERE, 'managed-schema.json'), 'utf8');
      await put(target, 'managed-schema.json', JSON.stringify(JSON.parse(schema)));
      await put(target, 'code/polyfill.js', await polyfillCode());
    }
    await put(target, 'LICENSE', licences('lit') + (target === 'chrome' ? POLYFILL_LICENCE : ''));
  }
}

/** Every file under a folder, by its path in it. */
export async function filesOf(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path));
  }
  return files;
}
