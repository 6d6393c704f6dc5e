import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OutputChunk } from 'rollup';
import { visualizer } from 'rollup-plugin-visualizer';
import { chunkName } from '../chunk-name.ts';
import { writeIntegrity } from '../integrity.ts';
import { licences } from '../licences.ts';
import { bundle } from './bundle.ts';
import { type Bundle, COMPILE_HINT, ELEMENTS, forPages } from './plugins.ts';

const OUT = 'dist/embed';

/** A classic script, so that it works on pages without modules and beside AMD loaders. */
const loader = (hash: string): Bundle => ({
  input: 'widgets/embed/tct.ts',
  plugins: forPages({ ascii: true, hash }),
  output: { file: `${OUT}/tct.js`, format: 'iife' },
});

const allInOne: Bundle = {
  input: 'widgets/embed/tct-all.ts',
  plugins: forPages({ ascii: true }),
  output: { file: `${OUT}/tct-all.js`, format: 'iife', inlineDynamicImports: true },
};

/** `embed.html`, which shows one widget in a frame, and the script for the page around it. */
const frames = [
  { input: 'widgets/frame/embed-page.ts', file: 'tct-embed.js' },
  { input: 'widgets/frame/partner-page.ts', file: 'tct-frame.js' },
].map(({ input, file }): Bundle => {
  return { input, plugins: forPages({ ascii: true }), output: { file: `${OUT}/${file}`, format: 'iife' } };
});

const DEBUG = resolve('widgets/debug/debug.ts');

/** One file that imports no other, so that it loads when one of those that the widgets share is what does not. */
const debug = (hash: string): Bundle => ({
  input: DEBUG,
  plugins: forPages({ ascii: false }),
  output: { file: `${OUT}/${chunkName(hash, 'debug')}`, format: 'es' },
});

/** The modules that the loader imports. */
const widgets = (hash: string): Bundle => ({
  input: Object.fromEntries(ELEMENTS.map((name) => [name, `widgets/${name}/define.ts`])),
  external: [DEBUG],
  // Code that an entry shares with its lazy chunks stays in the entry instead of becoming another file.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    ...forPages({ ascii: false }),
    visualizer({ filename: 'dist/report/embed.html', title: 'Scripts for pages' }),
  ],
  output: {
    dir: OUT,
    format: 'es',
    paths: { [DEBUG]: `./${chunkName(hash, 'debug')}` },
    entryFileNames: chunkName(hash, '[name]'),
    chunkFileNames: chunkName(hash, '[name]'),
    banner: ({ isEntry }) => (isEntry ? `//# ${COMPILE_HINT}` : ''),
    manualChunks: {
      // With the code that several widgets share: nearly every page shows news, and has one file less to wait for.
      'latest-news': [
        'widgets/latest-news/define.ts',
        'widgets/base/feed-element.ts',
        'widgets/base/base.styles.ts',
        'widgets/locale/lazy-en.ts',
        'widgets/themes/lazy-themes.ts',
        'widgets/debug/define-element.ts',
      ],
    },
  },
});

/**
 * Builds `dist/embed/`, the scripts that pages load, and returns their chunks.
 *
 * @param hash of what they are built from: the files that the loader loads carry it in their names, so that files of two
 * versions never mix and caches may keep them for ever
 */
export async function buildEmbed(hash: string): Promise<OutputChunk[]> {
  rmSync(OUT, { recursive: true, force: true });
  const chunks = (
    await Promise.all([loader(hash), allInOne, ...frames, debug(hash), widgets(hash)].map(bundle))
  ).flat();
  copyFileSync('widgets/frame/embed.html', `${OUT}/embed.html`);
  writeFileSync(`${OUT}/LICENSE.txt`, licences(chunks.flatMap(({ moduleIds }) => moduleIds)));
  const scripts = readdirSync(OUT).filter((name) => name.endsWith('.js'));
  writeIntegrity(OUT, 'integrity.json', scripts);
  return chunks;
}
