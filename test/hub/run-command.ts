/** Runs the built command in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeAtomically } from '../../hub/memory/files.ts';
import type { Hub } from './start-hub.ts';

export const COMMAND = fileURLToPath(new URL('../../dist/hub/tct-hub.js', import.meta.url));

/**
 * Preload: kills the process before or after one of its disk operations, the one that `DIE_AT` counts to; from the one
 * that `FULL_AT` counts to, the disk is full.
 */
const DISK_PRELOAD = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let count = 0;
  const step = () => ++count === Number(process.env.DIE_AT) && process.kill(process.pid, 'SIGKILL');
  // Half of what is written still fits.
  const fill = (file) => {
    for (const name of ['write', 'writeFile']) {
      const write = file[name].bind(file);
      file[name] = async (bytes) => {
        await write(bytes.slice(0, bytes.length / 2));
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      };
    }
  };
  const isFull = () => process.env.FULL_AT > 0 && count >= process.env.FULL_AT;
  for (const name of ['open', 'rename', 'rm', 'mkdir']) {
    const real = fs.promises[name];
    fs.promises[name] = async (...args) => {
      step();
      const result = await real(...args);
      if (name === 'open' && args[1]?.startsWith('w') && isFull()) fill(result);
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

/** What a run has to live with. */
interface RunFaults {
  /** The disk operation to be killed at. */
  dieAt?: number;
  /** The disk operation from which the disk is full. */
  fullAt?: number;
  /** Causes these faults. */
  preload?: string;
  /** More options of Node, such as a limit of memory. */
  nodeArgs?: string[];
}

/**
 * Collects once with the command, into the folders of a test's hub.
 *
 * @param now ms since the epoch
 */
export async function collect(
  hub: Pick<Hub, 'folder' | 'out' | 'state' | 'configuration'>,
  now: number,
  args: string[] = [],
  { dieAt = 0, fullAt = 0, preload = DISK_PRELOAD, nodeArgs = [] }: RunFaults = {},
): Promise<CommandResult> {
  const config = join(hub.folder, 'cluster.jsonc');
  // Atomically: another hub may be reading it.
  await writeAtomically(config, `// Cụm mẫu\n${JSON.stringify(hub.configuration)}`);
  const folders = ['--out', hub.out, '--state', hub.state];
  const clock = ['--now', new Date(now).toISOString()];
  return runCommand(['--config', config, ...folders, ...clock, ...args], {
    nodeArgs: ['--import', preload, ...nodeArgs],
    cwd: hub.folder,
    env: { DIE_AT: String(dieAt), FULL_AT: String(fullAt) },
  });
}
