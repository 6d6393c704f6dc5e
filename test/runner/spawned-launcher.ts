import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserLauncher } from '@web/test-runner-core';

/**
 * Launcher for browsers that current drivers no longer support: starts one browser process per test file, and the
 * page itself reports its results.
 */
export function spawnedLauncher(name: string, binary: string, args: string[]): BrowserLauncher {
  const running = new Map<string, { process: ChildProcess; profile: string; url: string }>();
  const stop = async (id: string) => {
    const session = running.get(id);
    if (!session) return;
    running.delete(id);
    const { process, profile } = session;
    if (process.exitCode === null) {
      const gone = once(process, 'exit');
      process.kill('SIGKILL');
      await gone;
    }
    // The browser's child processes end a moment later and write to the profile until then.
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  return {
    name,
    type: 'spawned',
    concurrency: 1,
    async startSession(id, url) {
      const profile = mkdtempSync(join(tmpdir(), 'tct-browser-'));
      const process = spawn(
        binary,
        [...args, '--remote-debugging-port=0', `--user-data-dir=${profile}`, url],
        { stdio: 'ignore' },
      );
      running.set(id, { process, profile, url });
    },
    async stopSession(id) {
      await stop(id);
      return {};
    },
    isActive: (id) => running.has(id),
    getBrowserUrl: (id) => running.get(id)?.url ?? '',
    async stop() {
      await Promise.all([...running.keys()].map(stop));
    },
    async startDebugSession() {
      throw new Error(`${name} does not support debugging`);
    },
  };
}
