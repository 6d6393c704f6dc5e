import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import esbuild from 'rollup-plugin-esbuild';
import { leanLit, leanStyles, licences, small, terserOptions } from './small.js';

const ELEMENTS = ['latest-news', 'document-list', 'weather', 'gallery'];

const { version, description, license, engines, dependencies, optionalDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** What the minifier leaves as it is: signs in templates. */
const escapeTemplates = {
  name: 'escape-templates',
  renderChunk: (code) =>
    code.replace(/[^\x00-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

const smaller = (ascii) =>
  terser({ ...terserOptions, format: { ...terserOptions.format, ascii_only: ascii } });

/** Modern syntax for the browser floor. A classic script is ASCII, for pages of any charset; modules are always UTF-8. */
const delivered = ({ ascii }) => [
  leanStyles,
  leanLit(),
  nodeResolve(),
  ...small,
  esbuild({ target: 'es2022', charset: 'utf8', define: { __VERSION__: JSON.stringify(version) } }),
  smaller(ascii),
  // Once more: functions that the first time left with one caller go into it.
  smaller(ascii),
  ascii && escapeTemplates,
];

/** Runs a tool of the house; its words are the build's words when it fails. */
function run(plugin, command, ...args) {
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${command}`, args, { encoding: 'utf8' });
  if (status !== 0) plugin.error(stdout + stderr);
}

/** What makes the files a package: its manifest, licence, types, and what editors read. */
const npmPackage = {
  name: 'npm-package',
  generateBundle() {
    const element = (name) => ({ types: `./types/widgets/${name}/define.d.ts`, default: `./${name}.js` });
    const manifest = {
      name: 'tct-widgets',
      version,
      description,
      license,
      type: 'module',
      // Importing an element defines it.
      sideEffects: ELEMENTS.map((name) => `./${name}.js`),
      exports: {
        './core': { types: './types/core/index.d.ts', default: './core.js' },
        './locale': { types: './types/widgets/locale/index.d.ts', default: './locale.js' },
        ...Object.fromEntries(ELEMENTS.map((name) => [`./${name}`, element(name)])),
        './custom-elements.json': './custom-elements.json',
        './package.json': './package.json',
      },
      customElements: 'custom-elements.json',
      dependencies: { lit: `^${dependencies.lit}` },
    };
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
    emit('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    emit('LICENSE', readFileSync('LICENSE', 'utf8'));
  },
  writeBundle({ dir }) {
    run(this, 'tsc', '-p', 'widgets');
    run(this, 'cem', 'analyze', '--litelement', '--globs', 'widgets/**/*.ts', '--outdir', dir, '--quiet');
    generateVsCodeCustomElementData(JSON.parse(readFileSync(`${dir}/custom-elements.json`, 'utf8')), {
      outdir: dir,
      hideLogs: true,
    });
  },
};

const empty = (dir) => ({ name: 'empty', buildStart: () => rmSync(dir, { recursive: true, force: true }) });

const npm = {
  input: {
    core: 'core/index.ts',
    locale: 'widgets/locale/index.ts',
    ...Object.fromEntries(ELEMENTS.map((name) => [name, `widgets/${name}/define.ts`])),
  },
  // One Lit for all of a developer's components.
  external: /^lit(\/|$)/,
  // The lazily loaded formats share code with the entry: without this it would be a third file.
  preserveEntrySignatures: 'allow-extension',
  plugins: [empty('dist/npm'), ...delivered({ ascii: true }), npmPackage],
  output: { dir: 'dist/npm', format: 'es', entryFileNames: '[name].js', chunkFileNames: 'core-[name].js' },
};

/** The one script: classic, so that it works in pages that know no modules and beside AMD loaders. */
const loader = {
  input: 'widgets/embed/tct.ts',
  plugins: [empty('dist/embed'), ...delivered({ ascii: true })],
  output: { file: 'dist/embed/tct.js', format: 'iife' },
};

const all = {
  input: 'widgets/embed/tct-all.ts',
  plugins: delivered({ ascii: true }),
  output: { file: 'dist/embed/tct-all.js', format: 'iife', inlineDynamicImports: true },
};

/** `integrity` values for every script, for pages that pin what they load (Subresource Integrity). */
const integrity = {
  name: 'integrity',
  writeBundle({ dir }) {
    const files = readdirSync(dir).filter((name) => name.endsWith('.js'));
    const digest = (name) =>
      createHash('sha384')
        .update(readFileSync(`${dir}/${name}`))
        .digest('base64');
    const values = Object.fromEntries(files.sort().map((name) => [name, `sha384-${digest(name)}`]));
    writeFileSync(`${dir}/integrity.json`, `${JSON.stringify(values, null, 2)}\n`);
    writeFileSync(`${dir}/LICENSE.txt`, licences('lit'));
  },
};

/**
 * What widgets need at once, Chromium compiles beside the main thread while it comes, instead of bit by bit as it is
 * called (https://v8.dev/blog/explicit-compile-hints). Minifiers take the hint for a remark: it comes after them.
 */
const calledOnLoad = {
  name: 'called-on-load',
  renderChunk: (code, { isEntry, name }) =>
    isEntry || name === 'shared' ? `//# allFunctionsCalledOnLoad\n${code}` : undefined,
};

const widgets = {
  input: Object.fromEntries(ELEMENTS.map((name) => [name, `widgets/${name}/define.ts`])),
  // What a widget's entry shares with what it loads later stays in it: no file more.
  preserveEntrySignatures: 'allow-extension',
  plugins: [...delivered({ ascii: false }), calledOnLoad, integrity],
  output: {
    dir: 'dist/embed',
    format: 'es',
    entryFileNames: 'tct-[name].js',
    chunkFileNames: 'tct-[name].js',
    manualChunks: {
      // What all foreign formats need.
      'to-item': ['core/read/to-item.ts', 'core/read/not-a-feed.ts'],
      // One file of all that widgets share, whichever of them a page has.
      shared: [
        'widgets/base/feed-element.ts',
        'widgets/base/base.styles.ts',
        'widgets/locale/lazy-en.ts',
        'core/text/search.ts',
      ],
    },
  },
};

/** What makes the hub's folder one that can be copied to a server whole: scripts to publish, server files, a manifest. */
const hubFolder = {
  name: 'hub-folder',
  writeBundle({ file }) {
    const folder = dirname(file);
    cpSync('hub/deploy', `${folder}/deploy`, { recursive: true });
    cpSync('dist/embed', `${folder}/embed`, { recursive: true });
    const manifest = {
      name: 'tct-hub',
      version,
      license,
      private: true,
      // Node before 20.19 does not see by itself that the command is a module.
      type: 'module',
      bin: 'tct-hub.js',
      engines,
      optionalDependencies,
    };
    writeFileSync(`${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  },
};

/** The command: one file, with what it needs in it but sharp, which is compiled for the machine. */
const hub = {
  input: 'hub/cli/tct-hub.ts',
  external: [/^node:/, 'sharp'],
  plugins: [
    empty('dist/hub'),
    nodeResolve({ exportConditions: ['node'], preferBuiltins: true }),
    commonjs(),
    esbuild({ target: 'node20', charset: 'utf8', define: { __VERSION__: JSON.stringify(version) } }),
    hubFolder,
  ],
  output: { file: 'dist/hub/tct-hub.js', format: 'es', inlineDynamicImports: true },
};

export default [npm, loader, all, widgets, hub];
