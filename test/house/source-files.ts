import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The source files of a top-level folder, as paths from the root of the repository. */
export function sourceFiles(folder: string): string[] {
  if (!existsSync(ROOT + folder)) return [];
  return readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:ts|js)$/.test(file) && !file.endsWith('.d.ts'));
}

export const codeOf = (file: string): string => readFileSync(ROOT + file, 'utf8');

export const exists = (path: string): boolean => existsSync(ROOT + path);

/** The files that a file imports by a relative path: statically, dynamically, for types only, or as a re-export. */
export function importsOf(file: string): string[] {
  return [...codeOf(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(([, path]) =>
    relative(ROOT, join(ROOT, dirname(file), path!)).replaceAll('\\', '/'),
  );
}

/**
 * A cycle in a graph, as the path from a node back to itself; undefined if there is none.
 *
 *     findCycle(new Map([['a', ['b']], ['b', ['a']]]))   // ['a', 'b', 'a']
 */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (finished.has(node)) return undefined;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    finished.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node);
    if (cycle) return cycle;
  }
  return undefined;
}
