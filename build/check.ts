/** `npm run check`: types, lint and format, dead code, sizes. All of them run, even after one has failed. */
import { run } from './run-tool.ts';
import { isBuilt, reportSizes } from './sizes.ts';

const CHECKS: [name: string, tool: string, ...args: string[]][] = [
  ['types', 'tsc', '--noEmit'],
  ['core without browser or Node', 'tsc', '-p', 'core'],
  ['lint and format', 'biome', 'check', '--error-on-warnings'],
  ['dead code', 'knip'],
];

let failed = false;
for (const [name, ...command] of CHECKS) {
  try {
    await run(...command);
    console.log(`✓ ${name}`);
  } catch (error) {
    console.log(`✗ ${name}\n${(error as Error).message}`);
    failed = true;
  }
}
if (!isBuilt()) console.log('– sizes: not built');
else if (reportSizes()) console.log('\n✓ sizes');
else failed = true;
process.exitCode = failed ? 1 : 0;
