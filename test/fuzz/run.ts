/**
 * The command behind `npm run fuzz`: changes real inputs at random and checks that every reader keeps its promises. See
 * README.md.
 *
 *     npm run fuzz                                    all targets, two minutes in all
 *     npm run fuzz -- --minutes 30 feeds pages        these targets
 *     npm run fuzz -- --seed 7                        the same changes again
 *
 * Exit code 1 if something was found.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { MINUTE_MS } from '../../core/time/duration.ts';
import { ROOT } from '../runner/select.ts';
import { keepInput } from './corpus.ts';
import type { Counts, Finding } from './fuzz-target.ts';
import { TARGETS } from './targets/all.ts';

/** An input that takes longer counts as endless. */
const MAX_INPUT_MS = MINUTE_MS;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '2' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const names = TARGETS.map(({ name }) => name);
const chosen = positionals.length ? positionals : names;
const unknown = chosen.find((name) => !names.includes(name));
if (unknown !== undefined || !(minutes > 0) || !Number.isInteger(seed)) {
  console.error(`npm run fuzz -- [--minutes N] [--seed N] [${names.join('|')}]…`);
  process.exit(2);
}

let found = 0;

function keep(target: string, error: string, input: Uint8Array): void {
  found++;
  console.log(`\n✗ ${target}: ${error}\n  kept as ${relative(ROOT, keepInput(target, input))}\n`);
}

async function fuzzTarget(name: string, ms: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tct-fuzz-'));
  const file = join(folder, 'input');
  const program = ['--import', 'tsx/esm', 'test/fuzz/fuzz-target.ts', name, String(seed), String(ms), file];
  const child = spawn(process.execPath, program, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const watch = setInterval(() => {
    if (existsSync(file) && Date.now() - statSync(file).mtimeMs > MAX_INPUT_MS) child.kill('SIGKILL');
  }, 1000);
  let counts: Counts | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as Finding | Counts;
    if ('runs' in message) counts = message;
    else keep(name, message.error, Buffer.from(message.input, 'base64'));
  }
  await exit;
  clearInterval(watch);
  if (counts) {
    const { runs, kinds, slowestMs } = counts;
    console.log(`${name}: ${runs} inputs, ${kinds} kinds of results, the slowest ${slowestMs} ms`);
  } else if (existsSync(file)) keep(name, 'The process ended, or did not end.', readFileSync(file));
  else throw new Error(`${name}: the process ended before it began.`);
  rmSync(folder, { recursive: true });
}

console.log(`Seed ${seed}, ${minutes} minutes for ${chosen.join(', ')}`);
for (const name of chosen) await fuzzTarget(name, (minutes * MINUTE_MS) / chosen.length);
console.log(found ? `${found} found` : 'Nothing found');
process.exit(found ? 1 : 0);
