import { readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Plugin } from 'rollup';
import { MANIFEST_FILES } from '../elements-manifest.ts';
import { run } from '../run-tool.ts';
import { type Bundle, ELEMENTS, forPages, rootPackage } from './plugins.ts';

const OUT = 'dist/npm';

const { version, description, license, dependencies } = rootPackage;

/** Adds the package.json, the licence and the types. */
const packageFiles: Plugin = {
  name: 'package-files',
  buildStart() {
    for (const name of readdirSync(OUT))
      if (!MANIFEST_FILES.includes(name)) rmSync(`${OUT}/${name}`, { recursive: true });
  },
  generateBundle() {
    const element = (name: string) => ({
      types: `./types/widgets/${name}/define.d.ts`,
      default: `./${name}.js`,
    });
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
    const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
    emit('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    emit('LICENSE', readFileSync('LICENSE', 'utf8'));
  },
  writeBundle: () => run('tsc', '-p', 'widgets'),
};

/** `dist/npm/`: the package `tct-widgets`. */
export const npm: Bundle = {
  input: {
    core: 'core/index.ts',
    locale: 'widgets/locale/index.ts',
    ...Object.fromEntries(ELEMENTS.map((name) => [name, `widgets/${name}/define.ts`])),
  },
  // A developer's own components and ours use one copy of Lit.
  external: /^lit(\/|$)/,
  // Code that core.js shares with its lazy readers stays in it instead of becoming another file.
  preserveEntrySignatures: 'allow-extension',
  plugins: [...forPages({ ascii: true }), packageFiles],
  output: { dir: OUT, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'core-[name].js' },
};
