import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Of a tool's output, which grows with the number of mistakes it has found. */
const MAX_OUTPUT_BYTES = 16 * 1024 ** 2;
const BIN = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));

/**
 * Runs a tool from `node_modules`, silently.
 *
 * @throws Error with everything the tool printed, when it fails
 */
export async function run(tool: string, ...args: string[]): Promise<void> {
  await promisify(execFile)(BIN + tool, args, { maxBuffer: MAX_OUTPUT_BYTES }).catch(({ stdout, stderr }) => {
    throw new Error(`${tool} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  });
}
