/** `npm run package`: builds the extension, its zips, and the sources from which a store's reviewer can build the same bytes. */
import { writeFileSync } from 'node:fs';
import { buildExtension } from './build.ts';
import { sourceZip } from './source-zip.ts';

await buildExtension();
const sources = await sourceZip();
if (sources) writeFileSync('dist/extension/tct-source.zip', sources);
else console.log('No tct-source.zip: this folder is not a Git checkout.');
