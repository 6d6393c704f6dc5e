import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** The fields that Rollup's and Rolldown's chunks have in common. */
interface Chunk {
  fileName: string;
  modules: Record<string, { renderedLength: number }>;
}

/** Bytes of each module in each delivered file, before minification. Files are named by their path in `dist/`. */
export type ModuleBytes = Record<string, Record<string, number>>;

const reportOf = (folder: string) => `dist/report/${folder.replaceAll('/', '-')}.json`;

/** `core/url.ts`, `lit-html/lit-html.js` */
function moduleName(id: string): string {
  const [, dependency] = /.*\/node_modules\/(.+)/.exec(id) ?? [];
  return dependency ?? relative('.', id.replace('\0', ''));
}

/** @param folder the folder of the chunks, relative to `dist/` */
export function writeModuleBytes(folder: string, chunks: readonly Chunk[]): void {
  const bytes: ModuleBytes = {};
  for (const { fileName, modules } of chunks) {
    const entries = Object.entries(modules).map(([id, { renderedLength }]) => [
      moduleName(id),
      renderedLength,
    ]);
    bytes[`${folder}/${fileName}`] = Object.fromEntries(entries);
  }
  mkdirSync('dist/report', { recursive: true });
  writeFileSync(reportOf(folder), JSON.stringify(bytes, null, 1));
}

/** @throws Error if the folder has not been built */
export function readModuleBytes(folder: string): ModuleBytes {
  return JSON.parse(readFileSync(reportOf(folder), 'utf8'));
}
