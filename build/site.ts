import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'vite';
import { docsPages } from './docs/plugin.ts';
import { writeIntegrity } from './integrity.ts';

const OUT = 'dist/site';
const FOLDERS = ['nhung', 'docs'];
const pages = readdirSync('demo', { recursive: true, encoding: 'utf8' }).filter(
  (file) => FOLDERS.includes(file.split(/[\\/]/)[0]!) && file.endsWith('.html'),
);

/** The demo serves the hub in a folder `hub/`; the hub publishes these pages in its own folder. */
const hubAddress: Plugin = {
  name: 'hub-address',
  transformIndexHtml: (html) => html.replaceAll(/"((?:\.\.\/)+)hub\//g, '"$1'),
};

/** Builds `dist/site/`: the pages that the hub publishes beside its lists. `files.json` lists their files for it. */
export async function buildSite(): Promise<void> {
  await build({
    configFile: false,
    root: 'demo',
    base: './',
    logLevel: 'warn',
    plugins: [docsPages(), hubAddress],
    build: {
      outDir: `../${OUT}`,
      emptyOutDir: true,
      assetsDir: 'docs/assets',
      target: 'es2022',
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: pages.map((file) => `demo/${file}`),
      },
    },
  });
  const files = readdirSync(OUT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ parentPath, name }) =>
    relative(OUT, join(parentPath, name)).replaceAll('\\', '/'),
  );
  writeIntegrity(OUT, 'files.json', names);
}
