/** `npm run bench [name …]`: ours and others measured in the same run, printed as Markdown. No test asserts speed. */
import { benchDocuments } from './documents.ts';
import { benchExtension } from './extension.ts';
import { benchGallery } from './gallery.ts';
import { benchHub } from './hub.ts';
import { benchPage } from './page.ts';
import { benchReader } from './reader.ts';

const BENCHES: Record<string, () => Promise<void>> = {
  reader: benchReader,
  hub: benchHub,
  documents: benchDocuments,
  gallery: benchGallery,
  page: benchPage,
  extension: benchExtension,
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (!wanted.length || wanted.includes(name)) await bench();
}
