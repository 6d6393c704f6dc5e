import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import type { OutputOptions, Plugin } from 'rollup';
import { licences } from '../licences.ts';
import { rootPackage } from '../root-package.ts';
import { bundle } from './bundle.ts';
import { type Bundle, typescript } from './plugins.ts';

const OUT = 'dist/hub';

const COMMAND = 'hub/cli/tct-hub.ts';

/** The scripts that the command starts as threads or processes. Each becomes one file, named like its source. */
const STARTED = ['hub/read/reader-process.ts', 'hub/publish/image-process.ts'];

const READERS = "'./read-foreign.ts'";

/**
 * Takes the readers of foreign formats, which pages load on demand, into the command's own file: while it runs for months,
 * its folder may be updated, and a file that is loaded then would not fit it.
 */
const eagerReaders: Plugin = {
  name: 'eager-readers',
  transform(code, id) {
    if (!id.endsWith('/core/read/read-feed.ts')) return undefined;
    const eager = code.replace(`await import(${READERS})`, 'foreign');
    if (eager === code) throw new Error(`${id} no longer imports ${READERS} on demand`);
    return { code: `${eager}import * as foreign from ${READERS};\n`, map: null };
  },
};

/** All dependencies are bundled except sharp, which is compiled for each platform. */
const script = (input: string, output: OutputOptions): Bundle => ({
  input,
  external: [/^node:/, 'sharp'],
  plugins: [
    eagerReaders,
    nodeResolve({ exportConditions: ['node'], preferBuiltins: true }),
    commonjs(),
    typescript('node20'),
  ],
  output: { ...output, format: 'es' },
});

const BUNDLES: Bundle[] = [
  // What only `setup` needs is in a file of its own, without what the command has already.
  script(COMMAND, { dir: OUT, entryFileNames: '[name].js', chunkFileNames: '[name].js' }),
  ...STARTED.map((input) =>
    script(input, { file: `${OUT}/${basename(input, '.ts')}.js`, inlineDynamicImports: true }),
  ),
];

/** Adds what a server needs besides the scripts: those to publish, its configuration and a package.json. */
function addServerFiles(): void {
  cpSync('hub/guide', OUT, { recursive: true });
  cpSync('hub/deploy', `${OUT}/deploy`, { recursive: true });
  cpSync('dist/embed', `${OUT}/embed`, { recursive: true });
  cpSync('dist/site', `${OUT}/site`, { recursive: true });
  cpSync('dist/console', `${OUT}/console`, { recursive: true });
  const { version, license, engines, optionalDependencies } = rootPackage;
  const manifest = {
    name: 'tct-hub',
    version,
    license,
    private: true,
    // Node before 20.19 does not detect modules by their syntax.
    type: 'module',
    bin: 'tct-hub.js',
    engines,
    optionalDependencies,
  };
  writeFileSync(`${OUT}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Builds `dist/hub/`, the folder to copy to a server. */
export async function buildHub(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  const chunks = (await Promise.all(BUNDLES.map(bundle))).flat();
  writeFileSync(`${OUT}/LICENSE.txt`, licences(chunks.flatMap(({ moduleIds }) => moduleIds)));
  addServerFiles();
}
