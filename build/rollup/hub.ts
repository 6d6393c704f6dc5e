import { cpSync, rmSync, writeFileSync } from 'node:fs';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import type { Plugin } from 'rollup';
import { type Bundle, rootPackage, typescript } from './plugins.ts';

const OUT = 'dist/hub';

/** Adds what a server needs besides the command: the scripts to publish, its configuration and a package.json. */
const hubFolder: Plugin = {
  name: 'hub-folder',
  buildStart: () => rmSync(OUT, { recursive: true, force: true }),
  writeBundle() {
    cpSync('hub/deploy', `${OUT}/deploy`, { recursive: true });
    cpSync('dist/embed', `${OUT}/embed`, { recursive: true });
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
  },
};

/** `dist/hub/`: the command in one file, with all its dependencies except sharp, which is compiled for each platform. */
export const hub: Bundle = {
  input: 'hub/cli/tct-hub.ts',
  external: [/^node:/, 'sharp'],
  plugins: [
    nodeResolve({ exportConditions: ['node'], preferBuiltins: true }),
    commonjs(),
    typescript('node20'),
    hubFolder,
  ],
  output: { file: `${OUT}/tct-hub.js`, format: 'es', inlineDynamicImports: true },
};
