import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const { version, description, license } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Style sheets in templates lose their indentation: terser takes them for text. */
const smallStyles = {
  name: 'small-styles',
  transform: (code, id) =>
    id.includes('styles')
      ? code.replace(
          /css`([^`$]*)`/g,
          (_, text) =>
            `css\`${text
              .replace(/\/\*[\s\S]*?\*\//g, '')
              .replace(/\s+/g, ' ')
              .replace(/\s*([{};,])\s*/g, '$1')
              .replace(/:\s+/g, ':')
              .replace(/;}/g, '}')
              .trim()}\``,
        )
      : undefined,
};

/** Modern syntax for the browser floor. A classic script is ASCII, for pages of any charset; modules are always UTF-8. */
const delivered = ({ ascii }) => [
  nodeResolve(),
  smallStyles,
  esbuild({ target: 'es2022', charset: 'utf8', define: { __VERSION__: JSON.stringify(version) } }),
  terser({
    ecma: 2020,
    module: true,
    compress: { passes: 3, unsafe_arrows: true, keep_fargs: false, pure_getters: true },
    format: { ascii_only: ascii, comments: false },
  }),
];

/** What makes the files a package: its manifest, licence and types. */
const npmPackage = {
  name: 'npm-package',
  generateBundle() {
    const manifest = {
      name: 'tct-widgets',
      version,
      description,
      license,
      type: 'module',
      sideEffects: false,
      exports: { './core': { types: './core.d.ts', default: './core.js' } },
    };
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
    emit('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    emit('core.d.ts', "export * from './types/index.js';\n");
    emit('LICENSE', readFileSync('LICENSE', 'utf8'));
  },
  writeBundle() {
    const { status, stdout } = spawnSync('node_modules/.bin/tsc', ['-p', 'core'], { encoding: 'utf8' });
    if (status !== 0) this.error(stdout);
  },
};

const npm = {
  input: { core: 'core/index.ts' },
  // The lazily loaded formats share code with the entry: without this it would be a third file.
  preserveEntrySignatures: 'allow-extension',
  plugins: [...delivered({ ascii: true }), npmPackage],
  output: { dir: 'dist/npm', format: 'es', entryFileNames: '[name].js', chunkFileNames: 'core-[name].js' },
};

/** The one script: classic, so that it works in pages that know no modules and beside AMD loaders. */
const loader = {
  input: 'widgets/embed/tct.ts',
  plugins: delivered({ ascii: true }),
  output: { file: 'dist/embed/tct.js', format: 'iife' },
};

const widgets = {
  input: { 'latest-news': 'widgets/latest-news/define.ts' },
  plugins: delivered({ ascii: false }),
  output: {
    dir: 'dist/embed',
    format: 'es',
    entryFileNames: 'tct-[name].js',
    chunkFileNames: 'tct-[name].js',
  },
};

export default [npm, loader, widgets];
