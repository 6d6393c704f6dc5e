import { build } from 'vite';
import { buildHash } from './chunk-name.ts';
import { buildConsole } from './console.ts';
import { writeElementsManifest } from './elements-manifest.ts';
import { buildExtension } from './extension/build.ts';
import { fingerprint } from './fingerprint.ts';
import { writeModuleBytes } from './module-bytes.ts';
import { bundle } from './rollup/bundle.ts';
import { buildEmbed } from './rollup/embed.ts';
import { buildHub } from './rollup/hub.ts';
import { npm } from './rollup/npm.ts';
import { buildSite } from './site.ts';

/**
 * The parts of `dist/`. `manifest` is the description of the elements for editors and for the reference; `site` are the pages
 * that the hub publishes beside its lists: the embed builder and the documentation. `console` is the page of `tct-hub setup`.
 */
export type Part = 'embed' | 'manifest' | 'npm' | 'site' | 'console' | 'hub' | 'extension' | 'demo';

interface PartToBuild {
  title: string;
  /** Files and folders that the part is built from. */
  sources: string[];
  /** The file that the build writes last. */
  result: string;
  /** Parts whose output its build reads. */
  needs?: Part[];
  run: () => Promise<unknown>;
}

const COMMON = ['build', 'package.json', 'package-lock.json', 'tsconfig.json', 'LICENSE'];
const WIDGETS = ['core', 'widgets', ...COMMON];

export const PARTS: Record<Part, PartToBuild> = {
  embed: {
    title: 'scripts for pages',
    sources: WIDGETS,
    result: 'dist/embed/integrity.json',
    run: async () => writeModuleBytes('embed', await buildEmbed(buildHash(fingerprint(WIDGETS)))),
  },
  manifest: {
    title: 'description of the elements',
    sources: WIDGETS,
    result: 'dist/npm/vscode.css-custom-data.json',
    run: writeElementsManifest,
  },
  npm: {
    title: 'npm package',
    sources: ['demo/examples', 'CHANGELOG.md', ...WIDGETS],
    needs: ['manifest'],
    result: 'dist/npm/types/core/index.d.ts',
    run: async () => writeModuleBytes('npm', await bundle(npm)),
  },
  site: {
    title: 'builder and documentation',
    sources: ['demo', ...WIDGETS],
    needs: ['manifest'],
    result: 'dist/site/files.json',
    run: buildSite,
  },
  console: {
    title: 'page of tct-hub setup',
    sources: ['hub/console', 'hub/setup/api.ts', ...WIDGETS],
    result: 'dist/console/LICENSE.txt',
    run: buildConsole,
  },
  hub: {
    title: 'hub',
    sources: ['hub', 'demo', ...WIDGETS],
    needs: ['embed', 'site', 'console'],
    result: 'dist/hub/package.json',
    run: buildHub,
  },
  extension: {
    title: 'extension',
    sources: ['extension', ...WIDGETS],
    result: 'dist/extension/tct-firefox.zip',
    run: async () => writeModuleBytes('extension/chrome', await buildExtension()),
  },
  demo: {
    title: 'demo',
    sources: ['demo', 'hub', 'test', 'vite.config.ts', ...WIDGETS],
    needs: ['embed', 'site'],
    result: 'dist/demo/sites/index.json',
    run: () => build({ configFile: 'vite.config.ts', configLoader: 'native', logLevel: 'warn' }),
  },
};
