import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUR_LICENCE = readFileSync(fileURLToPath(new URL('../LICENSE', import.meta.url)), 'utf8');

/** The fields of a package.json that a notice is made from. */
interface Package {
  name: string;
  version: string;
  license: string;
  homepage?: string;
  author?: string | { name: string };
  repository?: string | { url: string };
}

/** Standard texts, for packages that name their licence but ship no text. */
const STANDARD_TEXTS: Record<string, string> = {
  MIT: OUR_LICENCE.slice(OUR_LICENCE.indexOf('Permission is hereby granted')),
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.
`,
};

/**
 * The folder of the package that a module belongs to; undefined for our own. What a package ships of another one, without
 * its package.json, is under the notice of the package that ships it.
 */
function packageFolder(module: string): string | undefined {
  const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1];
  return folder && !existsSync(join(folder, 'package.json')) ? packageFolder(folder) : folder;
}

/** Where the sources of a package are. */
function sourceOf({ repository, homepage }: Package): string | undefined {
  const url = typeof repository === 'string' ? repository : repository?.url;
  if (url && /^(?:github:)?[\w.-]+\/[\w.-]+$/.test(url))
    return `https://github.com/${url.replace('github:', '')}`;
  return (
    url
      ?.replace(/^git@([^:/]+):/, 'https://$1/')
      .replace(/^(?:git\+)?[a-z]+:\/\/(?:[^@/]+@)?/, 'https://')
      .replace(/\.git$/, '') ?? homepage
  );
}

/** The texts that a package ships, or else the standard text of the licence it names. */
function licenceText(folder: string, { license, author }: Package): string | undefined {
  const files = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-](?!js)[\w-]+)*$/i.test(name))
    .sort();
  if (files.length) return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
  const holder = typeof author === 'string' ? author : author?.name;
  return STANDARD_TEXTS[license] && holder && `Copyright (c) ${holder}\n\n${STANDARD_TEXTS[license].trim()}`;
}

/** @throws Error if the package lacks what a notice has to contain */
function notice(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
  const { name, version, license } = manifest;
  const source = sourceOf(manifest);
  const text = licenceText(folder, manifest);
  if (!version || !license || !source || !text)
    throw new Error(`${folder} does not state its version, licence and source`);
  return `${name} ${version}\nLicence: ${license}\nSource: ${source}\n\n${text}\n`;
}

/**
 * Our licence, followed by the notices of all packages in a bundle, whose comments the minifier removes.
 *
 * @param modules the paths of the bundled modules, such as Rollup's `moduleIds`
 * @throws Error if a package does not state its licence
 */
export function licences(modules: readonly string[]): string {
  const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
  const notices = [...folders].map(notice).sort();
  // A package may be there twice, once as a dependency of another.
  return [OUR_LICENCE, ...new Set(notices)].join('\n---\n\n');
}
