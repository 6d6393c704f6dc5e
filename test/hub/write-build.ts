/** Builds as the hub finds them beside itself. */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The list of some files, as the build writes it. @param files content by name */
export function listOf(files: Record<string, string>): string {
  const integrity = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  return JSON.stringify(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, integrity(text)])),
  );
}

/** Writes files over what is in a folder. @param files content by name */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** The files of a build with these scripts and pages, by their paths below the hub's folder. */
export function buildOf(
  scripts: Record<string, string>,
  pages: Record<string, string>,
): Record<string, string> {
  const below = (folder: string, files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
  return {
    ...below('embed', scripts),
    'embed/embed.html': '<!doctype html>',
    'embed/LICENSE.txt': 'MIT',
    'embed/integrity.json': listOf(scripts),
    ...below('site', pages),
    'site/files.json': listOf(pages),
  };
}

/** Writes such a build into the hub's folder, in the place of the one that is there. @returns its folders */
export async function writeBuild(
  folder: string,
  scripts: Record<string, string>,
  pages: Record<string, string>,
): Promise<{ scripts: string; site: string }> {
  const folders = { scripts: join(folder, 'embed'), site: join(folder, 'site') };
  for (const path of Object.values(folders)) await rm(path, { recursive: true, force: true });
  await writeFiles(folder, buildOf(scripts, pages));
  return folders;
}
