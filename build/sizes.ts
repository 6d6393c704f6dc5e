/** Compares the build with its budgets. `tsx build/sizes.ts` prints the table for the current `dist/`. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { BUDGETS, type Budget, MIN_FREE } from './budgets.ts';
import { findOutput } from './find-output.ts';
import { type ModuleBytes, readModuleBytes } from './module-bytes.ts';

const MODULES_LISTED = 6;

const readOutput = (file: string) => readFileSync(`dist/${file}`);

const MEASURES: Record<Budget['unit'], (content: Buffer) => number> = {
  brotli: (content) =>
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  gzip: (content) => gzipSync(content, { level: 9 }).length,
  bytes: ({ length }) => length,
};

/** The files and their static imports, direct or not. */
function closure(files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    if (!file.endsWith('.js')) continue;
    const code = readOutput(file).toString();
    const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g)];
    const folder = file.replace(/[^/]+$/, '');
    closure(
      imports.map(([, path]) => folder + path),
      found,
    );
  }
  return found;
}

/** The built files, by their names without the hash, with their static imports. */
const outputs = (files: readonly string[]): Set<string> => closure(files.map((file) => findOutput(file)!));

/** The files that a budget counts. */
function countedFiles({ files, loaded = [] }: Budget): string[] {
  const already = outputs(loaded);
  return [...outputs(files)].filter((file) => !already.has(file));
}

/** The size of what a budget is for, in bytes. */
export const deliveredBytes = (budget: Budget): number =>
  countedFiles(budget).reduce((sum, file) => sum + MEASURES[budget.unit](readOutput(file)), 0);

/** The largest modules in the files, as `lit-html/lit-html.js 9.4`. */
function largestModules(files: readonly string[], bytes: ModuleBytes): string {
  const modules = files.flatMap((file) => Object.entries(bytes[file] ?? {}));
  return modules
    .sort(([, a], [, b]) => b - a)
    .slice(0, MODULES_LISTED)
    .map(([name, size]) => `${name} ${(size / 1024).toFixed(1)}`)
    .join(' · ');
}

/** Whether all files with a budget exist. */
export const isBuilt = (): boolean => BUDGETS.every(({ files }) => files.every(findOutput));

/** Prints sizes, budgets and the largest modules. Returns false if any budget is exceeded. */
export function reportSizes(): boolean {
  const bytes = {
    ...readModuleBytes('embed'),
    ...readModuleBytes('npm'),
    ...readModuleBytes('extension/chrome'),
  };
  const rows: string[][] = [['delivered', 'size', '', 'budget', 'free']];
  const parts: string[] = [];
  const warnings: string[] = [];
  let fits = true;
  for (const budget of BUDGETS) {
    const { name, unit, max } = budget;
    const size = deliveredBytes(budget);
    const free = max ? 1 - size / max : 1;
    rows.push([name, `${size}`, unit, max ? `${max}` : '', max ? `${(free * 100).toFixed(1)} %` : '']);
    if (free < 0) fits = false;
    if (free < 0) warnings.push(`OVER BUDGET: ${name} (${unit}): ${size} of ${max} bytes`);
    else if (free < MIN_FREE) warnings.push(`WARNING: ${name} (${unit}): less than ${MIN_FREE * 100} % free`);
    const largest = unit === 'gzip' ? '' : largestModules(countedFiles(budget), bytes);
    if (largest) parts.push(`${name}: ${largest}`);
  }
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
  console.log(`\n${table.join('\n')}\n\nLargest modules, KB before minification:\n${parts.join('\n')}`);
  console.log('Interactive charts: dist/report/*.html');
  if (warnings.length) console.log(`\n${warnings.join('\n')}`);
  return fits;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!isBuilt()) console.log('Not all parts are built: npm run build');
  process.exitCode = isBuilt() && reportSizes() ? 0 : 1;
}
