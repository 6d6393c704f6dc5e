/**
 * Builds the extension and its zips. With `--source` (`npm run package`) it also packs the sources, from which a
 * store's reviewer can build the same bytes.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { buildExtension } from './build.ts';
import { sourceZip } from './source-zip.ts';

await buildExtension();

// Only a checkout knows which files are sources; a reviewer builds from the unpacked zip, where there is none.
if (process.argv.includes('--source') && existsSync('.git'))
  writeFileSync('dist/extension/tct-source.zip', await sourceZip());
