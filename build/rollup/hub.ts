import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { buildConsole } from '../console.ts';
import { licences } from '../licences.ts';
import { rootPackage } from '../root-package.ts';
import { bundle } from './bundle.ts';
import { type Bundle, typescript } from './plugins.ts';

const OUT = 'dist/hub';

/** The command, and the scripts that it starts as threads or processes. Each becomes one file, named like its source. */
const ENTRIES = ['hub/cli/tct-hub.ts', 'hub/read/reader-process.ts', 'hub/publish/image-process.ts'];

/** One file with all its dependencies except sharp, which is compiled for each platform. */
const script = (input: string): Bundle => ({
  input,
  external: [/^node:/, 'sharp'],
  plugins: [
    nodeResolve({ exportConditions: ['node'], preferBuiltins: true }),
    commonjs(),
    typescript('node20'),
  ],
  output: { file: `${OUT}/${basename(input, '.ts')}.js`, format: 'es', inlineDynamicImports: true },
});

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
  const page = await buildConsole();
  const chunks = (await Promise.all(ENTRIES.map(script).map(bundle))).flat();
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  writeFileSync(`${OUT}/LICENSE.txt`, licences([...modules, ...page]));
  addServerFiles();
}
