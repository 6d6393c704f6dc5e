import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Part } from '../../build/parts.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of `test/` by where their tests run. Code that runs everywhere without a DOM is tested in both. */
const IN_NODE = ['core', 'house', 'sites', 'hub', 'extension', 'fuzz', 'states', 'package', 'demo'];
const IN_BROWSERS = ['core', 'widgets'];

interface Selection {
  node: string[];
  browser: string[];
}

/**
 * The test files whose path contains one of the fragments; without fragments, all. A fragment that no path contains
 * literally matches paths that contain its parts in order: `core/date` finds `core/time/parse-date.test.ts`. Files that drive
 * whole browsers end with `.e2e.test.ts` and are left out unless `e2e` is set or a fragment says `e2e`.
 */
export function selectFiles(fragments: string[], { e2e }: { e2e: boolean }): Selection {
  const withE2e = e2e || fragments.some((fragment) => fragment.includes('e2e'));
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && (withE2e || !isE2e(file)))
    .sort();
  const chosen = new Set(
    fragments.length ? fragments.flatMap((fragment) => matching(files, fragment)) : files,
  );
  const inside = (folders: string[]) =>
    files.filter((file) => chosen.has(file) && folders.includes(file.split('/')[1]!));
  return { node: inside(IN_NODE), browser: inside(IN_BROWSERS) };
}

function matching(files: string[], fragment: string): string[] {
  const found = files.filter((file) => file.includes(fragment));
  if (found.length) return found;
  const parts = fragment.split('/').map((part) => part.replace(/[^\w]/g, '\\$&'));
  return files.filter((file) => new RegExp(parts.join('.*/.*')).test(file));
}

export const isE2e = (file: string) => file.endsWith('.e2e.test.ts');

/**
 * The parts of `dist/` that a test file needs: those whose path (`dist/embed/…`) it or a file it imports from `test/`
 * mentions.
 */
export function partsNeeded(file: string, seen = new Set<string>()): Set<Part> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const code = readFileSync(join(ROOT, file), 'utf8');
  const parts = new Set<Part>();
  for (const [, part] of code.matchAll(
    /\bdist\/(npm\/custom-elements|embed|npm|site|console|hub|extension)\b/g,
  ))
    parts.add(part === 'npm/custom-elements' ? 'manifest' : (part as Part));
  for (const [, path] of code.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+\.ts)['"]/g)) {
    const imported = relative(ROOT, join(ROOT, dirname(file), path!)).replaceAll('\\', '/');
    if (imported.startsWith('test/')) for (const part of partsNeeded(imported, seen)) parts.add(part);
  }
  return parts;
}
