/** `npm run check`: types, lint and format, dead code. All of them run, also when one has failed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHECKS: [name: string, command: string, ...args: string[]][] = [
  ['types', 'tsc', '--noEmit'],
  ['core without browser or Node', 'tsc', '-p', 'core'],
  ['lint and format', 'biome', 'check', '--error-on-warnings'],
  ['dead code', 'knip'],
];

const BIN = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));
const failed = CHECKS.filter(([name, command, ...args]) => {
  const { status, stdout, stderr } = spawnSync(`${BIN}${command}`, args, { encoding: 'utf8' });
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  if (status !== 0) console.log(stdout + stderr);
  return status !== 0;
});
process.exit(failed.length ? 1 : 0);
