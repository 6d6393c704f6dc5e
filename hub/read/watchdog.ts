import { Worker } from 'node:worker_threads';

/** How often a thread that works is checked. */
const CHECK_MS = 1000;

/** As text, which needs neither a file of its own in the build nor what loads the TypeScript. */
const SCRIPT = `
  const { parentPort, workerData: { parent, limitMs, checkMs } } = require('node:worker_threads');
  let check;
  parentPort.on('message', (isWorking) => {
    clearInterval(check);
    if (!isWorking) return;
    const end = performance.now() + limitMs;
    check = setInterval(() => {
      if (process.ppid !== parent || performance.now() > end) process.kill(process.pid, 'SIGKILL');
    }, checkMs);
  });
`;

/**
 * Watches this process from a thread, since its own thread can do nothing else while it works. Ends it when the process
 * that started it is gone (not noticed on Windows) or the work takes longer than a limit.
 *
 * @returns to call with true before the work, and with false after it
 */
export function startWatchdog(limitMs: number): (isWorking: boolean) => void {
  const workerData = { parent: process.ppid, limitMs, checkMs: CHECK_MS };
  const worker = new Worker(SCRIPT, { eval: true, execArgv: [], workerData });
  worker.unref();
  return (isWorking) => worker.postMessage(isWorking);
}
