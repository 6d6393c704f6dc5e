import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const { version, description, license } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Modern syntax for the browser floor, ASCII only for pages of any charset. */
const delivered = [
  nodeResolve(),
  esbuild({ target: 'es2022' }),
  terser({
    ecma: 2020,
    module: true,
    compress: { passes: 3, unsafe_arrows: true },
    format: { ascii_only: true },
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
    emit('core.d.ts', "export * from './types/index.d.ts';\n");
    emit('LICENSE', readFileSync('LICENSE', 'utf8'));
  },
  writeBundle() {
    const { status, stdout } = spawnSync('node_modules/.bin/tsc', ['-p', 'core'], { encoding: 'utf8' });
    if (status !== 0) this.error(stdout);
  },
};

export default {
  input: { core: 'core/index.ts' },
  // The lazily loaded formats share code with the entry: without this it would be a third file.
  preserveEntrySignatures: 'allow-extension',
  plugins: [...delivered, npmPackage],
  output: { dir: 'dist/npm', format: 'es', entryFileNames: '[name].js', chunkFileNames: 'core-[name].js' },
};
