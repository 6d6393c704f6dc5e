import { resolve } from 'node:path';
import type { Arguments } from './arguments.ts';
import type { Output } from './output.ts';
import { toPortError } from './port-error.ts';

/** `tct-hub setup`: serves the console until its user ends it. @throws UsageError, MissingPartError */
export async function setupCommand(
  { config = 'cluster.jsonc', out, state, port }: Arguments,
  input: NodeJS.ReadStream,
  output: Output,
  errors: Output,
): Promise<void> {
  // Loaded on demand: a run needs none of it.
  const { runSetup } = await import('../setup/run-setup.ts');
  const context = {
    config: resolve(config),
    folders: { ...(out !== undefined && { out }), ...(state !== undefined && { state }) },
    log: (text: string) => void errors.write(text),
  };
  const terminal = { input, print: (text: string) => void output.write(text) };
  await runSetup(context, port, terminal).catch((error) => {
    throw toPortError(error, port ?? 0);
  });
}
