import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserLauncher } from '@web/test-runner-core';

/**
 * Starts a browser process for each test file and lets the page report for itself: for browsers that today's drivers
 * no longer speak to.
 */
export function spawnedLauncher(name: string, binary: string, args: string[]): BrowserLauncher {
  const running = new Map<string, { process: ChildProcess; profile: string; url: string }>();
  const stop = (id: string) => {
    const session = running.get(id);
    if (!session) return;
    running.delete(id);
    session.process.once('exit', () =>
      rmSync(session.profile, { recursive: true, force: true, maxRetries: 5 }),
    );
    session.process.kill('SIGKILL');
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
      stop(id);
      return {};
    },
    isActive: (id) => running.has(id),
    getBrowserUrl: (id) => running.get(id)?.url ?? '',
    async stop() {
      for (const id of running.keys()) stop(id);
    },
    async startDebugSession() {
      throw new Error(`${name} is not for debugging in`);
    },
  };
}
