import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { visualizer } from 'rollup-plugin-visualizer';
import { build, type Plugin, type Rolldown } from 'vite';
import { licences } from '../licences.ts';
import { minifyTemplates } from '../minify-templates.ts';
import { rootPackage } from '../root-package.ts';
import { zip } from '../zip.ts';
import { linksOf } from './links.ts';
import { ICONS, manifest, messages, TARGETS, type Target } from './manifest.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HERE = join(ROOT, 'extension');
const OUT = join(ROOT, 'dist/extension');

// Whatever the machine sets: otherwise Vite may bundle the libraries' development builds.
process.env.NODE_ENV = 'production';

const { version } = rootPackage;
const LINKS = linksOf(rootPackage);

const POLYFILL = createRequire(import.meta.url).resolve('webextension-polyfill/dist/browser-polyfill.min.js');
const POLYFILL_FILE = 'code/browser-polyfill.min.js';
/** Removes schools that no longer publish: only hubs use them. */
const activeSchools: Plugin = {
  name: 'active-schools',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/extension/cluster.json')) return undefined;
    const { schools } = JSON.parse(code) as { schools: { active?: boolean }[] };
    return JSON.stringify({ schools: schools.filter(({ active }) => active !== false) });
  },
};

/** Loads the polyfill before the code of a page. */
const polyfillTag: Plugin = {
  name: 'polyfill-tag',
  transformIndexHtml: () => [
    { tag: 'script', attrs: { src: `../${POLYFILL_FILE}` }, injectTo: 'head-prepend' },
  ],
};

/** An interactive chart of the modules' sizes. */
const report = visualizer({
  filename: join(ROOT, 'dist/report/extension.html'),
  title: 'Extension',
}) as Plugin;

/** What is loaded by itself. What several of them import is shared in files of its own, so that each loads only what it needs. */
const INPUTS = {
  background: join(HERE, 'background/background.ts'),
  popup: join(HERE, 'popup/index.html'),
  options: join(HERE, 'options/index.html'),
  'opml-worker': join(HERE, 'options/opml-worker.ts'),
};

/** @throws Error if a file that the background loads imports another on demand */
function refuseLazyImports(chunks: readonly Rolldown.OutputChunk[]): void {
  const visit = (fileName: string): void => {
    const chunk = chunks.find((each) => each.fileName === fileName);
    if (chunk?.dynamicImports.length)
      throw new Error(`${fileName} imports ${chunk.dynamicImports} on demand, which a service worker cannot`);
    chunk?.imports.forEach(visit);
  };
  visit('background.js');
}

/** Builds the code and the pages, and returns the chunks. */
async function buildCode(target: Target): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    root: HERE,
    base: '',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __LINKS__: JSON.stringify(LINKS) },
    plugins: [activeSchools, minifyTemplates(), ...(target === 'chrome' ? [polyfillTag, report] : [])],
    build: {
      outDir: join(OUT, target),
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: INPUTS,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'code/[name].js',
          assetFileNames: 'code/[name][extname]',
        },
      },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  refuseLazyImports(chunks);
  return chunks;
}

async function put(target: Target, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(OUT, target, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** All files below a folder, by their relative path. */
async function filesOf(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path));
  }
  return files;
}

/**
 * Builds the extension for both browsers, unpacked (`dist/extension/chrome/`, `firefox/`) and zipped. Returns the
 * chunks of the build for Chrome.
 */
export async function buildExtension(): Promise<Rolldown.OutputChunk[]> {
  await rm(OUT, { recursive: true, force: true });
  const chunks: Partial<Record<Target, Rolldown.OutputChunk[]>> = {};
  for (const target of TARGETS) {
    chunks[target] = await buildCode(target);
    await put(target, 'manifest.json', JSON.stringify(manifest(target, version, LINKS.homepage)));
    for (const [language, texts] of Object.entries(messages()))
      await put(target, `_locales/${language}/messages.json`, JSON.stringify(texts));
    for (const size of ICONS)
      await put(target, `icons/${size}.png`, await readFile(join(HERE, `icons/${size}.png`)));
    if (target === 'chrome') {
      const schema = await readFile(join(HERE, 'managed-schema.json'), 'utf8');
      await put(target, 'managed-schema.json', JSON.stringify(JSON.parse(schema)));
      await copyFile(POLYFILL, join(OUT, target, POLYFILL_FILE));
    }
    const modules = chunks[target].flatMap(({ moduleIds }) => moduleIds);
    await put(target, 'LICENSE', licences([...modules, ...(target === 'chrome' ? [POLYFILL] : [])]));
    await writeFile(join(OUT, `tct-${target}.zip`), await zip(await filesOf(join(OUT, target))));
  }
  return chunks.chrome!;
}
