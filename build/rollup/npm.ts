import { readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Plugin } from 'rollup';
import { MANIFEST_FILES } from '../elements-manifest.ts';
import { FRAMEWORK_NAMES } from '../framework-types.ts';
import { licences } from '../licences.ts';
import { rootPackage } from '../root-package.ts';
import { run } from '../run-tool.ts';
import { type Bundle, ELEMENTS, forPages } from './plugins.ts';

const OUT = 'dist/npm';
const DOCS = 'widgets/npm';

/** The entries that run, by name, with their sources. */
const ENTRIES: Record<string, string> = {
  index: 'widgets/npm/index.ts',
  ...Object.fromEntries(ELEMENTS.map((name) => [name, `widgets/npm/${name}.ts`])),
  ...Object.fromEntries(ELEMENTS.map((name) => [`${name}/element`, `widgets/npm/${name}-element.ts`])),
  locale: 'widgets/npm/locale.ts',
  core: 'core/index.ts',
};

const KEYWORDS = [
  'web-components',
  'custom-elements',
  'lit',
  'vietnamese',
  'tieng-viet',
  'news',
  'rss',
  'atom',
  'json-feed',
  'weather',
  'gallery',
  'lightbox',
];

const { version, description, license, homepage, bugs, dependencies } = rootPackage;

/** Puts the demo's examples, which are tested, where a line names them: `{{plain.ts}}`. */
const withExamples = (text: string): string =>
  text.replace(/^\{\{(.+)\}\}$/gm, (_, file) => readFileSync(`demo/examples/${file}`, 'utf8').trimEnd());

/** Adds the package.json, the documentation, the licence and the types. */
const packageFiles: Plugin = {
  name: 'package-files',
  buildStart() {
    for (const name of readdirSync(OUT))
      if (!MANIFEST_FILES.includes(name)) rmSync(`${OUT}/${name}`, { recursive: true });
  },
  generateBundle(_options, bundle) {
    const entry = (name: string, source: string) => ({
      types: `./types/${source.replace(/\.ts$/, '.d.ts')}`,
      default: `./${name}.js`,
    });
    const manifest = {
      name: 'tct-widgets',
      version,
      description,
      keywords: KEYWORDS,
      license,
      ...(homepage && { homepage }),
      ...(bugs && { bugs }),
      type: 'module',
      // Importing an element defines it; the files that entries share hold what it needs, such as its languages.
      sideEffects: Object.keys(ENTRIES)
        .filter((name) => name !== 'core' && name !== 'locale')
        .concat('core-*')
        .map((name) => `./${name}.js`),
      exports: {
        ...Object.fromEntries(
          Object.entries(ENTRIES).map(([name, source]) => [
            name === 'index' ? '.' : `./${name}`,
            entry(name, source),
          ]),
        ),
        ...Object.fromEntries(FRAMEWORK_NAMES.map((name) => [`./${name}`, { types: `./${name}.d.ts` }])),
        './custom-elements.json': './custom-elements.json',
        './package.json': './package.json',
      },
      customElements: 'custom-elements.json',
      dependencies: { lit: `^${dependencies.lit}` },
    };
    const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
    emit('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    emit(
      'LICENSE',
      licences(Object.values(bundle).flatMap((file) => ('moduleIds' in file ? file.moduleIds : []))),
    );
    emit('CHANGELOG.md', readFileSync('CHANGELOG.md', 'utf8'));
    emit('VERSIONING.md', readFileSync(`${DOCS}/VERSIONING.md`, 'utf8'));
    emit('README.md', withExamples(readFileSync(`${DOCS}/README.md`, 'utf8')));
  },
  writeBundle: () => run('tsc', '-p', 'widgets'),
};

/** `dist/npm/`: the package `tct-widgets`. */
export const npm: Bundle = {
  input: ENTRIES,
  // A developer's own components and ours use one copy of Lit.
  external: /^lit(\/|$)/,
  // Code that core.js shares with its lazy readers stays in it instead of becoming another file.
  preserveEntrySignatures: 'allow-extension',
  plugins: [...forPages({ ascii: true }), packageFiles],
  output: { dir: OUT, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'core-[name].js' },
};
