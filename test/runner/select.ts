import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What is tested where, by folder of `test/`: code that needs no DOM runs in Node and in browsers, from the same files. */
const IN_NODE = ['core', 'house', 'sites', 'hub', 'extension'];
const IN_BROWSERS = ['core', 'widgets'];

/** The parts of `dist/`. */
export type Part = 'embed' | 'npm' | 'hub' | 'extension';

interface Selection {
  node: string[];
  browser: string[];
}

/**
 * The test files whose path contains one of the fragments; without fragments, all. Files that drive whole browsers end
 * with `.e2e.test.ts` and are left out unless `e2e` is set or a fragment says `e2e`.
 */
export function selectFiles(fragments: string[], { e2e }: { e2e: boolean }): Selection {
  const withE2e = e2e || fragments.some((fragment) => fragment.includes('e2e'));
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && (withE2e || !isE2e(file)))
    .filter((file) => !fragments.length || fragments.some((fragment) => file.includes(fragment)))
    .sort();
  const inside = (folders: string[]) => files.filter((file) => folders.includes(file.split('/')[1]!));
  return { node: inside(IN_NODE), browser: inside(IN_BROWSERS) };
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
  for (const [, part] of code.matchAll(/\bdist\/(embed|npm|hub|extension)\b/g)) parts.add(part as Part);
  for (const [, path] of code.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+\.ts)['"]/g)) {
    const imported = relative(ROOT, join(ROOT, dirname(file), path!)).replaceAll('\\', '/');
    if (imported.startsWith('test/')) for (const part of partsNeeded(imported, seen)) parts.add(part);
  }
  return parts;
}
