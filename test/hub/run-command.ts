/** Runs the built command in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hub } from './start-hub.ts';

const COMMAND = fileURLToPath(new URL('../../dist/hub/tct-hub.js', import.meta.url));

/** Preload: kills the process before or after one of its disk operations, the one that `DIE_AT` counts to. */
const KILL_PRELOAD = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let count = 0;
  const step = () => ++count === Number(process.env.DIE_AT) && process.kill(process.pid, 'SIGKILL');
  for (const name of ['open', 'rename', 'rm', 'mkdir']) {
    const real = fs.promises[name];
    fs.promises[name] = async (...args) => {
      step();
      const result = await real(...args);
      step();
      return result;
    };
  }
  syncBuiltinESMExports();
`)}`;

export interface CommandResult {
  /** Exit code; null if the process was killed. */
  code: number | null;
  /** All that it printed. */
  text: string;
}

interface ProcessOptions {
  nodeArgs?: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** Starts the command, whose output can be read. */
export function startCommand(args: string[], { nodeArgs = [], cwd, env }: ProcessOptions = {}) {
  return spawn(process.execPath, [...nodeArgs, COMMAND, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd,
    env: { ...process.env, ...env },
  });
}

export async function runCommand(args: string[], options?: ProcessOptions): Promise<CommandResult> {
  const child = startCommand(args, options);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (text += bytes));
  const [code] = await once(child, 'close');
  return { code, text };
}

/**
 * Collects once with the command, into the folders of a test's hub.
 *
 * @param now ms since the epoch
 * @param dieAt the disk operation to be killed at; 0 for none
 */
export async function collect(
  hub: Hub,
  now: number,
  args: string[] = [],
  dieAt = 0,
  preload = KILL_PRELOAD,
  nodeArgs: string[] = [],
): Promise<CommandResult> {
  const config = join(hub.folder, 'cluster.jsonc');
  await writeFile(config, `// Cụm mẫu\n${JSON.stringify(hub.configuration)}`);
  const folders = ['--out', hub.out, '--state', hub.state];
  const clock = ['--now', new Date(now).toISOString()];
  return runCommand(['--config', config, ...folders, ...clock, ...args], {
    nodeArgs: ['--import', preload, ...nodeArgs],
    cwd: hub.folder,
    env: { DIE_AT: String(dieAt) },
  });
}
