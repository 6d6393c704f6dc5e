import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SiteResponse } from './site.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/wordpress/uploads/', import.meta.url));
const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The recorded photos and documents by file name, since each site serves them from other folders and in other sizes. */
const FILES = new Map(
  readdirSync(FOLDER, { recursive: true }).map((file) => [
    String(file).split(/[\\/]/).pop()!.normalize('NFC'),
    String(file),
  ]),
);

/** A photo or document from any folder; the full photo for a size that was not recorded. */
export function upload(path: string): SiteResponse | undefined {
  const name = path.split('/').pop()!.normalize('NFC');
  const file =
    FILES.get(name) ??
    FILES.get(name.replace(/-\d+x\d+(?=\.\w+$)/, '')) ??
    FILES.get(name.replace(/(?:-\d+x\d+)?(?=\.\w+$)/, '-scaled'));
  const type = TYPES[name.split('.').pop()!.toLowerCase()];
  return file && type ? { headers: { 'Content-Type': type }, body: readFileSync(FOLDER + file) } : undefined;
}
