/**
 * Builds `dist/`.
 *
 * - `tsx build/build.ts` builds everything, then prints the sizes.
 * - `tsx build/build.ts embed hub` builds these parts, and the parts they need if those have changed.
 * - `--if-changed` skips parts whose sources have not changed since their last build.
 */
import { existsSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { builtFrom, fingerprint, setBuiltFrom } from './fingerprint.ts';
import { PARTS, type Part } from './parts.ts';
import { reportSizes } from './sizes.ts';

/** The parts with all parts they need, directly or not. */
function withNeeded(parts: readonly Part[]): Set<Part> {
  return new Set(parts.flatMap((part) => [...withNeeded(PARTS[part].needs ?? []), part]));
}

/** Builds parts in parallel, each as soon as the parts it needs are built. */
async function build(parts: ReadonlyMap<Part, string>): Promise<void> {
  const running = new Map<Part, Promise<void>>();
  const buildPart = async (part: Part): Promise<void> => {
    const { title, needs = [], run } = PARTS[part];
    await Promise.all(needs.map((needed) => parts.has(needed) && start(needed)));
    const begin = performance.now();
    setBuiltFrom(part, undefined);
    await run();
    setBuiltFrom(part, parts.get(part));
    console.log(`  ${title}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  };
  const start = (part: Part): Promise<void> => {
    const started = running.get(part) ?? buildPart(part);
    running.set(part, started);
    return started;
  };
  await Promise.all([...parts.keys()].map(start));
}

/**
 * Builds the parts whose sources have changed since their last build, and prints what it builds.
 *
 * @example await buildIfChanged(['embed', 'extension']);
 * @param wanted the parts; the parts they need are included
 * @param always parts to build even if nothing has changed
 * @throws Error with the tool's output if a part cannot be built
 */
export async function buildIfChanged(wanted: readonly Part[], always: readonly Part[] = []): Promise<void> {
  const parts = new Map<Part, string>();
  for (const part of withNeeded(wanted)) {
    const { sources, result } = PARTS[part];
    const now = fingerprint(sources);
    if (always.includes(part) || builtFrom(part) !== now || !existsSync(result)) parts.set(part, now);
  }
  if (parts.size === 0) return;
  console.log(`Building ${[...parts.keys()].map((part) => PARTS[part].title).join(', ')} …`);
  await build(parts);
}

async function main(args: string[]): Promise<void> {
  const all = Object.keys(PARTS) as Part[];
  const named = args.filter((word): word is Part => word in PARTS);
  const unknown = args.find((word) => word !== '--if-changed' && !(word in PARTS));
  if (unknown) throw new Error(`There is no part ${unknown}, only ${all.join(', ')}`);
  const parts = named.length ? named : all;
  const onlyChanged = args.includes('--if-changed');
  if (!named.length && !onlyChanged) rmSync('dist', { recursive: true, force: true });
  await buildIfChanged(parts, onlyChanged ? [] : parts);
  if (!named.length && !reportSizes()) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
