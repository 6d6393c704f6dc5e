import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Limit of a tool's output, which may be long if it reports many errors. */
const MAX_OUTPUT_BYTES = 16 * 1024 ** 2;
const BIN = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));

/**
 * Runs a tool from `node_modules`, silently.
 *
 * @throws Error with the tool's complete output if it fails
 */
export async function run(tool: string, ...args: string[]): Promise<void> {
  await promisify(execFile)(BIN + tool, args, { maxBuffer: MAX_OUTPUT_BYTES }).catch(({ stdout, stderr }) => {
    throw new Error(`${tool} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  });
}
